import type { NarrativeDocument, Severity, TextRange } from '@narrative-lint/core';
import stringWidth from 'fast-string-width';
import type { Theme } from './theme.ts';

/** UTF-16 code units of the sentence shown before and after the words in question, and of those words. */
const BEFORE = 110;
const AFTER = 110;
const LONGEST = 260;
const GAP = ' ... ';

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Shows the writer's own words in their sentence, underlined: in colour with an underline, without colour
 * with carets on a line below.
 *
 * @returns Lines without indentation, each at most `width` columns wide.
 */
export function quote(
  document: NarrativeDocument,
  range: TextRange,
  severity: Severity,
  theme: Theme,
  width: number,
): string[] {
  const lines = wrapPieces(piecesOf(document, range), width).map(merge);
  return lines.flatMap((line) => {
    if (theme.colour) {
      const mark = (text: string) => theme.severity[severity](theme.underline(text));
      return [line.map(({ text, marked }) => (marked ? mark(text) : text)).join('')];
    }
    const text = line
      .map((piece) => piece.text)
      .join('')
      .trimEnd();
    const carets = line.map((piece) => (piece.marked ? '^' : ' ').repeat(stringWidth(piece.text))).join('');
    return carets.includes('^') ? [text, carets.trimEnd()] : [text];
  });
}

/** The sentences that a range touches, cut down to the range and what is near it. */
function piecesOf({ source, sentences }: NarrativeDocument, range: TextRange): Piece[] {
  const touched = sentences.filter(({ start, end }) => start < range.end && end > range.start);
  const from = Math.min(range.start, touched[0]?.start ?? range.start);
  const to = Math.max(range.end, touched.at(-1)?.end ?? range.end);
  const before = tail(visible(source.slice(from, range.start)), BEFORE);
  const after = head(visible(source.slice(range.end, to)), AFTER);
  const own = visible(source.slice(range.start, range.end));
  const middle: Piece[] =
    own.length <= LONGEST
      ? [{ text: own, marked: true }]
      : [
          { text: head(own, LONGEST * 0.6, ''), marked: true },
          { text: GAP, marked: false },
          { text: tail(own, LONGEST * 0.3, ''), marked: true },
        ];
  return [{ text: before, marked: false }, ...middle, { text: after, marked: false }];
}

/** Line breaks and runs of spaces become one space, and what cannot be seen gets a name. */
function visible(text: string): string {
  return text
    .replace(
      /[\u200B-\u200D\u2060\uFEFF\u00AD]/g,
      (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
    )
    .replace(/\t/g, ' ')
    .replace(/[ \r\n]+/g, ' ')
    .replace(/\p{Cc}/gu, '?');
}

function tail(text: string, length: number, sign = '... '): string {
  if (text.length <= length) return text;
  const space = text.indexOf(' ', text.length - length);
  return sign + text.slice(space < 0 ? text.length - Math.floor(length) : space + 1);
}

function head(text: string, length: number, sign = ' ...'): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  return text.slice(0, space < 0 ? Math.floor(length) : space) + sign;
}

/** Breaks pieces into lines at spaces; a word of several pieces stays whole. */
function wrapPieces(pieces: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  for (const word of wordsOf(pieces)) {
    const size = word.reduce((sum, { text }) => sum + stringWidth(text), 0);
    const blank = word.every(({ text }) => text.trim() === '');
    if (used > 0 && used + size > width && !blank) {
      if (line.at(-1)?.text === ' ') line.pop();
      lines.push(line);
      line = [];
      used = 0;
    }
    if (blank && used === 0 && !word.some(({ marked }) => marked)) continue;
    line.push(...word);
    used += size;
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

/** Puts neighbours together that are marked alike. */
function merge(line: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of line) {
    const last = merged.at(-1);
    if (last?.marked === piece.marked) merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    else merged.push(piece);
  }
  return merged;
}

/** Cuts pieces into words and the spaces between them. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = [];
  let lastWasSpace = true;
  for (const { text, marked } of pieces) {
    for (const part of text.match(/ |[^ ]+/g) ?? []) {
      const isSpace = part === ' ';
      const word = words.at(-1);
      if (word && !isSpace && !lastWasSpace) word.push({ text: part, marked });
      else words.push([{ text: part, marked }]);
      lastWasSpace = isSpace;
    }
  }
  return words;
}
