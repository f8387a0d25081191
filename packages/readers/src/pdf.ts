import { sniff } from './containers.ts';
import { ReadError } from './errors.ts';
import { type Line, linesOf, type TextRun, withoutRunningHeads } from './pdf-lines.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';

/** No statement is this long; a book of this size is not one, and would take minutes. */
const MAX_PAGES = 100;

/**
 * Extracts the text layer of a PDF with its paragraphs rebuilt.
 *
 * @throws {ReadError} `encrypted`, `damaged`, `too-large`, or `no-text-layer` for a scan.
 */
export async function readPdf(bytes: Uint8Array, path: string): Promise<string> {
  if (sniff(bytes) !== 'pdf') {
    throw new ReadError(
      'damaged',
      path,
      'is not a PDF, whatever its name says; export the draft as PDF again',
    );
  }
  const pages = await readPages(bytes, path);
  const text = paragraphsOf(withoutRunningHeads(pages));
  if (!/\p{L}/u.test(text)) {
    throw new ReadError(
      'no-text-layer',
      path,
      'has no text in it, as scans have none; export it from your editor, or use the .docx',
    );
  }
  return text;
}

async function readPages(bytes: Uint8Array, path: string): Promise<Line[][]> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // The parser takes its buffer over, so it gets a copy.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, useSystemFonts: false });
    if (pdf.numPages > MAX_PAGES) {
      throw new ReadError(
        'too-large',
        path,
        `has ${pdf.numPages} pages; name the draft alone, of at most ${MAX_PAGES} pages`,
      );
    }
    const pages: Line[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const content = await (await pdf.getPage(number)).getTextContent();
      pages.push(linesOf(content.items.flatMap((item) => ('str' in item ? [runOf(item)] : []))));
    }
    await pdf.cleanup();
    return pages;
  } catch (cause) {
    if (cause instanceof ReadError) throw cause;
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new ReadError('encrypted', path, 'is protected by a password; export a copy without one', {
        cause,
      });
    }
    throw new ReadError('damaged', path, 'is a damaged PDF; export it from your editor again', { cause });
  }
}

function runOf(item: { str: string; transform: number[]; width: number; height: number }): TextRun {
  const [, , , scale = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, height: item.height || Math.abs(scale) };
}
