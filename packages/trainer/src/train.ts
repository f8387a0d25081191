import { EDGES, ROLE_ORDER, type StoredModel } from '@narrative-lint/core/model';
import type { TrainingDraft } from './corpus.ts';
import { type Chain, type CrfWeights, trainCrf } from './crf.ts';

/** A feature seen in fewer drafts than this says more of its writer than of its role. */
const FEWEST_DRAFTS = 2;
/** Features kept in the stored model: the heaviest. */
const MOST_FEATURES = 32_000;
/** Models trained with different seeds and averaged. */
export const MODELS = 3;
/** Added to the scores of setback, context and excuse, and taken from other, when the best path is chosen. */
const BIAS: readonly number[] = [0.3, 0.5, 1.5, 0, 0, 0, -0.3];

/**
 * Trains the role model on drafts; the same drafts in the same order give the same model.
 *
 * @param models - How many models are trained with different seeds and averaged.
 */
export function trainModel(
  drafts: readonly TrainingDraft[],
  leaningHashes: ReadonlySet<number>,
  models: number = MODELS,
): StoredModel {
  const indexes = indexFeatures(drafts);
  const chains = drafts.map((draft) => chainOf(draft, indexes));
  const leaning = new Uint8Array(indexes.size);
  for (const [hash, index] of indexes) if (leaningHashes.has(hash)) leaning[index] = 1;
  const runs: CrfWeights[] = [];
  for (let run = 0; run < models; run += 1) {
    runs.push(
      trainCrf(chains, {
        labels: ROLE_ORDER.length,
        features: indexes.size,
        edges: EDGES.length,
        epochs: 20,
        learningRate: 0.1,
        l2: 0.001,
        dropout: 0.5,
        leaning,
        leaningDropout: 0.5,
        seed: 1 + 7 * run,
      }),
    );
  }
  return store(indexes, average(runs));
}

function indexFeatures(drafts: readonly TrainingDraft[]): Map<number, number> {
  const seenIn = new Map<number, number>();
  for (const draft of drafts) {
    for (const hash of new Set(draft.features.flatMap((ids) => [...ids]))) {
      seenIn.set(hash, (seenIn.get(hash) ?? 0) + 1);
    }
  }
  const indexes = new Map<number, number>();
  for (const [hash, count] of seenIn) if (count >= FEWEST_DRAFTS) indexes.set(hash, indexes.size);
  return indexes;
}

function chainOf(draft: TrainingDraft, indexes: ReadonlyMap<number, number>): Chain {
  const features = draft.features.map((ids) =>
    Int32Array.from([...ids].map((id) => indexes.get(id) ?? -1).filter((index) => index >= 0)),
  );
  return { features, edges: draft.edges, labels: draft.labels };
}

function average(runs: readonly CrfWeights[]): CrfWeights {
  const mean = (key: 'unary' | 'transition' | 'initial') => {
    const first = runs[0]?.[key] ?? new Float64Array();
    return first.map((_, i) => runs.reduce((sum, run) => sum + (run[key][i] ?? 0), 0) / runs.length);
  };
  return {
    labels: ROLE_ORDER.length,
    unary: mean('unary'),
    transition: mean('transition'),
    initial: mean('initial'),
  };
}

/** Keeps the heaviest features and rounds their weights to one byte each. */
function store(indexes: ReadonlyMap<number, number>, weights: CrfWeights): StoredModel {
  const { labels, unary } = weights;
  const spread = (index: number) => {
    const own = unary.subarray(index * labels, (index + 1) * labels);
    return Math.max(...own) - Math.min(...own);
  };
  const kept = [...indexes]
    .map(([hash, index]) => ({ hash, index, spread: spread(index) }))
    .sort((a, b) => b.spread - a.spread || a.hash - b.hash)
    .slice(0, MOST_FEATURES)
    .sort((a, b) => a.hash - b.hash);
  let largest = 0;
  for (const { index } of kept) {
    for (let y = 0; y < labels; y += 1) largest = Math.max(largest, Math.abs(unary[index * labels + y] ?? 0));
  }
  const unit = largest / 127;
  const stored = new Int8Array(kept.length * labels);
  kept.forEach(({ index }, at) => {
    for (let y = 0; y < labels; y += 1)
      stored[at * labels + y] = Math.round((unary[index * labels + y] ?? 0) / unit);
  });
  const ids = Int32Array.from(kept.map(({ hash }) => hash));
  const rounded = (values: Float64Array) => [...values].map((value) => Math.round(value * 1000) / 1000);
  return {
    ids: Buffer.from(ids.buffer).toString('base64'),
    weights: Buffer.from(stored.buffer).toString('base64'),
    unit: Number(unit.toPrecision(6)),
    transition: rounded(weights.transition),
    initial: rounded(weights.initial),
    bias: BIAS,
  };
}
