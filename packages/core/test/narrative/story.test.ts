import { lint, type Narrative, parseDocument, parseMarkedDraft, type Segment } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import {
  aroundSetback,
  firstKind,
  firstSetback,
  inWords,
  settled,
  stretchesOf,
} from '../../src/narrative/story.ts';

function told(marked: string) {
  const { text, spans } = parseMarkedDraft(marked);
  const { narrative, document } = lint(text, { kind: 'secondary', roles: spans, ruleSet: [] });
  return { narrative, document, text };
}

describe('the first setback', () => {
  it('is the setback that is told first, and its kind', () => {
    const { narrative } = told(
      '[[context|I was tired.]] [[setback|I did not match.]] [[setback|I failed Step 1.]]',
    );
    expect(firstSetback(narrative)?.text).toBe('I did not match.');
    expect(firstKind(narrative, {})).toBe('unmatched');
  });

  it('is nothing where nothing went wrong', () => {
    const { narrative } = told('I sail. [[growth|I plan my weeks.]]');
    expect(firstSetback(narrative)).toBeUndefined();
    expect(firstKind(narrative, {})).toBeUndefined();
  });

  it('has no kind where arcs are of another one', () => {
    const { narrative } = told('[[setback|I failed Step 1.]]');
    const [arc] = narrative.arcs;
    const moved: Narrative = { ...narrative, arcs: arc ? [{ ...arc, mentions: [] }] : [] };
    expect(firstKind(moved, {})).toBeUndefined();
  });

  it('is of the kind that the profile lists alone, where its words name nothing', () => {
    const { narrative } = told('[[setback|I read the film of the bed beside his.]]');
    expect(firstKind(narrative, {})).toBeUndefined();
    expect(firstKind(narrative, { setbacks: [{ what: 'clinical-error' }] })).toBe('clinical-error');
    expect(
      firstKind(narrative, { setbacks: [{ what: 'clinical-error' }, { what: 'leave' }] }),
    ).toBeUndefined();
  });
});

describe('settled stretches', () => {
  const { narrative } = told(
    '[[setback|I failed.]] I row. [[context|I was ill.]] I sail. I bake. [[context|It rained.]] [[context|I slept.]]',
  );
  const failure = narrative.segments.filter(({ role }) => role !== 'other');
  const sure = (confidences: readonly number[]): Segment[] =>
    failure.map((segment, at) => ({ ...segment, confidence: confidences[at] ?? 0 }));
  const texts = (segments: readonly Segment[]) => segments.map(({ text }) => text);

  it('are those within a sentence of a sure one', () => {
    expect(texts(settled(sure([0.8, 0.5, 0.5, 0.5])))).toEqual(['I failed.']);
    expect(texts(settled(sure([0.5, 0.5, 0.8, 0.5])))).toEqual(['It rained.', 'I slept.']);
    expect(texts(settled(sure([0.5, 0.5, 0.5, 0.8])))).toEqual(['It rained.', 'I slept.']);
    expect(texts(settled(sure([0.8, 0.9, 0.5, 0.5])))).toEqual(['I failed.', 'I was ill.']);
  });

  it('are all where none is sure', () => {
    expect(settled(sure([0.79, 0.5, 0.5, 0.5]))).toHaveLength(4);
  });
});

describe('words as a message quotes them', () => {
  it.each([
    [', and I failed;', 'I failed'],
    ['but   I failed ...', 'I failed'],
    ['I said "no".', "I said 'no'"],
    ['android and butter', 'android and butter'],
    ['and', 'and'],
    ['I failed , . ', 'I failed'],
    ['I heard "no, and went on', 'I heard no, and went on'],
    ['I was done." I slept.', 'I was done. I slept'],
    ['I was done."', 'I was done'],
    ['I heard \u201Cno, and went on', 'I heard no, and went on'],
    ['went on\u201D and I heard \u201Cno\u201D', 'went on and I heard \u201Cno\u201D'],
    ['"no," and "y', "'no,' and y"],
    ['I heard \u2018no, and went on', 'I heard no, and went on'],
    ['it\u2019s \u2018no\u2019', 'it\u2019s \u2018no\u2019'],
  ])('%s', (source, words) => {
    expect(inWords(`x${source}y`, { start: 1, end: 1 + source.length })).toBe(words);
  });
});

describe('the sentences around a setback', () => {
  const around = (marked: string) => {
    const { narrative, document, text } = told(marked);
    return aroundSetback(document, narrative).map(({ start, end }) => text.slice(start, end));
  };

  it('are those of the failure side and of growth, and those beside them', () => {
    expect(around('I row. I sail. [[setback|I failed.]] I bake. I knit.')).toEqual([
      'I sail.',
      'I failed.',
      'I bake.',
    ]);
    expect(around('[[setback|I failed.]] I row. I sail. I bake. [[growth|I plan.]] I knit.')).toEqual([
      'I failed.',
      'I row.',
      'I bake.',
      'I plan.',
      'I knit.',
    ]);
    expect(
      around('[[setback|I failed.]] I row. I sail. I bake. [[excuse|It was luck.]] I knit.'),
    ).toHaveLength(5);
    expect(
      around('[[setback|I failed.]] I row. I sail. I bake. [[context|It was hot.]] I knit.'),
    ).toHaveLength(5);
    expect(around('[[setback|I failed.]] I row. I sail. I bake. [[change|I asked.]] I knit.')).toHaveLength(
      2,
    );
  });

  it('do not reach into another paragraph', () => {
    expect(around('I row.\n\n[[setback|I failed.]]\n\nI bake.')).toEqual(['I failed.']);
  });

  it('are none without a setback', () => {
    expect(around('I row. [[growth|I plan.]] [[context|It was hot.]]')).toEqual([]);
  });
});

describe('the stretch of a phrase', () => {
  /** The stretches that hold some words of a text, each word where it stands first after the one before. */
  function stretches(text: string, ...phrases: string[]): string[] {
    let from = 0;
    const ranges = phrases.map((phrase) => {
      const start = text.indexOf(phrase, from);
      from = start + 1;
      return { start, end: start + phrase.length };
    });
    return stretchesOf(parseDocument(text), ranges).map(({ start, end }) => text.slice(start, end));
  }

  it.each([
    ['I row. My world fell apart that day, and I wept. I sail.', ['fell'], ['My world fell apart that day']],
    ['I row. That day, and my world fell apart; I wept.', ['fell'], ['my world fell apart']],
    ['I row. Because my world fell apart I wept.', ['fell'], ['my world fell apart I wept']],
    ['I saw that my world fell apart.', ['fell'], ['I saw that my world fell apart']],
    ['I rowed, for the world fell apart.', ['fell'], ['the world fell apart']],
    ['I rowed, for weeks my world fell apart.', ['weeks'], ['for weeks my world fell apart']],
    ['It (my dark hour) came (late).', ['dark'], ['my dark hour']],
    ['It came \u2014 my dark hour \u2013 late.', ['dark'], ['my dark hour']],
    ['She called it \u201Cmy dark hour\u201D then.', ['dark'], ['my dark hour']],
    [
      'My dark hour came, and my light went out, too.',
      ['dark', 'light'],
      ['My dark hour came', 'my light went out'],
    ],
    ['My dark, dark hour came.', ['dark', 'dark'], ['My dark', 'dark hour came']],
    ['My dark and cold hour came.', ['dark', 'cold'], ['My dark and cold hour came']],
    ['I was broken, I was lost, and I rowed.', ['broken', 'lost'], ['I was broken, I was lost']],
    ['I was broken, he was lost.', ['broken', 'lost'], ['I was broken', 'he was lost']],
    [
      'My heart was broken, my heart was lost.',
      ['broken', 'lost'],
      ['My heart was broken, my heart was lost'],
    ],
    ['I was broken, I wept in the dark.', ['broken', 'dark'], ['I was broken', 'I wept in the dark']],
    ['I was broken; I was lost.', ['broken', 'lost'], ['I was broken', 'I was lost']],
    ['Broken, lost.', ['Broken', 'lost'], ['Broken', 'lost']],
  ])('%s', (text, phrases, found) => {
    expect(stretches(text, ...phrases)).toEqual(found);
  });

  it('comes in text order, whichever phrase is given first', () => {
    const text = 'My dark hour came. My light went out.';
    const ranges = ['light', 'dark'].map((word) => ({
      start: text.indexOf(word),
      end: text.indexOf(word) + word.length,
    }));
    expect(stretchesOf(parseDocument(text), ranges).map(({ start }) => start)).toEqual([0, 19]);
  });

  it('is the phrase alone where it would be too long to point at', () => {
    const rest =
      'on the morning that the letter came from the school and the whole house heard me weep on the stairs';
    expect(stretches(`My world fell apart ${rest}.`, 'world fell apart')).toEqual(['world fell apart']);
    const twenty =
      'My world fell apart on the morning that the letter came from the school and the whole house heard';
    expect(twenty.split(' ').length).toBe(19);
    expect(stretches(`${twenty} me.`, 'world')).toEqual([`${twenty} me`]);
    expect(stretches(`${twenty} me weep.`, 'world')).toEqual(['world']);
  });

  it('holds phrases that start together as one', () => {
    const text = 'My dark hour came.';
    expect(
      stretchesOf(parseDocument(text), [
        { start: 3, end: 7 },
        { start: 3, end: 12 },
      ]),
    ).toEqual([{ start: 0, end: 17 }]);
  });
});
