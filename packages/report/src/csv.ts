import { stringify } from 'csv-stringify/sync';
import { SUMMARY, type SummaryColumn } from './summary.ts';
import type { CohortRow } from './types.ts';

/**
 * `summary.csv`: one row for each draft. A byte order mark tells Excel that it is UTF-8, and cells that a
 * spreadsheet would run as a formula begin with an apostrophe.
 */
export function csvSummary(rows: readonly CohortRow[]): string {
  return stringify(
    rows.map((row) => SUMMARY.map((column) => cellOf(column, row))),
    {
      header: true,
      columns: SUMMARY.map(({ name, type }) => (type === 'share' ? `${name} (%)` : name)),
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  );
}

function cellOf({ type, of }: SummaryColumn, row: CohortRow): string | number {
  const value = of(row) ?? '';
  return type === 'share' && typeof value === 'number' ? Math.round(value * 100) : value;
}
