import { extname } from 'node:path';
import { UsageError } from './errors.ts';
import type { FormatName } from './format/formats.ts';

/** A report of a run: its format, and the file it goes to; standard output where there is none. */
export interface Report {
  readonly format: FormatName;
  readonly file?: string;
}

/** One `--format` or `--output` of the call. */
export type ReportFlag = { readonly format: FormatName } | { readonly file: string };

/** Formats that the ending of a file stands for, the usual one first. Any other ending fits every format. */
const BY_ENDING: Readonly<Record<string, readonly FormatName[]>> = {
  '.json': ['json', 'sarif'],
  '.jsonl': ['jsonl'],
  '.ndjson': ['jsonl'],
  '.csv': ['csv'],
  '.xml': ['junit'],
  '.sarif': ['sarif'],
  '.html': ['html'],
  '.htm': ['html'],
};
/** Where drafts and not reports are kept. */
const DRAFT_ENDINGS = ['.docx', '.pdf'];

/**
 * Gives each file its format. A file takes the nearest format that its ending fits, one named before it if
 * there is any, and where none is left the format that its ending stands for. A format without a file goes
 * to standard output.
 *
 * @param flags - In the order of the call.
 * @throws {UsageError} where two reports would share a place.
 */
export function reportsOf(flags: readonly ReportFlag[]): Report[] {
  const files = new Map<number, string>();
  const reports: { format: FormatName; file?: string; at: number }[] = [];
  for (const { file, at, fitting } of outputsOf(flags)) {
    const fits = (i: number) => {
      const other = flags[i];
      if (other === undefined || !('format' in other) || files.has(i)) return false;
      return fitting?.includes(other.format) ?? true;
    };
    const before = [...Array(at).keys()].reverse();
    const after = [...flags.keys()].slice(at + 1);
    const mine = [...before, ...after].find(fits);
    if (mine === undefined) reports.push({ format: fitting?.[0] ?? 'pretty', file, at });
    else files.set(mine, file);
  }
  for (const [at, flag] of flags.entries()) {
    if (!('format' in flag)) continue;
    const file = files.get(at);
    reports.push({ format: flag.format, at, ...(file === undefined ? {} : { file }) });
  }
  if (reports.length === 0) return [{ format: 'pretty' }];
  const ordered = reports.sort((a, b) => a.at - b.at).map(({ at, ...report }) => report);
  const shown = ordered.filter(({ file, format }) => file === undefined && format !== 'github');
  if (shown.length > 1)
    throw new UsageError(
      `${shown.map(({ format }) => format).join(' and ')} cannot share standard output; write one to a file with --output`,
    );
  return ordered;
}

/** The files of the reports, those whose ending leaves less choice first. */
function outputsOf(flags: readonly ReportFlag[]) {
  const outputs = flags.flatMap((flag, at) => {
    if (!('file' in flag)) return [];
    const ending = extname(flag.file).toLowerCase();
    if (DRAFT_ENDINGS.includes(ending))
      throw new UsageError(`--output ${flag.file} has the ending of a draft; name a file for the report`);
    return [{ file: flag.file, at, fitting: BY_ENDING[ending] }];
  });
  const choice = (fitting: readonly FormatName[] | undefined) => fitting?.length ?? Number.POSITIVE_INFINITY;
  return outputs.sort((a, b) => Math.sign(choice(a.fitting) - choice(b.fitting)) || a.at - b.at);
}
