import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { visible } from '@narrative-lint/core';
import { DRAFT_EXTENSIONS, UNREAD_EXTENSIONS } from '@narrative-lint/readers';
import type { CohortRow } from '@narrative-lint/report';
import type { RosterProblem } from '@narrative-lint/roster';
import { type CacheCall, openCacheFolder } from '../cache/folder.ts';
import { type Codes, readCodes } from '../cohort/codes.ts';
import { type MatchedRoster, readRosterOf, writeTemplate } from '../cohort/roster.ts';
import { type FoundDraft, type WrittenReport, writeReport } from '../cohort/write-report.ts';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { findTargets, type Target } from '../files.ts';
import { count, oneLine } from '../format/text.ts';
import type { Io } from '../io.ts';
import { openReportFolder } from '../report-folder.ts';
import type { RunSettings } from '../run.ts';
import { todayOf } from '../today.ts';
import type { WorkOnAll } from '../work/pool.ts';
import type { Pace } from '../work/types.ts';
import { counts, type FailOn } from './lint.ts';

export interface CohortFlags {
  readonly roster?: string;
  readonly report: string;
  readonly rosterTemplate?: string | true;
  readonly redact?: true;
  readonly today?: string;
  readonly against?: readonly string[];
  readonly allowShared?: readonly string[];
}

/** What holds for every command that lints. */
export interface CohortCall {
  readonly settings: RunSettings;
  readonly failOn: FailOn;
  readonly pace: Pace;
  readonly cache?: CacheCall;
  /** Works on the drafts of a cohort that is watched; a page of its report that is open follows it. */
  readonly work?: WorkOnAll;
}

/** Lines about the roster on the terminal; the report has them all. */
const MOST_LINES = 20;
const NO_ROSTER: MatchedRoster = { rows: new Map(), all: [], problems: [], unused: [] };
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
  { settings, failOn, pace, cache: cacheCall, work }: CohortCall,
  io: Io,
): Promise<ExitCode> {
  if (flags.rosterTemplate !== undefined) return writeTemplate(flags.rosterTemplate, io);
  const today = todayOf(flags.today);
  const drafts = await draftsIn(folder, io);
  const names = drafts.map(({ name }) => name);
  const roster = flags.roster === undefined ? NO_ROSTER : await readRosterOf(flags.roster, names, io);
  const codes = flags.redact ? await codesFor(resolve(io.cwd, folder ?? '.'), names, roster, io) : undefined;
  const report = await openReportFolder(flags.report, io);
  try {
    // The order of names would tell something about them.
    const inOrder = codes
      ? [...drafts].sort((a, b) => (codes.draft(a.name) < codes.draft(b.name) ? -1 : 1))
      : drafts;
    const cache = cacheCall ? await openCacheFolder(cacheCall.location, io) : undefined;
    const call = {
      drafts: inOrder,
      roster,
      settings,
      pace,
      today,
      compare: flags,
      ...(codes ? { codes } : {}),
      ...(work ? { work } : {}),
      ...(cache === undefined ? {} : { cache }),
    };
    const written = await writeReport(report, call, io);
    report.commit();
    tell(written, roster, visible(relative(io.cwd, report.path) || '.'), codes, io);
    const isWhole = written.notCompared + written.faults.length === 0;
    return !isWhole ? EXIT.wrong : codeOf(written.table, roster.problems, failOn);
  } finally {
    report.discard();
  }
}

/** Finds the drafts of a cohort, with files that people take for drafts and nobody can read. */
export function findCohort(folder: string, cwd: string): Promise<Target[]> {
  // An applicant who hands in a .doc must not be passed over in silence.
  return findTargets([folder], cwd, [], [...DRAFT_EXTENSIONS, ...UNREAD_EXTENSIONS]);
}

async function draftsIn(folder: string | undefined, io: Io): Promise<FoundDraft[]> {
  if (folder === undefined)
    throw new UsageError('no folder was named. Give the folder with the drafts (see cohort --help).');
  const stats = await stat(resolve(io.cwd, folder)).catch(() => undefined);
  if (!stats) throw new UsageError(`${folder} does not exist; name the folder with the drafts`);
  if (!stats.isDirectory()) throw new UsageError(`${folder} is a file; name the folder with the drafts`);
  return (await findCohort(folder, io.cwd)).map((target) => {
    if (target.kind === 'problem') throw new UsageError(target.problem);
    if (target.kind === 'stdin') throw new UsageError('a cohort is a folder, and standard input is none');
    const name = relative(resolve(io.cwd, folder), resolve(io.cwd, target.path)).replaceAll('\\', '/');
    return { target, name };
  });
}

/** Draws codes for all drafts and applicants, and keeps them before anything is written that has them. */
async function codesFor(
  folder: string,
  drafts: readonly string[],
  { all }: MatchedRoster,
  io: Io,
): Promise<Codes> {
  const codes = await readCodes(folder, io.cwd);
  for (const draft of drafts) codes.draft(draft);
  for (const { file, applicant } of all) {
    if (applicant !== undefined) codes.applicant(applicant);
    if (file !== undefined) codes.draft(file);
  }
  await codes.write();
  return codes;
}

function tell(
  { table, failures, faults, shared }: WrittenReport,
  { problems, unused }: MatchedRoster,
  place: string,
  codes: Codes | undefined,
  io: Io,
): void {
  for (const line of failures) say(line, io);
  for (const line of faults.slice(0, MOST_LINES)) say(line, io);
  if (faults.length > MOST_LINES)
    say(`${faults.length - MOST_LINES} more of rules of plugins are on the pages of their drafts`, io);
  if (unused.length > 0) say(`columns of the roster that were not needed: ${unused.join(', ')}`, io);
  for (const { message } of problems.slice(0, MOST_LINES)) say(message, io);
  if (problems.length > MOST_LINES)
    say(`${problems.length - MOST_LINES} more about the roster are in ${place}/index.html`, io);
  const having = (status: CohortRow['status']) => table.filter((row) => row.status === status).length;
  const unread = having('unread');
  const sorted = `${having('talk')} to talk about, ${having('correct')} to correct, ${having('ready')} ready`;
  io.out.write(
    `${count(table.length, 'draft')}: ${sorted}${unread > 0 ? `, ${unread} not read` : ''}.\n` +
      `Wrote ${place}/index.html, which only you can read. It holds what the drafts say; delete ${place} when you are done.\n`,
  );
  if (shared > 0)
    io.out.write(
      `${count(shared, 'passage stands', 'passages stand')} in more than one draft; see Shared text in ${place}/index.html.\n`,
    );
  if (codes)
    io.out.write(
      `The codes are in ${relative(io.cwd, codes.file)}. Names in other places than a draft's own may be left; read the report before you pass it on.\n`,
    );
}

function codeOf(table: readonly CohortRow[], problems: readonly RosterProblem[], failOn: FailOn): ExitCode {
  if (table.some(({ status }) => status === 'unread') || problems.some(({ code }) => WRONG.has(code)))
    return EXIT.wrong;
  return table.some((row) => counts(row, failOn)) ? EXIT.findings : EXIT.clean;
}

function say(line: string, io: Io): void {
  io.err.write(`narrative-lint: ${oneLine(line)}\n`);
}
