import { EXIT, type ExitCode } from '../errors.ts';
import { findTargets } from '../files.ts';
import { formatBrief } from '../format/brief.ts';
import type { Theme } from '../format/theme.ts';
import { givenOf } from '../given.ts';
import type { Io } from '../io.ts';
import { isFailed, isIgnored, lintTarget, type RunSettings } from '../run.ts';
import { todayOf } from '../today.ts';
import { reportIgnored, reportProblems } from './lint.ts';

/** Prints the talk sheet of each draft. */
export async function briefCommand(
  names: readonly string[],
  date: string | undefined,
  settings: RunSettings,
  theme: Theme,
  io: Io,
): Promise<ExitCode> {
  const today = todayOf(date);
  const { briefOf } = await import('@narrative-lint/report');
  let code: ExitCode = EXIT.clean;
  for (const target of await findTargets(names, io.cwd, [])) {
    const outcome = await lintTarget(target, settings, io);
    if (isIgnored(outcome)) {
      reportIgnored([outcome], io);
      continue;
    }
    reportProblems([outcome], io);
    if (isFailed(outcome) || outcome.faults.length > 0) code = EXIT.wrong;
    if (!isFailed(outcome)) {
      const { path } = outcome;
      io.out.write(formatBrief(path, briefOf(givenOf(outcome, { path }), today), theme));
    }
  }
  return code;
}
