import type { FailOn } from '../commands/lint.ts';
import type { Outcome } from '../run.ts';
import type { Figures } from './figures.ts';
import type { Theme } from './theme.ts';

/** The formats of a report, as `--format` names them. */
export const FORMATS = ['pretty', 'json', 'jsonl', 'csv', 'junit', 'sarif', 'github', 'html'] as const;
export type FormatName = (typeof FORMATS)[number];

/** What a report may depend on beside the drafts. */
export interface FormatContext {
  readonly theme: Theme;
  readonly failOn: FailOn;
  /** The folder that relative paths of drafts start from. */
  readonly cwd: string;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * A format in two halves, so that no more than one draft is in memory: what a draft adds to the report, which
 * is made where the draft was linted, and the report that puts these pieces together. Neither reads or writes.
 */
export interface Format<Piece = unknown> {
  /** Plain data, since it may come from another thread. */
  piece(outcome: Outcome, context: FormatContext): Piece | Promise<Piece>;
  /** Begins a report. */
  begin(context: FormatContext): ReportText<Piece> | Promise<ReportText<Piece>>;
}

/** The text of a report in the making. Formats that begin with sums keep their pieces until the end. */
export interface ReportText<Piece = unknown> {
  /** Takes the next piece, and gives the text that can be written now. */
  add(piece: Piece): string;
  /** The rest of the text, after the last piece. */
  end(figures: Figures): string;
}

/** Formats whose text comes in whole lines, which may be mixed with others on a terminal. */
export const IN_LINES: ReadonlySet<FormatName> = new Set<FormatName>(['pretty', 'jsonl', 'csv', 'github']);

/** Formats that speak of the day of the run. */
export const DATED: ReadonlySet<FormatName> = new Set<FormatName>(['html']);

/** Loads a format with what only it needs. */
export async function loadFormat(format: FormatName): Promise<Format> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).pretty;
    case 'json':
      return (await import('./json.ts')).json;
    case 'jsonl':
      return (await import('./jsonl.ts')).jsonLines;
    case 'csv':
      return (await import('./csv.ts')).csv;
    case 'junit':
      return (await import('./junit.ts')).junit;
    case 'sarif':
      return (await import('./sarif.ts')).sarif;
    case 'github':
      return (await import('./github.ts')).github;
    case 'html':
      return (await import('./html.ts')).html;
  }
}
