import { nearest } from '@narrative-lint/core';

/** ` Did you mean x?` after a mistyped name, or nothing when no known name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const best = nearest(name, known);
  return best ? ` Did you mean ${best}?` : '';
}
