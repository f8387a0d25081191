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
  isCorrectable,
  isFailed,
  type LintedDraft,
  lintTarget,
  type Outcome,
  type RunSettings,
} from '../run.ts';

export type FailOn = Severity | 'never';

export interface LintCall {
  readonly names: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly failOn: FailOn;
  readonly settings: RunSettings;
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
  for (const target of targets) {
    progress.step(target.kind === 'stdin' ? call.settings.stdinName : target.path);
    outcomes.push(await lintTarget(target, call.settings, io));
  }
  progress.done();

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
