import { specialtyName } from '@narrative-lint/core';
import { h } from 'hastscript';
import type { DraftRecord, ReportMeta, UnreadRecord } from '../types.ts';
import { count, STATUS_NAMES, spaced } from '../words.ts';
import { pageHtml } from './document.ts';
import { draftText } from './draft-text.ts';
import { findingList, numberFindings } from './findings.ts';
import { spaceBar } from './space-bar.ts';
import { STYLE } from './styles.ts';
import { talkSheet } from './talk-sheet.ts';

/** The page of one draft: its space, its text, its findings, and the talk sheet. */
export function draftPage(record: DraftRecord, meta: ReportMeta): Promise<string> {
  const { path, applicant, specialty, kind, status, words, characters, characterLimit } = record;
  const findings = numberFindings(record.findings);
  const facts = [
    ...(applicant === undefined || applicant === path ? [] : [path]),
    spaced(kind),
    ...(specialty === undefined ? [] : [specialtyName(specialty)]),
    count(words, 'word'),
    `${characters.toLocaleString('en-US')}${characterLimit === undefined ? '' : ` of ${characterLimit.toLocaleString('en-US')}`} characters`,
    meta.today,
  ];
  const title = applicant ?? path;
  const content = [
    h('header', [
      ...(meta.isAlone
        ? []
        : [h('nav', { ariaLabel: 'Report' }, h('a', { href: '../index.html' }, 'All drafts'))]),
      h('h1', title),
      h('p', { class: 'lead' }, facts.join(', ')),
      h('p', [h('span', { class: ['status', status] }, STATUS_NAMES[status])]),
    ]),
    h('main', { id: 'main' }, [
      h('h2', 'Space'),
      ...spaceBar(record.space, record.failureWords, record.changeWords),
      h('div', { class: 'columns' }, [
        h('section', { ariaLabel: 'Text' }, [h('h2', 'Text'), draftText(record, findings)]),
        h('section', { ariaLabel: 'Findings' }, [h('h2', 'Findings'), findingList(findings)]),
      ]),
      talkSheet(record.brief),
    ]),
    foot(meta),
  ];
  return pageHtml({ title: `${title} - narrative-lint`, content, follows: meta.isWatched }, STYLE);
}

/** The page of a draft that could not be read: what is wrong, and nothing else. */
export function unreadPage({ path, applicant, problems }: UnreadRecord, meta: ReportMeta): Promise<string> {
  const title = applicant ?? path;
  const content = [
    h('header', [h('h1', title), h('p', [h('span', { class: ['status', 'unread'] }, STATUS_NAMES.unread)])]),
    h(
      'main',
      { id: 'main' },
      problems.map((problem) => h('p', problem)),
    ),
    foot(meta),
  ];
  return pageHtml({ title: `${title} - narrative-lint`, content }, STYLE);
}

function foot({ version }: ReportMeta) {
  return h('footer', h('p', `narrative-lint ${version}. It asks; what to write is the applicant's own.`));
}
