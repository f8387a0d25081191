import { compareWith, knownFindings } from '../compare/comparison.ts';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { figuresOf } from '../format/figures.ts';
import type { Theme } from '../format/theme.ts';
import type { Io } from '../io.ts';
import type { Report } from '../report-options.ts';
import { openReports, pieceMaker, pieceSettingsOf } from '../reports.ts';
import { isFailed, isIgnored, type LintedDraft, lintTarget, type RunSettings } from '../run.ts';
import { todayOf } from '../today.ts';
import { counts, type FailOn, reportIgnored, reportProblems } from './lint.ts';

export interface CompareCall {
  readonly earlier: string;
  readonly later: string;
  readonly reports: readonly Report[];
  readonly failOn: FailOn;
  readonly settings: RunSettings;
}

/**
 * Lints two versions of a draft and reports the later one, with what became of the findings of the earlier.
 * The exit code is that of the later one by itself.
 *
 * @throws {UsageError} where both come from standard input.
 */
export async function compareCommand(call: CompareCall, theme: Theme, io: Io): Promise<ExitCode> {
  if (call.earlier === '-' && call.later === '-')
    throw new UsageError('standard input holds one draft; name a file for the other');
  const targets = [call.earlier, call.later].map((path) =>
    path === '-' ? ({ kind: 'stdin' } as const) : ({ kind: 'file', path, named: true } as const),
  );
  const context = { theme, failOn: call.failOn, cwd: io.cwd, today: todayOf(undefined) };
  const linted: LintedDraft[] = [];
  for (const target of targets) {
    const outcome = await lintTarget(target, call.settings, io);
    if (isIgnored(outcome)) {
      reportIgnored([outcome], io);
      continue;
    }
    reportProblems([outcome], io);
    if (!isFailed(outcome)) linted.push(outcome);
  }
  const [earlier, later] = linted;
  if (!earlier || !later) return EXIT.wrong;
  const { messages, document } = earlier.result;
  const known = { path: earlier.path, findings: knownFindings(messages, document.source) };
  const comparison = await compareWith(known, earlier.path, later);
  const reporter = await openReports(call.reports, context, targets, io);
  try {
    const piecesOf = await pieceMaker(pieceSettingsOf(call.reports, context));
    const figures = figuresOf(later);
    reporter.add(await piecesOf({ ...later, comparison }));
    if (!reporter.finish(figures) || earlier.faults.length + later.faults.length > 0) return EXIT.wrong;
    return counts(figures, call.failOn) ? EXIT.findings : EXIT.clean;
  } finally {
    reporter.discard();
  }
}
