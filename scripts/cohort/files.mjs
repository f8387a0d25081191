import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { root } from '../steps.mjs';

const { Document, Packer, Paragraph, TextRun } = createRequire(join(root, 'packages/readers/package.json'))(
  'docx',
);
const PDFDocument = createRequire(join(root, 'packages/readers/package.json'))('pdfkit');
/** Stands in every file in the place of the day on which it was made. */
const MADE = new Date('2026-07-01T12:00:00Z');

const paragraphsOf = (text) => text.split(/\n{2,}/);

/** A Word document of plain paragraphs, the same bytes for the same text. */
export async function docx(text) {
  const children = paragraphsOf(text).map(
    (words) => new Paragraph({ children: [new TextRun({ text: words, font: 'Times New Roman', size: 24 })] }),
  );
  return sameZip(await Packer.toBuffer(new Document({ creator: 'An applicant', sections: [{ children }] })));
}

/** A zip with the same contents and no trace of the day. */
function sameZip(bytes) {
  const files = unzipSync(bytes);
  const core = 'docProps/core.xml';
  const day = MADE.toISOString().slice(0, 19);
  if (files[core]) {
    const text = Buffer.from(files[core]).toString('utf8');
    files[core] = strToU8(text.replace(/\d{4}-\d\d-\d\dT[\d:.]+(?=Z)/g, day));
  }
  return zipSync(files, { mtime: MADE });
}

/** An Excel file of one sheet, the same bytes for the same cells; an empty cell is `undefined`. */
export async function xlsx(rows) {
  return sameZip(await (await writeExcelFile(rows)).toBuffer());
}

/** A zip that holds one file of text. */
export function zip(name, text) {
  return zipSync({ [name]: strToU8(text) }, { mtime: MADE });
}

/** A PDF of a text, or of whatever `draw` draws, the same bytes each time. */
export async function pdf(textOrDraw, options = {}) {
  const document = new PDFDocument({
    size: 'LETTER',
    margin: 72,
    info: { CreationDate: MADE },
    ...options,
  });
  const chunks = [];
  document.on('data', (chunk) => chunks.push(chunk));
  if (typeof textOrDraw === 'function') textOrDraw(document);
  else {
    document.font('Times-Roman').fontSize(12);
    for (const paragraph of paragraphsOf(textOrDraw)) document.text(paragraph, { lineGap: 3 }).moveDown();
  }
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}

/** The standard fonts of a PDF have these letters and no other. */
export function fitsPdf(text) {
  return /^[\n\x20-\x7e\xa1-\xff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022]*$/.test(text);
}
