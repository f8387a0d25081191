import { analyse, parseDocument, patternLabeller, ROLES, type Role } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import {
  chanceOfAny,
  expectedSentences,
  expectedWords,
  type Reading,
  readingOfClauses,
} from '../../src/narrative/reading.ts';
import { bestPath } from '../../src/narrative/viterbi.ts';

const chances = (parts: Partial<Record<Role, number>>) => ROLES.map((role) => parts[role] ?? 0);
const clause = (words: number, sentence: number, parts: Partial<Record<Role, number>>) => ({
  words,
  sentence,
  probabilities: chances(parts),
});
const READING: Reading = [
  clause(4, 0, { setback: 0.5, context: 0.25, other: 0.25 }),
  clause(2, 0, { setback: 0.5, other: 0.5 }),
  clause(10, 1, { other: 1 }),
  clause(6, 2, { context: 1 }),
];
const FAILURE = new Set<Role>(['setback', 'context']);

describe('a reading', () => {
  it('expects words, and says how far off that may be', () => {
    const { expected, deviation } = expectedWords(READING, FAILURE);
    expect(expected).toBe(3 + 1 + 6);
    expect(deviation).toBeCloseTo(Math.sqrt(0.75 * 0.25 * 16 + 0.5 * 0.5 * 4), 12);
  });

  it('expects sentences with any such clause', () => {
    const { expected, deviation } = expectedSentences(READING, FAILURE);
    expect(expected).toBeCloseTo(1 - 0.25 * 0.5 + 1, 12);
    expect(deviation).toBeCloseTo(Math.sqrt(0.875 * 0.125), 12);
    expect(expectedSentences([], FAILURE)).toEqual({ expected: 0, deviation: 0 });
  });

  it('knows how likely a role is at all', () => {
    expect(chanceOfAny(READING, 'setback')).toBeCloseTo(0.75, 12);
    expect(chanceOfAny(READING, 'excuse')).toBe(0);
    expect(chanceOfAny(READING, 'context')).toBe(1);
  });

  it('counts no clause more than once', () => {
    const over = [clause(4, 0, { setback: 0.7, context: 0.7 })];
    expect(expectedWords(over, FAILURE)).toEqual({ expected: 4, deviation: 0 });
  });

  it('takes from an earlier one the clauses that read the same', () => {
    const { clauses } = analyse(parseDocument('I failed. I slept well. I asked.'));
    const node = Float64Array.from([{ setback: 1 }, { other: 1 }, { change: 1 }].flatMap(chances));
    const reading = readingOfClauses(clauses, node);
    expect(reading.map(({ words, sentence, probabilities }) => [words, sentence, probabilities])).toEqual([
      [2, 0, chances({ setback: 1 })],
      [3, 1, chances({ other: 1 })],
      [2, 2, chances({ change: 1 })],
    ]);
    const other = Float64Array.from([{ setback: 1 }, { growth: 1 }, { change: 1 }].flatMap(chances));
    const again = readingOfClauses(clauses, other, { reading, node });
    expect([again[0], again[2]].every((one, at) => one === reading[at * 2])).toBe(true);
    expect(again[1]).toEqual({ words: 3, sentence: 1, probabilities: chances({ growth: 1 }) });
  });

  it('finds them where a clause more or less stands before them in their sentence', () => {
    const read = (text: string) => analyse(parseDocument(text)).clauses;
    const old = read('I failed, because I was tired, but I asked.');
    const rows = [{ setback: 1 }, { context: 1 }, { change: 1 }];
    const node = Float64Array.from(rows.flatMap(chances));
    const reading = readingOfClauses(old, node);
    const shorter = read('I failed, but I asked.');
    expect([old.length, shorter.length]).toEqual([3, 2]);
    const less = Float64Array.from([rows[0], rows[2]].flatMap((row) => chances(row ?? {})));
    const again = readingOfClauses(shorter, less, { reading, node });
    expect(again[0]?.probabilities).toEqual(chances({ setback: 1 }));
    expect(again[1]).toBe(reading[2]);
  });

  it('takes nothing that has other words, or stands in another sentence', () => {
    const { clauses } = analyse(parseDocument('I failed. I slept well.'));
    const node = Float64Array.from([{ setback: 1 }, { other: 1 }].flatMap(chances));
    const reading = [clause(9, 0, { setback: 1 }), clause(3, 7, { other: 1 })];
    expect(readingOfClauses(clauses, node, { reading, node })).toEqual([
      clause(2, 0, { setback: 1 }),
      clause(3, 1, { other: 1 }),
    ]);
  });
});

describe('the best path', () => {
  const path = (
    scores: readonly (readonly number[])[],
    turns: (at: number, from: number, to: number) => number = () => 0,
  ) => [...bestPath(scores.length, scores[0]?.length ?? 2, (at, label) => scores[at]?.[label] ?? 0, turns)];

  it('goes by scores, and by what a turn costs', () => {
    const scores = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(path(scores)).toEqual([0, 1, 2]);
    expect(path(scores, (_, from, to) => (from < 0 || from === to ? 0 : -3))).toEqual([0, 0, 0]);
    expect(path(scores, (at, from, to) => (at === 1 && from === 0 && to === 1 ? -9 : 0))).toEqual(
      [0, 2, 2].map((label, at) => (at === 1 ? 0 : label)),
    );
  });

  it('begins as the beginning likes', () => {
    expect(path([[0, 0]], (_, from, to) => (from === -1 && to === 1 ? 1 : 0))).toEqual([1]);
    expect(path([[1, 0]], (_, from, to) => (from === -1 && to === 1 ? 2 : 0))).toEqual([1]);
  });

  it('takes the lower label of two that are as good', () => {
    expect(
      path([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual([0, 0]);
    expect(path([[1, 1, 1]])).toEqual([0]);
  });

  it('is empty for nothing', () => {
    expect([
      ...bestPath(
        0,
        2,
        () => 0,
        () => 0,
      ),
    ]).toEqual([]);
  });
});

describe('the labeller by patterns', () => {
  const label = (text: string) => {
    const document = parseDocument(text);
    return patternLabeller
      .label(document, analyse(document), { kind: 'secondary', profile: {} })
      .spans.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`);
  };

  it('tells what belongs to the setback from what lies far from it', () => {
    expect(
      label(
        'I failed Step 1 in May.\n\nI met with a tutor every week.\n\nI sail.\n\nI met with a tutor every week.',
      ),
    ).toEqual(
      expect.arrayContaining(['setback: I failed Step 1 in May.', 'change: I met with a tutor every week.']),
    );
  });

  it('follows a whole story', () => {
    const text = `I grew up by the sea, and my mother taught me to row.

I failed Step 1 in May of my second year, because I had relied on rereading. My graduation was delayed by four months.

I met with a tutor every week, and I replaced rereading with timed questions. I passed with a 231 on my second attempt. My attending wrote that I was prepared.

That year taught me to ask early. I will carry this habit into residency.

On Sundays I bake bread. A patient of mine once failed two antibiotics.

My uncle has a farm. He grows pears.`;
    expect(label(text)).toMatchSnapshot();
  });

  it('gives why', () => {
    const document = parseDocument('I failed Step 1 in May.');
    const [span] = patternLabeller.label(document, analyse(document), {
      kind: 'secondary',
      profile: {},
    }).spans;
    expect(span).toMatchObject({ role: 'setback', confidence: 0.7 });
    expect(span?.cues?.[0]).toMatchObject({
      reason: 'says that an exam or course was failed: "failed Step 1"',
      weight: 3,
    });
  });
});
