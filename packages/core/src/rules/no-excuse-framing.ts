import { inWords, UNSURE } from '../narrative/story.ts';
import { FAILURE_SIDE } from '../narrative/types.ts';
import { defineRule } from './types.ts';

/** Two words are a connective that fell off its clause, and no excuse. */
const SHORTEST = 3;

/** Whoever says this moves the fault, whatever role the rest of the sentence has. */
const DENIAL = /\b(?:no|not|never|hardly)\b/i;

function denies(text: string): boolean {
  const denial = DENIAL.exec(text);
  return denial !== null && /\bfault\b/i.test(text.slice(denial.index + denial[0].length));
}

/** One sentence's excuse; `end` grows while a labeller's next piece touches it. */
interface Excuse {
  readonly start: number;
  end: number;
  readonly sentence: number;
  readonly confidence: number;
}

export default defineRule({
  meta: {
    id: 'no-excuse-framing',
    group: 'what-happened',
    severity: 'error',
    summary: 'Nobody and nothing else is made the culprit, and the exam is not made small.',
    why: 'A director asks what you would do after a bad night on the ward. Words that move the fault elsewhere read as "it could happen again", even when every one of them is true.',
    ask: 'Which part of this was yours to decide, and what did you change about that part?',
    source:
      'Advisors on red flags: own it, show the fix and the retake, never blame outside causes alone. A circumstance that you still own is fine.',
    share: 0.65,
    options: {},
    messages: {
      blame: {
        text: 'You write "{{words}}", and a reader hears the reason placed somewhere other than with you.',
      },
      small: {
        text: 'You write "{{words}}", which makes the result look small, and a reader may wonder whether you saw it as it was.',
      },
      exam: {
        text: 'You write "{{words}}", and a reader hears a case against the exam where they hoped to hear about you.',
      },
    },
  },
  check({ document, language, narrative, report }) {
    let last: Excuse | undefined;
    const found: Excuse[] = [];
    narrative.segments.forEach((segment, place) => {
      if (segment.words < SHORTEST) return;
      const before = narrative.segments[place - 1];
      const told =
        FAILURE_SIDE.has(segment.role) ||
        // What follows the setback at once and moves the fault belongs to it, be its role overlooked.
        (segment.role === 'other' &&
          before?.paragraph === segment.paragraph &&
          FAILURE_SIDE.has(before.role));
      const denials = told
        ? language
            .within(segment, 'blame')
            .filter(({ start, end }) => denies(document.source.slice(start, end)))
        : [];
      const borneOut =
        segment.role === 'excuse' &&
        (segment.confidence >= UNSURE || language.has(segment, 'blame', 'minimising', 'exam-dismissed'));
      for (const index of segment.sentences) {
        const sentence = document.sentences[index];
        if (!sentence) continue;
        const isDenied = denials.some(({ start }) => sentence.start <= start && start < sentence.end);
        if (!borneOut && !isDenied) continue;
        const start = Math.max(segment.start, sentence.start);
        const end = Math.min(segment.end, sentence.end);
        // A sentence that a labeller cut in two without a word between is one excuse.
        const touches = last && last.sentence === index && !/\w/.test(document.source.slice(last.end, start));
        if (last && touches) last.end = end;
        else {
          last = { start, end, sentence: index, confidence: segment.confidence };
          found.push(last);
        }
      }
    });
    for (const at of found) {
      report({
        messageId: language.has(at, 'minimising')
          ? 'small'
          : language.has(at, 'exam-dismissed')
            ? 'exam'
            : 'blame',
        at: { start: at.start, end: at.end },
        data: { words: inWords(document.source, at) },
        confidence: at.confidence,
      });
    }
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1.]] [[context|Through no fault of my own, the room was loud.]] [[change|I hired a tutor.]]',
        messageId: 'blame',
        at: 'Through no fault of my own, the room was loud.',
      },
      {
        text: '[[setback|I failed Step 1.]] Through no fault of my own, the room was loud. I like to sail.',
        messageId: 'blame',
        at: 'Through no fault of my own, the room was loud.',
      },
      {
        text: '[[setback|I failed Step 1]], [[excuse|through no fault of my own]]. [[change|I hired a tutor.]]',
        messageId: 'blame',
        at: 'through no fault of my own',
      },
      {
        text: '[[setback|I failed Level 2-CE.]] [[excuse|The testing center lost power, which cost me the exam.]] [[change|I sat it again in May.]]',
        messageId: 'blame',
        at: 'The testing center lost power, which cost me the exam.',
      },
      {
        text: '[[setback|I did not pass Step 3]], [[excuse|but only by two points]]. [[change|I sat it again in May.]]',
        messageId: 'small',
        at: 'but only by two points',
      },
      {
        text: '[[setback|My Step 2 CK was a 209.]] [[excuse|A score says nothing about a clinician.]] [[change|I read with a pharmacist at noon.]]',
        messageId: 'exam',
        at: 'A score says nothing about a clinician.',
      },
      {
        text: '[[setback|I failed my surgery shelf.]] [[excuse|My school gave us no time. Anybody would have failed.]]',
        messageId: 'blame',
        at: ['My school gave us no time.', 'Anybody would have failed.'],
      },
    ],
    valid: [
      {
        text: '[[setback|I failed Step 1.]] [[context|I had relied on rereading and asked nobody for help.]]',
      },
      {
        text: '[[setback|I failed Step 1.]] [[context|I take full responsibility for the date that I chose.]]',
      },
      { text: '[[setback|I did not match.]] [[context|I had applied late, with two old letters.]]' },
      { text: 'The clinic lost power, and we finished the visits by flashlight.' },
      {
        text: '[[context|My father was in the ICU that month; I could have moved the date and kept it]], and [[setback|I failed Step 1]].',
        nearMiss: "a hard circumstance, and the decision stays the writer's",
      },
      {
        text: "It was not the patient's fault that the insulin had frozen.",
        nearMiss: "fault, and no setback of the writer's",
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|When my tutor left through no fault of her own, I hired another one.]]',
        nearMiss: 'the fault of somebody else, within the change',
      },
      {
        text: '[[setback|I failed Step 1.]] [[context|The school gave me no time off, and I had not asked for any.]]',
        nearMiss: 'a denial without a word of fault',
      },
    ],
  },
});
