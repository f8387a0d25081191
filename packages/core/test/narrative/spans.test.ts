import {
  analyse,
  lint,
  parseDocument,
  parseMarkedDraft,
  type Role,
  type RoleSpan,
} from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { measureSpace, segmentsFromSpans } from '../../src/narrative/segments.ts';
import { spansFromClauses } from '../../src/narrative/spans.ts';
import { stretchesBySentence } from '../../src/narrative/stretches.ts';

describe('spans of clauses', () => {
  const text = 'I failed the exam, because I was tired, but I asked a tutor. I failed again. I rowed.';
  const { clauses } = analyse(parseDocument(text));
  const spansOf = (roles: readonly Role[], confidences: readonly number[] = []) =>
    spansFromClauses(
      clauses,
      (at) => roles[at] ?? 'other',
      (at) => confidences[at] ?? 0.5,
    ).map(({ role, start, end, confidence }) => [role, text.slice(start, end), confidence]);

  it('join neighbours of one sentence and one role, and are as sure as the surest of them', () => {
    expect(clauses).toHaveLength(5);
    expect(spansOf(['setback', 'setback', 'setback', 'setback'], [0.6, 0.9, 0.7])).toEqual([
      ['setback', 'I failed the exam, because I was tired, but I asked a tutor.', 0.9],
      ['setback', 'I failed again.', 0.5],
    ]);
  });

  it('end where the role turns, and where the sentence ends', () => {
    expect(spansOf(['setback', 'context', 'context', 'context'])).toEqual([
      ['setback', 'I failed the exam,', 0.5],
      ['context', 'because I was tired, but I asked a tutor.', 0.5],
      ['context', 'I failed again.', 0.5],
    ]);
  });

  it('have cues of all their clauses, worked out when they are asked for', () => {
    const asked: number[][] = [];
    const [span] = spansFromClauses(
      clauses,
      (at) => (at < 2 ? 'setback' : 'other'),
      () => 1,
      (at, firstAt, last) => {
        asked.push([at, firstAt, last]);
        return [{ reason: `clause ${at}`, weight: at + 1 }];
      },
    );
    expect(asked).toEqual([]);
    expect(span?.cues?.map(({ reason }) => reason)).toEqual(['clause 1', 'clause 0']);
    expect(asked).toEqual([
      [0, 0, 1],
      [1, 0, 1],
    ]);
  });
});

describe('segments', () => {
  const segmentsOf = (text: string, spans: readonly RoleSpan[]) =>
    segmentsFromSpans(parseDocument(text), spans).map(
      ({ role, text: words, words: count, sentences, paragraph }) => [
        role,
        words,
        count,
        paragraph,
        [...sentences],
      ],
    );
  const marked = (draft: string) => {
    const { text, spans } = parseMarkedDraft(draft);
    return segmentsOf(text, spans);
  };

  it('hold every word of a draft once', () => {
    expect(marked('I row. [[setback|I failed]], and I slept. I sail.\n\n[[change|I asked.]]')).toEqual([
      ['other', 'I row.', 2, 0, [0]],
      ['setback', 'I failed', 2, 0, [1]],
      ['other', 'and I slept. I sail.', 5, 0, [1, 2]],
      ['change', 'I asked.', 2, 1, [3]],
    ]);
  });

  it('of one span are cut where a paragraph ends', () => {
    expect(marked('[[setback|I failed.\n\nI wept.]] I row.')).toEqual([
      ['setback', 'I failed.', 2, 0, [0]],
      ['setback', 'I wept.', 2, 1, [1]],
      ['other', 'I row.', 2, 1, [2]],
    ]);
    expect(marked('I row.\n\n[[setback|I failed.]]\n\nI sail.\n\n[[change|I asked.]]')).toEqual([
      ['other', 'I row.', 2, 0, [0]],
      ['setback', 'I failed.', 2, 1, [1]],
      ['other', 'I sail.', 2, 2, [2]],
      ['change', 'I asked.', 2, 3, [3]],
    ]);
  });

  it('are none for what holds no word', () => {
    expect(marked('I failed[[setback|.]] ... [[change|I asked.]]')).toEqual(
      [
        ['other', 'I failed', 2, 0, [0]],
        ['change', 'I asked.', 2, 0, [2]],
      ].map((segment) => expect.arrayContaining(segment.slice(0, 3))),
    );
  });

  it('touch only the sentences that they have words of', () => {
    const text = 'I failed. ... I wept. I row.';
    const touched = segmentsFromSpans(parseDocument(text), [
      { role: 'setback', start: 0, end: text.indexOf(' I row') },
    ]).map(({ sentences }) => sentences.length);
    expect(touched).toEqual([2, 1]);
  });

  it('begin at a mark only where a role was given to it', () => {
    expect(
      marked('"I row," she said. [[setback|"I failed," I said.]] "So."').map(([, words]) => words),
    ).toEqual(['I row," she said.', '"I failed," I said.', 'So."']);
  });

  it('count a contraction once', () => {
    expect(marked("I row. [[setback|I didn't pass]], and I slept.")[1]).toEqual([
      'setback',
      "I didn't pass",
      3,
      0,
      [1],
    ]);
  });

  it('have the confidence and the cues of their span', () => {
    const cues = [{ reason: 'says so', weight: 1 }];
    const [first, second] = segmentsFromSpans(parseDocument('I failed. I row.'), [
      { role: 'setback', start: 0, end: 9, confidence: 0.4, cues },
    ]);
    expect(first).toMatchObject({ confidence: 0.4, cues });
    expect(second).toMatchObject({ confidence: 1, cues: [] });
    const [given] = segmentsFromSpans(parseDocument('I failed.'), [{ role: 'setback', start: 0, end: 9 }]);
    expect(given).toMatchObject({ confidence: 1, cues: [] });
  });

  it('tell how many words each role has', () => {
    const { text, spans } = parseMarkedDraft('I row. [[setback|I failed Step 1.]] [[setback|I wept.]]');
    expect(measureSpace(segmentsFromSpans(parseDocument(text), spans))).toEqual({
      setback: 6,
      context: 0,
      excuse: 0,
      change: 0,
      evidence: 0,
      growth: 0,
      other: 2,
    });
  });
});

describe('stretches', () => {
  it('are segments cut at the ends of sentences', () => {
    const { text, spans } = parseMarkedDraft("I row and [[setback|I failed. I didn't weep. I]] rowed.");
    const document = parseDocument(text);
    const segments = segmentsFromSpans(document, spans);
    expect(
      stretchesBySentence(document, segments).map(({ segment, sentence, words, start, end }) => [
        segment.role,
        sentence,
        words,
        text.slice(start, end),
      ]),
    ).toEqual([
      ['other', 0, 3, 'I row and'],
      ['setback', 0, 2, 'I failed.'],
      ['setback', 1, 3, "I didn't weep."],
      ['setback', 2, 1, 'I'],
      ['other', 2, 1, 'rowed.'],
    ]);
  });
});

describe('a draft with marks', () => {
  it('is its text, and where each role stands', () => {
    expect(parseMarkedDraft('A [[setback|b]] c[[change|]][[growth|d\ne]].')).toEqual({
      text: 'A b cd\ne.',
      spans: [
        { role: 'setback', start: 2, end: 3 },
        { role: 'change', start: 5, end: 5 },
        { role: 'growth', start: 5, end: 8 },
      ],
    });
  });

  it('without marks is its text', () => {
    expect(parseMarkedDraft('A [b] [[c]].')).toEqual({ text: 'A [b] [[c]].', spans: [] });
  });

  it('with an unknown role is refused', () => {
    expect(() => parseMarkedDraft('A [[setbacks|b]].')).toThrow(
      'Unknown role "setbacks" in "[[setbacks|b]]"',
    );
    expect(() => parseMarkedDraft(`[[no|${'a'.repeat(60)}]]`)).toThrow(`in "[[no|${'a'.repeat(35)}"`);
  });
});

describe('a narrative', () => {
  it('has its words by side, and no story where none is told', () => {
    const { text, spans } = parseMarkedDraft(
      'I row. [[setback|I failed.]] [[context|I was tired.]] [[excuse|Bad luck.]] [[change|I met a tutor.]] [[evidence|I passed.]] [[growth|I plan.]]',
    );
    const label = (told?: number) =>
      lint(text, {
        kind: 'secondary',
        ruleSet: [],
        labeller: { label: () => ({ spans, ...(told === undefined ? {} : { told }) }) },
      }).narrative;
    for (const told of [undefined, 0.5])
      expect(label(told)).toMatchObject({ failureWords: 7, changeWords: 8, space: { other: 2, setback: 2 } });
    expect(label(0.49)).toMatchObject({ failureWords: 0, changeWords: 0, arcs: [], space: { other: 17 } });
  });
});
