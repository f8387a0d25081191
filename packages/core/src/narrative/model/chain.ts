/** Scores of the roles along a chain of clauses, and what they say of each. */
export interface ChainScores {
  /** Scores of the labels at each position, `position * labels + label`. */
  readonly scores: Float64Array;
  /** Kind of boundary before each position; the first entry is not used. */
  readonly edges: Int32Array;
  readonly transition: Float64Array;
  readonly initial: Float64Array;
  readonly labels: number;
}

/**
 * Forward and backward over a linear chain, each position scaled to sum to one.
 *
 * @returns The probability of each label at each position (`node`), and of each two labels in a row
 *   (`pair`, `(position * labels + from) * labels + to`; empty unless asked for).
 */
export function marginals(chain: ChainScores, withPairs = false): { node: Float64Array; pair: Float64Array } {
  const { scores, edges, labels: L } = chain;
  const n = scores.length / L;
  const node = new Float64Array(n * L);
  const pair = new Float64Array(withPairs ? n * L * L : 0);
  if (n === 0) return { node, pair };
  const own = exponentials(scores, L);
  const moves = chain.transition.map(Math.exp);
  const forward = new Float64Array(n * L);
  for (let y = 0; y < L; y += 1) forward[y] = (own[y] as number) * Math.exp(chain.initial[y] as number);
  scale(forward, 0, L);
  for (let i = 1; i < n; i += 1) {
    const base = (edges[i] as number) * L * L;
    for (let y = 0; y < L; y += 1) {
      let sum = 0;
      for (let x = 0; x < L; x += 1)
        sum += (forward[(i - 1) * L + x] as number) * (moves[base + x * L + y] as number);
      forward[i * L + y] = sum * (own[i * L + y] as number);
    }
    scale(forward, i * L, L);
  }
  let backward = new Float64Array(L).fill(1);
  let next = new Float64Array(L);
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let y = 0; y < L; y += 1) node[i * L + y] = (forward[i * L + y] as number) * (backward[y] as number);
    scale(node, i * L, L);
    if (i === 0) break;
    const base = (edges[i] as number) * L * L;
    let total = 0;
    for (let x = 0; x < L; x += 1) {
      let sum = 0;
      for (let y = 0; y < L; y += 1) {
        const onward =
          (moves[base + x * L + y] as number) * (own[i * L + y] as number) * (backward[y] as number);
        sum += onward;
        if (withPairs) {
          const both = (forward[(i - 1) * L + x] as number) * onward;
          pair[(i * L + x) * L + y] = both;
          total += both;
        }
      }
      next[x] = sum;
    }
    if (withPairs)
      for (let at = i * L * L; at < (i + 1) * L * L; at += 1) pair[at] = (pair[at] as number) / total;
    scale(next, 0, L);
    [backward, next] = [next, backward];
  }
  return { node, pair };
}

/** The exponentials of the scores, each position divided by its largest so that none overflows. */
function exponentials(scores: Float64Array, labels: number): Float64Array {
  const result = new Float64Array(scores.length);
  for (let from = 0; from < scores.length; from += labels) {
    let most = Number.NEGATIVE_INFINITY;
    for (let at = from; at < from + labels; at += 1) most = Math.max(most, scores[at] as number);
    for (let at = from; at < from + labels; at += 1) result[at] = Math.exp((scores[at] as number) - most);
  }
  return result;
}

/** Makes some values in a row sum to one. */
function scale(values: Float64Array, from: number, count: number): void {
  let sum = 0;
  for (let at = from; at < from + count; at += 1) sum += values[at] as number;
  for (let at = from; at < from + count; at += 1) values[at] = (values[at] as number) / sum;
}
