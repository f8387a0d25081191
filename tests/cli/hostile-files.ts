import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

// The libraries that make whole documents belong to the readers' tests.
const require = createRequire(fileURLToPath(new URL('../../packages/readers/package.json', import.meta.url)));
const { Document, ImageRun, Packer, PageBreak, Paragraph } = require('docx') as typeof import('docx');
const PDFDocument = require('pdfkit') as typeof import('pdfkit');

export const TEXT = 'I failed Step 1 once, and then I met with a tutor weekly and passed.';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const plain = unzipSync(
  await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(TEXT)] }] })),
);
const body = strFromU8(plain['word/document.xml'] as Uint8Array);

/** A Word document of one sentence with other parts beside its own, or in their place. */
export function docxWith(parts: Zippable): Uint8Array {
  return zipSync({ ...plain, ...parts }, { level: 6 });
}

/** A Word document with XML before the end of its body. */
export function docxHolding(xml: string): Uint8Array {
  return docxWith({ 'word/document.xml': strToU8(body.replace('</w:body>', () => `${xml}</w:body>`)) });
}

/** A Word document that begins with a document type. */
export function docxOfType(type: string): Uint8Array {
  return docxWith({
    'word/document.xml': strToU8(body.replace('?>', () => `?>${type}`).replace(TEXT, '&secret;')),
  });
}

/** A Word document that links to a picture at an address. */
export function docxLinkedTo(address: string): Uint8Array {
  const rels = strFromU8(plain['word/_rels/document.xml.rels'] as Uint8Array);
  const link = `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${address}" TargetMode="External"/>`;
  const picture =
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId99"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
  const field = `<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;${address}&quot; \\d"/></w:p>`;
  return docxWith({
    'word/_rels/document.xml.rels': strToU8(
      rels.replace('</Relationships>', () => `${link}</Relationships>`),
    ),
    'word/document.xml': strToU8(body.replace('</w:body>', () => `${picture}${field}</w:body>`)),
    'word/vbaProject.bin': strToU8(`Sub AutoOpen() ${address}`),
  });
}

/** Styles that a document defines. */
export function styles(count: number): Uint8Array {
  const all = Array.from(
    { length: count },
    (_, at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="s${at}"/></w:style>`,
  );
  return strToU8(`<w:styles xmlns:w="${WORD}">${all.join('')}</w:styles>`);
}

/** A Word document whose directory says of each large part that it is small, whatever comes out. */
export function lying(bytes: Uint8Array): Buffer {
  const archive = Buffer.from(bytes);
  for (let at = 0; at + 4 < archive.length; at += 1) {
    const head = archive.readUInt32LE(at);
    const size = at + (head === 0x02014b50 ? 24 : head === 0x04034b50 ? 22 : archive.length);
    if (size + 4 < archive.length && archive.readUInt32LE(size) > 1024 * 1024)
      archive.writeUInt32LE(16, size);
  }
  return archive;
}

/** A Word document that has its text in two parts of one name. */
export function packedTwice(): Buffer {
  const archive = docxWith({ 'word/documenu.xml': strToU8(body.replace(TEXT, 'Another text.')) });
  return Buffer.from(Buffer.from(archive).toString('latin1').replaceAll('documenu', 'document'), 'latin1');
}

/**
 * A Word document with many parts that lie within each other: each is the head of the next one, as it is, and all
 * that this one holds; the last is a megabyte of spaces.
 */
export function overlapping(count: number): Buffer {
  const archive = Buffer.from(docxWith({ 'zzzz/00000.xml': Buffer.alloc(1024 * 1024, ' ') }));
  const end = archive.length - 22;
  const start = archive.readUInt32LE(end + 16);
  const listed = archive.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const first = archive.readUInt32LE(listed + 42);
  const size = 30 + 'zzzz/00000.xml'.length;
  const named = (record: Buffer, at: number) =>
    Buffer.from(
      record.toString('latin1').replace('zzzz/00000', `zzzz/${String(at).padStart(5, '0')}`),
      'latin1',
    );
  const head = archive.subarray(first, first + size);
  // A block of deflate that is not packed: its head, then so many bytes as they are.
  const asItIs = Buffer.from([0, size, 0, 0xff - size, 0xff]);
  const step = size + asItIs.length;
  const nested = Array.from({ length: count }, (_, at) => Buffer.concat([named(head, at + 1), asItIs]));
  const packed = archive.readUInt32LE(listed + 20);
  const entries = nested.map((_, at) => {
    const entry = named(archive.subarray(listed, end), at + 1);
    const depth = count - at;
    entry.writeUInt32LE(packed + depth * step, 20);
    entry.writeUInt32LE(1024 * 1024 + depth * size, 24);
    entry.writeUInt32LE(first + at * step, 42);
    return entry;
  });
  const last = Buffer.from(archive.subarray(listed, end));
  last.writeUInt32LE(first + count * step, 42);
  const directory = Buffer.concat([archive.subarray(start, listed), ...entries, last]);
  const tail = Buffer.from(archive.subarray(end));
  const all = tail.readUInt16LE(10) + count;
  tail.writeUInt16LE(all, 8);
  tail.writeUInt16LE(all, 10);
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(start + count * step, 16);
  return Buffer.concat([
    archive.subarray(0, first),
    ...nested,
    archive.subarray(first, start),
    directory,
    tail,
  ]);
}

/** A PDF of objects numbered from 1, the first its catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let size = pieces[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(size);
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    pieces.push(whole);
    size += whole.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R ${trailer}>>\nstartxref\n${size}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

/** A stream of a PDF; `word` is what stands between its dictionary and its content. */
export function stream(dictionary: string, content: Buffer | string, word = 'stream\n'): Buffer {
  const data = Buffer.from(content);
  const head = `<< ${dictionary} /Length ${data.length} >>\n${word}`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
}

/** A PDF of one page with this content, twice; objects from 6 on are what it draws, the first of them as X0. */
export function pageOf(content: Buffer, ...drawn: (string | Buffer)[]): Buffer {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents [4 0 R 4 0 R] /Resources << /Font << /F 5 0 R >> /XObject << /X0 6 0 R >> >> >>',
    content,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...drawn,
  ]);
}

/** A page that draws a form that draws the next eight times, and so on: 8 to the twelfth times what the last holds. */
export function laughing(content: string): Buffer {
  const forms = Array.from({ length: 12 }, (_, at) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 5 0 R >> /XObject << /X ${7 + at} 0 R >> >>`,
      at === 11 ? content : '/X Do '.repeat(8),
    ),
  );
  return pageOf(stream('', '/X0 Do '.repeat(8)), ...forms);
}

/** A page with so many words that lie apart from each other. */
export function scattered(words: number): Buffer {
  const column = `${'(failed) Tj 0 -12 Td '.repeat(50)}0 600 Td `;
  return pageOf(stream('', `BT /F 9 Tf 40 700 Td ${column.repeat(words / 50)} ET`));
}

/** A PDF of so many pages with a sentence each. */
export function pagesOf(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, at) => `${5 + at} 0 R`);
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${count} >>`,
    stream('', `BT /F 12 Tf 72 700 Td (${TEXT}) Tj ET`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...kids.map(
      () =>
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>',
    ),
  ]);
}

/** Two bytes for each 128 spaces that come out of `RunLengthDecode`. */
export function runsOfSpaces(megabytes: number): Buffer {
  return Buffer.alloc((megabytes * 1024 * 1024) / 64, Buffer.from([129, 32]));
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
/** Words on a page of the honest documents. */
export const WORDS_ON_A_PAGE = sentencesOf(0).join(' ').split(' ').length;

/** No line is the same on all pages, as a running head would be. */
function sentencesOf(page: number): string[] {
  return Array.from(
    { length: 30 },
    (_, at) =>
      `In the ${SEASONS[page % 4]} I met with my tutor on day ${at + 1}, and I wrote down what I would change.`,
  );
}

/** A Word document as people write them, with a picture of noise on each page. */
export function honestDocx(pages: number): Promise<Buffer> {
  const children = Array.from({ length: pages }, (_, page) => [
    ...sentencesOf(page).map((text) => new Paragraph(text)),
    new Paragraph({
      children: [
        new ImageRun({ type: 'png', data: randomBytes(20_000), transformation: { width: 90, height: 90 } }),
        new PageBreak(),
      ],
    }),
  ]).flat();
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** The same as a PDF, without pictures. */
export async function honestPdf(pages: number): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'LETTER', margin: 72, autoFirstPage: false });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (let page = 0; page < pages; page += 1) pdf.addPage().fontSize(9).text(sentencesOf(page).join('\n'));
  pdf.end();
  await once(pdf, 'end');
  return Buffer.concat(chunks);
}
