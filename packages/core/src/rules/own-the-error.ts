import type { Profile } from '../config/profile.ts';
import type { NarrativeDocument } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { clinicalSigns, saysOutcome } from '../narrative/naming.ts';
import { inWords } from '../narrative/story.ts';
import type { Arc, Segment } from '../narrative/types.ts';
import { defineRule } from './types.ts';

export default defineRule({
  meta: {
    id: 'own-the-error',
    group: 'colleague',
    severity: 'warning',
    summary: 'An error in the care of a patient is told with what the writer did about it.',
    why: 'Everybody errs on a ward, and directors know it. What they look for is who spoke up: the resident to fear is the one whose mistake is found by somebody else, and who then changes nothing.',
    ask: 'Whom did you tell, and when, or what did you change so that it is caught the next time?',
    source:
      'What directors look for beside scores: owns mistakes, reports and discloses them, and repairs what let them happen.',
    options: {},
    messages: {
      unowned: {
        text: 'You tell "{{words}}", and no sentence says that you told somebody, reported it, or mended what let it happen.',
      },
    },
  },
  check({ document, language, narrative, profile, report }) {
    for (const arc of narrative.arcs) {
      const error = errorOf(document, language, profile, arc);
      if (!error || isOwned(document, language, error)) continue;
      report({ messageId: 'unowned', at: withinOneSentence(document, error), data: { words: inWords(document.source, withinOneSentence(document, error)) } });
    }
  },
  examples: { invalid: [], valid: [] },
});

/** The stretch that tells a clinical error, where a setback is one. */
function errorOf(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  profile: Profile,
  arc: Arc,
): Segment | undefined {
  const first = arc.mentions.find((mention) => language.has(mention, 'slip-told')) ?? arc.mentions[0];
  if (!first || arc.kind === 'clinical-error') return first;
  const listed = profile.setbacks ?? [];
  if (listed.some(({ what }) => what === 'clinical-error'))
    return arc.kind === undefined || !listed.some(({ what }) => what === arc.kind) || language.has(first, 'slip-told') ? first : undefined;
  if (arc.kind !== undefined || saysOutcome(language, first)) return undefined;
  return language.has(first, 'slip-told') && clinicalSigns(document, language, first) > 0 ? first : undefined;
}

/** Whether the draft says, at the error or after it, that the writer spoke up or mended what let it happen. */
function isOwned(document: NarrativeDocument, language: LanguageAnalysis, error: Segment): boolean {
  return document.sentences
    .filter((sentence) => sentence.end > error.start)
    .some((sentence) =>
      language
        .within(sentence, 'owned-error', 'mended-error')
        .some((hit) => !/\b(?:never|nobody|no one|not)\b/i.test(document.source.slice(Math.max(sentence.start, hit.start - 25), hit.end))),
    );
}

/** The part of a stretch in its first sentence. */
function withinOneSentence(document: NarrativeDocument, { start, end, sentences }: Segment) {
  return { start, end: Math.min(end, document.sentences[sentences[0] ?? -1]?.end ?? end) };
}
