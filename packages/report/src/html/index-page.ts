import { specialtyName } from '@narrative-lint/core';
import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { enhanceTable } from '../client/table.ts';
import type { CohortRow, ReportMeta, SharedText, Status } from '../types.ts';
import { count, percent, STATUS_NAMES, setbackName, spaced } from '../words.ts';
import { shareChart } from './chart.ts';
import { pageHtml } from './document.ts';
import { sharedInCohort } from './shared-text.ts';
import { STYLE } from './styles.ts';

const ORDER: readonly Status[] = ['talk', 'correct', 'ready', 'unread'];
const WHAT: Readonly<Record<Status, string>> = {
  talk: 'an error, or an objection to the story',
  correct: 'only form or facts',
  ready: 'nothing but suggestions',
  unread: 'the file is the matter',
};
/** Lists up to this long are open at first. */
const FEW = 6;
/** Findings named as the commonest. */
const MOST = 8;

export interface CohortPage {
  readonly rows: readonly CohortRow[];
  /** What could not be told from the roster, one line each. */
  readonly roster: readonly string[];
  /** Passages that several drafts have, the longest first. */
  readonly shared: readonly SharedText[];
  /** What each rule asks for, by id. */
  readonly summaries: ReadonlyMap<string, string>;
}

/** The first page of a cohort's report. */
export function indexPage(
  { rows, roster, shared, summaries }: CohortPage,
  meta: ReportMeta,
): Promise<string> {
  const unread = rows.filter(({ status }) => status === 'unread');
  const content = [
    h('header', [
      h('h1', 'Cohort report'),
      h('p', { class: 'lead' }, `${count(rows.length, 'draft')}, ${meta.today}`),
      h(
        'ul',
        { class: 'tiles', ariaLabel: 'Who is ready' },
        ORDER.flatMap((status) => {
          const having = rows.filter((row) => row.status === status).length;
          if (status === 'unread' && having === 0) return [];
          return [
            h('li', [
              h('strong', having.toLocaleString('en-US')),
              h('span', { class: ['status', status] }, STATUS_NAMES[status]),
              h('div', { class: 'note' }, WHAT[status]),
            ]),
          ];
        }),
      ),
    ]),
    h('main', { id: 'main' }, [
      h('div', { class: 'pair' }, [
        h('section', { ariaLabel: 'Commonest findings' }, [
          h('h2', 'Commonest findings'),
          commonest(rows, summaries),
        ]),
        h('section', { ariaLabel: 'Failure and change' }, [h('h2', 'Failure and change'), shareChart(rows)]),
      ]),
      ...list(
        'Not read',
        unread.flatMap(({ problems }) => problems),
      ),
      ...sharedInCohort(shared),
      ...list('The roster', roster),
      h('h2', { id: 'drafts' }, 'Drafts'),
      h('div', { id: 'filters', class: 'filters' }),
      h('div', { class: 'scroll', tabIndex: 0, role: 'region', ariaLabelledBy: ['drafts'] }, table(rows)),
    ]),
    h('footer', [
      h(
        'p',
        `narrative-lint ${meta.version}. Nothing here leaves this machine. The report holds what the drafts say${meta.redacted ? ', without names' : ''}; delete the folder when you are done.`,
      ),
    ]),
  ];
  const script = `(${enhanceTable})();`;
  return pageHtml(
    { title: 'Cohort report - narrative-lint', content, script, follows: meta.isWatched },
    STYLE,
  );
}

function list(title: string, lines: readonly string[]): Element[] {
  if (lines.length === 0) return [];
  return [
    h('details', { open: lines.length <= FEW }, [
      h('summary', h('h2', `${title} (${lines.length})`)),
      h(
        'ul',
        { class: 'problems' },
        lines.map((line) => h('li', line)),
      ),
    ]),
  ];
}

function commonest(rows: readonly CohortRow[], summaries: ReadonlyMap<string, string>): Element {
  const counts = new Map<string, number>();
  for (const { rules } of rows) for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const read = rows.filter(({ status }) => status !== 'unread').length;
  const top = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST);
  if (top.length === 0) return h('p', { class: 'lead' }, 'None.');
  return h(
    'ol',
    { class: 'common' },
    top.map(([rule, number]) =>
      h('li', [
        h('strong', rule),
        `, in ${number.toLocaleString('en-US')} of ${count(read, 'draft')}`,
        h('div', { class: 'note' }, summaries.get(rule) ?? ''),
        s('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', ariaHidden: 'true' }, [
          s('rect', { class: 'track', x: 0, y: 0, width: 100, height: 8 }),
          s('rect', {
            class: 'fill',
            x: 0,
            y: 0,
            width: Math.round((1000 * number) / Math.max(1, read)) / 10,
            height: 8,
          }),
        ]),
      ]),
    ),
  );
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
  const name = applicant ?? path;
  const share = (value: number | undefined) => numberCell(value === undefined ? '' : percent(value), value);
  return h('tr', { dataRules: rules.join(' '), dataStatus: status, dataSpecialty: specialty ?? '' }, [
    h('th', { scope: 'row' }, [
      page === undefined ? name : h('a', { href: encodeURI(page) }, name),
      h(
        'small',
        [...(applicant === undefined ? [] : [path]), ...(kind === undefined ? [] : [spaced(kind)])].join(
          ', ',
        ),
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
