import { mergeProfiles, SPECIALTIES } from '@narrative-lint/core';
import type { CohortRow } from '@narrative-lint/report';
import type { RosterRow } from '@narrative-lint/roster';
import type { Target } from '../files.ts';
import { givenOf } from '../given.ts';
import type { Io } from '../io.ts';
import { progressOf } from '../progress.ts';
import type { ReportFolder } from '../report-folder.ts';
import { isFailed, isIgnored, lintTarget, type RunSettings } from '../run.ts';
import { VERSION } from '../version.ts';
import type { Codes } from './codes.ts';
import type { MatchedRoster } from './roster.ts';

export interface FoundDraft {
  readonly target: Extract<Target, { kind: 'file' }>;
  /** Its path within the folder. */
  readonly name: string;
}

export interface ReportCall {
  readonly drafts: readonly FoundDraft[];
  readonly roster: MatchedRoster;
  readonly settings: RunSettings;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Stand for names, in a report without any. */
  readonly codes?: Codes;
}

/** A written report: its table, and for each row the lines that tell a person at the terminal what is wrong. */
export interface WrittenReport {
  readonly table: readonly CohortRow[];
  readonly failures: readonly string[];
}

/** Lints the drafts and writes each page as its draft is read, so that one draft at a time is in memory. */
export async function writeReport(report: ReportFolder, call: ReportCall, io: Io): Promise<WrittenReport> {
  const { drafts, roster, settings, today, codes } = call;
  const { csvSummary, draftPage, indexPage, jsonReport, recordOf, redactRecord, rowOf, unreadOf } =
    await import('@narrative-lint/report');
  const isNameOf = codes ? await nameFinder() : undefined;
  const meta = { version: VERSION, today, redacted: codes !== undefined };
  const json = jsonReport(meta);
  const summaries = new Map<string, string>();
  const progress = progressOf(io, drafts.length);
  const table: CohortRow[] = [];
  const failures: string[] = [];
  const hide = (line: string) => codes?.hide(line) ?? line;
  report.write('report.json', json.head);
  for (const { target, name } of drafts) {
    progress.step(name);
    const row = roster.rows.get(name);
    const outcome = await lintTarget(target, withRow(settings, row), io);
    if (isIgnored(outcome)) continue;
    const path = codes?.draft(name) ?? name;
    const applicant =
      row?.applicant === undefined ? undefined : (codes?.applicant(row.applicant) ?? row.applicant);
    const known = {
      path,
      ...(applicant === undefined ? {} : { applicant }),
      ...(row?.graduationYear === undefined ? {} : { graduationYear: row.graduationYear }),
    };
    if (isFailed(outcome)) {
      failures.push(...outcome.problems);
      const problems = outcome.problems.map((line) => hide(line.replaceAll(target.path, name)));
      const record = unreadOf({ ...known, problems });
      report.append('report.json', json.entry(record));
      table.push(rowOf(record));
      continue;
    }
    for (const { meta: rule } of outcome.config.ruleSet) summaries.set(rule.id, rule.summary);
    const whole = recordOf(givenOf(outcome, known), pageOf(path, table), today);
    const isName = isNameOf?.(name, row);
    const record = isName ? redactRecord(whole, isName, applicant ?? path) : whole;
    report.write(record.page, await draftPage(record, meta));
    report.append('report.json', json.entry(record));
    table.push(rowOf(record));
  }
  progress.done();
  const problems = roster.problems.map(({ code, message }) => ({ code, message: hide(message) }));
  report.append('report.json', json.tail(table, problems));
  report.write('summary.csv', csvSummary(table));
  const lines = problems.map(({ message }) => message);
  report.write('index.html', await indexPage({ rows: table, roster: lines, summaries }, meta));
  return { table, failures };
}

/** What the roster says counts as the call itself; flags win over it. */
function withRow(settings: RunSettings, row: RosterRow | undefined): RunSettings {
  if (!row) return settings;
  const kind = settings.kind ?? row.kind;
  return { ...settings, ...(kind ? { kind } : {}), profile: mergeProfiles(row.profile, settings.profile) };
}

/** Tells the words that name an applicant: those of the roster, and those of the file but for specialties. */
async function nameFinder() {
  const { nameForms, nameWords } = await import('@narrative-lint/roster');
  const specialties = new Set(SPECIALTIES.flatMap(({ id, aliases }) => [id, ...aliases].flatMap(nameWords)));
  return (name: string, row: RosterRow | undefined) => {
    const wordsOf = (text: string) => nameForms(text).flat();
    const file = wordsOf(name.replace(/\.[^.]+$/, '')).filter((word) => !specialties.has(word));
    const words = new Set([...wordsOf(row?.applicant ?? ''), ...file]);
    return (word: string) =>
      nameForms(word).some(
        (parts) => parts.length > 0 && parts.every((part) => isWord(part) && words.has(part)),
      );
  };
}

/** An initial alone names nobody; a Chinese name of one character does. */
function isWord(part: string): boolean {
  return part.length > 1 || !/[\p{Lu}\p{Ll}]/u.test(part);
}

/** A page's file within the report: the draft's name in plain letters, with a number where it is taken. */
function pageOf(name: string, table: readonly CohortRow[]): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  const taken = new Set(table.map(({ page }) => page));
  for (let number = 1; ; number += 1) {
    const page = `drafts/${plain || 'draft'}${number === 1 ? '' : `-${number}`}.html`;
    if (!taken.has(page)) return page;
  }
}
