import { visible } from '@narrative-lint/core';
import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { CohortRow } from '../types.ts';
import { percent, STATUS_NAMES } from '../words.ts';

const LEFT = 46;
const TOP = 12;
const SIDE = 300;

/** One dot a draft: the share of words on the failure side against that on the change side. */
export function shareChart(rows: readonly CohortRow[]): Element {
  const told = rows.filter(
    (row) => row.status !== 'unread' && (row.failureShare ?? 0) + (row.changeShare ?? 0) > 0,
  );
  if (told.length === 0) return h('p', { class: 'lead' }, 'No draft tells a setback.');
  const most = Math.max(...told.flatMap((row) => [row.failureShare ?? 0, row.changeShare ?? 0]));
  const top = Math.max(0.1, Math.ceil(most * 10) / 10);
  const x = (share: number) => LEFT + (share / top) * SIDE;
  const y = (share: number) => TOP + SIDE - (share / top) * SIDE;
  const ticks = [0, top / 2, top];
  const above = told.filter((row) => (row.failureShare ?? 0) >= (row.changeShare ?? 0)).length;
  const label = `Failure share against change share of ${told.length} drafts; ${above} give failure as much room as change, or more. The table has the figures.`;
  return h('figure', [
    s(
      'svg',
      {
        class: 'chart',
        viewBox: `0 0 ${LEFT + SIDE + 24} ${TOP + SIDE + 44}`,
        role: 'img',
        ariaLabel: label,
      },
      [
        s('line', { class: 'axis', x1: LEFT, y1: TOP + SIDE, x2: LEFT + SIDE, y2: TOP + SIDE }),
        s('line', { class: 'axis', x1: LEFT, y1: TOP, x2: LEFT, y2: TOP + SIDE }),
        s('line', { class: 'even', x1: x(0), y1: y(0), x2: x(top), y2: y(top) }),
        ...ticks.flatMap((share) => [
          s('text', { x: x(share), y: TOP + SIDE + 16, 'text-anchor': 'middle' }, percent(share)),
          s('text', { x: LEFT - 6, y: y(share) + 4, 'text-anchor': 'end' }, percent(share)),
        ]),
        s('text', { x: LEFT + SIDE / 2, y: TOP + SIDE + 36, 'text-anchor': 'middle' }, 'change'),
        s('text', { x: LEFT + 8, y: TOP + 10 }, 'failure'),
        ...told.map((row) => dot(row, x(row.changeShare ?? 0), y(row.failureShare ?? 0))),
      ],
    ),
    h(
      'figcaption',
      { class: 'note' },
      `Share of the words of each draft. On and above the dashed line failure takes as much room as change, or more (${above.toLocaleString('en-US')} of ${told.length.toLocaleString('en-US')}). Squares need a talk, triangles need corrections, circles are ready.`,
    ),
  ]);
}

function dot(row: CohortRow, x: number, y: number): Element {
  const { status, page, path, applicant, failureShare = 0, changeShare = 0 } = row;
  const title = s(
    'title',
    `${visible(applicant ?? path)}: failure ${percent(failureShare)}, change ${percent(changeShare)}, ${STATUS_NAMES[status]}`,
  );
  const shared = { class: ['dot', status], dataPage: page };
  const at = (dx: number, dy: number) => `${round(x + dx)},${round(y + dy)}`;
  if (status === 'talk')
    return s('rect', { ...shared, x: round(x - 5), y: round(y - 5), width: 10, height: 10 }, [title]);
  if (status === 'correct')
    return s('polygon', { ...shared, points: `${at(0, -6)} ${at(6, 5)} ${at(-6, 5)}` }, [title]);
  return s('circle', { ...shared, cx: round(x), cy: round(y), r: 5.5 }, [title]);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
