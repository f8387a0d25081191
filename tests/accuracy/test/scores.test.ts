import { describe, expect, it } from 'vitest';
import { scoreOf } from '../src/score.ts';
import { scoreRoles, wordRoles } from '../src/score-roles.ts';
import { scoreRules } from '../src/score-rules.ts';

const text = 'I failed Step 1. I met a tutor.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const draft = { id: 'one', text, hasSetback: true };

describe('scores', () => {
  it('count a question nobody asked as right', () => {
    expect(scoreOf(0, 0, 0)).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(scoreOf(1, 1, 0)).toMatchObject({ precision: 0.5, recall: 1 });
  });

  it('give a word the role that holds most of it', () => {
    const roles = wordRoles('I failed, badly', [{ role: 'setback', start: 0, end: 8 }]);
    expect(roles).toEqual(['setback', 'setback', 'other']);
  });

  it('score roles by words', () => {
    const gold = [{ role: 'setback' as const, ...at('I failed Step 1.') }];
    const scores = scoreRoles([{ text, gold, found: [{ role: 'setback' as const, ...at('I failed') }] }]);
    expect(scores.words).toBe(8);
    expect(scores.roles.setback).toMatchObject({ precision: 1, recall: 0.5 });
    expect(scores.accuracy).toBe(0.75);
  });

  it('match a finding once, by overlap or by rule', () => {
    const expected = [{ rule: 'a', at: at('failed Step') }, { rule: 'b' }];
    const reported = [
      { rule: 'a', at: at('Step 1') },
      { rule: 'a', at: at('I failed') },
      { rule: 'b', at: at('tutor') },
      { rule: 'unscored' },
    ];
    const scores = scoreRules([{ ...draft, expected, reported }], ['a', 'b']);
    expect(scores.micro).toMatchObject({ truePositives: 2, falsePositives: 1, falseNegatives: 0 });
    expect(scores.errors.map((error) => error.type)).toEqual(['false alarm']);
    expect(scores.exact).toBe(0);
  });

  it('do not match findings at different places', () => {
    const scores = scoreRules(
      [{ ...draft, expected: [{ rule: 'a', at: at('failed') }], reported: [{ rule: 'a', at: at('tutor') }] }],
      ['a'],
    );
    expect(scores.micro).toMatchObject({ truePositives: 0, falsePositives: 1, falseNegatives: 1 });
  });

  it('count silence on drafts without a setback', () => {
    const quiet = { ...draft, hasSetback: false, expected: [], reported: [] };
    const loud = { ...quiet, reported: [{ rule: 'a' }] };
    expect(scoreRules([quiet, loud], ['a']).silent).toEqual({ drafts: 2, silent: 1 });
  });
});
