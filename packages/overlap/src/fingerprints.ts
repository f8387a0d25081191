/** Words in a row of which one number is made. */
export const RUN = 8;
/** Of so many numbers in a row the least is kept, so that two texts keep the same one of a passage they share. */
const WINDOW = 8;
/** Passages of at least so many words are found without fail; shorter ones are chance too often. */
export const FEWEST_WORDS = RUN + WINDOW - 1;

/** Keeps the hash of a run that begins at a word. */
export type Keep = (hash: number, word: number) => void;

/**
 * Winnowing (Schleimer, Wilkerson, Aiken: Local Algorithms for Document Fingerprinting, SIGMOD 2003): of all runs
 * of words those are kept that are the least among their neighbours, so that a few numbers stand for a text.
 */
export function fingerprints(hashes: Uint32Array, keep: Keep): void {
  const runs = hashes.length - RUN + 1;
  if (runs <= 0) return;
  const values = Float64Array.from({ length: runs }, (_, at) => runAt(hashes, at));
  let last = -1;
  for (let from = 0; from === 0 || from + WINDOW <= runs; from += 1) {
    let least = from;
    for (let at = from + 1; at < Math.min(from + WINDOW, runs); at += 1)
      if ((values[at] as number) <= (values[least] as number)) least = at;
    if (least === last) continue;
    last = least;
    const value = values[least] as number;
    if (Number.isFinite(value)) keep(value, least);
  }
}

/** A run of words as one number below 2^53; infinite where a word in it may be shared by all. */
function runAt(hashes: Uint32Array, at: number): number {
  let high = 7;
  let low = 13;
  for (let word = at; word < at + RUN; word += 1) {
    const hash = hashes[word] as number;
    if (hash === 0) return Number.POSITIVE_INFINITY;
    high = Math.imul(high ^ hash, 0x01000193);
    low = Math.imul(low ^ hash, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
