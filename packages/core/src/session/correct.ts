import { merge } from '../rules/corrections.ts';
import type { Fix } from '../rules/types.ts';

/** Passes after which corrections that keep leading to others are given up. */
const MAXIMUM_PASSES = 10;

/** A text after its corrections. */
export interface Corrected<R> {
  readonly text: string;
  /** How many corrections were made. */
  readonly count: number;
  /** What linting the corrected text gave. */
  readonly result: R;
}

/**
 * Applies the corrections of characters that findings carry, and lints again until none is left.
 *
 * @param lint - Lints a text.
 */
export function correct<R extends { readonly messages: readonly { readonly fix?: Fix }[] }>(
  text: string,
  first: R,
  lint: (text: string) => R,
): Corrected<R> {
  let current = { text, count: 0, result: first };
  for (let pass = 0; pass < MAXIMUM_PASSES; pass += 1) {
    const fixes = current.result.messages.flatMap(({ fix }) => (fix ? [fix] : []));
    const next = apply(current.text, fixes);
    if (next.text === current.text) break;
    current = { text: next.text, count: current.count + next.count, result: lint(next.text) };
  }
  return current;
}

/** Applies corrections; one that overlaps an earlier one waits for the next pass. */
function apply(text: string, fixes: readonly Fix[]): { text: string; count: number } {
  const fix = merge(text, fixes);
  if (!fix) return { text, count: 0 };
  return { text: text.slice(0, fix.start) + fix.text + text.slice(fix.end), count: fix.count };
}
