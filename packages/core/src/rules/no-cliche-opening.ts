import { inWords, stretchesOf } from '../narrative/story.ts';
import { defineRule } from './types.ts';

/** A quotation that opens the draft, up to its closing mark. */
const QUOTATION = /^["\u201C][^"\u201C\u201D]{12,400}["\u201D]/;
/** Somebody with a name after the quotation: a speaker in a scene is "she" or "my grandfather". */
const AUTHOR =
  /^[\s,]*(?:--?|\u2013|\u2014|~|these words|this quot)|^[^.!?]{0,60}\b(?:once (?:said|wrote)|Osler|Hippocrates|Gandhi|Einstein|Angelou|Aristotle|Voltaire|Roosevelt|Emerson|Schweitzer)\b/;

export default defineRule({
  meta: {
    id: 'no-cliche-opening',
    group: 'what-happened',
    severity: 'suggestion',
    offByDefault: true,
    summary: 'The first paragraph begins where only this writer could begin.',
    why: 'A reader with sixty statements to go knows the childhood dream, the wish to help people and the famous quotation by heart. What nobody else could have written is what they read on for.',
    ask: 'Which moment of the last few years would a friend recognize as yours without your name on it?',
    source:
      'Advisors and program directors on openings: avoid the childhood dream, the wish to help people, and a quotation as the hook.',
    options: {
      sentences: {
        default: 2,
        minimum: 1,
        description: 'How many sentences at the start count as the opening.',
      },
    },
    kinds: ['personal-statement'],
    messages: {
      worn: {
        text: 'The statement opens with "{{words}}", as many others on the pile do.',
      },
      quotation: {
        text: 'The statement opens with the words of somebody else, "{{words}}", before a reader has met you.',
        ask: 'What did you see or do that made you think of these words, and could that stand first?',
      },
    },
  },
  check({ document, language, options, report }) {
    const { source } = document;
    const opening = document.sentences.slice(0, options.sentences);
    const first = opening[0];
    if (!first) return;
    const end = document.paragraphs[first.paragraph]?.end ?? first.end;
    const text = source.slice(first.start, end);
    const quotation = QUOTATION.exec(text)?.[0];
    if (quotation !== undefined && AUTHOR.test(text.slice(quotation.length))) {
      const at = { start: first.start, end: first.start + quotation.length };
      report({
        messageId: 'quotation',
        at,
        data: { words: inWords(source, { start: at.start + 1, end: at.end - 1 }) },
      });
      return;
    }
    const worn = opening.flatMap((sentence) => language.within(sentence, 'cliche-opening'));
    const at = stretchesOf(document, worn)[0];
    if (at) report({ messageId: 'worn', at, data: { words: inWords(source, at) } });
  },
  examples: {
    invalid: [
      {
        text: 'Ever since I was a child, medicine has called me. My uncle is a surgeon.',
        messageId: 'worn',
        at: 'Ever since I was a child',
      },
      {
        text: 'I have always wanted to help people. In college I joined a free clinic.',
        messageId: 'worn',
        at: 'I have always wanted to help people',
      },
      {
        text: '"Wherever the art of medicine is loved, there is also a love of humanity." - Hippocrates\n\nI think of this on rounds.',
        messageId: 'quotation',
        at: '"Wherever the art of medicine is loved, there is also a love of humanity."',
      },
      {
        text: "Becoming a psychiatrist is my lifelong dream. It began at my grandmother's table.",
        messageId: 'worn',
        at: 'Becoming a psychiatrist is my lifelong dream',
      },
      {
        text: 'When I was a little girl, I put a toy stethoscope on every doll.',
        messageId: 'worn',
        at: 'When I was a little girl, I put a toy stethoscope on every doll',
      },
    ],
    valid: [
      { text: 'The ferry to the clinic left at six, and the cook saved me a seat by the stove.' },
      { text: 'I drove a truck for eleven years before I took organic chemistry.' },
      { text: 'Mrs. Alvarez kept her pills in a tea tin, and she would not let me see inside.' },
      { text: 'I came to pathology late, through a photograph.' },
      {
        text: '"You can stop counting now," my patient said, and I noticed that I was holding his wrist.',
        nearMiss: 'the words of somebody in the scene',
      },
      {
        text: 'The ferry to the clinic left at six. It was cold. I have always wanted to help people, I told the cook.',
        nearMiss: 'worn words, and not at the start',
      },
      {
        text: 'Ever since I was a child I have swum in cold water.',
        kind: 'hobby',
        nearMiss: 'a hobby may well begin in childhood',
      },
    ],
  },
});
