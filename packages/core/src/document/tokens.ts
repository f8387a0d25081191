import { type Lexeme, lexemeOfNorm } from './lexeme.ts';
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
/** Names of exams that are written as one word: "Step2CK", "2CK". What the lexicons know as one word stays one. */
const EXAM_IN_ONE = /^(?:(step-?|level-?)([123]-?)(c[kse]|pe)|(2-?)(c[ks])|(2)(ce|pe))$/;

/** A part of a written word; its length is in UTF-16 code units. */
interface Part {
  readonly text: string;
  readonly norm: string;
  readonly joined: boolean;
}

/** A token as it was read, which knows its lexeme. */
class ReadToken implements Token {
  readonly text: string;
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  readonly joined: boolean;
  // Not a field that anybody sees: it is no part of what was read.
  readonly #lexeme: Lexeme;

  constructor(text: string, lexeme: Lexeme, start: number, end: number, isWord: boolean, joined: boolean) {
    this.text = text;
    this.norm = lexeme.norm;
    this.start = start;
    this.end = end;
    this.isWord = isWord;
    this.joined = joined;
    this.#lexeme = lexeme;
  }

  static lexemeOf(this: void, token: Token): Lexeme {
    return #lexeme in token ? token.#lexeme : lexemeOfNorm(token.norm);
  }
}

/** What a token has in common with all others of its normal form. */
export const lexemeOf = ReadToken.lexemeOf;

const knownMarks = new Map<string, Lexeme>();
/** Beyond this many distinct marks the memory is dropped, so that a huge text cannot fill it. */
const MOST_MARKS = 1000;

/** The same token, so many UTF-16 code units further on. */
export function movedToken(token: Token, by: number): Token {
  const { text, start, end, isWord, joined } = token;
  return new ReadToken(text, lexemeOf(token), start + by, end + by, isWord, joined);
}

/**
 * Adds the tokens of one written word: one, or several for a contraction and for the name of an exam in one.
 *
 * @param text - The word as written.
 * @param start - Its offset in the source.
 */
export function addWordTokens(into: Token[], text: string, start: number): void {
  let at = start;
  for (const part of partsOf(text)) {
    const end = at + part.text.length;
    into.push(new ReadToken(part.text, lexemeOfNorm(part.norm), at, end, true, part.joined));
    at = end;
  }
}

function partsOf(text: string): readonly Part[] {
  const lower = text.replace(CURLY_APOSTROPHE, "'").toLowerCase();
  if (lower === 'cannot')
    return [
      { text: text.slice(0, 3), norm: 'can', joined: false },
      { text: text.slice(3), norm: 'not', joined: true },
    ];
  const exam = /\d/.test(lower) ? EXAM_IN_ONE.exec(lower) : null;
  if (exam) return examParts(text, exam.slice(1));
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

/** The words in the name of an exam; a hyphen between them stays with the one before it. */
function examParts(text: string, words: readonly (string | undefined)[]): readonly Part[] {
  let at = 0;
  return words
    .filter((word) => word !== undefined)
    .map((word) => {
      const start = at;
      at += word.length;
      return { text: text.slice(start, at), norm: word.replace('-', ''), joined: start > 0 };
    });
}

/** Makes the token of a punctuation mark or symbol. */
export function markToken(text: string, start: number): Token {
  return new ReadToken(text, markLexeme(text), start, start + text.length, false, false);
}

function markLexeme(text: string): Lexeme {
  const before = knownMarks.get(text);
  if (before) return before;
  const lexeme = lexemeOfNorm(text.replace(CURLY_APOSTROPHE, "'").replace(/[\u201C\u201D]/g, '"'));
  if (knownMarks.size > MOST_MARKS) knownMarks.clear();
  knownMarks.set(text, lexeme);
  return lexeme;
}

/** Makes the token of a word that stands for itself, such as a number. */
export function plainToken(text: string, start: number): Token {
  return new ReadToken(text, lexemeOfNorm(text), start, start + text.length, true, false);
}
