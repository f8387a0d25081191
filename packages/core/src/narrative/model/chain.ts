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
 * Forward and backward over a linear chain.
 *
 * @returns The probability of each label at each position (`node`), and of each two labels in a row
 *   (`pair`, `(position * labels + from) * labels + to`).
 */
export function marginals(chain: ChainScores): { node: Float64Array; pair: Float64Array } {
  const { scores, edges, transition, initial, labels: L } = chain;
  const n = scores.length / L;
  const forward = new Float64Array(n * L);
  const backward = new Float64Array(n * L);
  const node = new Float64Array(n * L);
  const pair = new Float64Array(n * L * L);
  if (n === 0) return { node, pair };
  const term = new Float64Array(L);
  for (let y = 0; y < L; y += 1) forward[y] = (scores[y] as number) + (initial[y] as number);
  for (let i = 1; i < n; i += 1) {
    const base = (edges[i] as number) * L * L;
    for (let y = 0; y < L; y += 1) {
      for (let x = 0; x < L; x += 1)
        term[x] = (forward[(i - 1) * L + x] as number) + (transition[base + x * L + y] as number);
      forward[i * L + y] = (scores[i * L + y] as number) + logSum(term);
    }
  }
  for (let i = n - 2; i >= 0; i -= 1) {
    const base = (edges[i + 1] as number) * L * L;
    for (let x = 0; x < L; x += 1) {
      for (let y = 0; y < L; y += 1) {
        const after = (scores[(i + 1) * L + y] as number) + (backward[(i + 1) * L + y] as number);
        term[y] = (transition[base + x * L + y] as number) + after;
      }
      backward[i * L + x] = logSum(term);
    }
  }
  for (let y = 0; y < L; y += 1) term[y] = forward[(n - 1) * L + y] as number;
  const total = logSum(term);
  for (let i = 0; i < n; i += 1) {
    const base = (edges[i] as number) * L * L;
    for (let y = 0; y < L; y += 1) {
      const rest = (backward[i * L + y] as number) - total;
      node[i * L + y] = Math.exp((forward[i * L + y] as number) + rest);
      if (i === 0) continue;
      const here = (scores[i * L + y] as number) + rest;
      for (let x = 0; x < L; x += 1) {
        const before = (forward[(i - 1) * L + x] as number) + (transition[base + x * L + y] as number);
        pair[(i * L + x) * L + y] = Math.exp(before + here);
      }
    }
  }
  return { node, pair };
}

function logSum(terms: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const term of terms) if (term > most) most = term;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}
