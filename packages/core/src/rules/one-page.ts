import { defineRule } from './types.ts';

const SENTENCE = 'I like the quiet work of long lists.';
const words = (count: number) => Array.from({ length: count / 8 }, () => SENTENCE).join(' ');

export default defineRule({
  meta: {
    id: 'one-page',
    group: 'eras-form',
    severity: 'suggestion',
    summary: 'A personal statement fills about a page.',
    why: 'Directors read hundreds of statements and expect a page; a second page is often skimmed, and a very short one leaves them guessing.',
    ask: 'What would a reader miss if it were gone, or what do they still need to know?',
    source: 'Advice for ERAS gives 575 to 800 words for a page; the AAMC sets only a character limit.',
    options: {
      minimum: { default: 300, minimum: 1, description: 'Fewest words of a statement.' },
      maximum: { default: 750, minimum: 1, description: 'Most words of a statement.' },
    },
    messages: {
      short: {
        text: 'This statement has {{words}} words, short of a page, which starts at about {{minimum}}.',
        ask: 'What does a reader still need to know about how you work and why you chose this specialty?',
      },
      long: {
        text: 'This statement has {{words}} words, and past about {{maximum}} it runs onto a second page.',
        ask: 'Which paragraph could a reader skip and still know you?',
      },
    },
    kinds: ['personal-statement'],
  },

  check({ document, kindStated, options, report }) {
    const { words, paragraphs } = document;
    // A paragraph of which nobody said that it is a whole statement is an excerpt of something.
    if (paragraphs.length === 1 && !kindStated) return;
    if (words > 0 && words < options.minimum)
      report({ messageId: 'short', data: { words, minimum: options.minimum } });
    if (words > options.maximum) report({ messageId: 'long', data: { words, maximum: options.maximum } });
  },

  examples: {
    invalid: [
      { text: 'I want to be an internist.', kind: 'personal-statement', messageId: 'short' },
      { text: `${words(144)}\n\n${words(152)}`, messageId: 'short' },
      { text: `${words(376)}\n\n${words(376)}`, messageId: 'long' },
      { text: words(400), kind: 'personal-statement', options: { maximum: 350 }, messageId: 'long' },
    ],
    valid: [
      { text: words(648), kind: 'personal-statement' },
      { text: words(304), kind: 'personal-statement', nearMiss: 'just long enough' },
      { text: `${words(304)}\n\n${words(440)}`, nearMiss: 'just short enough' },
      { text: words(96), nearMiss: 'a single paragraph of an unstated kind is an excerpt' },
      {
        text: 'I run trails and bake bread.',
        kind: 'hobby',
        nearMiss: 'only a personal statement fills a page',
      },
      { text: words(400), kind: 'personal-statement', options: { minimum: 350, maximum: 450 } },
    ],
  },
});
