import { mergeProfiles, rules } from '@narrative-lint/core';
import type { CohortRow } from '@narrative-lint/report';
import type { RosterRow } from '@narrative-lint/roster';
import { noteTeller } from '../commands/lint.ts';
import type { Target } from '../files.ts';
import type { Io } from '../io.ts';
import { progressOf } from '../progress.ts';
import { readOptions } from '../reading/options.ts';
import type { ReportFolder } from '../report-folder.ts';
import type { RunSettings } from '../run.ts';
import { VERSION } from '../version.ts';
import type { CohortDetails, CohortDraft, CohortExtra } from '../work/cohort-work.ts';
import { type WorkOnAll, workOnAll } from '../work/pool.ts';
import type { Order, Pace, Task } from '../work/types.ts';
import type { Codes } from './codes.ts';
import type { MatchedRoster } from './roster.ts';
import { openSharedTexts, type SharedCall } from './shared.ts';

export interface FoundDraft {
  readonly target: Extract<Target, { kind: 'file' }>;
  /** Its path within the folder. */
  readonly name: string;
}

export interface ReportCall {
  readonly drafts: readonly FoundDraft[];
  readonly roster: MatchedRoster;
  readonly settings: RunSettings;
  readonly pace: Pace;
  /** The folder that keeps what was made of drafts; absolute. */
  readonly cache?: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the drafts are compared with, beside each other. */
  readonly compare: SharedCall;
  /** Stand for names, in a report without any. */
  readonly codes?: Codes;
  /** Works on the drafts of a cohort that is watched, in the place of `workOnAll`. */
  readonly work?: WorkOnAll;
}

/** A written report: its table, and for each row the lines that tell a person at the terminal what is wrong. */
export interface WrittenReport {
  readonly table: readonly CohortRow[];
  readonly failures: readonly string[];
  /** Lines on rules of plugins that could not look at a draft. */
  readonly faults: readonly string[];
  /** Passages that several drafts have. */
  readonly shared: number;
  /** Drafts of earlier years that could not be read. */
  readonly notCompared: number;
}

/** Lints the drafts and writes each page as its draft is done, so that no more than a few are in memory. */
export async function writeReport(report: ReportFolder, call: ReportCall, io: Io): Promise<WrittenReport> {
  const { drafts, roster, settings, today, codes, pace, cache, work } = call;
  const { csvSummary, followed, indexPage, jsonReport, rowOf, withSharedText, xlsxSummary } = await import(
    '@narrative-lint/report'
  );
  const meta = { version: VERSION, today, redacted: codes !== undefined, isWatched: work !== undefined };
  const json = jsonReport(meta);
  const summaries = new Map<string, string>(rules.map((rule) => [rule.meta.id, rule.meta.summary]));
  const paths = drafts.map(({ target }) => target.path);
  const reading = readOptions(settings, io.reader);
  const texts = await openSharedTexts(call.compare, codes !== undefined, paths, reading, io);
  const progress = progressOf(io, drafts.length);
  const rows: CohortRow[] = [];
  const failures: string[] = [...texts.problems];
  const faults: string[] = [];
  const hide = (line: string) => codes?.hide(line) ?? line;
  const page = (name: string, html: string) => {
    for (const [file, text] of followed(name, html)) report.write(file, text);
  };
  report.write('report.json', json.head);
  const { configs: _, ...plain } = settings;
  const order: Order<CohortDetails> = {
    work: 'cohort',
    settings: plain,
    cwd: io.cwd,
    details: { meta },
    ...(cache === undefined ? {} : { cache }),
  };
  const notes = noteTeller(io);
  for await (const done of (work ?? workOnAll)<CohortDraft>(order, tasksOf(call), pace, io)) {
    if (done.note !== undefined) progress.clear();
    notes(done.note);
    if ('ignored' in done) {
      progress.step(done.ignored.path);
      continue;
    }
    const { html, problems, faults: own, summaries: more, ...made } = done.made;
    failures.push(...problems);
    faults.push(...own);
    for (const [id, summary] of more) summaries.set(id, summary);
    const record =
      made.record.status === 'unread'
        ? { ...made.record, problems: made.record.problems.map(hide) }
        : made.record;
    if (record.status !== 'unread') {
      page(record.page, html ?? '');
      texts.add(record);
    }
    report.append('report.json', json.entry(record));
    rows.push(rowOf(record));
    progress.step(record.path);
  }
  progress.clear();
  const { shared, words } = texts.find();
  const table = rows.map((row) => ({
    ...row,
    ...(words.has(row.path) ? { sharedWords: words.get(row.path) ?? 0 } : {}),
  }));
  for (const { path, page: name } of table) {
    const own = shared.filter(({ places }) => places.some((place) => place.path === path));
    if (name !== undefined && own.length > 0) page(name, await withSharedText(report.read(name), own, path));
  }
  const problems = roster.problems.map(({ code, message }) => ({ code, message: hide(message) }));
  report.append('report.json', json.tail(table, problems, shared));
  report.write('summary.csv', csvSummary(table));
  report.write('summary.xlsx', await xlsxSummary(table));
  const lines = problems.map(({ message }) => message);
  page('index.html', await indexPage({ rows: table, roster: lines, shared, summaries }, meta));
  return { table, failures, faults, shared: shared.length, notCompared: texts.problems.length };
}

function tasksOf({ drafts, roster, settings, codes }: ReportCall): Task<CohortExtra>[] {
  const pages = new Set<string>();
  return drafts.map(({ target, name }) => {
    const row = roster.rows.get(name);
    const path = codes?.draft(name) ?? name;
    const page = pageOf(path, pages);
    pages.add(page);
    const applicant =
      row?.applicant === undefined ? undefined : (codes?.applicant(row.applicant) ?? row.applicant);
    const known = {
      path,
      ...(applicant === undefined ? {} : { applicant }),
      ...(row?.graduationYear === undefined ? {} : { graduationYear: row.graduationYear }),
    };
    const named = row?.applicant === undefined ? {} : { applicant: row.applicant };
    return { target, settings: withRow(settings, row), extra: { name, page, known, ...named } };
  });
}

/** What the roster says counts as the call itself; flags win over it. */
function withRow({ kind, profile }: RunSettings, row: RosterRow | undefined): NonNullable<Task['settings']> {
  if (!row) return {};
  const known = kind ?? row.kind;
  return { ...(known ? { kind: known } : {}), profile: mergeProfiles(row.profile, profile) };
}

/** A page's file within the report: the draft's name in plain letters, with a number where it is taken. */
function pageOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  for (let number = 1; ; number += 1) {
    const page = `drafts/${plain || 'draft'}${number === 1 ? '' : `-${number}`}.html`;
    if (!taken.has(page)) return page;
  }
}
