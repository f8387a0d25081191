import { distance } from 'fastest-levenshtein';

/** Up to this many names are listed in full where none is near. */
const LIST_AT_MOST = 12;
/** So many letters that begin a name were meant for it. */
const LONG_ENOUGH = 5;

/**
 * The valid name nearest to a misspelt one, if it is near enough to have been meant.
 *
 * @returns Nothing when more than half of the letters would have to change.
 */
export function nearest(given: string, names: Iterable<string>): string | undefined {
  const wanted = given.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const known = name.toLowerCase();
    // A name cut short is more likely meant than one of the same length with another letter.
    const cut = known.startsWith(`${wanted}-`) || (wanted.length >= LONG_ENOUGH && known.startsWith(wanted));
    const changes = cut ? 0.5 : distance(wanted, known);
    if (changes < least) {
      least = changes;
      best = name;
    }
  }
  return best !== undefined && least <= Math.max(1, Math.floor(Math.max(wanted.length, best.length) / 2))
    ? best
    : undefined;
}

/** A sentence that leads from a misspelt name to the valid one, or to the list of them; empty for none. */
export function suggest(given: string, names: readonly string[]): string {
  const near = nearest(given, names);
  if (near !== undefined) return ` Did you mean "${near}"?`;
  return names.length > 0 && names.length <= LIST_AT_MOST ? ` Known: ${names.join(', ')}.` : '';
}
