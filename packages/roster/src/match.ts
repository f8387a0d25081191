import { DraftIndex, type Fit } from './draft-index.ts';
import { oneLine } from './errors.ts';
import type { RosterProblem, RosterRow } from './types.ts';

/** Which row each draft has, and what could not be told. */
export interface Matches {
  readonly rows: ReadonlyMap<string, RosterRow>;
  readonly problems: readonly RosterProblem[];
}

const FITS: readonly Fit[] = ['file', 'exact', 'name'];

/**
 * Finds the draft of each row: by the file that the row names, otherwise by the applicant's name in the name of
 * the file. Nothing is guessed: a row that fits several drafts, or a draft that several rows fit, is a problem,
 * and such drafts have no row.
 *
 * @param drafts - Paths with `/`, as they are named elsewhere.
 * @param name - Of the roster, for the problems.
 */
export function matchRoster(rows: readonly RosterRow[], drafts: readonly string[], name: string): Matches {
  const index = new DraftIndex(drafts);
  const candidates = rows.map((row) => ({ row, drafts: index.candidates(row) }));
  const problems: RosterProblem[] = [];
  const byDraft = new Map<string, { row: RosterRow; fit: Fit }[]>();
  for (const { row, drafts: found } of candidates) {
    for (const [draft, fit] of found) byDraft.set(draft, [...(byDraft.get(draft) ?? []), { row, fit }]);
  }
  const matched = new Map<string, RosterRow>();
  const claimed = new Set<string>();
  for (const { row, drafts: found } of candidates) {
    // A draft that fits another row better is that one's.
    const own = found.filter(([draft, fit]) =>
      (byDraft.get(draft) ?? []).every(
        (other) => other.row === row || FITS.indexOf(other.fit) >= FITS.indexOf(fit),
      ),
    );
    const where = `${name} row ${row.row} (${row.file ?? row.applicant ?? 'no name'})`;
    const [first, ...more] = own;
    if (!first) {
      problems.push({
        code: 'no-draft',
        message: `${where} has no draft; check the name, or hand in the draft`,
      });
    } else if (more.length > 0) {
      const list = own.map(([draft]) => draft).join(', ');
      problems.push({
        code: 'ambiguous-row',
        message: `${where} fits ${own.length} drafts (${list}); name the file in a column "file". None got the row.`,
      });
      for (const [draft] of own) claimed.add(draft);
    } else {
      const rivals = (byDraft.get(first[0]) ?? []).filter(({ fit }) => fit === first[1]);
      if (rivals.length === 1) matched.set(first[0], row);
      else if (!claimed.has(first[0])) {
        const list = rivals.map((rival) => rival.row.row).join(' and ');
        problems.push({
          code: 'ambiguous-draft',
          message: `${first[0]} fits rows ${list} of ${name}; name the file in a column "file". It got neither.`,
        });
      }
      claimed.add(first[0]);
    }
  }
  for (const draft of drafts) {
    if (!claimed.has(draft))
      problems.push({
        code: 'no-row',
        message: `${draft} has no row in ${name}; only the draft itself was read`,
      });
  }
  return {
    rows: matched,
    problems: problems.map(({ code, message }) => ({ code, message: oneLine(message) })),
  };
}
