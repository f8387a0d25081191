import type { ReadChain } from './chain.ts';

/** The ways through a chain that keep to some of its labels. */
export interface KeptWays {
  /** What of `forward` is theirs, `position * labels + label`. */
  readonly forward: Float64Array;
  /** The logarithm of the odds that a way leaves those labels. */
  readonly oddsAgainst: number;
}

/** Longer odds (as a logarithm) say no more, and rounding would decide them. */
const LONGEST_ODDS = 300;

/**
 * Follows the ways through a chain that keep to some labels.
 *
 * @param keeps - By label: whether it is one of them.
 */
export function waysThatKeep({ chain, moves, forward }: ReadChain, keeps: readonly boolean[]): KeptWays {
  const { edges, labels: L } = chain;
  const n = edges.length;
  const kept = new Float64Array(n * L);
  for (let y = 0; y < L && n > 0; y += 1) if (keeps[y]) kept[y] = forward[y] as number;
  for (let i = 1; i < n; i += 1) {
    const base = (edges[i] as number) * L * L;
    for (let y = 0; y < L; y += 1) {
      if (!keeps[y]) continue;
      let all = 0;
      let some = 0;
      for (let x = 0; x < L; x += 1) {
        const move = moves[base + x * L + y] as number;
        all += (forward[(i - 1) * L + x] as number) * move;
        some += (kept[(i - 1) * L + x] as number) * move;
      }
      kept[i * L + y] = all > 0 ? ((forward[i * L + y] as number) * some) / all : 0;
    }
  }
  let chance = n > 0 ? 0 : 1;
  for (let y = 0; y < L && n > 0; y += 1) chance += kept[(n - 1) * L + y] as number;
  const odds = Math.log1p(-Math.min(1, chance)) - Math.log(chance);
  return { forward: kept, oddsAgainst: Math.max(-LONGEST_ODDS, Math.min(LONGEST_ODDS, odds)) };
}
