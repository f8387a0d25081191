import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder, linesOf, PLACEHOLDER, reportOf } from './run.ts';

// The libraries that make the damaged and locked files belong to the readers' tests.
const require = createRequire(fileURLToPath(new URL('../../packages/readers/package.json', import.meta.url)));
const { Document, Packer, Paragraph } = require('docx') as typeof import('docx');
const PDFDocument = require('pdfkit') as typeof import('pdfkit');
const officeCrypto = require('officecrypto-tool') as typeof import('officecrypto-tool');

const docx = await Packer.toBuffer(
  new Document({ sections: [{ children: [new Paragraph('I failed Step 1 once.')] }] }),
);

async function pdf(text: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument(options);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.text(text).rect(10, 10, 50, 50).fill('#888');
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}

const here = await folder();
const SPANISH =
  'No aprobé el primer examen en mi primer intento porque estudiaba de manera pasiva. Con la ayuda de mi profesora cambié a un horario estructurado con preguntas cada semana, y desde entonces aprobé el examen y mejoré mis calificaciones en las rotaciones del hospital.';

const BAD: readonly (readonly [name: string, data: string | Uint8Array | undefined, says: RegExp])[] = [
  ['missing.md', undefined, /does not exist/],
  ['empty.md', '', /is empty/],
  ['front-only.md', '---\nkind: hobby\n---\n', /no prose/],
  ['binary.txt', Uint8Array.of(1, 0, 2, 0), /binary/],
  ['latin1.md', Uint8Array.of(0x6e, 0x61, 0xef, 0x76, 0x65), /not valid UTF-8/],
  ['damaged.docx', docx.subarray(0, 500), /damaged/],
  ['locked.docx', officeCrypto.encrypt(docx, { password: 'secret' }), /password/],
  ['damaged.pdf', '%PDF-1.7\nnothing', /damaged/],
  ['locked.pdf', await pdf('I failed Step 1.', { userPassword: 'secret' }), /password/],
  ['scan.pdf', await pdf(''), /no text/],
  ['old.doc', 'x', /save it as \.docx/],
  ['spanish.md', SPANISH, /Spanish/],
  ['bad-kind.md', '---\nkind: hoby\n---\nI like to bake.\n', /hoby.*Did you mean "hobby"/],
  ['bad-yaml.md', '---\nkind: [\n---\nI like to bake.\n', /not valid YAML/],
];

describe('bad input', () => {
  it('is told in one line each, and the other drafts are still linted', async () => {
    for (const [name, data] of BAD) if (data !== undefined) await here.write(name, data);
    await here.write('good.md', PLACEHOLDER);
    const names = BAD.map(([name]) => name);
    const { code, out, err } = await here.run([...names, 'good.md']);
    expect(code).toBe(2);
    expect(out).toContain('good.md');
    expect(out).toContain('[Program]');
    const lines = linesOf(err);
    expect(lines).toHaveLength(BAD.length);
    for (const [at, [name, , says]] of BAD.entries()) {
      expect(lines[at]).toMatch(new RegExp(`^narrative-lint: ${name}`));
      expect(lines[at]).toMatch(says);
    }
  });

  it('stands in the report for programs', async () => {
    const run = await here.run(['missing.md', 'good.md', 'empty.md', '--format', 'json']);
    const { files, summary } = reportOf(run);
    expect(run).toMatchObject({ code: 2, err: '' });
    expect(files[0]).toEqual({ path: 'missing.md', error: expect.stringContaining('does not exist') });
    expect(files[1]).toMatchObject({ path: 'good.md', kind: 'personal-statement' });
    expect(files[2]).toEqual({ path: 'empty.md', error: expect.stringContaining('is empty') });
    expect(summary.files).toBe(3);
  });
});

describe('finding drafts', () => {
  it('takes the drafts of a folder, in order, and nothing else', async () => {
    for (const name of [
      'd/b.txt',
      'd/a.md',
      'd/deep/c.md',
      'd/node_modules/x.md',
      'd/notes.csv',
      'd/~$lock.docx',
      'd/.hidden.md',
    ]) {
      await here.write(name, PLACEHOLDER);
    }
    const { files } = reportOf(await here.run(['d/', '--format', 'json']));
    expect(files.map(({ path }) => path)).toEqual(['d/a.md', 'd/b.txt', 'd/deep/c.md']);
  });

  it('takes globs, and each draft once', async () => {
    const { files } = reportOf(await here.run(['d/**/*.md', 'd/a.md', 'd', '--format', 'json']));
    expect(files.map(({ path }) => path)).toEqual(['d/a.md', 'd/deep/c.md', 'd/b.txt']);
  });

  it('says so when there is none', async () => {
    await here.write('none/readme.csv', 'x');
    for (const name of ['none', 'none/*.md']) {
      const { code, out, err } = await here.run([name]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(linesOf(err)).toEqual([expect.stringContaining(`${name} `)]);
    }
  });

  it('reads standard input', async () => {
    const plain = await here.run(['-'], { stdin: PLACEHOLDER });
    expect(plain).toMatchObject({ code: 1, err: '' });
    expect(plain.out).toContain('<stdin>');
    const named = await here.run(['--stdin-filename', 'notes/a.txt', '--format', 'json'], {
      stdin: PLACEHOLDER,
    });
    expect(reportOf(named).files[0]).toMatchObject({ path: 'notes/a.txt' });
    const word = await here.run(['-', '--stdin-filename', 'a.docx', '--format', 'json'], { stdin: docx });
    expect(reportOf(word).files[0]).toMatchObject({ words: 5 });
    expect(await here.run(['-'])).toMatchObject({ code: 2, err: expect.stringContaining('is empty') });
  });
});
