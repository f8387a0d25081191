import { FEWEST_WORDS, fingerprints, RUN } from './fingerprints.ts';
import type { Words } from './words.ts';

/** Where a shared passage stands in one text. */
export interface Place {
  /** The text, by its number among those compared. */
  readonly text: number;
  /** UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** A passage that two or more texts have in common. */
export interface SharedPassage {
  readonly words: number;
  /** It stands between quotation marks in each of them: two may quote the same author. */
  readonly quoted: boolean;
  /** One for each text, in the order of the texts. */
  readonly places: readonly Place[];
}

/** A passage that more texts have is told once for all of them, and not for each two. */
const MOST_TEXTS = 6;

interface Posting {
  readonly text: number;
  readonly word: number;
}

/** A passage before it has offsets. */
interface Found {
  readonly length: number;
  readonly at: readonly Posting[];
}

/**
 * Finds all passages of at least `FEWEST_WORDS` words that texts share, the longest first.
 *
 * @param texts - Words of each text, as `wordsOf` gives them.
 * @param apart - Says of two texts that they may share whatever they like: versions of one text, or two old ones.
 */
export function findShared(
  texts: readonly Words[],
  apart: (one: number, other: number) => boolean = () => false,
): SharedPassage[] {
  const found: Found[] = [];
  const covered = new Covered();
  for (const postings of indexOf(texts).values()) {
    const each = firstInEachText(postings);
    if (each.length > MOST_TEXTS) addGroup(texts, each, apart, covered, found);
    else addPairs(texts, each, apart, covered, found);
  }
  return merged(found)
    .map((passage) => placed(texts, passage))
    .sort((a, b) => b.words - a.words || comparePlaces(a.places, b.places));
}

/** Where each kept run of words stands; those that stand at one place only are left out. */
function indexOf(texts: readonly Words[]): Map<number, Posting[]> {
  const first = new Map<number, number>();
  const shared = new Map<number, Posting[]>();
  const most = Math.max(1, ...texts.map(({ hashes }) => hashes.length));
  texts.forEach(({ hashes }, text) => {
    fingerprints(hashes, (hash, word) => {
      const before = first.get(hash);
      if (before === undefined) {
        first.set(hash, text * most + word);
        return;
      }
      const postings = shared.get(hash);
      if (postings) postings.push({ text, word });
      else
        shared.set(hash, [
          { text: Math.floor(before / most), word: before % most },
          { text, word },
        ]);
    });
  });
  return shared;
}

/** What a text says twice counts where it says it first. */
function firstInEachText(postings: readonly Posting[]): Posting[] {
  return postings.filter(({ text }, at) => postings[at - 1]?.text !== text);
}

/**
 * A run that many texts have. It may be a usual turn of phrase in the midst of longer passages that only some of
 * them share, so that those come together which agree in all words of a shortest passage around it.
 */
function addGroup(
  texts: readonly Words[],
  postings: readonly Posting[],
  apart: (one: number, other: number) => boolean,
  covered: Covered,
  found: Found[],
): void {
  // What all of them have anyway was told when its first run was looked at.
  if (covered.has(postings, FEWEST_WORDS)) return;
  for (let before = 0; before <= FEWEST_WORDS - RUN; before += 1) {
    const alike = new Map<string, Posting[]>();
    for (const posting of postings) {
      const from = posting.word - before;
      const hashes = texts[posting.text]?.hashes ?? new Uint32Array();
      if (from < 0 || from + FEWEST_WORDS > hashes.length) continue;
      const words = hashes.subarray(from, from + FEWEST_WORDS);
      if (words.includes(0)) continue;
      const key = words.join(' ');
      const same = alike.get(key);
      if (same) same.push(posting);
      else alike.set(key, [posting]);
    }
    for (const some of alike.values()) {
      if (some.length > MOST_TEXTS) addTold(texts, some, apart, covered, found);
      else addPairs(texts, some, apart, covered, found);
    }
  }
}

function addPairs(
  texts: readonly Words[],
  postings: readonly Posting[],
  apart: (one: number, other: number) => boolean,
  covered: Covered,
  found: Found[],
): void {
  for (const [at, one] of postings.entries())
    for (const other of postings.slice(at + 1))
      if (!apart(one.text, other.text)) add(texts, [one, other], covered, found);
}

/** A passage that many texts have; which of them are old ones that need no mention, `apart` says. */
function addTold(
  texts: readonly Words[],
  postings: readonly Posting[],
  apart: (one: number, other: number) => boolean,
  covered: Covered,
  found: Found[],
): void {
  const told = postings.filter((one) =>
    postings.some((other) => other !== one && !apart(one.text, other.text)),
  );
  if (told.length > 1) add(texts, told, covered, found);
}

/** Makes the passage as long as all its texts agree, unless it is known. */
function add(texts: readonly Words[], postings: readonly Posting[], covered: Covered, found: Found[]): void {
  if (covered.has(postings)) return;
  const same = (by: number) => {
    const word = (posting: Posting) => texts[posting.text]?.hashes[posting.word + by] ?? 0;
    const first = word(postings[0] as Posting);
    return first !== 0 && postings.every((posting) => word(posting) === first);
  };
  let from = 0;
  while (same(from - 1)) from -= 1;
  let to = 0;
  while (same(to)) to += 1;
  const at = postings.map(({ text, word }) => ({ text, word: word + from }));
  covered.add(at, to - from);
  if (to - from >= FEWEST_WORDS) found.push({ length: to - from, at });
}

/** Passages that were found for two texts at a time, told once for all that have them. */
function merged(found: readonly Found[]): Found[] {
  const groups = new Map<string, Map<string, Posting>>();
  for (const { length, at } of found) {
    const keys = at.map(({ text, word }) => `${length}:${text}:${word}`);
    const known = [...new Set(keys.flatMap((key) => groups.get(key) ?? []))];
    const group = known[0] ?? new Map<string, Posting>();
    for (const other of known.slice(1)) for (const [key, posting] of other) group.set(key, posting);
    for (const [index, key] of keys.entries()) group.set(key, at[index] as Posting);
    for (const key of group.keys()) groups.set(key, group);
  }
  return [...new Set(groups.values())].map((group) => {
    const at = [...group.values()].sort((a, b) => a.text - b.text || a.word - b.word);
    return { length: Number([...group.keys()][0]?.split(':')[0]), at };
  });
}

/** Passages that are known, by their texts and by how far their places lie apart. */
class Covered {
  private readonly known = new Map<string, (readonly [from: number, to: number])[]>();

  /** @param least - Words of a passage from which on it counts. */
  has(postings: readonly Posting[], least = 0): boolean {
    const word = postings[0]?.word ?? 0;
    const ranges = this.known.get(keyOf(postings)) ?? [];
    return ranges.some(([from, to]) => from <= word && word < to && to - from >= least);
  }

  add(postings: readonly Posting[], length: number): void {
    const key = keyOf(postings);
    const word = postings[0]?.word ?? 0;
    const ranges = this.known.get(key) ?? [];
    ranges.push([word, word + length]);
    this.known.set(key, ranges);
  }
}

function keyOf(postings: readonly Posting[]): string {
  const base = postings[0]?.word ?? 0;
  return postings.map(({ text, word }) => `${text}:${word - base}`).join(' ');
}

function placed(texts: readonly Words[], { length, at }: Found): SharedPassage {
  const isQuoted = ({ text, word }: Posting) =>
    texts[text]?.quoted.subarray(word, word + length).every((one) => one === 1) ?? false;
  return {
    words: length,
    quoted: at.every(isQuoted),
    places: at.map(({ text, word }) => ({
      text,
      start: texts[text]?.places[2 * word] ?? 0,
      end: texts[text]?.places[2 * (word + length) - 1] ?? 0,
    })),
  };
}

function comparePlaces(some: readonly Place[], others: readonly Place[]): number {
  for (const [at, { text, start }] of some.entries()) {
    const other = others[at];
    if (!other) return 1;
    if (text !== other.text || start !== other.start) return text - other.text || start - other.start;
  }
  return some.length - others.length;
}
