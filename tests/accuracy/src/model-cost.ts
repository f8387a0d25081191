import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { analyse, parseDocument } from '@narrative-lint/core';
import { loadPass, modelLabeller, type StoredModel } from '@narrative-lint/core/model';
import type { LabelledDraft } from './corpus.ts';

/** Size and time of the committed model on this machine. */
export interface ModelCost {
  /** Of the module with the weights, in kilobytes of 1024. */
  readonly kilobytes: number;
  /** To unpack the weights, in milliseconds; the fastest of some runs, since other programs only slow it. */
  readonly loadMilliseconds: number;
  /** To label a clause of an analysed draft, in microseconds; the median over drafts, each the fastest of some runs. */
  readonly microsecondsPerClause: number;
}

const MOST_DRAFTS = 100;
const REPEATS = 5;

/** Measures the committed model. The figures depend on the machine and what else it does. */
export async function modelCost(drafts: readonly LabelledDraft[]): Promise<ModelCost> {
  const weights = new URL('narrative/model/weights.js', import.meta.resolve('@narrative-lint/core/model'));
  const { storedModel } = (await import(weights.href)) as { storedModel: StoredModel };
  const loadMilliseconds = fastest(() => {
    loadPass(storedModel.second, loadPass(storedModel.first));
  });
  const labeller = modelLabeller(storedModel);
  const perClause = drafts.slice(0, MOST_DRAFTS).map((draft) => {
    const document = parseDocument(draft.text);
    const language = analyse(document);
    const label = () => labeller.label(document, language, draft);
    return (fastest(label) * 1000) / Math.max(1, language.clauses.length);
  });
  return {
    kilobytes: readFileSync(weights).length / 1024,
    loadMilliseconds,
    microsecondsPerClause: median(perClause),
  };
}

/** Milliseconds that the fastest of some runs took. */
function fastest(work: () => void): number {
  const times = Array.from({ length: REPEATS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** One line about size and time. */
export function formatCost({ kilobytes, loadMilliseconds, microsecondsPerClause }: ModelCost): string[] {
  return [
    `Model: ${Math.round(kilobytes)} KB, unpacked in ${loadMilliseconds.toFixed(1)} ms, ${Math.round(microsecondsPerClause)} microseconds per clause, on this machine now`,
  ];
}
