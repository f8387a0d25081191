import { scoreOf } from './score.ts';
import type { RoleCase } from './score-roles.ts';
import { type Confusion, confusionOf, scoreConfusion, sumConfusions } from './score-roles.ts';
import { type RuleCase, scoreRules } from './score-rules.ts';

/** What one draft adds to the figures: counted words and counted findings. */
export interface Tally {
  readonly confusion: Confusion;
  readonly hit: number;
  readonly extra: number;
  readonly missed: number;
}

/** The figures that goals are set for, each from 0 to 1. */
export const HEADLINES = {
  macro: 'role macro F1',
  excuse: 'excuse F1',
  failureSide: 'failure side F1',
  changeSide: 'change side F1',
  microF1: 'rules micro F1',
  microPrecision: 'rules precision',
} as const;
export type Headline = keyof typeof HEADLINES;
export type Headlines = Readonly<Record<Headline, number>>;
export const HEADLINE_NAMES = Object.keys(HEADLINES) as readonly Headline[];

/** Counts one draft. */
export function tallyOf(roles: RoleCase, ruleCase: RuleCase, rules: readonly string[]): Tally {
  const { truePositives, falsePositives, falseNegatives } = scoreRules([ruleCase], rules).micro;
  return {
    confusion: confusionOf(roles),
    hit: truePositives,
    extra: falsePositives,
    missed: falseNegatives,
  };
}

/** The figures of some drafts together. */
export function headlinesOf(tallies: readonly Tally[]): Headlines {
  const roles = scoreConfusion(sumConfusions(tallies.map(({ confusion }) => confusion)));
  const sum = (key: 'hit' | 'extra' | 'missed') => tallies.reduce((total, tally) => total + tally[key], 0);
  const micro = scoreOf(sum('hit'), sum('extra'), sum('missed'));
  return {
    macro: roles.macro,
    excuse: roles.roles.excuse.f1,
    failureSide: roles.failureSide.f1,
    changeSide: roles.changeSide.f1,
    microF1: micro.f1,
    microPrecision: micro.precision,
  };
}
