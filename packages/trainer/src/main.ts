import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCorpus } from './corpus.ts';
import { corpusHash } from './corpus-hash.ts';
import { trainModel } from './train.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const corpusFolder = join(root, 'fixtures', 'labelled');
const target = join(root, 'packages', 'core', 'src', 'narrative', 'model', 'weights.ts');

const { drafts, leaning } = readCorpus(corpusFolder);
const model = trainModel(drafts, leaning);
const source = `// Written by \`pnpm train\`; do not edit.
import type { StoredModel } from './role-model.ts';

/** SHA-256 of the labelled drafts these weights were trained on. */
export const corpusHash = '${corpusHash(corpusFolder)}';

export const storedModel: StoredModel = ${JSON.stringify(model)};
`;
writeFileSync(target, source);
console.log(`${drafts.length} drafts read, ${Math.round(source.length / 1024)} KB written`);
