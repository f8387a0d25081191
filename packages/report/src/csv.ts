import { stringify } from 'csv-stringify/sync';
import type { CohortRow } from './types.ts';
import { STATUS_NAMES } from './words.ts';

/**
 * `summary.csv`: one row for each draft. A byte order mark tells Excel that it is UTF-8, and cells that a
 * spreadsheet would run as a formula begin with an apostrophe.
 */
export function csvSummary(rows: readonly CohortRow[]): string {
  return stringify(rows.map(cellsOf), {
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

function cellsOf(row: CohortRow) {
  return {
    draft: row.path,
    applicant: row.applicant ?? '',
    specialty: row.specialty ?? '',
    kind: row.kind ?? '',
    status: STATUS_NAMES[row.status],
    errors: row.errors,
    warnings: row.warnings,
    suggestions: row.suggestions,
    words: row.words ?? '',
    'failure share (%)': percent(row.failureShare),
    'change share (%)': percent(row.changeShare),
    setbacks: row.setbacks.join('; '),
    findings: row.rules.join('; '),
    problem: row.problems.join('; '),
    page: row.page ?? '',
  };
}

function percent(share: number | undefined): number | '' {
  return share === undefined ? '' : Math.round(share * 100);
}
