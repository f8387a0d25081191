import type { getDocumentProxy } from 'unpdf';
import { sniff } from './containers.ts';
import { ReadError } from './errors.ts';
import { type ReadLimit, STANDARD_LIMIT, scaled, tooLarge } from './limits.ts';
import { type Line, linesOf, type TextRun, withoutRunningHeads } from './pdf-lines.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { measureStreams } from './pdf-streams.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** No statement is this long; a book of this size is not one, and would take minutes. */
const MOST_PAGES = 100;
/** A page of text has some hundred runs. */
const MOST_RUNS = 50_000;
const ALONE = 'export the draft alone from your editor';

/**
 * Extracts the text layer of a PDF with its paragraphs rebuilt.
 *
 * @throws {ReadError} `encrypted`, `damaged`, `too-large`, or `no-text-layer` for a scan.
 */
export async function readPdf(bytes: Uint8Array, path: string, limit = STANDARD_LIMIT): Promise<string> {
  if (sniff(bytes) !== 'pdf') {
    throw new ReadError(
      'damaged',
      path,
      'is not a PDF, whatever its name says; export the draft as PDF again',
    );
  }
  await measureStreams(bytes, path, limit);
  const pages = await readPages(bytes, path, limit);
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

async function readPages(bytes: Uint8Array, path: string, limit: ReadLimit): Promise<Line[][]> {
  const { getDocumentProxy } = await import('unpdf');
  let pdf: PdfDocument | undefined;
  try {
    // The parser takes its buffer over, so it gets a copy.
    pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, useSystemFonts: false });
    if (pdf.numPages > scaled(MOST_PAGES, limit))
      throw tooLarge(
        path,
        `has ${pdf.numPages} pages, and may have ${scaled(MOST_PAGES, limit)}`,
        ALONE,
        limit,
      );
    const pages: Line[][] = [];
    let left = scaled(MOST_RUNS, limit);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const runs = await runsOf(await pdf.getPage(number), left);
      left -= runs.length;
      if (left < 0)
        throw tooLarge(path, `has more than ${scaled(MOST_RUNS, limit)} pieces of text`, ALONE, limit);
      pages.push(linesOf(runs));
    }
    return pages;
  } catch (cause) {
    if (cause instanceof ReadError) throw cause;
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new ReadError('encrypted', path, 'is protected by a password; export a copy without one', {
        cause,
      });
    }
    throw new ReadError('damaged', path, 'is a damaged PDF; export it from your editor again', { cause });
  } finally {
    // Without it a page that is drawn without end is drawn on.
    await pdf?.loadingTask.destroy();
  }
}

/** The runs of a page, read as they come: a small page can draw itself without end. */
async function runsOf(page: PdfPage, most: number): Promise<TextRun[]> {
  const reader = page.streamTextContent().getReader();
  const runs: TextRun[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return runs;
    for (const item of value.items) if ('str' in item) runs.push(runOf(item));
    if (runs.length > most) {
      await reader.cancel(new Error('too much text'));
      return runs;
    }
  }
}

function runOf(item: { str: string; transform: number[]; width: number; height: number }): TextRun {
  const [, , , scale = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, height: item.height || Math.abs(scale) };
}
