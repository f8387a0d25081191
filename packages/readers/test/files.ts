import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Tab, TextRun } from 'docx';
import PDFDocument from 'pdfkit';
import { afterAll } from 'vitest';

/** A folder of the test file's own, removed when its tests are done. */
export async function temporaryFolder(): Promise<{
  path: string;
  file(name: string, data: string | Uint8Array): Promise<string>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'narrative-lint-'));
  afterAll(() => rm(path, { recursive: true, force: true }));
  return {
    path,
    async file(name, data) {
      const full = join(path, name);
      await writeFile(full, data);
      return full;
    },
  };
}

/** A Word document with a heading, emphasis, a line break, a tab, an empty paragraph and both kinds of list. */
export async function richDocx(): Promise<Buffer> {
  const numbering = {
    config: [{ reference: 'steps', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
  };
  const children = [
    new Paragraph({ text: 'Personal Statement', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({
      children: [
        new TextRun('I failed '),
        new TextRun({ text: 'Step 1', bold: true }),
        new TextRun(' once.'),
      ],
    }),
    new Paragraph({ text: '' }),
    new Paragraph({ children: [new TextRun('First line'), new TextRun({ text: 'second line', break: 1 })] }),
    new Paragraph({ children: [new TextRun('Then'), new TextRun({ children: [new Tab(), 'I passed.'] })] }),
    new Paragraph({ text: 'weekly self-testing', bullet: { level: 0 } }),
    new Paragraph({ text: 'met a specialist', numbering: { reference: 'steps', level: 0 } }),
    new Paragraph({ text: 'passed in June', numbering: { reference: 'steps', level: 0 } }),
  ];
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
}

/** A Word document of plain paragraphs. */
export function docxOf(paragraphs: readonly string[]): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }),
  );
}

/** A PDF drawn by `draw`. */
export async function pdfOf(
  draw: (pdf: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'LETTER', margin: 72, ...options });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  draw(pdf);
  pdf.end();
  await once(pdf, 'end');
  return Buffer.concat(chunks);
}
