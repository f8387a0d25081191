import { describe, expect, it } from 'vitest';
import { bootstrap } from '../src/bootstrap.ts';
import { byWriter } from '../src/by-writer.ts';
import { leftOut } from '../src/curve.ts';
import { headlinesOf, tallyOf } from '../src/headline.ts';
import { quietOf } from '../src/run.ts';
import { table } from '../src/table.ts';

const mean = (values: readonly number[]) => ({ mean: values.reduce((sum, v) => sum + v, 0) / values.length });

describe('intervals', () => {
  const values = Array.from({ length: 60 }, (_, at) => at % 2);

  it('hold the figure, and are the same each time', () => {
    const first = bootstrap(values, mean);
    expect(first.mean.value).toBe(0.5);
    expect(first.mean.low).toBeLessThan(0.45);
    expect(first.mean.high).toBeGreaterThan(0.55);
    expect(bootstrap(values, mean)).toEqual(first);
  });

  it('are narrower with more drafts', () => {
    const width = ({ mean: { low, high } }: ReturnType<typeof bootstrap<number, 'mean'>>) => high - low;
    const many = Array.from({ length: 600 }, (_, at) => at % 2);
    expect(width(bootstrap(many, mean))).toBeLessThan(width(bootstrap(values, mean)) / 2);
  });

  it('are a point where all drafts agree', () => {
    expect(bootstrap([1, 1, 1], mean).mean).toEqual({ value: 1, low: 1, high: 1 });
  });
});

describe('figures', () => {
  const text = 'I failed. I hired a tutor.';
  const gold = [
    { role: 'setback' as const, start: 0, end: 9 },
    { role: 'change' as const, start: 10, end: 26 },
  ];
  const expected = [{ rule: 'a' }, { rule: 'b' }];
  const case_ = { id: 'x', text, expected, reported: [{ rule: 'a' }], hasSetback: true };
  const right = tallyOf({ text, gold, found: gold }, case_, ['a', 'b']);
  const wrong = tallyOf({ text, gold, found: [] }, { ...case_, reported: [] }, ['a', 'b']);

  it('count words and findings over drafts', () => {
    const figures = headlinesOf([right, wrong]);
    expect(figures.failureSide).toBeCloseTo(2 / 3);
    expect(figures.microF1).toBeCloseTo(0.4);
    expect(figures.microPrecision).toBe(1);
    expect(figures.excuse).toBe(1);
  });

  it('are told by writer', () => {
    const results = [
      { draft: { folder: 't6' }, tally: right },
      { draft: { folder: 'd1' }, tally: wrong },
      { draft: { folder: 't6' }, tally: right },
    ];
    const rows = byWriter(results);
    expect(rows.map(({ writer, drafts }) => [writer, drafts])).toEqual([
      ['t6', 2],
      ['d1', 1],
    ]);
    expect(rows[0]?.figures.changeSide).toBe(1);
    expect(rows[1]?.figures.changeSide).toBe(0);
  });

  it('name the drafts without a setback that a rule about setbacks spoke up on', () => {
    const quiet = { id: 'q', text, expected: [], reported: [{ rule: 'right-specialty' }], hasSetback: false };
    const loud = { ...quiet, id: 'l', reported: [{ rule: 'cites-evidence' }, { rule: 'name-the-change' }] };
    const due = {
      ...loud,
      id: 'd',
      expected: [{ rule: 'acknowledge-failure' }],
      reported: [{ rule: 'acknowledge-failure' }],
    };
    const told = { ...loud, id: 't', hasSetback: true };
    expect(quietOf([quiet, loud, due, told])).toEqual({ drafts: 3, spokenUp: ['l'] });
  });
});

describe('the learning curve', () => {
  const writers = Array.from({ length: 9 }, (_, at) => `w${at}`);

  it('learns from growing shares that hold each other', () => {
    const [quarter, half, all] = [0.25, 0.5, 1].map((share) => leftOut(writers, share));
    expect([quarter?.length, half?.length, all?.length]).toEqual([6, 4, 0]);
    expect(quarter).toEqual(expect.arrayContaining(half ?? []));
    expect(leftOut(writers, 0.5)).toEqual(half);
  });
});

describe('tables', () => {
  it('stand in columns', () => {
    expect(
      table(
        ['', 'n'],
        [
          ['one', '1'],
          ['a', '100'],
        ],
      ),
    ).toEqual(['         n', '  one    1', '  a    100']);
  });
});
