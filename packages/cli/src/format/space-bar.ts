import { CHANGE_SIDE, FAILURE_SIDE, type Narrative, ROLES, type Role } from '@narrative-lint/core';
import { percent, wrap } from './text.ts';
import type { Theme } from './theme.ts';

const WIDEST = 60;

/** The space of a draft by role: a bar, the two sides with the target beside them, and the legend. */
export function spaceBar(narrative: Narrative, theme: Theme, indent: number): string[] {
  const { space, failureWords, changeWords } = narrative;
  const words = ROLES.reduce((sum, role) => sum + space[role], 0);
  if (failureWords + changeWords === 0) return [theme.dim('no setback is told in this draft')];

  const width = Math.min(WIDEST, theme.width - indent);
  const cells = share(space, width);
  const bar = ROLES.map((role) => theme.role[role](theme.sign[role].repeat(cells[role]))).join('');
  const sides = [
    theme.bold(`failure ${percent(failureWords, words)} / change ${percent(changeWords, words)}`),
    theme.dim('target: more change than failure'),
    ...(changeWords > failureWords ? [] : [theme.severity.warning('not yet')]),
  ].join('   ');
  const legend = ROLES.filter((role) => space[role] > 0)
    .map((role) => `${theme.role[role](theme.sign[role])}\u00A0${role}\u00A0${percent(space[role], words)}`)
    .join('   ');
  return [bar, wrap(sides, theme.width, indent), wrap(legend, theme.width, indent).replaceAll('\u00A0', ' ')];
}

/** Shares cells among roles by their words; a role that is there at all has a cell. */
function share(space: Narrative['space'], cells: number): Record<Role, number> {
  const words = ROLES.reduce((sum, role) => sum + space[role], 0);
  const exact = (role: Role) => (space[role] / words) * cells;
  const shared = Object.fromEntries(
    ROLES.map((role) => [role, space[role] > 0 ? Math.max(1, Math.floor(exact(role))) : 0]),
  ) as Record<Role, number>;
  const total = () => ROLES.reduce((sum, role) => sum + shared[role], 0);
  const neediest = () => ROLES.reduce((a, b) => (exact(b) - shared[b] > exact(a) - shared[a] ? b : a));
  const richest = () => ROLES.reduce((a, b) => (shared[b] > shared[a] ? b : a));
  while (total() < cells) shared[neediest()] += 1;
  while (total() > cells) shared[richest()] -= 1;
  return shared;
}

/** The side of the story a role is on. */
export function sideOf(role: Role): 'failure' | 'change' | 'other' {
  if (FAILURE_SIDE.has(role)) return 'failure';
  return CHANGE_SIDE.has(role) ? 'change' : 'other';
}
