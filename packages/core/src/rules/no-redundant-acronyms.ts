import { neighbourFindings } from '../language/neighbours.ts';
import { inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

export default defineRule({
  meta: {
    id: 'no-redundant-acronyms',
    group: 'eras-form',
    severity: 'suggestion',
    offByDefault: true,
    summary: 'No word repeats what the last letter of an abbreviation says.',
    why: 'The V of HIV is the virus already. Physicians know their abbreviations, and a doubled word reads like a borrowed one.',
    ask: 'What does the last letter stand for, and is the word after it still needed?',
    source: 'The check of retext-redundant-acronyms, a library of the unified ecosystem.',
    options: {},
    messages: {
      found: {
        text: 'You write "{{words}}", where "{{expected}}" says the last word already.',
      },
    },
  },
  check({ document, report }) {
    const { source } = document;
    for (const { start, end, expected } of neighbourFindings(document, 'redundant-acronyms')) {
      report({
        messageId: 'found',
        at: { start, end },
        data: { words: inWords(source, { start, end }), expected: expected ?? '' },
      });
    }
  },
  examples: {
    invalid: [
      {
        text: 'I taught a class about the HIV virus.',
        messageId: 'found',
        at: 'HIV virus',
      },
      {
        text: 'He kept his PIN number in his shoe.',
        messageId: 'found',
        at: 'PIN number',
      },
      {
        text: 'The ATM machine in the lobby was my landmark.',
        messageId: 'found',
        at: 'ATM machine',
      },
      {
        text: 'She read the LCD display aloud.',
        messageId: 'found',
        at: 'LCD display',
      },
    ],
    valid: [
      { text: 'I taught a class about HIV.' },
      { text: 'He kept his PIN in his shoe.' },
      { text: 'The ATM in the lobby was my landmark.' },
      { text: 'She read the display aloud.' },
      {
        text: 'The virus that causes AIDS was named twice.',
        nearMiss: 'the word is there, and no abbreviation before it',
      },
      { text: 'In the HIV clinic I learned to listen.', nearMiss: 'the word after it is another one' },
    ],
  },
});
