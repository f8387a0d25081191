import { ROLES, type Space } from '@narrative-lint/core';
import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { percent, ROLE_NAMES } from '../words.ts';

/** The space of a draft by role: a bar, the two sides in words, and a legend with the shares. */
export function spaceBar(space: Space, failureWords: number, changeWords: number): Element[] {
  const words = ROLES.reduce((sum, role) => sum + space[role], 0);
  if (failureWords + changeWords === 0)
    return [h('p', { class: 'lead' }, 'No setback of the applicant is told in this draft.')];
  let x = 0;
  const parts = ROLES.filter((role) => space[role] > 0).map((role) => {
    const width = (1000 * space[role]) / words;
    const part = s('rect', { class: role, x: round(x), y: 0, width: round(width), height: 26 });
    x += width;
    return part;
  });
  const sides = `Failure ${percent(failureWords / words)}, change ${percent(changeWords / words)}.`;
  const target =
    changeWords > failureWords
      ? 'More change than failure, as it should be.'
      : 'The target is more change than failure: not yet.';
  return [
    s(
      'svg',
      {
        class: 'bar',
        viewBox: '0 0 1000 26',
        preserveAspectRatio: 'none',
        role: 'img',
        ariaLabel: `Space by role. ${sides}`,
      },
      parts,
    ),
    h(
      'ul',
      { class: 'legend', ariaLabel: 'Share of the words by role' },
      ROLES.filter((role) => space[role] > 0).map((role) =>
        h('li', [h('span', { class: ['key', role] }, ROLE_NAMES[role]), ` ${percent(space[role] / words)}`]),
      ),
    ),
    h('p', [h('strong', sides), ` ${target}`]),
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
