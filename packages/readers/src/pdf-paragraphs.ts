import type { Line } from './pdf-lines.ts';

/** First words of compounds that keep their hyphen when a line ends in it. */
const COMPOUND_HEADS = new Set(
  'self well high low long short part full half non post pre follow hands evidence problem patient community first second third third-year year one two three four five all ill cross decision time test goal team work on in'.split(
    ' ',
  ),
);
const SENTENCE_END = /[.!?:]["'\u201D\u2019)\]]*$/;
/** Characters at the end of a text that can be a cut word: the rest is put aside, or long paragraphs take their square. */
const LONGEST_WORD = 100;
const LIST_ITEM = /^(?:[\u2022\u25CF\u25AA\u2023*]|[-\u2013]\s|\d{1,2}[.)]\s)/;

/**
 * Rebuilds paragraphs from the printed lines of a document. A paragraph ends at a gap wider than the
 * usual leading, before an indented first line, before a list item, and after a sentence whose line stops
 * well short of the margin. A page break by itself ends nothing.
 *
 * @returns The paragraphs, separated by a blank line.
 */
export function paragraphsOf(pages: readonly (readonly Line[])[]): string {
  const lines = pages.flat();
  const starts = new Set(pages.map((page) => page[0]));
  const leading = usualLeading(pages);
  const margin = usual(lines.map((line) => line.left));
  const edge = lines.reduce((most, line) => Math.max(most, line.right), Number.NEGATIVE_INFINITY);
  const words = new Set(lines.flatMap((line) => line.text.toLowerCase().split(/[^\p{L}-]+/u)));

  const paragraphs: string[] = [];
  let aside: string[] = [];
  let text = '';
  let previous: Line | undefined;
  const endParagraph = () => {
    const whole = aside.join('') + text;
    if (whole !== '') paragraphs.push(whole);
    aside = [];
  };
  for (const line of lines) {
    if (previous && endsParagraph(previous, line)) {
      endParagraph();
      text = line.text;
    } else {
      text = previous ? joinLines(text, line.text, words) : line.text;
    }
    if (text.length > 2 * LONGEST_WORD) {
      aside.push(text.slice(0, -LONGEST_WORD));
      text = text.slice(-LONGEST_WORD);
    }
    previous = line;
  }
  endParagraph();
  return paragraphs.join('\n\n').replace(/\u00AD/g, '');

  function endsParagraph(last: Line, next: Line): boolean {
    if (LIST_ITEM.test(next.text)) return true;
    const ended = SENTENCE_END.test(last.text);
    const indented = next.left > margin + next.height && next.left > last.left + next.height * 0.8;
    if (indented && ended) return true;
    const short = edge - last.right > (edge - margin) * 0.15;
    if (starts.has(next)) return ended && short;
    if (last.y - next.y > leading * 1.4) return true;
    return Math.abs(last.height - next.height) > 2 || (ended && short);
  }
}

/** Joins a line to the text before it, mending a word that was cut at the line's end. */
function joinLines(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1) + next;
  const cut = /(?<![\p{L}-])([\p{L}-]+)[-\u2010]$/u.exec(text);
  const rest = /^\p{Ll}[\p{L}-]*/u.exec(next);
  if (!cut?.[1] || !rest) return /[\u2014/]$/.test(text) ? text + next : `${text} ${next}`;
  const head = cut[1].toLowerCase();
  const compound =
    words.has(`${head}-${rest[0]}`) || (COMPOUND_HEADS.has(head) && !words.has(head + rest[0]));
  return (compound ? text : text.slice(0, -1)) + next;
}

function usualLeading(pages: readonly (readonly Line[])[]): number {
  const gaps = pages.flatMap((page) => page.slice(1).map((line, at) => (page[at]?.y ?? 0) - line.y));
  return usual(gaps.filter((gap) => gap > 0)) || Number.POSITIVE_INFINITY;
}

/** The commonest figure of a list, to the half point; the smallest of several, and 0 for an empty list. */
function usual(figures: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const figure of figures) {
    const rounded = Math.round(figure * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
