import type { Feature } from 'write-excel-file/universal';
import { SUMMARY, type SummaryColumn } from './summary.ts';
import type { CohortRow } from './types.ts';

/** The time that each part is said to be of, so that the same table is the same file whenever it is made. */
const MADE = new Date(2000, 0, 1);
/** The longest text that a cell of Excel holds, in UTF-16 code units (Microsoft, Excel specifications and limits). */
const LONGEST = 32_767;

/** Of a link, in the default theme of Excel. */
const LINK = { textColor: '#0563C1', textDecoration: { underline: true } } as const;

/**
 * `summary.xlsx`: the same table as `summary.csv` for Excel, with a header that stays, a filter over each column,
 * shares as percentages, and drafts that lead to their pages beside it. Text is written as text, so that a name
 * that looks like a formula is only a name.
 */
export async function xlsxSummary(rows: readonly CohortRow[]): Promise<Uint8Array> {
  const [{ default: writeExcelFile }, { unzipSync, zipSync }] = await Promise.all([
    import('write-excel-file/universal'),
    import('fflate'),
  ]);
  const head = SUMMARY.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const }));
  const blob = await writeExcelFile(
    [head, ...rows.map((row) => SUMMARY.map((column) => cellOf(column, row)))],
    { sheet: 'Drafts', stickyRowsCount: 1, columns: SUMMARY.map(({ width }) => ({ width })) },
    { features: [filterAndLinks(rows)] },
  ).toBlob();
  return zipSync(unzipSync(new Uint8Array(await blob.arrayBuffer())), { mtime: MADE });
}

function cellOf(column: SummaryColumn, row: CohortRow) {
  const { type, of } = column;
  const value = of(row);
  if (value === undefined || value === '') return null;
  const link = column === SUMMARY[0] && row.page !== undefined ? LINK : {};
  if (typeof value === 'string') return { value: printable(value), type: String, format: '@', ...link };
  return { value, type: Number, format: type === 'share' ? '0%' : '0' };
}

/** Signs that XML cannot hold make Excel call the whole file damaged. */
function printable(text: string): string {
  return text.slice(0, LONGEST).replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}

/** The little arrows in the header by which a table is filtered and sorted, and the links in its first column. */
function filterAndLinks(rows: readonly CohortRow[]): Feature<Blob> {
  const last = String.fromCharCode('A'.charCodeAt(0) + SUMMARY.length - 1);
  const links = rows.flatMap(({ page }, at) =>
    page === undefined ? [] : [{ id: `rId-page-${at}`, cell: `A${at + 2}`, target: encodeURI(page) }],
  );
  const anchors = links.map(({ id, cell }) => `<hyperlink ref="${cell}" r:id="${id}"/>`).join('');
  const filter = `<autoFilter ref="A1:${last}${rows.length + 1}"/>`;
  const after = anchors === '' ? filter : `${filter}<hyperlinks>${anchors}</hyperlinks>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => xml.replace('</sheetData>', `</sheetData>${after}`),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: () => links.map(({ id, target }) => relationship(id, target)).join(''),
        },
      },
    },
  };
}

/** A link to a file beside the workbook. Targets come from `encodeURI`, which leaves one sign that XML reserves. */
function relationship(id: string, target: string): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
  return `<Relationship Id="${id}" Type="${type}" Target="${target.replaceAll('&', '&amp;')}" TargetMode="External"/>`;
}
