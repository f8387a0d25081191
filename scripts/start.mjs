// Installs, builds, and lints the drafts named after `--`, or the sample draft.
import { join } from 'node:path';
import { prepare, root, show } from './steps.mjs';

const SAMPLE = join('fixtures', 'samples', 'personal-statement.md');
const args = process.argv.slice(2);

prepare();
const code = show(
  process.execPath,
  [join(root, 'packages/cli/bin/narrative-lint.js'), ...(args.length > 0 ? args : [SAMPLE])],
  {
    // Names are meant from where npm was called, the sample from here.
    cwd: args.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root,
  },
);
// Findings are what was asked for; only a draft that could not be linted is a failure here.
process.exitCode = code === 1 ? 0 : code;
