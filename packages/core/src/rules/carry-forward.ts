import type { TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { firstSetback, inWords, SURE } from '../narrative/story.ts';
import { defineRule, type RuleContext } from './types.ts';

/** Fewer words are a scrap of a clause and end nothing. */
const SHORTEST = 3;

/** Whether the change or the evidence itself says how the writer works today: then nothing is missing. */
function saysSoAnyway({
  document,
  language,
  narrative,
}: Pick<RuleContext, 'document' | 'language' | 'narrative'>): boolean {
  const told = narrative.segments.filter(
    (segment) => segment.role === 'change' || segment.role === 'evidence',
  );
  const indexes = new Set(told.flatMap((segment) => segment.sentences));
  return document.sentences.some(
    (sentence) =>
      indexes.has(sentence.index) &&
      language.has(sentence, 'work-ahead') &&
      language.has(sentence, 'kept-up'),
  );
}

/** Whether a lesson is tied to the work ahead, or to something done today and not only known or felt. */
function tiesToWork(language: LanguageAnalysis, segment: TextRange): boolean {
  if (language.has(segment, 'work-ahead')) return true;
  const inner = language.within(segment, 'inner-now');
  return language
    .within(segment, 'works-so-now')
    .some((hit) => !inner.some((thought) => thought.start < hit.end && hit.start < thought.end));
}

export default defineRule({
  meta: {
    id: 'carry-forward',
    group: 'what-changed',
    severity: 'suggestion',
    summary:
      'The story of the setback ends on what the writer carries into residency or into the work of today.',
    why: 'The question behind the question is what you will do as a resident. One clause that ties the change to how you work now answers it, and closes the story.',
    ask: 'Where on the wards do you still do what you learned then? Where would a senior resident see it?',
    source:
      'Advisors on red flags: what happened, what changed, the evidence, and what is carried into residency.',
    share: 0.3,
    shareUnseen: 1.01,
    options: {},
    kinds: ['personal-statement', 'secondary', 'interview-answer'],
    messages: {
      missing: {
        text: 'The story ends at "{{words}}", and does not say what you carry from it into residency or into your work today.',
      },
      untied: {
        text: 'You end on "{{words}}", a lesson that nothing ties to residency or to how you work now.',
      },
    },
  },
  check({ document, language, narrative, report }) {
    if (!firstSetback(narrative)) return;
    const growth = narrative.segments.filter((segment) => segment.role === 'growth');
    if (growth.some((segment) => tiesToWork(language, segment))) return;
    const story = narrative.segments.filter(
      (segment) => segment.role !== 'other' && segment.words >= SHORTEST,
    );
    const last = story.findLast((segment) => segment.confidence >= SURE) ?? story.at(-1);
    if (!last || saysSoAnyway({ document, language, narrative })) return;
    report({
      messageId: last.role === 'growth' ? 'untied' : 'missing',
      at: last,
      data: { words: inWords(document.source, last) },
      confidence: last.confidence,
    });
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]',
        messageId: 'missing',
        at: 'I passed in June.',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed.]] [[growth|It made me stronger and more mature.]]',
        messageId: 'untied',
        at: 'It made me stronger and more mature.',
      },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I passed.]] [[growth|I know now that I do not break.]]',
        messageId: 'untied',
        at: 'I know now that I do not break.',
      },
      {
        text: '[[setback|I did not match.]] [[growth|I learned the true meaning of perseverance.]]',
        kind: 'secondary',
        messageId: 'untied',
        at: 'I learned the true meaning of perseverance.',
      },
      {
        text: '[[setback|So I failed Level 1.]] [[evidence|I passed in May.]] [[change|I had hired a tutor.]]',
        kind: 'interview-answer',
        messageId: 'missing',
        at: 'I had hired a tutor.',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] I still see patients at the free clinic.',
        messageId: 'missing',
        at: 'I passed in June.',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I asked a senior resident to quiz me.]] [[evidence|I passed in June.]]',
        messageId: 'missing',
        at: 'I passed in June.',
      },
    ],
    valid: [
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I passed.]] [[growth|I will bring the same schedule to residency.]]',
      },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I passed.]] [[growth|I still test myself before I present a patient.]]',
      },
      {
        text: '[[setback|I was on leave in 2021.]] [[evidence|I returned on schedule.]]',
        kind: 'interruption',
      },
      { text: 'I rowed for four years and I never learned to like the mornings.' },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I passed.]] [[growth|If my senior tells me to stop, I will stop and write it down.]]',
        nearMiss: 'the work ahead without the word residency',
      },
      {
        text: '[[setback|I failed Step 1.]] [[growth|The error log has stayed with me.]] [[evidence|I passed.]]',
        nearMiss: 'the tie stands before the evidence',
      },
      {
        text: '[[setback|I failed my shelf.]] [[growth|Asking early is how I work a shift.]] [[evidence|I passed.]]',
        nearMiss: 'no word of residency, and plainly about the work of today',
      },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I passed.]] [[growth|I say every number out loud now.]]',
        nearMiss: 'done today, and not only known or felt',
      },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I passed.]] [[change|I keep the same log of errors on every rotation.]]',
        nearMiss: 'the change itself says that it goes on at work',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|My notes from the wards have stayed in time.]]',
        nearMiss: 'the evidence is from the work of today',
      },
      {
        text: '[[growth|Rowing taught me the true meaning of perseverance.]]',
        nearMiss: 'a lesson with no setback before it',
      },
    ],
  },
});
