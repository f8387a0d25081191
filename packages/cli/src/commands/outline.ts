import { EXIT, type ExitCode } from '../errors.ts';
import { findTargets } from '../files.ts';
import { formatOutline } from '../format/outline.ts';
import type { Theme } from '../format/theme.ts';
import type { Io } from '../io.ts';
import { isFailed, isIgnored, lintTarget, type RunSettings } from '../run.ts';
import { reportIgnored, reportProblems } from './lint.ts';

/** Prints the story of each draft at a glance. */
export async function outlineCommand(
  names: readonly string[],
  why: boolean,
  settings: RunSettings,
  theme: Theme,
  io: Io,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  for (const target of await findTargets(names, io.cwd, [])) {
    const outcome = await lintTarget(target, settings, io);
    if (isIgnored(outcome)) {
      reportIgnored([outcome], io);
      continue;
    }
    reportProblems([outcome], io);
    if (isFailed(outcome) || outcome.faults.length > 0) code = EXIT.wrong;
    if (!isFailed(outcome)) io.out.write(formatOutline(outcome, why, theme));
  }
  return code;
}
