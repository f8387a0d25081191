import type { Feature } from 'write-excel-file/universal';
import { SUMMARY, type SummaryColumn } from './summary.ts';
import type { CohortRow } from './types.ts';

/** The longest text that a cell of Excel holds, in UTF-16 code units (Microsoft, Excel specifications and limits). */
const LONGEST = 32_767;

/**
 * `summary.xlsx`: the same table as `summary.csv` for Excel, with a header that stays, a filter over each column,
 * and shares as percentages. Text is written as text, so that a name that looks like a formula is only a name.
 */
export async function xlsxSummary(rows: readonly CohortRow[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const head = SUMMARY.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const }));
  const blob = await writeExcelFile(
    [head, ...rows.map((row) => SUMMARY.map((column) => cellOf(column, row)))],
    { sheet: 'Drafts', stickyRowsCount: 1, columns: SUMMARY.map(({ width }) => ({ width })) },
    { features: [filterOver(rows.length + 1)] },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function cellOf({ type, of }: SummaryColumn, row: CohortRow) {
  const value = of(row);
  if (value === undefined || value === '') return null;
  if (typeof value === 'string') return { value: printable(value), type: String, format: '@' };
  return { value, type: Number, format: type === 'share' ? '0%' : '0' };
}

/** Signs that XML cannot hold make Excel call the whole file damaged. */
function printable(text: string): string {
  return text.slice(0, LONGEST).replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}

/** The little arrows in the header by which a table is filtered and sorted. */
function filterOver(lines: number): Feature<Blob> {
  const last = String.fromCharCode('A'.charCodeAt(0) + SUMMARY.length - 1);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${last}${lines}"/>`),
        },
      },
    },
  };
}
