import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The configuration of textlint: one rule, that of write-good. */
export const TEXTLINT_RC = here('textlintrc.json');

/** The other linters as a user starts them: what stands after `node`, before the drafts. */
export const PEER_COMMANDS = {
  'write-good': [here('node_modules/write-good/bin/write-good.js')],
  textlint: [here('node_modules/textlint/bin/textlint.js'), '--config', TEXTLINT_RC],
  alex: [here('node_modules/alex/cli.js')],
};

/** Ours as built in the checkout `root`. */
export const ownCommand = (root) => [join(root, 'packages/cli/bin/narrative-lint.js')];
