import { kindName } from '../config/kinds.ts';
import { offsetOfCharacter } from '../document/characters.ts';
import { defineRule } from './types.ts';

const LONG = 'I will bring the same care to residency. '.repeat(8).trim();

export default defineRule({
  meta: {
    id: 'eras-length',
    group: 'eras-form',
    severity: 'error',
    summary: 'The text fits the character limit of its place in the application.',
    why: 'The form takes no more than its limit, and what lies past it is cut off or cannot be saved, so a director never reads it.',
    ask: 'Which sentence says least that no other sentence says?',
    source: 'AAMC pages for ERAS applicants; each limit names its own source.',
    options: {},
    messages: {
      over: {
        text: 'This {{kind}} has {{characters}} characters and the form takes {{limit}}, so everything from "{{quote}}" on does not fit.',
      },
      overReported: {
        text: 'This {{kind}} has {{characters}} characters and the limit is reported to be {{limit}}, so everything from "{{quote}}" on may not fit.',
        ask: 'What does the counter under the box in your form say, and which sentence could go if it is right?',
      },
    },
  },

  check({ document, kind, limit, report }) {
    const { characters } = document;
    if (limit.characters === undefined || characters <= limit.characters) return;
    const start = offsetOfCharacter(document, limit.characters);
    report({
      messageId: limit.confirmed ? 'over' : 'overReported',
      at: { start, end: document.body.end },
      data: {
        kind: kindName(kind),
        characters,
        limit: limit.characters,
        quote: wordsFrom(document.source, start),
      },
    });
  },

  examples: {
    invalid: [
      { kind: 'hobby', text: LONG, messageId: 'overReported', at: LONG.slice(300) },
      { kind: 'meaningful-experience', text: LONG, messageId: 'over', at: LONG.slice(300) },
      {
        kind: 'setting-preference',
        text: `Rural clinics. \u{1F600} ${LONG}`,
        messageId: 'overReported',
        at: LONG.slice(282),
      },
      {
        kind: 'geographic-preference',
        text: `<!-- not counted -->${LONG}<!-- nor this -->`,
        messageId: 'overReported',
        at: `${LONG.slice(300)}<!-- nor this -->`,
      },
    ],
    valid: [
      { kind: 'hobby', text: `${LONG.slice(0, 299)}.`, nearMiss: 'exactly at the limit' },
      { kind: 'personal-statement', text: LONG },
      { kind: 'secondary', text: LONG, nearMiss: 'each program sets its own limit' },
      {
        kind: 'hobby',
        text: `${LONG.slice(0, 290)}\n<!-- A long note to myself that the form will never see. -->`,
        nearMiss: 'a comment is not counted',
      },
    ],
  },
});

/** The first words from an offset on; a word the limit cuts in two is given whole. */
function wordsFrom(text: string, offset: number): string {
  let start = offset;
  while (/\S/.test(text.charAt(start - 1)) && /\S/.test(text.charAt(start))) start -= 1;
  return text
    .slice(start, start + 80)
    .trim()
    .split(/\s+/)
    .slice(0, 5)
    .join(' ');
}
