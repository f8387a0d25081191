import {
  calendarOf,
  correct,
  frontMatterNames,
  limitFor,
  specialtyName,
  weightIn,
} from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

describe('the calendar of a season', () => {
  it('is the one whose submission month is not over', () => {
    expect(calendarOf('2026-09-30')).toMatchObject({ season: 2027, confirmed: true });
    expect(calendarOf('2025-10-01')).toMatchObject({ season: 2027, confirmed: true });
    expect(calendarOf('2026-10-01')).toMatchObject({ season: 2028, confirmed: false });
  });

  it('takes the months of the nearest season where it has none of its own', () => {
    const moved = calendarOf('2029-01-15');
    expect(moved).toMatchObject({ season: 2030, confirmed: false });
    const known = calendarOf('2026-01-15');
    expect(moved.dates.map(({ task }) => task)).toEqual(known.dates.map(({ task }) => task));
    expect(moved.dates.at(-1)).toMatchObject({ task: 'submission', from: '2029-09', until: '2029-09' });
    expect(moved.source).toBe(known.source);
  });
});

describe('the weight of a failed Step 1', () => {
  it.each([
    ['dermatology', 'highly-competitive', true],
    ['family-medicine', 'less-competitive', true],
    ['neurology', 'middle', false],
  ])('in %s is %s', (specialty, id, listed) => {
    expect(weightIn(specialty)).toMatchObject({ weight: { id }, listed });
  });
});

describe('the name of a specialty', () => {
  it('is its id where nobody knows it', () => {
    expect(specialtyName('emergency-medicine')).toBe('emergency medicine');
    expect(specialtyName('astrology')).toBe('astrology');
  });
});

describe('a limit of characters', () => {
  it('is that of the current season where the season is unknown', () => {
    expect(limitFor('experience', '1999')).toEqual(limitFor('experience'));
  });
});

describe('corrections', () => {
  interface Round {
    readonly messages: readonly { readonly fix?: { start: number; end: number; text: string } }[];
  }
  const fixed = (text: string, lint: (text: string) => Round) => correct(text, lint(text), lint);

  it('are made until none is left', () => {
    const shorten = (text: string): Round => ({
      messages: /aa/.test(text) ? [{ fix: { start: 0, end: 2, text: 'a' } }, {}] : [{}],
    });
    expect(fixed('aaaa', shorten)).toEqual({ text: 'a', count: 3, result: { messages: [{}] } });
  });

  it('go from left to right, and one that overlaps another waits', () => {
    const once = (text: string): Round => ({
      messages: text.includes('b')
        ? [
            { fix: { start: 3, end: 4, text: 'D' } },
            { fix: { start: 1, end: 3, text: 'X' } },
            { fix: { start: 0, end: 2, text: 'Y' } },
          ]
        : [],
    });
    expect(fixed('abcd', once)).toMatchObject({ text: 'YcD', count: 2 });
  });

  it('that lead to others for ever are given up', () => {
    const grow = (text: string): Round => ({
      messages: [{ fix: { start: text.length, end: text.length, text: '!' } }],
    });
    expect(fixed('a', grow)).toMatchObject({ text: 'a!!!!!!!!!!', count: 10 });
  });
});

describe('the names that front matter knows', () => {
  it.each([
    [[], 'setbacks', undefined],
    [['kind'], undefined, 'secondary'],
    [['specialty'], undefined, 'psychiatry'],
    [['setbacks', 0], 'what', undefined],
    [['setbacks', 0, 'what'], undefined, 'usmle-step-1'],
    [['setbacks', 0, 'passed'], undefined, 'true'],
  ])('at %j', (path, key, value) => {
    const { keys, values } = frontMatterNames(path);
    if (key) expect(keys).toContain(key);
    else expect(keys).toEqual([]);
    if (value) expect(values).toContain(value);
    else expect(values).toEqual([]);
  });

  it('are none where it has no such place, and where any value may stand', () => {
    const none = { keys: [], values: [] };
    expect(frontMatterNames(['nobody'])).toEqual(none);
    expect(frontMatterNames(['kind', 'nobody'])).toEqual(none);
    expect(frontMatterNames(['setbacks', 0, 'attempts'])).toEqual(none);
  });
});
