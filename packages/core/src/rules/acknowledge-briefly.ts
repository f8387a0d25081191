import { expectedSentences, expectedWords } from '../narrative/reading.ts';
import { inWords, settled } from '../narrative/story.ts';
import { stretchesBySentence } from '../narrative/stretches.ts';
import { FAILURE_SIDE, type Narrative } from '../narrative/types.ts';
import { defineRule } from './types.ts';

/** Standard deviations that a figure must be past a limit. */
const DOUBT = 0.5;

/** Whether the failure side is past a limit by more than the reading of the draft is in doubt. */
function isLong(
  { reading }: Narrative,
  most: { readonly sentences: number; readonly words: number },
): boolean {
  const words = expectedWords(reading, FAILURE_SIDE);
  const sentences = expectedSentences(reading, FAILURE_SIDE);
  return (
    words.expected - DOUBT * words.deviation > most.words ||
    sentences.expected - DOUBT * sentences.deviation > most.sentences + 0.5
  );
}

export default defineRule({
  meta: {
    id: 'acknowledge-briefly',
    group: 'what-happened',
    severity: 'warning',
    summary: 'What happened takes three sentences and sixty words at most.',
    why: 'A director wants to know that you see it clearly, and then wants to read what you did. Each further sentence about the bad part takes room from the part that helps you.',
    ask: 'Which one or two facts must a reader know, and which of these sentences could go?',
    source:
      'Advisors on red flags: one sentence for it and one for overcoming it; a paragraph at the most. Too little evades, too much unsettles.',
    share: 0.8,
    options: {
      sentences: {
        default: 3,
        minimum: 1,
        description: 'The most sentences that may say what happened, why, or how it felt.',
      },
      words: { default: 60, minimum: 1, description: 'The most words that may say it.' },
    },
    messages: {
      sentences: {
        text: 'By "{{words}}" you are in sentence {{count}} about what went wrong; {{most}} are enough.',
      },
      words: {
        text: 'By the end of "{{words}}" you have spent {{count}} words on what went wrong; {{most}} are enough.',
      },
    },
  },
  check({ document, narrative, options, report }) {
    if (narrative.arcs.length === 0 || !isLong(narrative, options)) return;
    const failure = settled(narrative.segments.filter((segment) => FAILURE_SIDE.has(segment.role)));
    const sentences = new Set<number>();
    let words = 0;
    for (const stretch of stretchesBySentence(document, failure)) {
      words += stretch.words;
      sentences.add(stretch.sentence);
      const tooMany = sentences.size > options.sentences;
      if (!tooMany && words <= options.words) continue;
      const quote = { words: inWords(document.source, stretch) };
      report({
        messageId: tooMany ? 'sentences' : 'words',
        at: { start: stretch.start, end: stretch.end },
        data: tooMany
          ? { ...quote, count: sentences.size, most: options.sentences }
          : { ...quote, count: words, most: options.words },
        confidence: stretch.segment.confidence,
      });
      return;
    }
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1.]] [[context|I was commuting.]] [[context|I had no plan.]] [[setback|I told nobody for a week.]] [[change|I met with a tutor every Monday.]]',
        messageId: 'sentences',
        at: 'I told nobody for a week.',
      },
      {
        text: '[[setback|I did not pass Level 1 in June.]] [[context|I was volunteering at the clinic on four evenings of every week, serving on two committees of the student government, driving home to my parents each weekend with the car full of laundry, reading review books from cover to cover on the train, and telling everybody who asked me that all of it was going perfectly well when it was not.]] [[change|I dropped both committees.]]',
        messageId: 'words',
        at: 'I was volunteering at the clinic on four evenings of every week, serving on two committees of the student government, driving home to my parents each weekend with the car full of laundry, reading review books from cover to cover on the train, and telling everybody who asked me that all of it was going perfectly well when it was not.',
      },
      {
        text: '[[setback|I failed my shelf.]] [[setback|The email came at noon.]] [[context|I had slept little.]] [[excuse|The proctor was loud.]] [[setback|I went home.]] [[change|I asked for help.]]',
        messageId: 'sentences',
        at: 'The proctor was loud.',
      },
      {
        text: '[[setback|I failed Step 3.]] [[context|I was on nights.]] [[change|I took two weeks off.]]',
        options: { sentences: 1 },
        messageId: 'sentences',
        at: 'I was on nights.',
      },
    ],
    valid: [
      {
        text: '[[setback|I failed Step 1 on my first attempt.]] [[context|I relied on rereading.]] [[change|I changed to practice questions.]]',
      },
      {
        text: '[[setback|I repeated my first year]] [[context|after failing two courses]], [[context|with no plan and no help]]. [[change|I found a tutor.]]',
      },
      {
        text: '[[setback|I failed Step 1.]] [[context|I was commuting.]] [[context|I had no plan.]] [[change|I met with a tutor every Monday.]]',
      },
      {
        text: 'My uncle lost his sight. He lost his shop. He lost his patience with us. He never lost his jokes.',
      },
      {
        text: '[[setback|I failed Step 1]], [[context|on a plan borrowed from a friend]], [[setback|and lost a term]]. [[change|I built my own plan.]] [[evidence|I passed.]]',
        nearMiss: 'three stretches in one sentence are one sentence',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor on Mondays. I met with a friend on Fridays. I sat a form on Sundays. I kept a log.]]',
        nearMiss: 'many sentences, and they are about the change',
      },
    ],
  },
});
