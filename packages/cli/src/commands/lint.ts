import { relative } from 'node:path';
import type { Severity } from '@narrative-lint/core';
import { EXIT, type ExitCode } from '../errors.ts';
import { findTargets } from '../files.ts';
import { formatDiff } from '../format/diff.ts';
import { formatJson } from '../format/json.ts';
import { formatPretty } from '../format/pretty.ts';
import { oneLine } from '../format/text.ts';
import type { Theme } from '../format/theme.ts';
import type { Io } from '../io.ts';
import { progressOf } from '../progress.ts';
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
  readonly format: 'pretty' | 'json';
  readonly failOn: FailOn;
  readonly settings: RunSettings;
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
  const progress = progressOf(io, targets.length);
  const outcomes: Outcome[] = [];
  const ignored: IgnoredDraft[] = [];
  for (const target of targets) {
    progress.step(target.kind === 'stdin' ? call.settings.stdinName : target.path);
    const outcome = await lintTarget(target, call.settings, io);
    if (!isIgnored(outcome)) outcomes.push(outcome);
    else if (target.kind === 'stdin' || (target.kind === 'file' && target.named)) ignored.push(outcome);
  }
  progress.done();
  reportIgnored(ignored, io);
  if (targets.length > 0 && outcomes.length === 0 && ignored.length === 0)
    io.err.write('narrative-lint: every draft there is ignored by its configuration\n');
  if (call.suppress === 'all') await dismissAll(outcomes, io);
  if (call.suppress === 'prune') await prune(outcomes, io);

  if (call.format === 'json') io.out.write(formatJson(outcomes));
  else {
    const drafts = outcomes.filter((outcome): outcome is LintedDraft => !isFailed(outcome));
    io.out.write((await formatDiff(drafts, theme)) + formatPretty(outcomes, theme));
    reportProblems(outcomes, io);
    if (call.settings.fix) reportUncorrected(drafts, io);
  }
  if (outcomes.some(isFailed)) return EXIT.wrong;
  return outcomes.some((outcome) => !isFailed(outcome) && fails(outcome, call.failOn))
    ? EXIT.findings
    : EXIT.clean;
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

function fails({ result }: LintedDraft, failOn: FailOn): boolean {
  return result.messages.some(({ severity }) => ORDER.indexOf(severity) <= ORDER.indexOf(failOn));
}
