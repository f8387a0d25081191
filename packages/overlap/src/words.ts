/** The words of a text as numbers, with the places where they stand. */
export interface Words {
  /** A hash of each word, whatever its case and its accents. Words that may be shared have 0, and match nothing. */
  readonly hashes: Uint32Array;
  /** Where each word starts and ends, in UTF-16 code units of the text: two numbers a word. */
  readonly places: Uint32Array;
  /** Whether each word stands between quotation marks: 1 where it does. */
  readonly quoted: Uint8Array;
}

/** Runs of words that texts may share, by the hash of each. */
export type Allowed = ReadonlySet<number>;

/** A run of so many words in a row is known again in a text; shorter passages cannot be allowed. */
const RUN = 5;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['\u2019][\p{L}\p{M}]+)*/gu;
/** Between two of these stands a quotation; one that never ends is none. */
const QUOTATION = /["\u201C\u201D][^"\u201C\u201D]{1,2000}["\u201C\u201D]/gu;
const ALLOWED = 0;

/**
 * Reads a text.
 *
 * @param from - Where it begins, in UTF-16 code units: front matter before it is no part of it.
 * @param allowed - What it may share with others.
 */
export function wordsOf(text: string, from = 0, allowed: Allowed = new Set()): Words {
  const hashes: number[] = [];
  const places: number[] = [];
  const quoted: number[] = [];
  const quotations = [...text.slice(from).matchAll(QUOTATION)];
  let next = 0;
  for (const { 0: word, index } of text.slice(from).matchAll(WORD)) {
    while (
      (quotations[next]?.index ?? Number.POSITIVE_INFINITY) + (quotations[next]?.[0].length ?? 0) <=
      index
    )
      next += 1;
    hashes.push(hashOf(word));
    places.push(from + index, from + index + word.length);
    quoted.push((quotations[next]?.index ?? Number.POSITIVE_INFINITY) <= index ? 1 : 0);
  }
  if (allowed.size > 0) allow(hashes, allowed);
  return {
    hashes: Uint32Array.from(hashes),
    places: Uint32Array.from(places),
    quoted: Uint8Array.from(quoted),
  };
}

/** What texts may share, from passages that are known to everybody. */
export function allowedIn(text: string): Allowed {
  const { hashes } = wordsOf(text);
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= hashes.length; at += 1) runs.add(runAt(hashes, at));
  return runs;
}

function allow(hashes: number[], allowed: Allowed): void {
  const original = Uint32Array.from(hashes);
  for (let at = 0; at + RUN <= original.length; at += 1)
    if (allowed.has(runAt(original, at))) hashes.fill(ALLOWED, at, at + RUN);
}

function runAt(hashes: ArrayLike<number>, at: number): number {
  let hash = 1;
  for (let word = at; word < at + RUN; word += 1) hash = Math.imul(hash, 0x01000193) ^ (hashes[word] ?? 0);
  return hash >>> 0;
}

/** FNV-1a over the letters without case and accents; never 0. */
function hashOf(word: string): number {
  const plain = word
    .normalize('NFKD')
    .replace(/[\p{M}'\u2019]/gu, '')
    .toLowerCase();
  let hash = 0x811c9dc5;
  for (let at = 0; at < plain.length; at += 1) hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
}
