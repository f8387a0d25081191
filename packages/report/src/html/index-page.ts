import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { CohortRow, ReportMeta, SharedText } from '../types.ts';
import { count } from '../words.ts';
import { shareChart } from './chart.ts';
import { draftTable, lineList, statusTiles, TABLE_SCRIPT } from './cohort-parts.ts';
import { pageHtml } from './document.ts';
import { sharedInCohort } from './shared-text.ts';
import { STYLE } from './styles.ts';

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
      h('p', { class: 'lead' }, [`${count(rows.length, 'draft')}, `, h('time', meta.today)]),
      statusTiles(rows),
    ]),
    h('main', { id: 'main' }, [
      h('div', { class: 'pair' }, [
        h('section', { ariaLabel: 'Commonest findings' }, [
          h('h2', 'Commonest findings'),
          commonest(rows, summaries),
        ]),
        h('section', { ariaLabel: 'Failure and change' }, [h('h2', 'Failure and change'), shareChart(rows)]),
      ]),
      ...lineList(
        'Not read',
        unread.flatMap(({ problems }) => problems),
      ),
      ...sharedInCohort(shared),
      ...lineList('The roster', roster),
      ...draftTable(rows),
    ]),
    h('footer', [
      h(
        'p',
        `narrative-lint ${meta.version}. Nothing here leaves this machine. The report holds what the drafts say${meta.redacted ? ', without names' : ''}; delete the folder when you are done.`,
      ),
    ]),
  ];
  return pageHtml(
    { title: 'Cohort report - narrative-lint', content, script: TABLE_SCRIPT, follows: meta.isWatched },
    STYLE,
  );
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
        h('strong', { dataShowRule: rule }, rule),
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
