import type { ReadChain } from './chain.ts';
import { mix } from './hash.ts';
import type { KeptWays } from './ways.ts';

/**
 * Draws whole readings of a chain, each as often as it is likely.
 *
 * The draws are seeded by the words of the clauses, so an edit hardly changes how a reading goes elsewhere; and
 * at each clause they are spread evenly over what is possible, so that few of them say much.
 *
 * @param seeds - A number for each position that stands for its words.
 * @param count - How many to draw.
 * @param must - A label that each reading has to take somewhere, and the ways that never take it.
 * @returns The label of each position, by reading.
 */
export function drawPaths(
  { chain, moves, forward }: ReadChain,
  seeds: readonly number[],
  count: number,
  must: { readonly label: number; readonly without: KeptWays },
): readonly Uint8Array[] {
  const { edges, labels: L } = chain;
  const n = seeds.length;
  const paths = Array.from({ length: count }, () => new Uint8Array(n));
  const weights = new Float64Array(L);
  const takes = new Uint8Array(count);
  const turns = Array.from({ length: count }, (_, at) => at);
  for (let i = n - 1; i >= 0; i -= 1) {
    shuffle(turns, seeds[i] as number);
    const base = i + 1 < n ? (edges[i + 1] as number) * L * L : 0;
    for (let one = 0; one < count; one += 1) {
      const path = paths[one] as Uint8Array;
      const next = path[i + 1];
      let sum = 0;
      for (let y = 0; y < L; y += 1) {
        const onward = next === undefined ? 1 : (moves[base + y * L + next] as number);
        // Until the label is taken, only those ways count on which it comes before.
        const isOpen = takes[one] === 0 && y !== must.label;
        const barred = isOpen ? (must.without.forward[i * L + y] as number) : 0;
        sum += Math.max(0, (forward[i * L + y] as number) - barred) * onward;
        weights[y] = sum;
      }
      const point = (((turns[one] as number) + 0.5) / count) * sum;
      let label = 0;
      while (label < L - 1 && (weights[label] as number) < point) label += 1;
      path[i] = label;
      if (label === must.label) takes[one] = 1;
    }
  }
  return paths;
}

/** Puts numbers into an order that a seed decides. */
function shuffle(numbers: number[], seed: number): void {
  numbers.sort((a, b) => a - b);
  let state = seed;
  for (let at = numbers.length - 1; at > 0; at -= 1) {
    state = mix(state, at);
    const other = (state >>> 0) % (at + 1);
    const kept = numbers[at] as number;
    numbers[at] = numbers[other] as number;
    numbers[other] = kept;
  }
}
