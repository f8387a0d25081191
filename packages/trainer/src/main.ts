import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCorpus } from './corpus.ts';
import { trainModel } from './train.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const corpusFolder = join(root, 'fixtures', 'labelled');
const target = join(root, 'packages', 'core', 'src', 'narrative', 'model', 'weights.ts');

/** A hash over the names and contents of the corpus, so that stale weights are noticed. */
function corpusHash(): string {
  const hash = createHash('sha256');
  for (const folder of readdirSync(corpusFolder).sort()) {
    for (const file of readdirSync(join(corpusFolder, folder)).sort()) {
      hash.update(`${folder}/${file}\n`).update(readFileSync(join(corpusFolder, folder, file)));
    }
  }
  return hash.digest('hex');
}

const { drafts, leaning } = readCorpus(corpusFolder);
const model = trainModel(drafts, leaning);
const source = `// Written by \`pnpm train\`; do not edit.
import type { StoredModel } from './role-model.ts';

/** SHA-256 of the labelled drafts these weights were trained on. */
export const corpusHash = '${corpusHash()}';

export const storedModel: StoredModel = ${JSON.stringify(model)};
`;
writeFileSync(target, source);
console.log(`${drafts.length} drafts read, ${Math.round(source.length / 1024)} KB written`);
