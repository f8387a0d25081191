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
  /** What the squares of a weight's gradients start from: the larger, the smaller the first steps. */
  readonly firstSquare: number;
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

/** One table of weights with what AdaGrad and the averaging need to know of each. */
class Table {
  readonly weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #sums: Float64Array;
  readonly #rate: number;
  readonly #l2: number;

  constructor(size: number, { learningRate, firstSquare, l2 }: TrainingOptions) {
    this.weights = new Float64Array(size);
    this.#squares = new Float64Array(size).fill(firstSquare);
    this.#sums = new Float64Array(size);
    this.#rate = learningRate;
    this.#l2 = l2;
  }

  /** Moves one weight up its gradient. */
  step(at: number, gradient: number): void {
    const weight = this.weights[at] as number;
    const g = gradient - this.#l2 * weight;
    const square = (this.#squares[at] as number) + g * g;
    this.#squares[at] = square;
    this.weights[at] = weight + (this.#rate * g) / Math.sqrt(square);
  }

  remember(): void {
    for (let at = 0; at < this.weights.length; at += 1)
      this.#sums[at] = (this.#sums[at] as number) + (this.weights[at] as number);
  }

  average(times: number): Float64Array {
    return this.#sums.map((sum) => sum / times);
  }
}

/**
 * Trains a linear-chain CRF by stochastic gradient steps (AdaGrad) on the conditional likelihood, one draft
 * at a time in a seeded order, and returns the average of the weights over the second half of the run.
 */
export function trainCrf(chains: readonly Chain[], options: TrainingOptions): CrfWeights {
  const { labels: L, features, edges, epochs, dropout, leaning, leaningDropout } = options;
  const random = new SeededRandom(options.seed);
  const unary = new Table(features * L, options);
  const transition = new Table(edges * L * L, options);
  const initial = new Table(L, options);
  const longest = Math.max(0, ...chains.map((chain) => chain.features.length));
  const most = Math.max(
    0,
    ...chains.map(({ features: ids }) => ids.reduce((sum, { length }) => sum + length, 0)),
  );
  const kept = new Int32Array(most);
  const ends = new Int32Array(longest + 1);
  const scale = 1 / (1 - dropout);
  const order = chains.map((_, i) => i);
  let averaged = 0;

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    random.shuffle(order);
    for (const index of order) {
      const chain = chains[index];
      if (!chain || chain.labels.length === 0) continue;
      const upright = random.next() < leaningDropout;
      const n = chain.labels.length;
      const scores = new Float64Array(n * L);
      let count = 0;
      for (let i = 0; i < n; i += 1) {
        for (const id of chain.features[i] as Int32Array) {
          if (random.next() < dropout || (upright && leaning[id] === 1)) continue;
          kept[count] = id;
          count += 1;
          for (let y = 0; y < L; y += 1)
            scores[i * L + y] = (scores[i * L + y] as number) + scale * (unary.weights[id * L + y] as number);
        }
        ends[i] = count;
      }
      const { node, pair } = marginals(
        { scores, edges: chain.edges, transition: transition.weights, initial: initial.weights, labels: L },
        true,
      );
      for (let i = 0; i < n; i += 1) {
        const gold = chain.labels[i] as number;
        for (let y = 0; y < L; y += 1) {
          const delta = (y === gold ? 1 : 0) - (node[i * L + y] as number);
          // What is all but certain teaches nothing, and most of the time would go into it.
          if (Math.abs(delta) < SMALLEST_STEP) continue;
          for (let at = i === 0 ? 0 : (ends[i - 1] as number); at < (ends[i] as number); at += 1)
            unary.step((kept[at] as number) * L + y, scale * delta);
          if (i === 0) initial.step(y, delta);
        }
        if (i === 0) continue;
        const base = (chain.edges[i] as number) * L * L;
        const goldPair = (chain.labels[i - 1] as number) * L + gold;
        for (let at = 0; at < L * L; at += 1)
          transition.step(base + at, (at === goldPair ? 1 : 0) - (pair[i * L * L + at] as number));
      }
    }
    if (epoch < epochs / 2) continue;
    averaged += 1;
    for (const table of [unary, transition, initial]) table.remember();
  }
  return {
    labels: L,
    unary: unary.average(averaged),
    transition: transition.average(averaged),
    initial: initial.average(averaged),
  };
}
