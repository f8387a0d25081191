import { RosterError } from './errors.ts';

/** The cells of a spreadsheet as text; rows are numbered from 1 and include empty ones. */
export type Table = readonly (readonly string[])[];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads CSV (commas, semicolons or tabs) or the first sheet of an XLSX file; which one is told by the content.
 *
 * @param name - Of the file, for errors.
 * @throws {RosterError} for a file that is neither, or is damaged or protected.
 */
export async function readTable(bytes: Uint8Array, name: string): Promise<Table> {
  if (begins(bytes, OLE))
    throw new RosterError(
      `${name} is an old Excel file or protected by a password; save it as .xlsx without a password`,
    );
  return begins(bytes, ZIP) ? readXlsx(bytes, name) : readCsv(decode(bytes, name), name);
}

async function readXlsx(bytes: Uint8Array, name: string): Promise<Table> {
  const { readSheet } = await import('read-excel-file/universal');
  try {
    const rows = await readSheet(new Blob([Uint8Array.from(bytes)]));
    return rows.map((row) => row.map(textOf));
  } catch (cause) {
    throw new RosterError(
      `${name} is damaged or no Excel file; open it in Excel and save it again as .xlsx`,
      {
        cause,
      },
    );
  }
}

async function readCsv(text: string, name: string): Promise<Table> {
  if (text.includes('\0'))
    throw new RosterError(`${name} is no spreadsheet; the roster is needed as .csv or .xlsx`);
  const { default: papa } = await import('papaparse');
  const { data, errors } = papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    newline: '\n',
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: false,
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes)
    throw new RosterError(
      `${name} row ${(quotes.row ?? 0) + 1} has a quotation mark that is never closed; close it, or save it as .xlsx`,
    );
  return data.map((row) => row.map((cell) => cell.trim()));
}

function decode(bytes: Uint8Array, name: string): string {
  const wide = begins(bytes, [0xff, 0xfe]) ? 'utf-16le' : begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RosterError(
      `${name} is not in UTF-8, so names with accents would be wrong; save it as "CSV UTF-8" or as .xlsx`,
      { cause },
    );
  }
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
