import type { Fix } from './types.ts';

/** Corrections made into one; `text` takes the place of the range. */
export interface MergedFix extends Fix {
  /** How many corrections it stands for. */
  readonly count: number;
}

/**
 * Makes one correction of many, from left to right; one that overlaps an earlier one is left out.
 *
 * @param source - The text the offsets of the corrections count in.
 * @returns Nothing where there is none.
 */
export function merge(source: string, fixes: readonly Fix[]): MergedFix | undefined {
  const ordered = [...fixes].sort((a, b) => a.start - b.start || a.end - b.end);
  const [first] = ordered;
  if (!first) return undefined;
  const parts: string[] = [];
  let end = first.start;
  let count = 0;
  for (const fix of ordered) {
    if (fix.start < end) continue;
    parts.push(source.slice(end, fix.start), fix.text);
    end = fix.end;
    count += fix.count ?? 1;
  }
  return { start: first.start, end, text: parts.join(''), count };
}
