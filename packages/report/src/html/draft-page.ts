import { specialtyName, visible } from '@narrative-lint/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { DraftRecord, ReportMeta, UnreadRecord } from '../types.ts';
import { count, STATUS_NAMES, spaced } from '../words.ts';
import { pageHtml } from './document.ts';
import { draftText } from './draft-text.ts';
import { findingList, numberFindings, sinceEarlier, solvedList } from './findings.ts';
import { spaceBar } from './space-bar.ts';
import { STYLE } from './styles.ts';
import { talkSheet } from './talk-sheet.ts';

/** What a page shows of a draft. */
export interface DraftParts {
  /** Beside the title. */
  readonly head: Element[];
  readonly main: Element[];
}

/** The page of one draft in the report of a cohort: its space, its text, its findings, and the talk sheet. */
export function draftPage(record: DraftRecord, meta: ReportMeta): Promise<string> {
  const title = titleOf(record);
  const { head, main } = draftParts(record, meta);
  const content = [
    h('header', [
      h('nav', { ariaLabel: 'Report' }, h('a', { href: '../index.html' }, 'All drafts')),
      h('h1', title),
      ...head,
    ]),
    h('main', { id: 'main' }, main),
    pageFoot(meta),
  ];
  return pageHtml({ title: `${title} - narrative-lint`, content, follows: meta.isWatched }, STYLE);
}

/** Whom or what a page is about. */
export function titleOf({ path, applicant }: DraftRecord | UnreadRecord): string {
  return visible(applicant ?? path);
}

/**
 * @param heading - The headings within the draft.
 * @param prefix - Keeps the parts of drafts on one page apart.
 */
export function draftParts(
  record: DraftRecord,
  { today }: ReportMeta,
  heading: 'h2' | 'h3' = 'h2',
  prefix = '',
): DraftParts {
  const { path, applicant, specialty, kind, status, words, characters, characterLimit } = record;
  const findings = numberFindings(record.findings, prefix);
  const { text, placed } = draftText(record, findings);
  const limit = characterLimit === undefined ? '' : ` of ${characterLimit.toLocaleString('en-US')}`;
  const facts = [
    ...(applicant === undefined || applicant === path ? [] : [visible(path)]),
    spaced(kind),
    ...(specialty === undefined ? [] : [specialtyName(specialty)]),
    count(words, 'word'),
    `${characters.toLocaleString('en-US')}${limit} characters`,
  ];
  return {
    head: [
      h('p', { class: 'lead' }, [`${facts.join(', ')}, `, h('time', today)]),
      h('p', [h('span', { class: ['status', status] }, STATUS_NAMES[status])]),
      ...sinceEarlier(record),
    ],
    main: [
      h(heading, 'Space'),
      ...spaceBar(record.space, record.failureWords, record.changeWords),
      h('div', { class: 'columns' }, [
        h('section', { ariaLabel: 'Text' }, [h(heading, 'Text'), text]),
        h('section', { ariaLabel: 'Findings' }, [
          h(heading, 'Findings'),
          findingList(findings, placed),
          ...solvedList(record, heading),
        ]),
      ]),
      talkSheet(record.brief),
    ],
  };
}

/** A draft that could not be read: what is wrong, and nothing else. */
export function unreadParts({ problems }: UnreadRecord): DraftParts {
  return {
    head: [h('p', [h('span', { class: ['status', 'unread'] }, STATUS_NAMES.unread)])],
    main: problems.map((problem) => h('p', visible(problem))),
  };
}

export function pageFoot({ version }: ReportMeta): Element {
  return h('footer', h('p', `narrative-lint ${version}. It asks; what to write is the applicant's own.`));
}
