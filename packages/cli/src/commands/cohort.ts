import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { mergeProfiles, parseProfile } from '@narrative-lint/core';
import type { CohortRow, DraftRecord, UnreadRecord } from '@narrative-lint/report';
import type { Matches, RosterProblem, RosterRow } from '@narrative-lint/roster';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { findTargets, type Target } from '../files.ts';
import { count, oneLine } from '../format/text.ts';
import { givenOf } from '../given.ts';
import type { Io } from '../io.ts';
import { progressOf } from '../progress.ts';
import { openReportFolder, type ReportFolder } from '../report-folder.ts';
import { isFailed, isIgnored, lintTarget, type RunSettings } from '../run.ts';
import { todayOf } from '../today.ts';
import { VERSION } from '../version.ts';
import type { FailOn } from './lint.ts';

export interface CohortFlags {
  readonly roster?: string;
  readonly report: string;
  readonly rosterTemplate?: string | true;
  readonly today?: string;
}

interface Run {
  readonly settings: RunSettings;
  readonly failOn: FailOn;
}

type FileTarget = Extract<Target, { kind: 'file' }>;

/** Lines about the roster on the terminal; the report has them all. */
const MOST_LINES = 20;
const TEMPLATE = 'roster.csv';
/** Problems that leave something out which was meant to count; a missing draft or row is only told. */
const WRONG: ReadonlySet<RosterProblem['code']> = new Set([
  'header',
  'bad-value',
  'ambiguous-row',
  'ambiguous-draft',
]);

/** Lints a folder of drafts with what a roster says of each, and writes the report. */
export async function cohortCommand(
  folder: string | undefined,
  flags: CohortFlags,
  run: Run,
  io: Io,
): Promise<ExitCode> {
  if (flags.rosterTemplate !== undefined) return writeTemplate(flags.rosterTemplate, io);
  const today = todayOf(flags.today);
  const drafts = await draftsIn(folder, io);
  const names = drafts.map(({ name }) => name);
  const { rows, problems } = await rosterOf(flags.roster, names, io);
  const report = await openReportFolder(flags.report, io.cwd);
  try {
    const written = await writeReport(report, drafts, rows, problems, today, run, io);
    report.commit();
    tell(written, problems, relative(io.cwd, report.path) || '.', io);
    return codeOf(written, problems, run.failOn);
  } finally {
    report.discard();
  }
}

interface FoundDraft {
  readonly target: FileTarget;
  /** Its path within the folder. */
  readonly name: string;
}

async function draftsIn(folder: string | undefined, io: Io): Promise<FoundDraft[]> {
  if (folder === undefined)
    throw new UsageError('no folder was named. Give the folder with the drafts (see cohort --help).');
  const stats = await stat(resolve(io.cwd, folder)).catch(() => undefined);
  if (!stats) throw new UsageError(`${folder} does not exist; name the folder with the drafts`);
  if (!stats.isDirectory()) throw new UsageError(`${folder} is a file; name the folder with the drafts`);
  return (await findTargets([folder], io.cwd, [])).map((target) => {
    if (target.kind === 'problem') throw new UsageError(target.problem);
    if (target.kind === 'stdin') throw new UsageError('a cohort is a folder, and standard input is none');
    return {
      target,
      name: relative(resolve(io.cwd, folder), resolve(io.cwd, target.path)).replaceAll('\\', '/'),
    };
  });
}

async function rosterOf(
  file: string | undefined,
  drafts: readonly string[],
  io: Io,
): Promise<Matches & { readonly problems: readonly RosterProblem[] }> {
  if (file === undefined) return { rows: new Map(), problems: [] };
  const { matchRoster, readRoster, RosterError } = await import('@narrative-lint/roster');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(resolve(io.cwd, file));
  } catch (cause) {
    throw new UsageError(
      `${file} could not be read as a roster (${cause instanceof Error && 'code' in cause ? cause.code : cause})`,
      {
        cause,
      },
    );
  }
  try {
    const name = basename(file);
    const roster = await readRoster(bytes, name, parseProfile);
    const matches = matchRoster(roster.rows, drafts, name);
    if (roster.unused.length > 0)
      say(`${name}: columns that were not needed: ${roster.unused.join(', ')}`, io);
    return { rows: matches.rows, problems: [...roster.problems, ...matches.problems] };
  } catch (error) {
    if (error instanceof RosterError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** Writes the pages as drafts are read, so that one draft at a time is in memory. */
async function writeReport(
  report: ReportFolder,
  drafts: readonly FoundDraft[],
  rows: ReadonlyMap<string, RosterRow>,
  problems: readonly RosterProblem[],
  today: string,
  run: Run,
  io: Io,
): Promise<CohortRow[]> {
  const { csvSummary, draftPage, indexPage, jsonReport, recordOf, rowOf, unreadOf } = await import(
    '@narrative-lint/report'
  );
  const meta = { version: VERSION, today, redacted: false };
  const json = jsonReport(meta);
  const summaries = new Map<string, string>();
  const progress = progressOf(io, drafts.length);
  const table: CohortRow[] = [];
  report.write('report.json', json.head);
  for (const { target, name } of drafts) {
    progress.step(name);
    const row = rows.get(name);
    const outcome = await lintTarget(target, withRow(run.settings, row), io);
    if (isIgnored(outcome)) continue;
    const known = {
      path: name,
      ...(row?.applicant === undefined ? {} : { applicant: row.applicant }),
      ...(row?.graduationYear === undefined ? {} : { graduationYear: row.graduationYear }),
    };
    const record: DraftRecord | UnreadRecord = isFailed(outcome)
      ? unreadOf({ ...known, problems: outcome.problems.map((line) => line.replaceAll(target.path, name)) })
      : recordOf(givenOf(outcome, known), pageOf(name, table), today);
    if (record.status !== 'unread') report.write(record.page, await draftPage(record, meta));
    if (!isFailed(outcome))
      for (const { meta: rule } of outcome.config.ruleSet) summaries.set(rule.id, rule.summary);
    report.append('report.json', json.entry(record));
    table.push(rowOf(record));
  }
  progress.done();
  report.append('report.json', json.tail(table, problems));
  report.write('summary.csv', csvSummary(table));
  const roster = problems.map(({ message }) => message);
  report.write('index.html', await indexPage({ rows: table, roster, summaries }, meta));
  return table;
}

/** What the roster says counts as the call itself; flags win over it. */
function withRow(settings: RunSettings, row: RosterRow | undefined): RunSettings {
  if (!row) return settings;
  const kind = settings.kind ?? row.kind;
  return { ...settings, ...(kind ? { kind } : {}), profile: mergeProfiles(row.profile, settings.profile) };
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

function tell(table: readonly CohortRow[], problems: readonly RosterProblem[], place: string, io: Io): void {
  for (const { problems: lines } of table) for (const line of lines) say(line, io);
  for (const { message } of problems.slice(0, MOST_LINES)) say(message, io);
  if (problems.length > MOST_LINES)
    say(`${problems.length - MOST_LINES} more about the roster are in ${place}/index.html`, io);
  const having = (status: CohortRow['status']) => table.filter((row) => row.status === status).length;
  const unread = having('unread');
  io.out.write(
    `${count(table.length, 'draft')}: ${having('talk')} to talk about, ${having('correct')} to correct, ${having('ready')} ready${unread > 0 ? `, ${unread} not read` : ''}.\n` +
      `Wrote ${place}/index.html, which only you can read. It holds what the drafts say; delete it when you are done.\n`,
  );
}

function codeOf(table: readonly CohortRow[], problems: readonly RosterProblem[], failOn: FailOn): ExitCode {
  if (table.some(({ status }) => status === 'unread') || problems.some(({ code }) => WRONG.has(code)))
    return EXIT.wrong;
  const order = ['never', 'error', 'warning', 'suggestion'];
  const fails = table.some(({ errors, warnings, suggestions }) =>
    [errors, warnings, suggestions].slice(0, order.indexOf(failOn)).some((number) => number > 0),
  );
  return fails ? EXIT.findings : EXIT.clean;
}

async function writeTemplate(name: string | true, io: Io): Promise<ExitCode> {
  const { ROSTER_TEMPLATE } = await import('@narrative-lint/roster');
  if (name === '-') {
    io.out.write(ROSTER_TEMPLATE);
    return EXIT.clean;
  }
  const file = name === true ? TEMPLATE : name;
  try {
    // With a mark, so that Excel reads its accents. Never over a roster that is there.
    await writeFile(resolve(io.cwd, file), `\uFEFF${ROSTER_TEMPLATE}`, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    const there = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new UsageError(
      there
        ? `${file} is there already; name another file: --roster-template example.csv`
        : `${file} could not be written; name a file in a folder of yours`,
      { cause },
    );
  }
  io.out.write(`Wrote ${oneLine(file)}, with three invented applicants; replace them with yours.\n`);
  return EXIT.clean;
}

function say(line: string, io: Io): void {
  io.err.write(`narrative-lint: ${oneLine(line)}\n`);
}
