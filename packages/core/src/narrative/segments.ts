import type { NarrativeDocument, Sentence, TextRange } from '../document/types.ts';
import { withCues } from './cues.ts';
import { ROLES, type Role, type RoleSpan, type Segment, type Space } from './types.ts';

/**
 * Makes segments that tile the prose of a draft from role spans: words no span covers are `other`;
 * neighbours of one role within a paragraph become one segment only where the spans themselves touch.
 *
 * @param spans - In text order, not overlapping.
 */
export function segmentsFromSpans(document: NarrativeDocument, spans: readonly RoleSpan[]): Segment[] {
  const segments: Segment[] = [];
  let next = 0;
  for (const paragraph of document.paragraphs) {
    let at = paragraph.start;
    while (next < spans.length && (spans[next]?.end ?? 0) <= paragraph.start) next += 1;
    for (; next < spans.length; next += 1) {
      const span = spans[next];
      if (!span || span.start >= paragraph.end) break;
      const start = Math.max(span.start, paragraph.start);
      const end = Math.min(span.end, paragraph.end);
      addSegment(segments, document, paragraph.index, paragraph.sentences, {
        role: 'other',
        start: at,
        end: start,
      });
      addSegment(segments, document, paragraph.index, paragraph.sentences, {
        role: span.role,
        start,
        end,
        whole: span,
      });
      at = end;
      if (span.end > paragraph.end) break;
    }
    addSegment(segments, document, paragraph.index, paragraph.sentences, {
      role: 'other',
      start: at,
      end: paragraph.end,
    });
  }
  return segments;
}

/** A stretch of one role, and the span it is of, where there is one. */
interface Stretch extends TextRange {
  readonly role: Role;
  readonly whole?: RoleSpan;
}

function addSegment(
  into: Segment[],
  document: NarrativeDocument,
  paragraph: number,
  sentences: readonly Sentence[],
  span: Stretch,
): void {
  let words = 0;
  const touched: number[] = [];
  let start = -1;
  let end = -1;
  for (let at = firstEndingAfter(sentences, span.start); at < sentences.length; at += 1) {
    const sentence = sentences[at];
    if (!sentence || sentence.start >= span.end) break;
    const isWhole = sentence.start >= span.start && sentence.end <= span.end;
    if (isWhole && (start >= 0 || span.role !== 'other')) {
      if (start < 0) start = sentence.start;
      end = sentence.end;
      if (sentence.words > 0) touched.push(sentence.index);
      words += sentence.words;
      continue;
    }
    let inside = 0;
    for (const token of sentence.tokens) {
      if (token.start < span.start || token.end > span.end) continue;
      if (start < 0 && (token.isWord || span.role !== 'other')) start = token.start;
      if (start >= 0) end = token.end;
      if (token.isWord && !token.joined) inside += 1;
    }
    if (inside > 0) touched.push(sentence.index);
    words += inside;
  }
  if (words === 0) return;
  const text = document.source.slice(start, end);
  const { role, whole } = span;
  const confidence = whole?.confidence ?? 1;
  const segment = { role, start, end, text, words, paragraph, sentences: touched, confidence };
  // Not asked for here: cues are costly to work out.
  const hasCues = whole !== undefined && 'cues' in whole;
  into.push(hasCues ? withCues(segment, () => whole.cues ?? []) : { ...segment, cues: [] });
}

/** The index of the first sentence that ends after an offset. */
function firstEndingAfter(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts words by role. */
export function measureSpace(segments: readonly Segment[]): Space {
  const space = Object.fromEntries(ROLES.map((role) => [role, 0])) as Record<Role, number>;
  for (const segment of segments) space[segment.role] += segment.words;
  return space;
}
