import { neighbourFindings } from '../language/neighbours.ts';
import { inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

/** The article and the word after it. */
const NEXT_WORD = /^\w+\s+[\p{L}\p{N}_'\u2019-]+/u;

export default defineRule({
  meta: {
    id: 'indefinite-article',
    group: 'eras-form',
    severity: 'suggestion',
    offByDefault: true,
    summary: 'A and an fit the sound that follows them.',
    why: 'Abbreviations make this easy to miss: the letter decides less than the way it is read aloud. A reader trips over it, if only for a moment, and the moment was meant for your story.',
    ask: 'How does it sound when you read these words aloud?',
    source: 'The check of retext-indefinite-article, a library of the unified ecosystem.',
    options: {},
    messages: {
      found: {
        text: 'You write "{{words}}", where most readers would say "{{expected}}".',
      },
    },
  },
  check({ document, report }) {
    const { source } = document;
    for (const { start, end, expected } of neighbourFindings(document, 'indefinite-article')) {
      const at = { start, end: start + (NEXT_WORD.exec(source.slice(start))?.[0].length ?? end - start) };
      report({ messageId: 'found', at, data: { words: inWords(source, at), expected: expected ?? '' } });
    }
  },
  examples: {
    invalid: [
      {
        text: 'We waited a hour for the scan.',
        messageId: 'found',
        at: 'a hour',
      },
      {
        text: 'I ordered a MRI that night.',
        messageId: 'found',
        at: 'a MRI',
      },
      {
        text: 'She was an unit clerk for ten years.',
        messageId: 'found',
        at: 'an unit',
      },
      {
        text: 'It was a honor to be asked.',
        messageId: 'found',
        at: 'a honor',
      },
      {
        text: 'I met an European trained surgeon and a obstetrician.',
        messageId: 'found',
        at: ['an European', 'a obstetrician'],
      },
    ],
    valid: [
      { text: 'We waited an hour for the scan.' },
      { text: 'I ordered an MRI that night.' },
      { text: 'She was a unit clerk for ten years.' },
      { text: 'It was an honor to be asked.' },
      { text: 'I took a USMLE prep class.', nearMiss: 'the letter is read as "you"' },
      { text: 'She has been an RN since 1998.', nearMiss: 'the letter is read as "are"' },
    ],
  },
});
