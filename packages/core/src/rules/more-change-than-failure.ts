import { inWords } from '../narrative/story.ts';
import { stretchesBySentence } from '../narrative/stretches.ts';
import { FAILURE_SIDE } from '../narrative/types.ts';
import { defineRule } from './types.ts';

export default defineRule({
  meta: {
    id: 'more-change-than-failure',
    group: 'what-changed',
    severity: 'warning',
    summary: 'More words go to what changed and what came of it than to what went wrong.',
    why: 'Space is emphasis. What takes the most room is what the reader will remember you for, and you would rather be remembered for what you did.',
    ask: 'What could go from this stretch, and which act or result deserves another sentence?',
    source:
      'Advisors on red flags: briefly on what happened, mostly on what changed and the evidence for it.',
    share: 0.55,
    options: {
      ratio: {
        default: 1,
        minimum: 0,
        description: 'The finding stands when failure words reach this many times the change words.',
      },
    },
    messages: {
      failure: {
        text: 'You give {{failure}} words to what went wrong and {{change}} to what you did about it; the longest stretch is "{{words}}".',
      },
    },
  },
  check({ document, narrative, options, report }) {
    const { failureWords, changeWords } = narrative;
    if (narrative.arcs.length === 0 || failureWords < changeWords * options.ratio) return;
    const failure = narrative.segments.filter((segment) => FAILURE_SIDE.has(segment.role));
    const [first, ...others] = stretchesBySentence(document, failure);
    if (!first) return;
    const longest = others.reduce((most, stretch) => (stretch.words > most.words ? stretch : most), first);
    report({
      messageId: 'failure',
      at: { start: longest.start, end: longest.end },
      data: { failure: failureWords, change: changeWords, words: inWords(document.source, longest) },
      confidence: longest.segment.confidence,
    });
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1 in the spring of my second year.]] [[change|I hired a tutor.]]',
        messageId: 'failure',
        at: 'I failed Step 1 in the spring of my second year.',
      },
      {
        text: '[[setback|I failed Level 1.]] [[context|That spring I was commuting and serving on two committees.]] [[change|I met with Dr. Oh weekly.]] [[evidence|I passed.]]',
        messageId: 'failure',
        at: 'That spring I was commuting and serving on two committees.',
      },
      {
        text: '[[setback|I did not match.]] [[excuse|The programs never read what we send to them.]]',
        messageId: 'failure',
        at: 'The programs never read what we send to them.',
      },
      {
        text: '[[setback|I failed my shelf.]] [[evidence|I then passed it.]]',
        messageId: 'failure',
        at: 'I failed my shelf.',
      },
    ],
    valid: [
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a learning specialist each week.]] [[evidence|I passed.]]',
      },
      {
        text: '[[setback|I was on leave from May to July]] [[context|for an operation]]. [[change|I agreed on a plan with the dean before I came back.]] [[evidence|I finished third year on time.]]',
      },
      {
        text: '[[setback|I failed Step 1.]] [[growth|I now ask for help in the first week, and I will do so as an intern.]]',
      },
      { text: 'The first winter was long, the second was longer, and my uncle failed at farming in both.' },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]]',
        nearMiss: 'three words against five, by a hair',
      },
      {
        text: '[[context|My father was diagnosed with cancer that spring.]] He is well today.',
        nearMiss: 'a circumstance with no setback',
      },
    ],
  },
});
