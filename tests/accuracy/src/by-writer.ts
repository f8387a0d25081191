import { type Headlines, headlinesOf, type Tally } from './headline.ts';
import { figure, table } from './table.ts';

/** Figures of the drafts of one writer, or of several together. */
export interface WriterFigures {
  readonly writer: string;
  readonly drafts: number;
  readonly figures: Headlines;
}

/** Writers in the manner of real first drafts; goals are set for them apart. */
export const REAL_MANNER: readonly string[] = ['t6', 't7'];

/** The figures of each writer, in the order of first appearance. */
export function byWriter(
  results: readonly { readonly draft: { readonly folder: string }; readonly tally: Tally }[],
): WriterFigures[] {
  const writers = new Map<string, Tally[]>();
  for (const { draft, tally } of results) {
    const tallies = writers.get(draft.folder) ?? [];
    tallies.push(tally);
    writers.set(draft.folder, tallies);
  }
  return [...writers].map(([writer, tallies]) => ({
    writer,
    drafts: tallies.length,
    figures: headlinesOf(tallies),
  }));
}

/** The table of writers. */
export function formatWriters(rows: readonly WriterFigures[]): string[] {
  return [
    'By writer (a role that neither labels nor engine have counts as right)',
    ...table(
      ['writer', 'drafts', 'macro', 'failure', 'change', 'excuse', 'micro'],
      rows.map(({ writer, drafts, figures }) => [
        writer,
        String(drafts),
        figure(figures.macro),
        figure(figures.failureSide),
        figure(figures.changeSide),
        figure(figures.excuse),
        figure(figures.microF1),
      ]),
    ),
  ];
}
