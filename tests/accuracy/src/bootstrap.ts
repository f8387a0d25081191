/** A figure with the bounds that hold it in 95 of 100 resamples. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const RESAMPLES = 1000;
const SEED = 20260;
const TAIL = 0.025;

/**
 * Percentile bootstrap (Efron 1979): draws as many items as there are, with replacement, many times over,
 * and takes the middle 95 % of each figure. The seed is fixed, so the bounds are the same each time.
 *
 * @param figuresOf - The figures of some items; called for all items and for each resample.
 */
export function bootstrap<Item, Name extends string>(
  items: readonly Item[],
  figuresOf: (items: readonly Item[]) => Readonly<Record<Name, number>>,
  resamples = RESAMPLES,
): Readonly<Record<Name, Interval>> {
  const whole = figuresOf(items);
  const names = Object.keys(whole) as Name[];
  const random = generator(SEED);
  const drawn = Array.from({ length: resamples }, () =>
    figuresOf(items.map(() => items[Math.floor(random() * items.length)] as Item)),
  );
  return Object.fromEntries(
    names.map((name) => {
      const values = drawn.map((figures) => figures[name]).sort((a, b) => a - b);
      const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? whole[name];
      return [name, { value: whole[name], low: at(TAIL), high: at(1 - TAIL) }];
    }),
  ) as Record<Name, Interval>;
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
