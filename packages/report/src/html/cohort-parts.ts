import { specialtyName, visible } from '@narrative-lint/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { enhanceTable } from '../client/table.ts';
import type { CohortRow, Status } from '../types.ts';
import { percent, STATUS_NAMES, setbackName, spaced } from '../words.ts';

const ORDER: readonly Status[] = ['talk', 'correct', 'ready', 'unread'];
const WHAT: Readonly<Record<Status, string>> = {
  talk: 'an error, or an objection to the story',
  correct: 'only form or facts',
  ready: 'nothing but suggestions',
  unread: 'the file is the matter',
};
/** Lists up to this long are open at first. */
const FEW = 6;

/** Makes the table of a page one to sort and to filter. */
export const TABLE_SCRIPT = `(${enhanceTable})();`;

/** How many drafts have each status. */
export function statusTiles(rows: readonly CohortRow[]): Element {
  return h(
    'ul',
    { class: 'tiles', ariaLabel: 'Who is ready' },
    ORDER.flatMap((status) => {
      const having = rows.filter((row) => row.status === status).length;
      if (status === 'unread' && having === 0) return [];
      return [
        h('li', [
          h('strong', having.toLocaleString('en-US')),
          h('span', { class: ['status', status], dataShowStatus: status }, STATUS_NAMES[status]),
          h('div', { class: 'note' }, WHAT[status]),
        ]),
      ];
    }),
  );
}

/** A list with its number of lines; nothing where there are none. */
export function lineList(title: string, lines: readonly string[]): Element[] {
  if (lines.length === 0) return [];
  return [
    h('details', { open: lines.length <= FEW }, [
      h('summary', h('h2', `${title} (${lines.length})`)),
      h(
        'ul',
        { class: 'problems' },
        lines.map((line) => h('li', visible(line))),
      ),
    ]),
  ];
}

/** The table of drafts, with its heading and room for filters. */
export function draftTable(rows: readonly CohortRow[]): Element[] {
  return [
    h('h2', { id: 'drafts' }, 'Drafts'),
    h('div', { id: 'filters', class: 'filters' }),
    h('div', { class: 'scroll', tabIndex: 0, role: 'region', ariaLabelledBy: ['drafts'] }, table(rows)),
  ];
}

const COLUMNS: readonly (readonly [title: string, number: boolean])[] = [
  ['Draft', false],
  ['Status', false],
  ['Specialty', false],
  ['Setbacks', false],
  ['Errors', true],
  ['Warnings', true],
  ['Suggestions', true],
  ['Words', true],
  ['Failure', true],
  ['Change', true],
];

function table(rows: readonly CohortRow[]): Element {
  return h('table', { id: 'cohort', ariaLabelledBy: ['drafts'] }, [
    h(
      'thead',
      h(
        'tr',
        COLUMNS.map(([title, number]) => h('th', { scope: 'col', class: number ? 'number' : '' }, title)),
      ),
    ),
    h('tbody', rows.map(tableRow)),
  ]);
}

function tableRow(row: CohortRow): Element {
  const { path, page, applicant, status, specialty, kind, setbacks, words, rules } = row;
  const name = visible(applicant ?? path);
  const share = (value: number | undefined) => numberCell(value === undefined ? '' : percent(value), value);
  return h('tr', { dataRules: rules.join(' '), dataStatus: status, dataSpecialty: specialty ?? '' }, [
    h('th', { scope: 'row' }, [
      page === undefined ? name : h('a', { href: encodeURI(page) }, name),
      h(
        'small',
        [
          ...(applicant === undefined ? [] : [visible(path)]),
          ...(kind === undefined ? [] : [spaced(kind)]),
        ].join(', '),
      ),
    ]),
    h('td', { class: ['status', status], dataSort: String(ORDER.indexOf(status)) }, STATUS_NAMES[status]),
    h('td', specialty === undefined ? '' : specialtyName(specialty)),
    h('td', setbacks.map(setbackName).join(', ')),
    ...(status === 'unread'
      ? [numberCell(''), numberCell(''), numberCell('')]
      : [row.errors, row.warnings, row.suggestions].map((number) => numberCell(String(number), number))),
    numberCell(words === undefined ? '' : words.toLocaleString('en-US'), words),
    share(row.failureShare),
    share(row.changeShare),
  ]);
}

function numberCell(text: string, value?: number): Element {
  return h('td', { class: 'number', dataSort: value === undefined ? '' : String(value) }, text);
}
