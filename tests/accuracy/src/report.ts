import { ROLES } from '@narrative-lint/core';
import { type Interval, RESAMPLES } from './bootstrap.ts';
import { HEADLINE_NAMES, HEADLINES, type Headline } from './headline.ts';
import type { Quiet } from './run.ts';
import type { Score } from './score.ts';
import type { RoleScores } from './score-roles.ts';
import { MATCHING, type RuleScores } from './score-rules.ts';
import { figure, table } from './table.ts';

/** The figures with their bounds, of some drafts. */
export interface Summary {
  readonly name: string;
  readonly drafts: number;
  readonly figures: Readonly<Record<Headline, Interval>>;
}

/** What is printed of each run. */
export interface Report {
  readonly title: string;
  readonly roles: RoleScores;
  readonly rules: RuleScores;
  /** All drafts, then parts of them that goals are set for apart. */
  readonly summaries: readonly Summary[];
  readonly quiet: Quiet;
  /** Rules that labels expect and the engine does not have. */
  readonly absent: readonly string[];
}

const line = (name: string, score: Score, unit: string) =>
  `  ${name.padEnd(26)} P ${figure(score.precision)}  R ${figure(score.recall)}  F1 ${figure(score.f1)}  (${score.truePositives + score.falseNegatives} ${unit})`;

/** Words a report for people. */
export function formatReport({ title, roles, rules, summaries, quiet, absent }: Report): string[] {
  return [
    title,
    '',
    `Roles, by ${roles.words} words`,
    ...ROLES.map((role) => line(role, roles.roles[role], 'words')),
    line('failure side', roles.failureSide, 'words'),
    line('change side', roles.changeSide, 'words'),
    `  accuracy ${figure(roles.accuracy)}   macro F1 of seven roles ${figure(roles.macro)}   of the six story roles ${figure(roles.storyMacro)}`,
    '',
    'Rules, by findings',
    ...Object.entries(rules.rules).map(([rule, score]) => line(rule, score, 'expected')),
    line('micro', rules.micro, 'expected'),
    `  macro F1 ${figure(rules.macro)}`,
    `  drafts exactly right: ${rules.exact} of ${rules.drafts}`,
    `  nothing unexpected on drafts without a setback: ${rules.silent.silent} of ${rules.silent.drafts}`,
    quietLine(quiet),
    `  ${MATCHING}`,
    ...(absent.length > 0
      ? [`  Expected by labels, not in the engine, not counted: ${absent.join(', ')}`]
      : []),
    '',
    `Figures with 95 % intervals (drafts drawn anew ${RESAMPLES} times, seed fixed)`,
    ...summaries.flatMap(({ name, drafts, figures }) => [
      `  ${name}, ${drafts} drafts`,
      ...table(
        ['', '', ''],
        HEADLINE_NAMES.map((headline) => {
          const { value, low, high } = figures[headline];
          return [HEADLINES[headline], figure(value), `${figure(low)} to ${figure(high)}`];
        }),
      ).slice(1),
    ]),
  ];
}

function quietLine({ drafts, spokenUp }: Quiet): string {
  const share = drafts === 0 ? 0 : (100 * spokenUp.length) / drafts;
  const names = spokenUp.length > 0 ? `: ${spokenUp.join(', ')}` : '';
  return `  a setback seen where there is none (unexpected findings of what happened, what changed, evidence): ${spokenUp.length} of ${drafts} drafts, ${share.toFixed(1)} % (goal: at most 2 %)${names}`;
}

/** Each finding that was missed or needless. */
export function formatErrors({ errors }: RuleScores): string[] {
  return [
    `Errors: ${errors.length}`,
    ...errors.flatMap(({ id, type, rule, text, message }) => [
      `  ${id} ${type}: ${rule}: ${text}`,
      ...(message ? [`      ${message}`] : []),
    ]),
  ];
}
