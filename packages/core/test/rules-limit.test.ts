import { describe, expect, it } from 'vitest';
import { merge } from '../src/rules/corrections.ts';
import { limitFindings, MOST_FINDINGS } from '../src/rules/limit.ts';
import type { RuleFinding } from '../src/rules/run.ts';
import type { AnyRule, Fix } from '../src/rules/types.ts';

const fix = (start: number, end: number, text: string, count?: number): Fix => ({
  start,
  end,
  text,
  ...(count === undefined ? {} : { count }),
});

describe('corrections made into one', () => {
  const source = 'I failed Step 1.';

  it('keep the words between them, from left to right', () => {
    expect(merge(source, [fix(9, 15, 'Level 1'), fix(2, 8, 'passed'), fix(0, 1, 'We')])).toEqual(
      fix(0, 15, 'We passed Level 1', 3),
    );
  });

  it('touch each other, and what is put in stands before what is replaced', () => {
    expect(merge(source, [fix(2, 8, 'passed'), fix(8, 9, '  '), fix(2, 2, 'just ')])).toEqual(
      fix(2, 9, 'just passed  ', 3),
    );
  });

  it('leave out one that overlaps an earlier one', () => {
    expect(merge(source, [fix(2, 8, 'passed'), fix(7, 15, 'X'), fix(15, 16, '!')])).toEqual(
      fix(2, 16, 'passed Step 1!', 2),
    );
  });

  it('stand for as many as each of them stood for', () => {
    expect(merge(source, [fix(0, 1, 'We', 4), fix(2, 8, 'passed')])?.count).toBe(5);
  });

  it('are none of none', () => {
    expect(merge(source, [])).toBeUndefined();
  });
});

describe('findings beyond those that are told one by one', () => {
  const template = { text: 'It is there.' };
  const rule = (id: string) => ({ meta: { id } }) as AnyRule;
  const [one, other] = [rule('one'), rule('other')];
  const source = 'x'.repeat(3000);
  const finding = (of: AnyRule, start?: number, more: Partial<RuleFinding> = {}): RuleFinding => ({
    rule: of,
    messageId: 'there',
    template,
    severity: 'suggestion',
    ...(start === undefined ? {} : { at: { start, end: start + 1 } }),
    ...more,
  });
  const many = (of: AnyRule, count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => finding(of, from + at));

  it('are told of by one of each rule that has so many', () => {
    const kept = limitFindings(source, [...many(one, MOST_FINDINGS + 2), ...many(other, 3)]);
    expect(kept).toHaveLength(MOST_FINDINGS + 1 + 3);
    expect(kept[MOST_FINDINGS]).toEqual({
      rule: one,
      messageId: 'and-more',
      template: expect.objectContaining({ text: expect.stringContaining('finds {{more}} more') }),
      severity: 'suggestion',
      data: { rule: 'one', more: '2', told: '1,000' },
      confidence: 1,
      at: { start: MOST_FINDINGS, end: MOST_FINDINGS + 1 },
    });
  });

  it('begin with those about the whole draft', () => {
    const about = finding(one, undefined, { messageId: 'whole' });
    for (const findings of [
      [...many(one, MOST_FINDINGS + 1), about],
      [about, ...many(one, MOST_FINDINGS + 1)],
      [...many(one, 9), about, ...many(one, MOST_FINDINGS, 9)],
    ])
      expect(limitFindings(source, findings)[0]?.messageId).toBe('whole');
    const whole = limitFindings(source, Array(MOST_FINDINGS + 2).fill(about)).at(-1);
    expect(whole).not.toHaveProperty('at');
  });

  it('are corrected together', () => {
    const mended = many(one, MOST_FINDINGS + 3).map((own, at) => ({ ...own, fix: fix(at, at + 1, 'y') }));
    const plain = finding(one, MOST_FINDINGS + 3);
    expect(limitFindings(source, [...mended, plain]).at(-1)?.fix).toEqual(
      fix(MOST_FINDINGS, MOST_FINDINGS + 3, 'yyy', 3),
    );
  });
});
