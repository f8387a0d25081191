import { describe, expect, it } from 'vitest';
import { type Edge, foundIn, messagesOf } from './found.ts';

/** A text as the fixes of `eras-characters` leave it. */
function corrected(text: string): string {
  let after = text;
  for (const { fix } of messagesOf('eras-characters', text).reverse())
    if (fix) after = after.slice(0, fix.start) + fix.text + after.slice(fix.end);
  return after;
}

describe('eras-characters', () => {
  it.each([
    // A wide dash joins numbers and parts of a name, and parts a sentence.
    ['Call 911\u20142 minutes late.', 'Call 911-2 minutes late.'],
    ['Call 911\u2014then wait.', 'Call 911 - then wait.'],
    ['I waited\u20142 minutes.', 'I waited - 2 minutes.'],
    ['The Smith\u2013Lee score.', 'The Smith-Lee score.'],
    ['He (her son)\u2013(her all) came.', 'He (her son)-(her all) came.'],
    ['Dr. Lee\u2013 he came.', 'Dr. Lee - he came.'],
    ['At 5%\u2013ten came.', 'At 5% - ten came.'],
    ['It was 10\u2013%.', 'It was 10 - %.'],
    ['It was the 10\u2013#1 match.', 'It was the 10 - #1 match.'],
    // What closes after it stands against it, and what opens does not.
    ['She said "wait\u2014" and left.', 'She said "wait -" and left.'],
    ['She said (wait\u2014) and left.', 'She said (wait -) and left.'],
    ['I said no\u2014"yes" came later.', 'I said no - "yes" came later.'],
    ['I said no\u2014(yes) came later.', 'I said no - (yes) came later.'],
    ['I passed\u2014\n\nThen I matched.', 'I passed -\n\nThen I matched.'],
    ['I passed.\n\n\u2014Then I matched.', 'I passed.\n\n- Then I matched.'],
    // Line breaks and tabs.
    ['I passed.\u2028Then I matched.', 'I passed.\nThen I matched.'],
    ['I passed.\n\u2028Then I matched.', 'I passed.\nThen I matched.'],
    ['I passed.\n\u00A0Then I matched.', 'I passed.\n Then I matched.'],
    ['I passed\u2026\u2026 then.', 'I passed...... then.'],
  ])('makes %j into %j', (text, after) => {
    expect(corrected(text)).toBe(after);
  });

  it('looks at what is pasted: neither at notes nor at what stands after the last word', () => {
    expect(
      foundIn('eras-characters', 'I passed.<!-- a\tb --> And\tso.<!-- c\td --> I\tleft.\u00A0\n\t\n'),
    ).toEqual([
      ['invisible', '\t'],
      ['invisible', '\t'],
    ]);
    expect(foundIn('eras-characters', 'I\tpassed.<!-- a\tb -->\t<!-- c\td -->I left.')).toHaveLength(2);
  });
});

const LONG = 'I will bring the same care to residency. ';
const CASES: Readonly<Record<string, readonly Edge[]>> = {
  'eras-plain-text': [
    ['I was *so **very** late* that day.', [['formatting', '*so **very** late*']]],
    ['I was *so *very* late* that day.', [['formatting', '*so *very* late*']]],
    [
      '- one\n  - two\n- three\n\nThen I passed.\n\n- four',
      [
        ['formatting', '- one'],
        ['formatting', '- four'],
      ],
    ],
    ['> I passed', [['formatting', '> I passed']]],
    ['I *passed\nat last* in May.', [['formatting', '*passed\nat last*']]],
    ['- to ask   \n- to call', [['formatting', '- to ask']]],
    ['I trained at <my!> and <a?>.', []],
  ],
  'indefinite-article': [
    ['An caf\u00E9 was near.', [['found', 'An caf\u00E9']]],
    ['I had a "hour" off.', [['found', 'a']]],
  ],
  'eras-length': [
    [`${LONG.repeat(8).slice(0, 299)}.`, [], { kind: 'hobby' }],
    [`${'a'.repeat(300)}bcd`, [['overReported', 'bcd']], { kind: 'hobby' }],
  ],
  'one-page': [
    ['---\ntitle: Draft\n---\n', [], { kind: 'personal-statement' }],
    ['I like long lists.', [], { kind: 'personal-statement', options: { minimum: 4 } }],
    ['I like long lists.', [['short']], { kind: 'personal-statement', options: { minimum: 5 } }],
    ['I like long lists.', [], { kind: 'personal-statement', options: { minimum: 1, maximum: 4 } }],
    ['I like long lists.', [['long']], { kind: 'personal-statement', options: { minimum: 1, maximum: 3 } }],
  ],
  'no-cliche-opening': [
    [
      '---\ntitle: Draft\n---\n"Wherever the art of medicine is loved, there is also a love of humanity." - Hippocrates',
      [['quotation', '"Wherever the art of medicine is loved, there is also a love of humanity."']],
      { kind: 'personal-statement' },
    ],
    ['---\ntitle: Draft\n---\n', [], { kind: 'personal-statement' }],
    [
      '"You can stop counting now" is what I heard\n\nVoltaire is my cat.',
      [],
      { kind: 'personal-statement' },
    ],
  ],
};

describe.each(Object.entries(CASES))('%s at its edges', (id, cases) => {
  it.each(cases)('judges %j', (text, found, settings) => {
    expect(foundIn(id, text, settings)).toEqual(found);
  });
});

describe('what a message quotes of a long text', () => {
  const reasons = (id: string, text: string, kind: 'hobby' | 'interview-answer', options = {}) =>
    messagesOf(id, text, { kind, options }).map(({ reason }) => reason);

  it('begins with the whole word that the limit cuts', () => {
    expect(
      reasons('eras-length', `${LONG.repeat(7)}And there I met him  again, late, and wet.`, 'hobby'),
    ).toEqual([
      'This hobby has 329 characters and the limit is reported to be 300, so everything from "met him again, late, and" on may not fit.',
    ]);
    expect(reasons('eras-length', 'a'.repeat(301), 'hobby')[0]).toContain(`"${'a'.repeat(60)}`);
    expect(reasons('eras-length', `${'a'.repeat(300)} and so on till I slept`, 'hobby')[0]).toContain(
      'everything from "and so on till I" on',
    );
    expect(reasons('eras-length', `${'a'.repeat(299)} bcd\n\n`, 'hobby')[0]).toContain(
      'everything from "bcd" on',
    );
  });

  it('is five words of an answer, without marks at their end', () => {
    const said = 'Then I called the ward and asked for help. ';
    expect(
      reasons('answer-length', `${said}And I  "left" the old ward..., then I slept.`, 'interview-answer', {
        seconds: 4,
        wordsPerMinute: 150,
      }),
    ).toEqual([
      `This answer takes about 7 seconds to say, and the 4 seconds are over at "I 'left' the old ward".`,
    ]);
  });
});
