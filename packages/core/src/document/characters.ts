import type { NarrativeDocument, TextRange } from './types.ts';

/** Forms count a line break once, however the file writes it, and comments never reach them. */
export function countCharacters(source: string, body: TextRange, comments: readonly TextRange[]): number {
  let count = 0;
  for (const part of outside(body, comments)) {
    count += part.end - part.start;
    for (
      let at = source.indexOf('\r\n', part.start);
      at >= 0 && at < part.end;
      at = source.indexOf('\r\n', at + 2)
    )
      count -= 1;
  }
  return count;
}

/**
 * The place in the source of a character as a form counts it.
 *
 * @param index - Counted from 0, as in `document.characters`.
 * @returns An offset that never cuts a surrogate pair or a line break in two; the end of the body past the last.
 */
export function offsetOfCharacter({ source, body, comments }: NarrativeDocument, index: number): number {
  let left = index;
  for (const part of outside(body, comments)) {
    const length = part.end - part.start;
    const lineBreak = source.indexOf('\r\n', part.start);
    // Without such line breaks, and most drafts have none, each code unit counts as one.
    if (lineBreak < 0 || lineBreak >= part.end) {
      if (left < length) return atCharacter(source, part.start + left);
      left -= length;
      continue;
    }
    for (let at = part.start; at < part.end; at += 1) {
      if (left === 0) return atCharacter(source, at);
      if (!source.startsWith('\r\n', at)) left -= 1;
    }
  }
  return body.end;
}

function atCharacter(source: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(source.charAt(at)) ? at - 1 : at;
}

function* outside(whole: TextRange, holes: readonly TextRange[]): Generator<TextRange> {
  let start = whole.start;
  for (const hole of holes) {
    if (hole.start > start) yield { start, end: Math.min(hole.start, whole.end) };
    start = Math.max(start, hole.end);
  }
  if (start < whole.end) yield { start, end: whole.end };
}
