import type { NarrativeDocument } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { checkableBy, namesAct } from './checkable.ts';
import { withCues } from './cues.ts';
import { clinicalSigns, saysOutcome, setbacksNamed } from './naming.ts';
import { tellsOwnSetback } from './own-setback.ts';
import { SURE } from './story.ts';
import type { Role, Segment } from './types.ts';

/**
 * Takes back roles that a labeller was unsure of and that nothing around them supports: every unsure one of
 * a draft in which no setback is told, and a lone one in a paragraph that otherwise tells no part of the
 * story, unless its own words bear it out. Sure roles are never touched.
 */
export function steady(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  segments: readonly Segment[],
): readonly Segment[] {
  if (segments.every((segment) => segment.role === 'other' || segment.confidence >= SURE)) return segments;
  const isTold = segments.some(
    (segment) =>
      segment.role === 'setback' &&
      (segment.confidence >= SURE || tellsSomething(document, language, segment)),
  );
  const inParagraph = new Map<number, number>();
  for (const { role, paragraph } of segments)
    if (role !== 'other') inParagraph.set(paragraph, (inParagraph.get(paragraph) ?? 0) + 1);
  return segments.map((segment) => {
    if (segment.role === 'other' || segment.confidence >= SURE) return segment;
    const lone = inParagraph.get(segment.paragraph) === 1;
    return isTold && !(lone && !bearsOut(document, language, segment)) ? segment : withRole(segment, 'other');
  });
}

function withRole(segment: Segment, role: Role): Segment {
  const { start, end, text, words, paragraph, sentences, confidence } = segment;
  const changed = { role, start, end, text, words, paragraph, sentences, confidence };
  return withCues(changed, () => segment.cues);
}

/** Whether a setback stretch says by its own words that something of the writer's went wrong. */
function tellsSomething(document: NarrativeDocument, language: LanguageAnalysis, segment: Segment): boolean {
  return (
    segment.sentences.some((index) => {
      const sentence = document.sentences[index];
      return sentence !== undefined && tellsOwnSetback(sentence, language);
    }) ||
    (saysOutcome(language, segment) && setbacksNamed(language, segment).length > 0) ||
    language.has(segment, 'stands-for-it', 'error-told') ||
    clinicalSigns(document, language, segment) > 2
  );
}

/** Whether the words of a stretch alone speak for its role. */
function bearsOut(document: NarrativeDocument, language: LanguageAnalysis, segment: Segment): boolean {
  if (segment.role === 'setback') return tellsSomething(document, language, segment);
  if (segment.role === 'evidence') return language.has(segment, 'exam-passed');
  if (segment.role === 'excuse') return language.has(segment, 'blame', 'minimising', 'exam-dismissed');
  if (segment.role === 'growth') return language.has(segment, 'kept-up', 'lesson');
  return (
    segment.role === 'change' && namesAct(language, segment) && checkableBy(language, segment) === undefined
  );
}
