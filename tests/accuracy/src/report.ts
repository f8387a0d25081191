import { ROLES } from '@narrative-lint/core';
import type { RoleScores, Score } from './score-roles.ts';
import { MATCHING, type RuleScores } from './score-rules.ts';

/** Everything that is printed. */
export interface Report {
  readonly title: string;
  readonly roles: RoleScores;
  readonly rules: RuleScores;
  /** Rules that labels expect and the engine does not have. */
  readonly absent: readonly string[];
  readonly withErrors: boolean;
}

const figure = (value: number) => value.toFixed(3);
const line = (name: string, score: Score, unit: string) =>
  `  ${name.padEnd(26)} P ${figure(score.precision)}  R ${figure(score.recall)}  F1 ${figure(score.f1)}  (${score.truePositives + score.falseNegatives} ${unit})`;

/** Words a report for people. */
export function formatReport(report: Report): string {
  const { roles, rules } = report;
  const lines = [report.title, '', `Roles, by ${roles.words} words`];
  for (const role of ROLES) lines.push(line(role, roles.roles[role], 'words'));
  lines.push(
    line('failure side', roles.failureSide, 'words'),
    line('change side', roles.changeSide, 'words'),
    `  accuracy ${figure(roles.accuracy)}   macro F1 of seven roles ${figure(roles.macro)}   of the six story roles ${figure(roles.storyMacro)}`,
    '',
    'Rules, by findings',
  );
  for (const [rule, score] of Object.entries(rules.rules)) lines.push(line(rule, score, 'expected'));
  lines.push(
    line('micro', rules.micro, 'expected'),
    `  macro F1 ${figure(rules.macro)}`,
    `  drafts exactly right: ${rules.exact} of ${rules.drafts}`,
    `  nothing unexpected on drafts without a setback: ${rules.silent.silent} of ${rules.silent.drafts}`,
    `  ${MATCHING}`,
  );
  if (report.absent.length > 0)
    lines.push(`  Expected by labels, not in the engine, not counted: ${report.absent.join(', ')}`);
  if (report.withErrors) {
    lines.push('', `Errors: ${rules.errors.length}`);
    for (const error of rules.errors) {
      lines.push(`  ${error.id} ${error.type}: ${error.rule}: ${error.text}`);
      if (error.message) lines.push(`      ${error.message}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
