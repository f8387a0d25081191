import { relative } from 'node:path';
import type { Severity } from '@narrative-lint/core';
import type { CacheCall } from '../cache/folder.ts';
import type { EarlierReport } from '../compare/earlier.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { findTargets, type Target } from '../files.ts';
import { addFigures, type Figures, NO_FIGURES } from '../format/figures.ts';
import type { FormatContext } from '../format/formats.ts';
import { oneLine } from '../format/text.ts';
import type { Theme } from '../format/theme.ts';
import type { Io } from '../io.ts';
import { progressOf } from '../progress.ts';
import type { Report } from '../report-options.ts';
import { openReports, pieceSettingsOf, type Reporter } from '../reports.ts';
import { type IgnoredDraft, isFailed, type Outcome, type RunSettings } from '../run.ts';
import { type Dismissal, dismissAll, prune } from '../suppress.ts';
import { todayOf } from '../today.ts';
import type { LintDetails, LintExtra, LintedPieces } from '../work/lint-work.ts';
import { type WorkOnAll, workOnAll } from '../work/pool.ts';
import type { Order, Pace, Task } from '../work/types.ts';

export type FailOn = Severity | 'never';

export interface LintCall {
  readonly names: readonly string[];
  readonly reports: readonly Report[];
  readonly failOn: FailOn;
  readonly settings: RunSettings;
  readonly pace: Pace;
  readonly cache?: CacheCall;
  /** A JSON report to compare with. */
  readonly since?: string;
  /** `all` dismisses every finding, `prune` forgets dismissed ones that are gone. */
  readonly suppress?: 'all' | 'prune';
  /** The drafts, where they were found already. */
  readonly targets?: readonly Target[];
  /** Works on the drafts, in the place of `workOnAll`. */
  readonly work?: WorkOnAll;
}

const ORDER: readonly FailOn[] = ['never', 'error', 'warning', 'suggestion'];

/** Lints drafts and prints the report, each draft as soon as those before it are done. */
export async function lintCommand(
  call: LintCall,
  commands: readonly string[],
  theme: Theme,
  io: Io,
): Promise<ExitCode> {
  const targets = call.targets ?? (await findTargets(call.names, io.cwd, commands));
  const earlier = call.since === undefined ? undefined : await loadEarlier(call.since, io);
  const context = { theme, failOn: call.failOn, cwd: io.cwd, today: todayOf(undefined) };
  // What is dismissed is told once it is; a preview of corrections comes before the findings.
  const hold = call.suppress === 'all' || call.settings.fix === 'preview';
  const reporter = await openReports(call.reports, context, targets, io, hold);
  try {
    return await lintInto(reporter, call, { targets, earlier, context }, io);
  } finally {
    reporter.discard();
  }
}

async function lintInto(
  reporter: Reporter,
  call: LintCall,
  given: {
    readonly targets: readonly Target[];
    readonly earlier: EarlierReport | undefined;
    readonly context: FormatContext;
  },
  io: Io,
): Promise<ExitCode> {
  const { targets, earlier, context } = given;
  const { colour, width } = context.theme;
  const { configs: _, ...settings } = call.settings;
  const details: LintDetails = {
    ...pieceSettingsOf(call.reports, context),
    terminal: { colour, width },
    ...(call.suppress ? { suppress: call.suppress } : {}),
  };
  // What changes files, or lists of dismissed findings, is done each time.
  const isCached = call.cache && !settings.fix && !call.suppress;
  const cache = isCached ? await cacheFolder(call.cache, io) : undefined;
  const order: Order<LintDetails> = {
    work: 'lint',
    settings,
    cwd: io.cwd,
    details,
    ...(cache === undefined ? {} : { cache }),
  };
  const tasks = targets.map((target): Task<LintExtra> => {
    const draft = 'path' in target ? earlier?.find(target.path) : undefined;
    return { target, extra: draft && earlier ? { earlier: { name: earlier.name, draft } } : {} };
  });
  const only = call.reports.every(({ file }) => file === undefined) && !settings.fix && !call.suppress;
  const progress = progressOf(io, targets.length);
  const notes = noteTeller(io);
  const previews: string[] = [];
  const problems = new Set<string>();
  const leftAsItIs: string[] = [];
  const ignored: IgnoredDraft[] = [];
  const dismissals: Dismissal[] = [];
  let figures = NO_FIGURES;
  let at = 0;
  for await (const done of (call.work ?? workOnAll)<LintedPieces>(order, tasks, call.pace, io)) {
    const task = tasks[at++];
    const path = 'ignored' in done ? done.ignored.path : done.made.path;
    progress.clear();
    notes(done.note);
    if ('ignored' in done) {
      const { kind } = task?.target ?? {};
      if (kind === 'stdin' || (task?.target.kind === 'file' && task.target.named)) ignored.push(done.ignored);
    } else {
      const { made } = done;
      if (earlier && made.problems.length === 0 && !task?.extra.earlier) tellNew(made.path, earlier.name, io);
      reporter.add(made.pieces);
      figures = addFigures(figures, made.figures);
      for (const line of [...made.problems, ...made.faults]) problems.add(line);
      if (made.preview !== '') previews.push(made.preview);
      if (made.leftAsItIs) leftAsItIs.push(made.path);
      if (made.suppress) dismissals.push({ path: made.path, ...made.suppress });
    }
    progress.step(path);
    // Nobody reads what else would be said.
    if (only && io.out.isClosed) break;
  }
  progress.clear();
  reportIgnored(ignored, io);
  if (targets.length > 0 && figures.files === 0 && ignored.length === 0)
    io.err.write('narrative-lint: every draft there is ignored by its configuration\n');
  if (call.suppress === 'all') await dismissAll(dismissals, io);
  if (call.suppress === 'prune') await prune(dismissals, io);

  if (call.reports.some(({ format, file }) => format === 'pretty' && file === undefined))
    io.out.write(previews.join('\n'));
  const complete = reporter.finish(figures);
  if (!reporter.tellsProblems) {
    for (const line of problems) io.err.write(`narrative-lint: ${oneLine(line)}\n`);
    if (settings.fix) reportUncorrected(leftAsItIs, io);
  }
  if (!complete || figures.unread + figures.unchecked > 0) return EXIT.wrong;
  return counts(figures, call.failOn) ? EXIT.findings : EXIT.clean;
}

/** Tells each thing about a run once. */
export function noteTeller(io: Io): (note: string | undefined) => void {
  const told = new Set<string>();
  return (note) => {
    if (note === undefined || told.has(note)) return;
    told.add(note);
    io.err.write(`narrative-lint: ${oneLine(note)}\n`);
  };
}

async function cacheFolder({ location }: CacheCall, io: Io): Promise<string> {
  const { openCacheFolder } = await import('../cache/folder.ts');
  return openCacheFolder(location, io);
}

async function loadEarlier(since: string, io: Io): Promise<EarlierReport> {
  const { readEarlierReport } = await import('../compare/earlier.ts');
  return readEarlierReport(since, io.cwd);
}

function tellNew(path: string, since: string, io: Io): void {
  io.err.write(`narrative-lint: ${oneLine(`${path} is not in ${since}; there is nothing to compare`)}\n`);
}

/** One line for each thing that kept a draft, or a rule, from being linted; a bad configuration is told once. */
export function reportProblems(outcomes: readonly Outcome[], io: Io): void {
  const lines = outcomes.flatMap((outcome) => (isFailed(outcome) ? outcome.problems : outcome.faults));
  for (const line of new Set(lines)) io.err.write(`narrative-lint: ${oneLine(line)}\n`);
}

/** One line for each draft that was named and is ignored. */
export function reportIgnored(ignored: readonly IgnoredDraft[], io: Io): void {
  for (const { path, ignoredBy } of ignored) {
    const line = `${path} was not read; ${relative(io.cwd, ignoredBy)} says to ignore it`;
    io.err.write(`narrative-lint: ${oneLine(line)}\n`);
  }
}

/** Says which drafts have characters to correct that `--fix` leaves to the program they were written in. */
function reportUncorrected(paths: readonly string[], io: Io): void {
  for (const path of paths) {
    const line = `${path} was left as it is; --fix writes text files only, so correct it where it was written`;
    io.err.write(`narrative-lint: ${oneLine(line)}\n`);
  }
}

/** Whether there are findings that count. */
export function counts(
  { errors, warnings, suggestions }: Pick<Figures, 'errors' | 'warnings' | 'suggestions'>,
  failOn: FailOn,
): boolean {
  return [errors, warnings, suggestions].slice(0, ORDER.indexOf(failOn)).some((number) => number > 0);
}
