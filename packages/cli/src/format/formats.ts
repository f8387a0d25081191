import type { FailOn } from '../commands/lint.ts';
import type { Outcome } from '../run.ts';
import type { Theme } from './theme.ts';

/** The formats of a report, as `--format` names them. */
export const FORMATS = ['pretty', 'json', 'jsonl', 'csv', 'junit', 'sarif', 'github'] as const;
export type FormatName = (typeof FORMATS)[number];

/** What a report may depend on beside the drafts. */
export interface FormatContext {
  readonly theme: Theme;
  readonly failOn: FailOn;
  /** The folder that relative paths of drafts start from. */
  readonly cwd: string;
}

/** Turns the outcomes of a run into the text of a report. It reads and writes nothing. */
export type Formatter = (outcomes: readonly Outcome[], context: FormatContext) => string | Promise<string>;

/** Formats whose report of several drafts is that of each, one after the other: they need not wait for the last. */
export const STREAMED: ReadonlySet<FormatName> = new Set<FormatName>(['jsonl', 'github']);

/** Loads a formatter with what only it needs. */
export async function loadFormatter(format: FormatName): Promise<Formatter> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).formatPretty;
    case 'json':
      return (await import('./json.ts')).formatJson;
    case 'jsonl':
      return (await import('./jsonl.ts')).formatJsonLines;
    case 'csv':
      return (await import('./csv.ts')).formatCsv;
    case 'junit':
      return (await import('./junit.ts')).formatJunit;
    case 'sarif':
      return (await import('./sarif.ts')).formatSarif;
    case 'github':
      return (await import('./github.ts')).formatGithub;
  }
}
