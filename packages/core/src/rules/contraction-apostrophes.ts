import { neighbourFindings } from '../language/neighbours.ts';
import { inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

const CURLY = /\u2019/g;

export default defineRule({
  meta: {
    id: 'contraction-apostrophes',
    group: 'eras-form',
    severity: 'suggestion',
    offByDefault: true,
    summary: 'A contraction has its apostrophe where it belongs.',
    why: 'A form takes "dont" without a murmur, and a reader does not. Apostrophes are often lost when a text is pasted, so it is worth one more look.',
    ask: 'Is it a contraction, and would the words in full suit a formal statement better?',
    source: 'The check of retext-contractions, a library of the unified ecosystem.',
    options: {},
    messages: {
      found: {
        text: 'You write "{{words}}", where a reader expects "{{expected}}".',
      },
    },
  },
  check({ document, report }) {
    const { source } = document;
    for (const { start, end, expected } of neighbourFindings(document, 'contractions')) {
      const words = inWords(source, { start, end });
      // Whether it is curly or straight is for eras-characters to say.
      if (words.replace(CURLY, "'") === expected) continue;
      report({ messageId: 'found', at: { start, end }, data: { words, expected: expected ?? '' } });
    }
  },
  examples: {
    invalid: [
      {
        text: 'I dont know who called.',
        messageId: 'found',
        at: 'dont',
      },
      {
        text: 'They were late, and theyre still waiting.',
        messageId: 'found',
        at: 'theyre',
      },
      {
        text: 'I knew that Ive a duty to call.',
        messageId: 'found',
        at: 'Ive',
      },
      {
        text: 'She didnt answer, and I wouldnt have either.',
        messageId: 'found',
        at: ['didnt', 'wouldnt'],
      },
    ],
    valid: [
      { text: "I don't know who called." },
      { text: "They were late, and they're still waiting." },
      { text: 'I know that I have a duty to call.' },
      { text: 'She did not answer.' },
      { text: 'She didn’t answer.', nearMiss: 'a curly apostrophe is an apostrophe' },
      {
        text: 'We were there, and the dog wagged its tail.',
        nearMiss: 'words that only look like contractions',
      },
    ],
  },
});
