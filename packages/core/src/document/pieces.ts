import type { TextRange } from './types.ts';

/**
 * A block longer than this (UTF-16 code units) is read in pieces. It is longer than the longest statement that
 * any form takes in one paragraph, so only texts that are no drafts are cut. What a parser of sentences, a
 * sentence or a rule does with one block may take longer than its length says; with pieces of one size the
 * time for a whole text grows with its length.
 */
const LONGEST_PIECE = 8000;

/**
 * Cuts a block into pieces: at the end of a sentence where there is one, at white space otherwise, and within
 * a word only where a character ends.
 *
 * @returns The pieces in order; together they are the block.
 */
export function* piecesOf(text: string, start: number, end: number): Generator<TextRange> {
  let from = start;
  while (end - from > LONGEST_PIECE) {
    const to = cutIn(text, from, end);
    yield { start: from, end: to };
    from = to;
  }
  if (from < end) yield { start: from, end };
}

function cutIn(text: string, from: number, end: number): number {
  const window = text.slice(from, from + LONGEST_PIECE);
  for (const sign of ['. ', '\n', ' ']) {
    const at = window.lastIndexOf(sign);
    if (at > LONGEST_PIECE / 2) return from + at + sign.length;
  }
  const ahead = text.slice(from, Math.min(end, from + 2 * LONGEST_PIECE));
  const character = new Intl.Segmenter('en').segment(ahead).containing(LONGEST_PIECE);
  if (!character) return end;
  return from + (character.index > 0 ? character.index : character.segment.length);
}
