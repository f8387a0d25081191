import { lint, type RoleLabeller, rules } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { type Ballot, elect } from '../src/rules/elect.ts';
import type { Finding } from '../src/rules/types.ts';

const at = (start: number, end: number, messageId = 'm'): Finding => ({ messageId, at: { start, end } });
const ballot = (times: number, ...findings: Finding[]): Ballot => ({ findings, times });

describe('findings of several readings', () => {
  it('are kept from the share on, and no sooner', () => {
    const likeliest = [at(0, 5)];
    expect(elect(likeliest, [ballot(4, at(0, 5)), ballot(4)], 0.5)).toEqual([
      { ...at(0, 5), confidence: 0.5 },
    ]);
    expect(elect(likeliest, [ballot(3, at(0, 5)), ballot(5)], 0.5)).toEqual([]);
  });

  it('are kept where the likeliest reading alone is without them', () => {
    expect(elect([], [ballot(5, at(7, 9)), ballot(3)], 0.5)).toEqual([{ ...at(7, 9), confidence: 0.625 }]);
  });

  it('need more readings where the likeliest one is without them and the rule asks for more', () => {
    const ballots = [ballot(5, at(7, 9)), ballot(3)];
    expect(elect([], ballots, 0.5, 0.7)).toEqual([]);
    expect(elect([], [ballot(8, at(7, 9))], 0.5, 1.01)).toEqual([]);
    expect(elect([at(7, 9)], ballots, 0.5, 0.7)).toEqual([{ ...at(7, 9), confidence: 0.625 }]);
  });

  it('stand where the likeliest reading has them, or else where most have them', () => {
    const ballots = [ballot(3, at(4, 9)), ballot(2, at(5, 9)), ballot(3)];
    expect(elect([at(2, 9)], ballots, 0.5)[0]?.at).toEqual({ start: 2, end: 9 });
    expect(elect([], ballots, 0.5)[0]?.at).toEqual({ start: 4, end: 9 });
  });

  it('add up wherever they point, for a rule that says one thing of a draft', () => {
    const ballots = [ballot(2, at(0, 5)), ballot(3, at(20, 25)), ballot(3)];
    expect(elect([], ballots, 0.6)).toEqual([{ ...at(20, 25), confidence: 0.625 }]);
  });

  it('stand where more readings point than at the words of the likeliest one', () => {
    const ballots = [ballot(5, at(20, 25)), ballot(3, at(0, 5))];
    expect(elect([at(0, 5)], ballots, 0.5)[0]?.at).toEqual({ start: 20, end: 25 });
    const even = [ballot(4, at(20, 25)), ballot(4, at(0, 5))];
    expect(elect([at(0, 5)], even, 0.5)[0]?.at).toEqual({ start: 0, end: 5 });
  });

  it('are counted one by one for a rule that says several', () => {
    const ballots = [ballot(6, at(0, 5), at(20, 25)), ballot(2, at(20, 25))];
    expect(elect([], ballots, 0.8).map((finding) => finding.at?.start)).toEqual([20]);
    expect(elect([], ballots, 0.7).map((finding) => finding.at?.start)).toEqual([0, 20]);
  });

  it('are one where each overlaps another, in whatever order they are told', () => {
    const far = at(40, 50);
    const ballots = [ballot(3, at(0, 5), far), ballot(2, at(4, 9), far), ballot(3, far, at(8, 12))];
    // The second shares words with both of the others.
    expect(elect([], ballots, 1)).toEqual([
      { ...at(4, 9), confidence: 1 },
      { ...far, confidence: 1 },
    ]);
    expect(elect([at(41, 45), at(60, 70)], ballots, 1).map((finding) => finding.at?.start)).toEqual([4, 41]);
  });

  it('are two where they only touch, and where one reading has both', () => {
    const touching = [ballot(4, at(0, 5), at(40, 50)), ballot(4, at(5, 9), at(40, 50))];
    expect(elect([], touching, 0.5).map((finding) => finding.at?.start)).toEqual([0, 5, 40]);
    expect(elect([], [...touching].reverse(), 0.5).map((finding) => finding.at?.start)).toEqual([0, 5, 40]);
    const both = [ballot(5, at(0, 5), at(3, 8)), ballot(3)];
    expect(elect([], both, 0.5).map((finding) => finding.at?.start)).toEqual([0, 3]);
  });

  it('are told as most readings tell them, or as the first of two that are as many', () => {
    const told = (...ballots: Ballot[]) => elect([], ballots, 0.5);
    expect(told(ballot(2, at(0, 5)), ballot(3, at(1, 5)), ballot(2, at(0, 5)))[0]?.at?.start).toBe(0);
    expect(told(ballot(2, at(0, 5)), ballot(2, at(1, 5)))[0]?.at?.start).toBe(0);
    const third = ballot(3, at(7, 9));
    expect(told(ballot(2, at(0, 9)), ballot(2, at(1, 9)), third)[0]?.at?.start).toBe(7);
    expect(told(ballot(2, at(7, 5)), ballot(2, at(7, 6)), third)[0]?.at?.end).toBe(9);
    expect(told(ballot(2, at(7, 8, 'm')), ballot(2, at(7, 8, 'n')), third)[0]?.at?.end).toBe(9);
  });

  it('of a place are never one with those about the whole draft', () => {
    const whole: Finding = { messageId: 'm' };
    const ballots = [ballot(4, whole, at(20, 25, 'n')), ballot(4, at(0, 5), at(20, 25, 'n'))];
    expect(elect([], ballots, 0.5)).toEqual([
      { ...whole, confidence: 0.5 },
      { ...at(0, 5), confidence: 0.5 },
      { ...at(20, 25, 'n'), confidence: 1 },
    ]);
    expect(elect([], [...ballots].reverse(), 0.5)).toHaveLength(3);
  });

  it('about the whole draft are told apart by their message', () => {
    const ballots = [ballot(4, { messageId: 'm' }, { messageId: 'n' }), ballot(4, { messageId: 'n' })];
    expect(elect([], ballots, 0.5)).toEqual([
      { messageId: 'm', confidence: 0.5 },
      { messageId: 'n', confidence: 1 },
    ]);
  });

  it('about the whole draft are told apart by what they say', () => {
    const about = (setback: string): Finding => ({ messageId: 'missing', data: { setback } });
    const ballots = [ballot(5, about('Step 1'), about('a leave')), ballot(3, about('a leave'))];
    expect(elect([], ballots, 0.9)).toEqual([{ ...about('a leave'), confidence: 1 }]);
  });
});

describe('a draft that can be read in two ways', () => {
  const text =
    'I failed Step 1 in the spring of my second year. I met with a tutor and two classmates every week until the end of June.';
  const setback = { role: 'setback', start: 0, end: 48 } as const;
  const evidence = { role: 'evidence', start: 49, end: text.length } as const;
  const lintWith = (times: number, ...ids: string[]) => {
    let asked = 0;
    const labeller: RoleLabeller = {
      label: () => ({
        spans: [setback],
        draws(count) {
          asked += 1;
          return [
            { spans: [setback], times },
            { spans: [setback, evidence], times: count - times },
          ];
        },
      }),
    };
    const ruleSet = rules.filter(({ meta }) => ids.includes(meta.id));
    const { messages } = lint(text, { labeller, ruleSet, kind: 'secondary' });
    return { found: messages.map(({ ruleId, confidence }) => [ruleId, confidence]), asked };
  };

  it('gets a finding that most readings have, as sure as they are many', () => {
    expect(lintWith(7, 'carry-forward').found).toEqual([['carry-forward', 1]]);
    expect(lintWith(7, 'more-change-than-failure').found).toEqual([['more-change-than-failure', 0.875]]);
    expect(lintWith(2, 'more-change-than-failure').found).toEqual([]);
  });

  it('is read in other ways once, and not for rules that do not ask', () => {
    expect(lintWith(7, 'carry-forward', 'more-change-than-failure').asked).toBe(1);
    expect(lintWith(7, 'no-melodrama', 'eras-characters').asked).toBe(0);
  });
});
