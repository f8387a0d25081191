import { relative } from 'node:path';
import type { Severity } from '@narrative-lint/core';
import { EXIT, type ExitCode } from '../errors.ts';
import { findTargets } from '../files.ts';
import { formatDiff } from '../format/diff.ts';
import { oneLine } from '../format/text.ts';
import type { Theme } from '../format/theme.ts';
import type { Io } from '../io.ts';
import { progressOf } from '../progress.ts';
import type { Report } from '../report-options.ts';
import { openReports } from '../reports.ts';
import {
  type IgnoredDraft,
  isCorrectable,
  isFailed,
  isIgnored,
  type LintedDraft,
  lintTarget,
  type Outcome,
  type RunSettings,
} from '../run.ts';
import { dismissAll, prune } from '../suppress.ts';

export type FailOn = Severity | 'never';

export interface LintCall {
  readonly names: readonly string[];
  readonly reports: readonly Report[];
  readonly failOn: FailOn;
  readonly settings: RunSettings;
  /** A JSON report to compare with. */
  readonly since?: string;
  /** `all` dismisses every finding, `prune` forgets dismissed ones that are gone. */
  readonly suppress?: 'all' | 'prune';
}

const ORDER: readonly FailOn[] = ['never', 'error', 'warning', 'suggestion'];

/** Lints drafts and prints the report. */
export async function lintCommand(
  call: LintCall,
  commands: readonly string[],
  theme: Theme,
  io: Io,
): Promise<ExitCode> {
  const targets = await findTargets(call.names, io.cwd, commands);
  const compare = call.since === undefined ? undefined : await comparer(call.since, io);
  const context = { theme, failOn: call.failOn, cwd: io.cwd };
  const streams = call.suppress !== 'all';
  const reporter = await openReports(call.reports, context, targets, io, !streams);
  const progress = progressOf(io, targets.length);
  const outcomes: Outcome[] = [];
  const ignored: IgnoredDraft[] = [];
  for (const target of targets) {
    progress.step(target.kind === 'stdin' ? call.settings.stdinName : target.path);
    const outcome = await lintTarget(target, call.settings, io);
    if (!isIgnored(outcome)) {
      const compared = compare && !isFailed(outcome) ? await compare(outcome) : outcome;
      outcomes.push(compared);
      if (streams) await reporter.add(compared);
    } else if (target.kind === 'stdin' || (target.kind === 'file' && target.named)) ignored.push(outcome);
  }
  progress.done();
  reportIgnored(ignored, io);
  if (targets.length > 0 && outcomes.length === 0 && ignored.length === 0)
    io.err.write('narrative-lint: every draft there is ignored by its configuration\n');
  if (call.suppress === 'all') await dismissAll(outcomes, io);
  if (call.suppress === 'prune') await prune(outcomes, io);

  if (!streams) for (const outcome of outcomes) await reporter.add(outcome);
  const drafts = outcomes.filter((outcome): outcome is LintedDraft => !isFailed(outcome));
  if (call.reports.some(({ format, file }) => format === 'pretty' && file === undefined))
    io.out.write(await formatDiff(drafts, theme));
  const complete = await reporter.finish();
  if (!reporter.tellsProblems) {
    reportProblems(outcomes, io);
    if (call.settings.fix) reportUncorrected(drafts, io);
  }
  if (!complete) return EXIT.wrong;
  if (outcomes.some(isFailed)) return EXIT.wrong;
  return outcomes.some((outcome) => !isFailed(outcome) && fails(outcome, call.failOn))
    ? EXIT.findings
    : EXIT.clean;
}

/** Compares drafts with those of an earlier report; says so where it has none of them. */
async function comparer(since: string, io: Io): Promise<(draft: LintedDraft) => Promise<LintedDraft>> {
  const [{ readEarlierReport }, { compareWith }] = await Promise.all([
    import('../compare/earlier.ts'),
    import('../compare/comparison.ts'),
  ]);
  const report = await readEarlierReport(since, io.cwd);
  return async (draft) => {
    const earlier = report.find(draft.path);
    if (earlier) return { ...draft, comparison: await compareWith(earlier, since, draft) };
    io.err.write(
      `narrative-lint: ${oneLine(`${draft.path} is not in ${since}; there is nothing to compare`)}\n`,
    );
    return draft;
  };
}

/** One line for each thing that kept a draft from being linted; a bad configuration is told once. */
export function reportProblems(outcomes: readonly Outcome[], io: Io): void {
  const lines = outcomes.flatMap((outcome) => (isFailed(outcome) ? outcome.problems : []));
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
function reportUncorrected(drafts: readonly LintedDraft[], io: Io): void {
  for (const { path, draft, result } of drafts) {
    if (isCorrectable(draft) || !result.messages.some(({ fix }) => fix)) continue;
    const line = `${path} was left as it is; --fix writes text files only, so correct it where it was written`;
    io.err.write(`narrative-lint: ${oneLine(line)}\n`);
  }
}

/** Whether a draft has a finding that counts. */
export function fails({ result }: LintedDraft, failOn: FailOn): boolean {
  return result.messages.some(({ severity }) => ORDER.indexOf(severity) <= ORDER.indexOf(failOn));
}
