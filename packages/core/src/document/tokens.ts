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

/**
 * Makes the tokens of one written word: one, or two for a contraction.
 *
 * @param text - The word as written.
 * @param start - Its offset in the source.
 */
export function wordTokens(text: string, start: number): Token[] {
  const lower = text.replace(CURLY_APOSTROPHE, "'").toLowerCase();
  // Lower-casing can lengthen a word (a dotted capital I); then its parts have no exact place.
  const parts =
    lower.length === text.length ? (lower.includes("'") ? CONTRACTION : BARE_CONTRACTION).exec(lower) : null;
  const end = start + text.length;
  if (lower === 'cannot') {
    return [
      token(text.slice(0, 3), 'can', start, start + 3, true, false),
      token(text.slice(3), 'not', start + 3, end, true, true),
    ];
  }
  const stem = parts?.[1];
  const clitic = parts?.[2];
  if (stem === undefined || clitic === undefined) return [token(text, lower, start, end, true, false)];
  const cut = start + stem.length;
  return [
    token(text.slice(0, stem.length), IRREGULAR_STEMS.get(stem) ?? stem, start, cut, true, false),
    token(text.slice(stem.length), CLITICS[clitic] ?? clitic, cut, end, true, true),
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
