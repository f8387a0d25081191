// Makes the Word form of the sample statement from its Markdown form.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './steps.mjs';

const { Document, Packer, Paragraph, TextRun } = createRequire(join(root, 'packages/readers/package.json'))(
  'docx',
);
const samples = join(root, 'fixtures', 'samples');

const markdown = await readFile(join(samples, 'personal-statement.md'), 'utf8');
const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '').trim();
const children = body.split(/\n{2,}/).map(
  (text) =>
    new Paragraph({
      spacing: { after: 160 },
      children: [new TextRun({ text, font: 'Times New Roman', size: 24 })],
    }),
);
const document = new Document({
  creator: 'narrative-lint',
  title: 'Personal statement',
  sections: [{ children }],
});
await writeFile(join(samples, 'personal-statement.docx'), await Packer.toBuffer(document));
