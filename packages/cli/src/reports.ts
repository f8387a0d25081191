import { mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from './errors.ts';
import type { Target } from './files.ts';
import { type FormatContext, loadFormatter, STREAMED } from './format/formats.ts';
import { oneLine } from './format/text.ts';
import { makeTheme } from './format/theme.ts';
import type { Io } from './io.ts';
import type { Report } from './report-options.ts';
import type { Outcome } from './run.ts';

/** Columns of a report for people in a file. */
const FILE_WIDTH = 96;
/** A report quotes drafts, and they are their writer's: a new one can be read by its owner only. */
const OWNER_ONLY = 0o600;

/** Takes the outcomes of a run to its reports. */
export interface Reporter {
  /** Whether a report on standard output tells what kept drafts from being linted. */
  readonly tellsProblems: boolean;
  /** Takes the next outcome. */
  add(outcome: Outcome): Promise<void>;
  /**
   * Writes what had to wait for the last draft, and the files.
   *
   * @returns Whether everything could be written.
   */
  finish(): Promise<boolean>;
}

/**
 * Prepares the reports of a run. Nothing is written to a file before the run is done.
 *
 * @param hold - Whether outcomes may still change, so that even a report that streams has to wait.
 * @throws {UsageError} where a file of a report is one of the drafts, a folder, or named twice.
 */
export async function openReports(
  reports: readonly Report[],
  context: FormatContext,
  targets: readonly Target[],
  io: Io,
  hold = false,
): Promise<Reporter> {
  await requireFreeFiles(reports, targets, io.cwd);
  const outcomes: Outcome[] = [];
  const waits = ({ format }: Report) => hold || !STREAMED.has(format);
  const opened = await Promise.all(
    reports.map(async (report) => ({
      report,
      format: await loadFormatter(report.format),
      context: report.file === undefined ? context : { ...context, theme: makeTheme(false, FILE_WIDTH) },
      parts: [] as string[],
    })),
  );
  const put = ({ report, parts }: (typeof opened)[number], text: string) => {
    if (report.file === undefined) io.out.write(text);
    else parts.push(text);
  };
  return {
    tellsProblems: reports.some(({ format, file }) => file === undefined && format !== 'pretty'),
    async add(outcome) {
      for (const one of opened) if (!waits(one.report)) put(one, await one.format([outcome], one.context));
      if (reports.some(waits)) outcomes.push(outcome);
    },
    async finish() {
      let complete = true;
      for (const one of opened) {
        if (waits(one.report)) put(one, await one.format(outcomes, one.context));
        if (one.report.file === undefined) continue;
        complete = (await writeReport(one.report.file, one.parts.join(''), io)) && complete;
      }
      return complete;
    },
  };
}

/** Writes a report in one step: whoever reads the file sees the old report or the whole new one. */
async function writeReport(name: string, text: string, io: Io): Promise<boolean> {
  const path = resolve(io.cwd, name);
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    await mkdir(dirname(path), { recursive: true });
    const isThere = await stat(path).catch(() => undefined);
    await writeFileAtomic(path, text, isThere ? {} : { mode: OWNER_ONLY });
    io.err.write(`narrative-lint: wrote ${oneLine(name)}\n`);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    io.err.write(
      `narrative-lint: ${oneLine(`${name} could not be written (${code}); check that its folder allows it`)}\n`,
    );
    return false;
  }
}

async function requireFreeFiles(
  reports: readonly Report[],
  targets: readonly Target[],
  cwd: string,
): Promise<void> {
  const named = reports.flatMap(({ file }) => (file === undefined ? [] : [file]));
  if (named.length === 0) return;
  const drafts = new Set(
    await Promise.all(targets.map((target) => ('path' in target ? real(resolve(cwd, target.path)) : ''))),
  );
  const used = new Set<string>();
  for (const file of named) {
    const path = await real(resolve(cwd, file));
    if (drafts.has(path))
      throw new UsageError(`--output ${file} is one of the drafts; write the report to another file`);
    if (used.has(path))
      throw new UsageError(`--output ${file} is named twice; give each report its own file`);
    const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
    if (isFolder) throw new UsageError(`--output ${file} is a folder; name a file in it`);
    used.add(path);
  }
}

async function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
