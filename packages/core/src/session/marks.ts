import { type Marks, mayHaveMarks, readMarksOf } from '../document/markdown.ts';
import type { TextRange } from '../document/types.ts';

interface Reading {
  readonly text: string;
  readonly bodyStart: number;
  readonly marks: Marks;
  readonly hasMarks: boolean;
}

/**
 * Reads Markdown marks, again only where an edit may have touched them.
 *
 * An edit inside one plain paragraph of the top level, which leaves it a plain paragraph, changes nothing of
 * what stands around it: Markdown is read by blocks, and such a paragraph lies between two blank lines.
 */
export class MarksReader {
  private before: Reading | undefined;

  /** As `readMarksOf`. */
  readonly read = (text: string, bodyStart: number): Marks => {
    // A text without any marks is not read as Markdown at all.
    const hasMarks = mayHaveMarks(text.slice(bodyStart));
    const patched = hasMarks ? this.patched(text, bodyStart) : undefined;
    const marks = patched ?? readMarksOf(text, bodyStart, hasMarks);
    this.before = { text, bodyStart, marks, hasMarks };
    return marks;
  };

  private patched(text: string, bodyStart: number): Marks | undefined {
    const { before } = this;
    if (!before?.hasMarks) return undefined;
    if (before.text === text && before.bodyStart === bodyStart) return before.marks;
    const edit = editBetween(before.text, text);
    // Front matter is blank in both texts, and may have grown: then no paragraph can be told from another.
    if (before.bodyStart !== bodyStart || edit.start < bodyStart) return undefined;
    const was = chunkAround(before.text, { start: edit.start, end: edit.oldEnd }, bodyStart);
    const is = chunkAround(text, { start: edit.start, end: edit.newEnd }, bodyStart);
    if (was.start !== is.start || !isPlain(before.text, was) || !isPlain(text, is)) return undefined;
    if (indentOf(before.text, was) !== indentOf(text, is)) return undefined;
    const old = paragraphOf(before.text, was);
    const now = paragraphOf(text, is);
    const index = before.marks.blocks.findIndex((block) => block.start === old.start);
    const block = before.marks.blocks[index];
    if (block?.kind !== 'paragraph' || block.end !== old.end) return undefined;
    const by = text.length - before.text.length;
    return {
      prose:
        before.marks.prose.slice(0, was.start) +
        text.slice(is.start, is.end) +
        before.marks.prose.slice(was.end),
      blocks: before.marks.blocks.map((one, at) => {
        if (at < index) return one;
        return at === index ? { ...one, ...now } : { ...one, start: one.start + by, end: one.end + by };
      }),
      formatting: before.marks.formatting.map((mark) => ({
        kind: mark.kind,
        start: mark.start >= was.end ? mark.start + by : mark.start,
        end: mark.end >= was.end ? mark.end + by : mark.end,
      })),
    };
  }
}

/** The one stretch in which two texts differ. */
function editBetween(before: string, after: string): { start: number; oldEnd: number; newEnd: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

/** The lines that hold a range, with those above and below up to a blank line. */
function chunkAround(text: string, range: TextRange, from: number): TextRange {
  let start = lineStart(text, range.start, from);
  let end = lineEnd(text, range.end);
  if (isBlank(text, start, lineEnd(text, start))) return { start, end };
  while (start > from) {
    const above = lineStart(text, start - 1, from);
    if (isBlank(text, above, start - 1)) break;
    start = above;
  }
  while (end < text.length) {
    const below = lineEnd(text, end + 1);
    if (isBlank(text, end + 1, below)) break;
    end = below;
  }
  return { start, end };
}

function lineStart(text: string, at: number, from: number): number {
  return at <= from ? from : Math.max(from, text.lastIndexOf('\n', at - 1) + 1);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** As Markdown sees it: other white space makes no line blank. */
function isBlank(text: string, start: number, end: number): boolean {
  return /^[ \t]*\r?$/.test(text.slice(start, end));
}

/** Brackets mean something where the draft defines a link; Markdown takes a lone carriage return for a line break. */
const UNSURE_SIGN = /[[\]\0]|\r(?!\n)/;

/** Whether a chunk can only be one plain paragraph. */
function isPlain(text: string, chunk: TextRange): boolean {
  const lines = text.slice(chunk.start, chunk.end);
  if (mayHaveMarks(lines) || UNSURE_SIGN.test(`${lines}\n`)) return false;
  return lines.split('\n').every((line) => !isBlank(line, 0, line.length));
}

function indentOf(text: string, chunk: TextRange): string {
  return /^[ \t]*/.exec(text.slice(chunk.start, chunk.end))?.[0] ?? '';
}

/** Where Markdown places the paragraph that a chunk is: white space at its end belongs to it. */
function paragraphOf(text: string, chunk: TextRange): TextRange {
  const end = text.charAt(chunk.end - 1) === '\r' ? chunk.end - 1 : chunk.end;
  return { start: chunk.start + indentOf(text, chunk).length, end };
}
