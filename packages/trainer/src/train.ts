import { EDGES, idsOf, ROLE_ORDER, type StoredModel, secondPassFeatures } from '@narrative-lint/core/model';
import type { TrainingDraft } from './corpus.ts';
import { type Chain, type CrfWeights, trainCrf } from './crf.ts';
import { probabilities } from './probabilities.ts';
import { heaviest, store } from './store.ts';

/** A feature of fewer writers than this says more of who wrote than of a role. */
const FEWEST_WRITERS = 2;
/** Features of the clauses themselves that each pass keeps: the heaviest of a short first training. */
const KEPT_FEATURES = 43_500;
/** Groups of writers for the first readings that the second pass learns from; each is read by a model of the others. */
const GROUPS = 4;
/** Runs over the same drafts in other orders, whose weights are averaged. */
const RUNS = 4;
const EPOCHS = { selection: 8, readings: 10, pass: 20 };
/** Small steps: large ones overrate what few clauses have. To tell which features matter, large ones do better. */
const STEPS = { learningRate: 0.04, firstSquare: 0.1, l2: 0 };
const SELECTION_STEPS = { learningRate: 0.1, firstSquare: 0.01, l2: 0.001 };
/** Added to the scores of the roles when a draft is read: a story is worth a risk, an excuse most of all. */
const BIAS: readonly number[] = [0.5, 0.25, 0.8, 0.25, 0.1, 0.35, -0.7];
/** What the weights of the second pass are multiplied by: the clauses of a story bear each other out. */
const CERTAINTY = 1.2;

/**
 * Trains both passes of the role model; the same drafts in the same order give the same model.
 *
 * The second pass sees how the first one reads the clauses around. It must learn from readings as good as
 * those that it will meet, so each draft is read by a first pass that never saw its writer.
 */
export function trainModel(
  drafts: readonly TrainingDraft[],
  leaningHashes: ReadonlySet<number>,
): StoredModel {
  const all = indexFeatures(
    drafts,
    drafts.map(({ features }) => features),
  );
  const scan = train(
    drafts.map((draft) => chainOf(draft, draft.features, all)),
    all,
    leaningHashes,
    77,
    EPOCHS.selection,
  );
  const kept = indexed(heaviest(all, scan, clausesOf(drafts), KEPT_FEATURES));
  const chains = drafts.map((draft) => chainOf(draft, draft.features, kept));
  const first = train(chains, kept, leaningHashes, 1, EPOCHS.pass);

  const writers = [...new Set(drafts.map(({ folder }) => folder))];
  const around: Int32Array[][] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const isOut = drafts.map(({ folder }) => writers.indexOf(folder) % GROUPS === group);
    const others = train(
      chains.filter((_, at) => !isOut[at]),
      kept,
      leaningHashes,
      100 + group,
      EPOCHS.readings,
    );
    drafts.forEach((draft, at) => {
      if (isOut[at])
        around[at] = secondPassFeatures(draft.clauses, probabilities(chains[at] as Chain, others));
    });
  }
  const both = indexed([...kept.keys(), ...indexFeatures(drafts, around).keys()]);
  const second = train(
    drafts.map((draft, at) =>
      chainOf(
        draft,
        draft.features.map((ids, clause) => Int32Array.of(...ids, ...((around[at] ?? [])[clause] ?? []))),
        both,
      ),
    ),
    both,
    leaningHashes,
    200,
    EPOCHS.pass,
  );
  const stored = store(kept, first);
  return { first: stored, second: store(both, surer(second, CERTAINTY), [...idsOf(stored)]), bias: BIAS };
}

function train(
  chains: readonly Chain[],
  indexes: ReadonlyMap<number, number>,
  leaningHashes: ReadonlySet<number>,
  seed: number,
  epochs: number,
): CrfWeights {
  const leaning = new Uint8Array(indexes.size);
  for (const [hash, index] of indexes) if (leaningHashes.has(hash)) leaning[index] = 1;
  const runs = Array.from({ length: epochs === EPOCHS.pass ? RUNS : 1 }, (_, run) =>
    trainCrf(chains, {
      labels: ROLE_ORDER.length,
      features: indexes.size,
      edges: EDGES.length,
      epochs,
      ...(epochs === EPOCHS.selection ? SELECTION_STEPS : STEPS),
      dropout: 0.5,
      leaning,
      leaningDropout: 0.5,
      seed: seed + run * 1000,
    }),
  );
  return averageOf(runs);
}

/** The mean of several runs: what each owes to the order of its drafts cancels out. */
function averageOf(runs: readonly CrfWeights[]): CrfWeights {
  const mean = (of: (weights: CrfWeights) => Float64Array) => {
    const sum = new Float64Array(of(runs[0] as CrfWeights).length);
    for (const run of runs)
      of(run).forEach((weight, at) => {
        sum[at] = (sum[at] as number) + weight / runs.length;
      });
    return sum;
  };
  return {
    labels: ROLE_ORDER.length,
    unary: mean(({ unary }) => unary),
    transition: mean(({ transition }) => transition),
    initial: mean(({ initial }) => initial),
  };
}

function surer({ labels, unary, transition, initial }: CrfWeights, times: number): CrfWeights {
  const more = (weights: Float64Array) => weights.map((weight) => weight * times);
  return { labels, unary: more(unary), transition: more(transition), initial: more(initial) };
}

/** Numbers the features that enough writers have. */
function indexFeatures(
  drafts: readonly TrainingDraft[],
  features: readonly (readonly Int32Array[])[],
): Map<number, number> {
  const writers = new Map<number, Set<string>>();
  drafts.forEach(({ folder }, at) => {
    for (const hash of new Set(features[at]?.flatMap((ids) => [...ids]))) {
      const known = writers.get(hash);
      if (known) known.add(folder);
      else writers.set(hash, new Set([folder]));
    }
  });
  return indexed([...writers].filter(([, { size }]) => size >= FEWEST_WRITERS).map(([hash]) => hash));
}

/** In how many clauses each feature is. */
function clausesOf(drafts: readonly TrainingDraft[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of drafts)
    for (const ids of features) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function indexed(hashes: readonly number[]): Map<number, number> {
  return new Map([...new Set(hashes)].map((hash, index) => [hash, index]));
}

function chainOf(
  draft: TrainingDraft,
  features: readonly Int32Array[],
  indexes: ReadonlyMap<number, number>,
): Chain {
  return {
    features: features.map((ids) =>
      Int32Array.from([...ids].map((id) => indexes.get(id) ?? -1).filter((index) => index >= 0)),
    ),
    edges: draft.edges,
    labels: draft.labels,
  };
}
