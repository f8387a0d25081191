import type { Token } from './types.ts';

const CURLY_APOSTROPHE = /[\u2018\u2019\u02BC]/g;
/** What follows the stem of a contraction, and the word it stands for. */
const CLITICS: Readonly<Record<string, string>> = {
  "n't": 'not',
  nt: 'not',
  "'m": 'am',
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'d": 'would',
  "'s": "'s",
};
const IRREGULAR_STEMS: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
]);
/** Contractions that hurried writers leave the apostrophe out of, by their first word. */
const BARE_CONTRACTION = /^(did|does|do|was|were|is|are|has|have|had|could|would|should|ca|wo)(nt)$/;
const CONTRACTION = /^(.+?)(n't|'(?:m|re|ve|ll|d|s))$/;

/** A part of a written word; its length is in UTF-16 code units. */
interface Part {
  readonly text: string;
  readonly norm: string;
  readonly joined: boolean;
}

const known = new Map<string, readonly Part[]>();
/** Beyond this many distinct words the memory is dropped, so that a huge text cannot fill it. */
const MOST_KNOWN = 20_000;

/**
 * Makes the tokens of one written word: one, or two for a contraction.
 *
 * @param text - The word as written.
 * @param start - Its offset in the source.
 */
export function wordTokens(text: string, start: number): Token[] {
  // Remembered, so that equal words are one string: all that is looked up by a word later is found sooner.
  let parts = known.get(text);
  if (!parts) {
    if (known.size > MOST_KNOWN) known.clear();
    parts = partsOf(text);
    known.set(text, parts);
  }
  const tokens: Token[] = [];
  let at = start;
  for (const { text, norm, joined } of parts) {
    tokens.push(token(text, norm, at, at + text.length, true, joined));
    at += text.length;
  }
  return tokens;
}

function partsOf(text: string): readonly Part[] {
  const lower = text.replace(CURLY_APOSTROPHE, "'").toLowerCase();
  if (lower === 'cannot')
    return [
      { text: text.slice(0, 3), norm: 'can', joined: false },
      { text: text.slice(3), norm: 'not', joined: true },
    ];
  // Lower-casing can lengthen a word (a dotted capital I); then its parts have no exact place.
  const parts =
    lower.length === text.length ? (lower.includes("'") ? CONTRACTION : BARE_CONTRACTION).exec(lower) : null;
  const stem = parts?.[1];
  const clitic = parts?.[2];
  if (stem === undefined || clitic === undefined) return [{ text, norm: lower, joined: false }];
  const cut = stem.length;
  return [
    { text: text.slice(0, cut), norm: IRREGULAR_STEMS.get(stem) ?? stem, joined: false },
    { text: text.slice(cut), norm: CLITICS[clitic] ?? clitic, joined: true },
  ];
}

/** Makes the token of a punctuation mark or symbol. */
export function markToken(text: string, start: number): Token {
  return token(
    text,
    text.replace(CURLY_APOSTROPHE, "'").replace(/[\u201C\u201D]/g, '"'),
    start,
    start + text.length,
    false,
    false,
  );
}

function token(
  text: string,
  norm: string,
  start: number,
  end: number,
  isWord: boolean,
  joined: boolean,
): Token {
  return { text, norm, start, end, isWord, joined };
}
