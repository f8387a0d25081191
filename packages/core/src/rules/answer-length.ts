import { quotable } from '../narrative/quotable.ts';
import { defineRule } from './types.ts';

/** Nine words; the example answers are made of them. */
const SAID = 'Then I called the ward and asked for help. ';

export default defineRule({
  meta: {
    id: 'answer-length',
    group: 'eras-form',
    severity: 'warning',
    summary: 'An interview answer is said within two minutes.',
    why: 'Past two minutes a listener waits for the end, and the next question, which may be the one you shine in, is lost. What happened, what changed and the proof fit into less.',
    ask: 'If the interviewer stopped you here, what would be left unsaid that they need?',
    source:
      'Interview advice for a failed exam: three parts, what happened, what changed, evidence, and no ten-minute story. A calm speaker says about 150 words a minute.',
    options: {
      seconds: { default: 120, minimum: 1, description: 'Longest answer, in seconds.' },
      wordsPerMinute: { default: 150, minimum: 1, description: 'How fast it is spoken, in words a minute.' },
    },
    messages: {
      long: {
        text: 'This answer takes about {{taken}} seconds to say, and the {{limit}} seconds are over at "{{words}}".',
      },
    },
    kinds: ['interview-answer'],
  },
  check({ document, options, report }) {
    const most = Math.floor((options.seconds * options.wordsPerMinute) / 60);
    let left = most;
    const past = document.sentences
      .flatMap(({ tokens }) => tokens)
      .filter((token) => token.isWord && !token.joined)
      .find(() => left-- === 0);
    if (!past) return;
    const end = document.sentences.at(-1)?.end ?? past.end;
    const words = document.source.slice(past.start, end).split(/\s+/, 5).join(' ');
    report({
      messageId: 'long',
      at: { start: past.start, end },
      data: {
        taken: Math.round((document.words / options.wordsPerMinute) * 60),
        limit: options.seconds,
        words: quotable(words).replace(/(?<![\s.,;:])[\s.,;:]+$/, ''),
      },
    });
  },
  examples: {
    invalid: [
      {
        kind: 'interview-answer',
        text: `${SAID.repeat(33)}And so at last I passed.`,
        messageId: 'long',
        at: 'last I passed.',
      },
      {
        kind: 'interview-answer',
        text: `${SAID.repeat(33)}\n\nWe didn't "win" there.`,
        messageId: 'long',
        at: 'there.',
      },
      {
        kind: 'interview-answer',
        text: `${SAID.repeat(6)}Thank you.`,
        options: { seconds: 20, wordsPerMinute: 162 },
        messageId: 'long',
        at: 'Thank you.',
      },
      {
        kind: 'interview-answer',
        text: SAID.repeat(40).trim(),
        options: { seconds: 60 },
        messageId: 'long',
        at: `asked for help. ${SAID.repeat(23).trim()}`,
      },
    ],
    valid: [
      { kind: 'interview-answer', text: SAID.repeat(30).trim() },
      {
        kind: 'interview-answer',
        text: `${SAID.repeat(33)}That is all.`,
        nearMiss: 'three hundred words are two minutes',
      },
      {
        kind: 'personal-statement',
        text: SAID.repeat(40).trim(),
        nearMiss: 'a statement is read, not said',
      },
      { kind: 'interview-answer', text: SAID.repeat(40).trim(), options: { seconds: 180 } },
      {
        kind: 'interview-answer',
        text: `${SAID.repeat(33)}I didn't quit. - - -`,
        nearMiss: 'a contraction is one word and a dash is none',
      },
    ],
  },
});
