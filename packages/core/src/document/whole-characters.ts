import type { TextRange } from './types.ts';

/**
 * UTF-16 code units within which a character begins and ends: no language puts more than thirty marks on one,
 * which is where Unicode's stream-safe format stops, too.
 */
const NEAR = 64;
/** Made when a text first needs it, since few do and it takes its time. */
let characters: Intl.Segmenter | undefined;

/** Widens a range that begins or ends within what a reader sees as one character, such as a letter and its accent. */
export function wholeCharacters(text: string, { start, end }: TextRange): TextRange {
  return {
    start: joinsAt(text, start) ? (characterAt(text, start)?.start ?? start) : start,
    end: end > start && joinsAt(text, end) ? (characterAt(text, end - 1)?.end ?? end) : end,
  };
}

function joinsAt(text: string, offset: number): boolean {
  const near = text.slice(Math.max(0, offset - 1), offset + 2);
  // No letter of a European alphabet joins, nor do quotation marks and dashes; to know what does takes long to compile.
  return /[\u0300-\u200F\u2028-\uFFFF]/.test(near) && joins(near);
}

/** Whether anything shows as one character with the one before it. */
function joins(text: string): boolean {
  return /\u200C|\u200D|[\p{M}\p{Emoji_Modifier}\p{RI}\u0E33\u0EB3\u1100-\u11FF\uA960-\uA97F\uAC00-\uD7FF\u{E0020}-\u{E007F}]/u.test(
    text,
  );
}

function characterAt(text: string, offset: number): TextRange | undefined {
  const from = Math.max(0, offset - NEAR);
  characters ??= new Intl.Segmenter('en');
  const found = characters.segment(text.slice(from, offset + NEAR)).containing(offset - from);
  return found && { start: from + found.index, end: from + found.index + found.segment.length };
}
