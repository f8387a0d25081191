import { resolve } from 'node:path';
import { type LintCall, lintCommand } from '../commands/lint.ts';
import { type ExitCode, UsageError } from '../errors.ts';
import { findTargets, type Target } from '../files.ts';
import type { Theme } from '../format/theme.ts';
import type { Io } from '../io.ts';
import { watchDrafts } from './watch.ts';

/**
 * Lints drafts each time that one is saved.
 *
 * @throws {UsageError} for a call that cannot be watched, or that is wrong without `--watch` as well.
 */
export async function watchLint(
  call: LintCall,
  commands: readonly string[],
  theme: Theme,
  io: Io,
): Promise<ExitCode> {
  const { names, since, settings, suppress } = call;
  if (names.includes('-')) throw new UsageError('standard input cannot be watched; name files or a folder');
  if (settings.fix === 'write')
    throw new UsageError(
      '--fix writes drafts while you do; run it once without --watch, or see the changes with --fix-dry-run',
    );
  if (suppress)
    throw new UsageError('--watch would dismiss findings as you write them; choose one of the two');
  const outputs = new Set(
    call.reports.flatMap(({ file }) => (file === undefined ? [] : [resolve(io.cwd, file)])),
  );
  // A report in Markdown or text that lies among the drafts is none of them.
  const isDraft = (target: Target) =>
    target.kind !== 'file' || target.named || !outputs.has(resolve(io.cwd, target.path));
  return watchDrafts(
    {
      names,
      // What each run writes is no reason for another.
      beside: since === undefined || outputs.has(resolve(io.cwd, since)) ? [] : [since],
      ...(settings.configFile === undefined ? {} : { configFile: settings.configFile }),
      debug: settings.debug,
      find: async () => (await findTargets(names, io.cwd, commands)).filter(isDraft),
      run: (targets, work) => lintCommand({ ...call, targets, work }, commands, theme, io),
    },
    io,
  );
}
