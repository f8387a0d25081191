import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { corpusHash as recorded, storedModel } from '../../core/src/narrative/model/weights.ts';
import { readCorpus } from '../src/corpus.ts';
import { corpusHash } from '../src/corpus-hash.ts';
import { trainModel } from '../src/train.ts';

const corpus = fileURLToPath(new URL('../../../fixtures/labelled', import.meta.url));

describe('the committed weights', () => {
  it('were trained on the drafts as they are now; if not, run pnpm train', () => {
    expect(recorded).toBe(corpusHash(corpus));
  });

  it('fit in 600 KB', () => {
    expect(JSON.stringify(storedModel).length).toBeLessThan(600_000);
  });
});

describe('the trainer', () => {
  it('gives the same model twice', () => {
    const { drafts, leaning } = readCorpus(corpus);
    const writers = new Set(readdirSync(corpus).slice(0, 2));
    const few = drafts.filter(({ folder }) => writers.has(folder)).filter((_, at) => at % 8 === 0);
    const models = [trainModel(few, leaning), trainModel(few, leaning)];
    expect(models[0]?.second.ids.length).toBeGreaterThan(100);
    expect(JSON.stringify(models[0])).toBe(JSON.stringify(models[1]));
  });
});
