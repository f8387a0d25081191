import { marginals } from '@narrative-lint/core/model';
import { SeededRandom } from './random.ts';

/** A draft as the trainer sees it: features, edges and gold labels of its clauses. */
export interface Chain {
  /** Indexes of the features of each clause. */
  readonly features: readonly Int32Array[];
  /** Kind of boundary before each clause; the first entry is not used. */
  readonly edges: Int32Array;
  readonly labels: Int32Array;
}

/** The weights of a linear-chain conditional random field. */
export interface CrfWeights {
  readonly labels: number;
  /** Feature weights, `feature * labels + label`. */
  readonly unary: Float64Array;
  /** Role changes, `(edge * labels + from) * labels + to`. */
  readonly transition: Float64Array;
  readonly initial: Float64Array;
}

export interface TrainingOptions {
  readonly labels: number;
  readonly features: number;
  readonly edges: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Strength of the pull of every weight toward zero. */
  readonly l2: number;
  /** Share of the features of a clause that are hidden at each visit, so that no single word is relied on. */
  readonly dropout: number;
  /** Features that lean on a phrase found elsewhere in the draft: 1 for each such feature. */
  readonly leaning: Uint8Array;
  /** Share of visits at which a whole draft is read without its leaning features. */
  readonly leaningDropout: number;
  readonly seed: number;
}

/** A smaller difference between a label and its probability changes no weight. */
const SMALLEST_STEP = 2e-3;

/**
 * Trains a linear-chain CRF by stochastic gradient steps (AdaGrad) on the conditional likelihood, one draft
 * at a time in a seeded order, and returns the average of the weights over the second half of the run.
 */
export function trainCrf(chains: readonly Chain[], options: TrainingOptions): CrfWeights {
  const {
    labels: L,
    features,
    edges,
    epochs,
    learningRate,
    l2,
    dropout,
    leaning,
    leaningDropout,
    seed,
  } = options;
  const random = new SeededRandom(seed);
  const unary = new Float64Array(features * L);
  const transition = new Float64Array(edges * L * L);
  const initial = new Float64Array(L);
  const unarySquares = new Float64Array(features * L).fill(1e-2);
  const transitionSquares = new Float64Array(edges * L * L).fill(1e-2);
  const initialSquares = new Float64Array(L).fill(1e-2);
  const unarySum = new Float64Array(features * L);
  const transitionSum = new Float64Array(edges * L * L);
  const initialSum = new Float64Array(L);
  let averaged = 0;
  const order = chains.map((_, i) => i);
  const update = (weights: Float64Array, squares: Float64Array, at: number, gradient: number) => {
    const g = gradient - l2 * (weights[at] as number);
    const square = (squares[at] as number) + g * g;
    squares[at] = square;
    weights[at] = (weights[at] as number) + (learningRate * g) / Math.sqrt(square);
  };

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    random.shuffle(order);
    for (const index of order) {
      const chain = chains[index];
      if (!chain || chain.labels.length === 0) continue;
      const upright = random.next() < leaningDropout;
      const kept = chain.features.map((ids) =>
        ids.filter((id) => random.next() >= dropout && !(upright && leaning[id] === 1)),
      );
      const scale = 1 / (1 - dropout);
      const n = chain.labels.length;
      const scores = new Float64Array(n * L);
      for (let i = 0; i < n; i += 1) {
        for (const id of kept[i] as Int32Array) {
          for (let y = 0; y < L; y += 1)
            scores[i * L + y] = (scores[i * L + y] as number) + scale * (unary[id * L + y] as number);
        }
      }
      const { node, pair } = marginals({ scores, edges: chain.edges, transition, initial, labels: L });
      for (let i = 0; i < n; i += 1) {
        const gold = chain.labels[i] as number;
        for (let y = 0; y < L; y += 1) {
          const delta = (y === gold ? 1 : 0) - (node[i * L + y] as number);
          // What is all but certain teaches nothing, and most of the time would go into it.
          if (Math.abs(delta) < SMALLEST_STEP) continue;
          for (const id of kept[i] as Int32Array) update(unary, unarySquares, id * L + y, scale * delta);
        }
        if (i === 0) {
          for (let y = 0; y < L; y += 1)
            update(initial, initialSquares, y, (y === gold ? 1 : 0) - (node[y] as number));
          continue;
        }
        const before = chain.labels[i - 1] as number;
        const base = (chain.edges[i] as number) * L * L;
        for (let x = 0; x < L; x += 1) {
          for (let y = 0; y < L; y += 1) {
            const target = x === before && y === gold ? 1 : 0;
            update(
              transition,
              transitionSquares,
              base + x * L + y,
              target - (pair[(i * L + x) * L + y] as number),
            );
          }
        }
      }
    }
    if (epoch >= epochs / 2) {
      averaged += 1;
      addTo(unarySum, unary);
      addTo(transitionSum, transition);
      addTo(initialSum, initial);
    }
  }
  return {
    labels: L,
    unary: unarySum.map((sum) => sum / averaged),
    transition: transitionSum.map((sum) => sum / averaged),
    initial: initialSum.map((sum) => sum / averaged),
  };
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + (values[i] as number);
}
