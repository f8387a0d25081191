import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { Narrative, Segment } from './types.ts';

/** Below this a labeller was guessing; a lone segment so unsure decides nothing by itself. */
export const UNSURE = 0.55;

/** The first setback of a draft, or nothing where nothing of the writer's own went wrong. */
export function firstSetback(narrative: Narrative): Segment | undefined {
  return narrative.segments.find((segment) => segment.role === 'setback');
}

/** The writer's words as a message quotes them: without the marks that end a clause. */
export function inWords(source: string, range: TextRange): string {
  return source
    .slice(range.start, range.end)
    .replace(/^[\s,;:]+/, '')
    .replace(/[\s.,;:]+$/, '')
    .replace(/"/g, "'");
}

/**
 * The sentences in which a setback is told and those beside them in the same paragraph, as ranges in text
 * order; empty where the draft has no setback. Roles decide only where to look, so one wrong role does
 * little harm.
 */
export function aroundSetback(document: NarrativeDocument, narrative: Narrative): TextRange[] {
  if (!firstSetback(narrative)) return [];
  const near = new Set<number>();
  for (const segment of narrative.segments) {
    if (
      segment.role !== 'setback' &&
      segment.role !== 'context' &&
      segment.role !== 'growth' &&
      segment.role !== 'excuse'
    )
      continue;
    for (const index of segment.sentences)
      for (const beside of [index - 1, index, index + 1]) {
        if (document.sentences[beside]?.paragraph === segment.paragraph) near.add(beside);
      }
  }
  return document.sentences.filter((sentence) => near.has(sentence.index));
}

/** Joins ranges that stand within a few words of each other, with no punctuation between them. */
export function joinClose(source: string, ranges: readonly TextRange[], words: number): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    const between = last ? source.slice(last.end, range.start) : '';
    const near =
      !/[,;:.!?()\u2013\u2014"]/.test(between) && between.split(/\s+/).filter(Boolean).length <= words;
    if (last && (range.start <= last.end || near))
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else joined.push({ start: range.start, end: range.end });
  }
  return joined;
}
