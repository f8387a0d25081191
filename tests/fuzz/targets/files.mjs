import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { core, readStream } from '../built.mjs';
import { brokenArchives, brokenFiles } from '../bytes.mjs';
import { must, mustBeOwn, mustBeResult } from '../properties.mjs';
import { SENTENCES, text } from '../texts.mjs';

const require = createRequire(new URL('../../../packages/readers/package.json', import.meta.url));
const DOCX = Uint8Array.from(
  readFileSync(new URL('../../../fixtures/samples/personal-statement.docx', import.meta.url)),
);

/** A draft as a PDF: packed as programs write it, or open so that damage reaches its text and its tables. */
async function pdfOf(compress) {
  const PDFDocument = require('pdfkit');
  const pdf = new PDFDocument({ compress, info: { CreationDate: new Date(0) } });
  const chunks = [];
  pdf.on('data', (chunk) => chunks.push(chunk));
  for (let at = 0; at < 12; at += 4) pdf.text(SENTENCES.slice(at, at + 4).join(' '), { paragraphGap: 10 });
  pdf.end();
  await once(pdf, 'end');
  return Uint8Array.from(Buffer.concat(chunks));
}

/** A file is read to a text that can be linted, or there is one error that names it. */
const reads = (files, name) =>
  fc.asyncProperty(files, async (bytes) => {
    let draft;
    try {
      draft = await readStream(Readable.from([Buffer.from(bytes)]), name);
    } catch (error) {
      mustBeOwn(error, 'ReadError', Buffer.from(bytes).toString('latin1'));
      must(error.message.startsWith(name), () => `the file is not named in ${error.message}`);
      return;
    }
    must(draft.text.trim() !== '', 'a draft without text');
    mustBeResult(draft.text, core.lint(draft.text, { format: draft.format }));
  });

/** Word documents with damage to the archive, to its parts and to what is no document. */
export const docx = {
  weight: 0.5,
  property: () => reads(fc.oneof(brokenFiles([DOCX]), brokenArchives([DOCX])), 'draft.docx'),
};

/** PDFs with damage. */
export const pdf = {
  weight: 0.5,
  property: async () => reads(brokenFiles([await pdfOf(true), await pdfOf(false)]), 'draft.pdf'),
};

const encoded = fc
  .tuple(text, fc.constantFrom('utf8', 'utf16le', 'latin1'))
  .map(([made, encoding]) => Uint8Array.from(Buffer.from(made, encoding)));

/** Text files in any encoding. */
export const plain = {
  weight: 1,
  property: () =>
    reads(
      fc.oneof(encoded, brokenFiles([Uint8Array.from(Buffer.from(SENTENCES.slice(0, 30).join(' ')))])),
      'draft.md',
    ),
};
