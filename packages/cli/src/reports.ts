import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemFault, UsageError } from './errors.ts';
import type { Target } from './files.ts';
import type { Figures } from './format/figures.ts';
import {
  DATED,
  type FormatContext,
  type FormatName,
  IN_LINES,
  loadFormat,
  type ReportText,
} from './format/formats.ts';
import { oneLine } from './format/text.ts';
import { makeTheme } from './format/theme.ts';
import type { Io } from './io.ts';
import type { Report } from './report-options.ts';
import type { Outcome } from './run.ts';
import type { StagedFile } from './staged-file.ts';

/** Columns of a report for people in a file. */
const FILE_WIDTH = 96;

/** What the pieces of a run's reports depend on beside the drafts, as plain data. */
export interface PieceSettings {
  readonly reports: readonly {
    readonly format: FormatName;
    readonly colour: boolean;
    readonly width: number;
  }[];
  readonly failOn: FormatContext['failOn'];
  readonly cwd: string;
  /** Empty where no report speaks of the day, so that what is kept holds tomorrow, too. */
  readonly today: string;
}

/** What each report of a run gets of one draft, in the order of the reports. */
export type PieceMaker = (outcome: Outcome) => Promise<readonly unknown[]>;

/** Puts the pieces of drafts together to the reports of a run. */
export interface Reporter {
  /** Whether a report on standard output tells what kept drafts from being linted. */
  readonly tellsProblems: boolean;
  /** Takes what `PieceMaker` made of the next draft. */
  add(pieces: readonly unknown[]): void;
  /**
   * Writes what had to wait for the last draft, and puts the files in their places.
   *
   * @returns Whether everything could be written.
   */
  finish(figures: Figures): boolean;
  /** Leaves no unfinished file behind. Does nothing after `finish`. */
  discard(): void;
}

export function pieceSettingsOf(reports: readonly Report[], context: FormatContext): PieceSettings {
  const { theme, failOn, cwd, today } = context;
  return {
    reports: reports.map(({ format, file }) => ({
      format,
      ...(file === undefined
        ? { colour: theme.colour, width: theme.width }
        : { colour: false, width: FILE_WIDTH }),
    })),
    failOn,
    cwd,
    today: reports.some(({ format }) => DATED.has(format)) ? today : '',
  };
}

/** Prepares what makes the pieces, in whatever thread. */
export async function pieceMaker({ reports, ...context }: PieceSettings): Promise<PieceMaker> {
  const parts = await Promise.all(
    reports.map(async ({ format, colour, width }) => {
      const { piece } = await loadFormat(format);
      return (outcome: Outcome) => piece(outcome, { ...context, theme: makeTheme(colour, width) });
    }),
  );
  return (outcome) => Promise.all(parts.map((part) => part(outcome)));
}

/**
 * Prepares the reports of a run. A file appears in its place when the run is done.
 *
 * @param hold - Whether even a report that could be written as drafts are linted waits for the last one.
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
  const opened: { text: ReportText; place: Place }[] = [];
  for (const { format, file } of reports) {
    const { begin } = await loadFormat(format);
    const theme = file === undefined ? context.theme : makeTheme(false, FILE_WIDTH);
    const wait = hold || (io.out.isTerminal && !IN_LINES.has(format));
    const place = file === undefined ? standardOutput(io, wait) : await filePlace(file, io);
    opened.push({ text: await begin({ ...context, theme }), place });
  }
  return {
    tellsProblems: reports.some(({ format, file }) => file === undefined && format !== 'pretty'),
    add(pieces) {
      for (const [at, { text, place }] of opened.entries()) place.write(text.add(pieces[at]));
    },
    finish(figures) {
      let complete = true;
      for (const { text, place } of opened) {
        place.write(text.end(figures));
        complete = place.finish() && complete;
      }
      return complete;
    },
    discard() {
      for (const { place } of opened) place.discard();
    },
  };
}

/** Where the text of a report goes to. */
interface Place {
  write(text: string): void;
  /** Returns whether everything is there. */
  finish(): boolean;
  discard(): void;
}

function standardOutput(io: Io, hold: boolean): Place {
  const held: string[] = [];
  return {
    write(text) {
      if (hold) held.push(text);
      else if (text !== '') io.out.write(text);
    },
    finish() {
      if (hold) io.out.write(held.join(''));
      return true;
    },
    discard: () => undefined,
  };
}

async function filePlace(name: string, io: Io): Promise<Place> {
  const { openStagedFile } = await import('./staged-file.ts');
  let file: StagedFile | undefined;
  let fault: unknown;
  const attempt = (work: () => void) => {
    if (fault !== undefined) return;
    try {
      work();
    } catch (error) {
      fault = error ?? 'unknown';
      file?.discard();
    }
  };
  attempt(() => {
    file = openStagedFile(resolve(io.cwd, name), io);
  });
  return {
    write: (text) => attempt(() => file?.write(text)),
    finish() {
      attempt(() => file?.commit());
      const code = fault instanceof Error && 'code' in fault ? fault.code : fault;
      const line =
        fault === undefined
          ? `wrote ${name}`
          : `${name} could not be written (${code}); ${systemFault(code) ?? 'check that its folder allows it'}`;
      io.err.write(`narrative-lint: ${oneLine(line)}\n`);
      return fault === undefined;
    },
    discard: () => file?.discard(),
  };
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
