import type { Element } from 'hast';
import { h } from 'hastscript';
import { rowOf } from '../record.ts';
import type { DraftRecord, ReportMeta, UnreadRecord } from '../types.ts';
import { count } from '../words.ts';
import { draftTable, lineList, statusTiles, TABLE_SCRIPT } from './cohort-parts.ts';
import { pageWriter } from './document.ts';
import { draftParts, pageFoot, titleOf, unreadParts } from './draft-page.ts';
import { STYLE } from './styles.ts';

type AnyRecord = DraftRecord | UnreadRecord;

/**
 * Prepares a page that needs no other file: of one draft by itself, or of several with a table that leads to
 * each.
 */
export async function draftsPage(meta: ReportMeta): Promise<(records: readonly AnyRecord[]) => string> {
  const ofOne = await pageWriter(STYLE, {});
  const ofSeveral = await pageWriter(STYLE, { script: TABLE_SCRIPT });
  return (records) => {
    const [first, ...more] = records;
    if (first === undefined || more.length > 0) return ofSeveral(severalDrafts(records, meta));
    const { head, main } = first.status === 'unread' ? unreadParts(first) : draftParts(first, meta);
    const title = titleOf(first);
    return ofOne({
      title: `${title} - narrative-lint`,
      content: [h('header', [h('h1', title), ...head]), h('main', { id: 'main' }, main), pageFoot(meta)],
    });
  };
}

function severalDrafts(records: readonly AnyRecord[], meta: ReportMeta) {
  const places = records.map((record, at) => ({ record, id: `draft-${at + 1}` }));
  const rows = places.map(({ record, id }) => {
    const row = rowOf(record);
    return record.status === 'unread' ? row : { ...row, page: `#${id}` };
  });
  const title = count(records.length, 'draft');
  return {
    title: `${title} - narrative-lint`,
    content: [
      h('header', [h('h1', title), h('p', { class: 'lead' }, h('time', meta.today)), statusTiles(rows)]),
      h('main', { id: 'main' }, [
        ...lineList(
          'Not read',
          rows.flatMap(({ status, problems }) => (status === 'unread' ? problems : [])),
        ),
        ...draftTable(rows),
        ...places.flatMap(({ record, id }) => (record.status === 'unread' ? [] : [part(record, id, meta)])),
      ]),
      pageFoot(meta),
    ],
  };
}

function part(record: DraftRecord, id: string, meta: ReportMeta): Element {
  const { head, main } = draftParts(record, meta, 'h3', `${id}-`);
  return h('article', { id, class: 'draft', ariaLabelledBy: [`${id}-title`] }, [
    h('nav', { ariaLabel: `From ${titleOf(record)}` }, h('a', { href: '#drafts' }, 'All drafts')),
    h('h2', { id: `${id}-title` }, titleOf(record)),
    ...head,
    ...main,
  ]);
}
