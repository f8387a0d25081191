import { neighbourFindings } from '../language/neighbours.ts';
import { inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

export default defineRule({
  meta: {
    id: 'no-repeated-words',
    group: 'eras-form',
    severity: 'suggestion',
    offByDefault: true,
    summary: 'No word stands twice in a row by accident.',
    why: 'A doubled word is the slip that a tired writer no longer sees, and a reader sees it at once. It costs nothing to mend before the form is sent.',
    ask: 'Did you mean to write it twice, or is one of the two left over from an edit?',
    source: 'The check of retext-repeated-words, a library of the unified ecosystem.',
    options: {},
    messages: {
      found: {
        text: 'You write "{{words}}", with the same word twice in a row.',
      },
    },
  },
  check({ document, report }) {
    const { source } = document;
    for (const { start, end } of neighbourFindings(document, 'repeated-words')) {
      report({
        messageId: 'found',
        at: { start, end },
        data: { words: inWords(source, { start, end }) },
      });
    }
  },
  examples: {
    invalid: [
      {
        text: 'I saw the the patient before rounds.',
        messageId: 'found',
        at: 'the the',
      },
      {
        text: 'She asked me to sit down and and breathe.',
        messageId: 'found',
        at: 'and and',
      },
      {
        text: 'I called the family in in the evening.',
        messageId: 'found',
        at: 'in in',
      },
      {
        text: 'We waited\nfor for the bus to the clinic.',
        messageId: 'found',
        at: 'for for',
      },
      {
        text: 'I wrote to to my dean, and she she wrote back.',
        messageId: 'found',
        at: ['to to', 'she she'],
      },
    ],
    valid: [
      { text: 'I saw the patient before rounds.' },
      { text: 'She asked me to sit down and breathe.' },
      { text: 'I called the family in the evening.' },
      { text: 'We waited for the bus to the clinic.' },
      { text: 'He had had two strokes before we met.', nearMiss: 'grammar asks for both' },
      { text: '- A year in the\n- the second list', nearMiss: 'the words stand in two paragraphs' },
      { text: 'The code was `was` was written on the board.', nearMiss: 'a piece of code stands between' },
    ],
  },
});
