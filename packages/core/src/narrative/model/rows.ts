/** How much two sequences have in common at their beginnings and at their ends, without counting anything twice. */
export interface Overlap {
  readonly head: number;
  readonly tail: number;
}

/**
 * Compares two sequences from both ends.
 *
 * @param same - Whether the one at a place of the first is the one at a place of the second.
 */
export function overlapOf(
  count: number,
  other: number,
  same: (at: number, other: number) => boolean,
): Overlap {
  const least = Math.min(count, other);
  let head = 0;
  while (head < least && same(head, head)) head += 1;
  let tail = 0;
  while (tail < least - head && same(count - 1 - tail, other - 1 - tail)) tail += 1;
  return { head, tail };
}

type Rows = Float64Array | Uint8Array;

/** Whether a row of one table is a row of another, to the last bit. */
export function equalRows(one: Rows, at: number, other: Rows, otherAt: number, size: number): boolean {
  for (let i = at * size, j = otherAt * size, end = i + size; i < end; i += 1, j += 1)
    if (one[i] !== other[j]) return false;
  return true;
}

/**
 * Copies the rows before `head`, and those from `tail` on, from a table in which the latter stand `by` rows further on.
 */
export function takeOver(
  to: Float64Array,
  from: Float64Array,
  head: number,
  tail: number,
  by: number,
  size: number,
): void {
  to.set(from.subarray(0, head * size));
  const end = to.length / size;
  if (tail < end) to.set(from.subarray((tail + by) * size, (end + by) * size), tail * size);
}
