import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseMarkedDraft, parseProfile } from '../../packages/core/dist/index.js';
import { root } from '../steps.mjs';

const { parse } = createRequire(join(root, 'packages/core/package.json'))('yaml');
const LABELLED = join(root, 'fixtures', 'labelled');

/** The prose of some labelled drafts, with what is known of each; fewer than `count` where there are no more. */
export async function texts(count, random) {
  const names = (await readdir(LABELLED, { recursive: true })).filter((name) => name.endsWith('.draft.md'));
  return Promise.all(
    random
      .shuffled(names.sort())
      .slice(0, count)
      .map(async (name) => {
        const source = await readFile(join(LABELLED, name), 'utf8');
        const [front = '', head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
        const { kind, profile: written = {} } = parse(head);
        // Without what a roster would be told off for.
        const { profile } = parseProfile(written);
        return { text: parseMarkedDraft(source.slice(front.length)).text.trim(), kind, profile };
      }),
  );
}
