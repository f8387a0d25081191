import { equalRows, overlapOf, takeOver } from './rows.ts';

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

/** A chain that was read, with all that reading one like it can use. */
export interface ReadChain {
  readonly chain: ChainScores;
  /** The exponentials of the transition. */
  readonly moves: Float64Array;
  /** Those of the scores. */
  readonly own: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** The probability of each label at each position. */
  readonly node: Float64Array;
}

/**
 * Forward and backward over a linear chain, each position scaled to sum to one.
 *
 * @returns The probability of each label at each position (`node`), and of each two labels in a row
 *   (`pair`, `(position * labels + from) * labels + to`; empty unless asked for).
 */
export function marginals(chain: ChainScores, withPairs = false): { node: Float64Array; pair: Float64Array } {
  const read = readChain(chain);
  return { node: read.node, pair: withPairs ? pairsOf(read) : new Float64Array(0) };
}

/**
 * As `marginals`, for the nodes alone.
 *
 * @param before - A chain of the same model that was read before. What an edit leaves as it was is taken from
 *   there; the sums die down within a few dozen positions of it, and the result is the same to the last bit.
 */
export function readChain(chain: ChainScores, before?: ReadChain): ReadChain {
  const { scores, edges, labels: L } = chain;
  const n = scores.length / L;
  const known =
    before && before.chain.transition === chain.transition && before.node.length > 0 ? before : undefined;
  const count = known ? known.node.length / L : 0;
  const by = count - n;
  const { head, tail } = overlapOf(n, count, (at, other) => {
    const { chain: old } = known as ReadChain;
    return edges[at] === old.edges[other] && equalRows(scores, at, old.scores, other, L);
  });
  if (known && by === 0 && head === n) return known;

  const moves = known?.moves ?? chain.transition.map(Math.exp);
  const own = new Float64Array(n * L);
  if (known) takeOver(own, known.own, head, n - tail, by, L);
  exponentials(scores, own, head, n - tail, L);

  const forward = new Float64Array(n * L);
  if (known) takeOver(forward, known.forward, head, n, by, L);
  /** From here on nothing differs from what was known. */
  let last = n;
  for (let i = head; i < n; i += 1) {
    if (i === 0) begin(forward, own, chain);
    else stepForward(forward, own, moves, edges, i, L);
    if (known && i >= n - tail && equalRows(forward, i, known.forward, i + by, L)) {
      last = i;
      break;
    }
  }
  if (known) takeOver(forward, known.forward, 0, last, by, L);

  const backward = new Float64Array(n * L);
  let start = n - 1;
  if (known) {
    // A value depends on what stands behind its position, and not on the position itself.
    start = Math.max(0, n - tail - 1);
    if (start + by < 0) start += 1;
    takeOver(backward, known.backward, 0, start, by, L);
  } else if (n > 0) backward.fill(1, start * L);
  /** Before here nothing differs. */
  let first = 0;
  for (let i = start - 1; i >= 0; i -= 1) {
    stepBackward(backward, own, moves, edges, i, L);
    if (known && i < head && equalRows(backward, i, known.backward, i, L)) {
      first = i + 1;
      break;
    }
  }
  if (known) takeOver(backward, known.backward, first, n, by, L);

  const node = new Float64Array(n * L);
  if (known) takeOver(node, known.node, first, last, by, L);
  for (let at = first * L; at < last * L; at += 1)
    node[at] = (forward[at] as number) * (backward[at] as number);
  for (let i = first; i < last; i += 1) scale(node, i * L, L);
  return { chain, moves, own, forward, backward, node };
}

function begin(forward: Float64Array, own: Float64Array, { initial, labels: L }: ChainScores): void {
  for (let y = 0; y < L; y += 1) forward[y] = (own[y] as number) * Math.exp(initial[y] as number);
  scale(forward, 0, L);
}

function stepForward(
  forward: Float64Array,
  own: Float64Array,
  moves: Float64Array,
  edges: Int32Array,
  i: number,
  L: number,
): void {
  const base = (edges[i] as number) * L * L;
  for (let y = 0; y < L; y += 1) {
    let sum = 0;
    for (let x = 0; x < L; x += 1)
      sum += (forward[(i - 1) * L + x] as number) * (moves[base + x * L + y] as number);
    forward[i * L + y] = sum * (own[i * L + y] as number);
  }
  scale(forward, i * L, L);
}

function stepBackward(
  backward: Float64Array,
  own: Float64Array,
  moves: Float64Array,
  edges: Int32Array,
  i: number,
  L: number,
): void {
  const next = (i + 1) * L;
  const base = (edges[i + 1] as number) * L * L;
  for (let x = 0; x < L; x += 1) {
    let sum = 0;
    for (let y = 0; y < L; y += 1)
      sum += (moves[base + x * L + y] as number) * (own[next + y] as number) * (backward[next + y] as number);
    backward[i * L + x] = sum;
  }
  scale(backward, i * L, L);
}

function pairsOf({ chain, moves, own, forward, backward }: ReadChain): Float64Array {
  const { edges, labels: L } = chain;
  const pair = new Float64Array(forward.length * L);
  for (let i = 1; i * L < forward.length; i += 1) {
    const base = (edges[i] as number) * L * L;
    let total = 0;
    for (let x = 0; x < L; x += 1)
      for (let y = 0; y < L; y += 1) {
        const onward =
          (moves[base + x * L + y] as number) * (own[i * L + y] as number) * (backward[i * L + y] as number);
        const both = (forward[(i - 1) * L + x] as number) * onward;
        pair[(i * L + x) * L + y] = both;
        total += both;
      }
    for (let at = i * L * L; at < (i + 1) * L * L; at += 1) pair[at] = (pair[at] as number) / total;
  }
  return pair;
}

/** The exponentials of the scores of some positions, each divided by its largest so that none overflows. */
function exponentials(
  scores: Float64Array,
  into: Float64Array,
  first: number,
  last: number,
  labels: number,
): void {
  for (let from = first * labels; from < last * labels; from += labels) {
    let most = Number.NEGATIVE_INFINITY;
    for (let at = from; at < from + labels; at += 1) most = Math.max(most, scores[at] as number);
    for (let at = from; at < from + labels; at += 1) into[at] = Math.exp((scores[at] as number) - most);
  }
}

/** Makes some values in a row sum to one. */
function scale(values: Float64Array, from: number, count: number): void {
  let sum = 0;
  for (let at = from; at < from + count; at += 1) sum += values[at] as number;
  for (let at = from; at < from + count; at += 1) values[at] = (values[at] as number) / sum;
}
