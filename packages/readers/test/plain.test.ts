import { readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ReadError, readDraft, readStream, writeDraft } from '../src/index.ts';
import { temporaryFolder } from './files.ts';

const folder = await temporaryFolder();
const TEXT = 'I failed Step 1 – once.\n\nI passed in June 🎓.\n';

async function failure(promise: Promise<unknown>): Promise<ReadError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ReadError)) throw new Error(`expected a ReadError, got ${error}`);
  expect(error.message).not.toContain('\n');
  expect(error.message.startsWith(error.path)).toBe(true);
  return error;
}

describe('text files', () => {
  it('reads UTF-8 Markdown and text', async () => {
    const md = await folder.file('a.md', TEXT);
    expect(await readDraft(md)).toEqual({
      path: md,
      text: TEXT,
      format: 'markdown',
      container: 'md',
      encoding: 'utf-8',
    });
    expect(await readDraft(await folder.file('a.TXT', TEXT))).toMatchObject({
      format: 'text',
      container: 'txt',
    });
  });

  it.each([
    ['utf-8-bom', Buffer.from(`\uFEFF${TEXT}`, 'utf8')],
    ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ] as const)('tolerates the mark of %s and writes it back', async (encoding, bytes) => {
    const path = await folder.file(`${encoding}.md`, bytes);
    const draft = await readDraft(path);
    expect(draft).toMatchObject({ text: TEXT, encoding });
    await writeDraft(path, draft.text, draft.encoding);
    expect(await readFile(path)).toEqual(bytes);
  });

  it('says where UTF-8 goes wrong', async () => {
    const bytes = Buffer.concat([
      Buffer.from('First line\nna'),
      Buffer.from([0xef]),
      Buffer.from('ve plan\n'),
    ]);
    const error = await failure(readDraft(await folder.file('latin1.md', bytes)));
    expect(error.code).toBe('bad-encoding');
    expect(error.message).toContain('line 2');
  });

  it('names what is in a disguised file', async () => {
    expect((await failure(readDraft(await folder.file('zero.txt', Uint8Array.of(65, 0, 66))))).code).toBe(
      'binary',
    );
    const pdf = await failure(readDraft(await folder.file('really-a-pdf.md', '%PDF-1.7\n')));
    expect(pdf).toMatchObject({ code: 'binary' });
    expect(pdf.message).toContain('rename it to end in .pdf');
    expect((await failure(readDraft(await folder.file('rich.txt', '{\\rtf1 I failed}')))).message).toContain(
      'RTF',
    );
  });

  it('refuses nothing, spaces and unknown kinds', async () => {
    expect((await failure(readDraft(await folder.file('empty.md', '')))).code).toBe('empty');
    expect((await failure(readDraft(await folder.file('blank.txt', ' \n\t\n')))).code).toBe('empty');
    const doc = await failure(readDraft(await folder.file('old.doc', 'x')));
    expect(doc).toMatchObject({ code: 'unsupported' });
    expect(doc.message).toContain('save it as .docx');
    expect((await failure(readDraft(await folder.file('data.csv', 'x')))).message).toContain(
      '.docx, .md, .txt or .pdf',
    );
  });

  it('refuses missing files, folders and files over the limit', async () => {
    expect((await failure(readDraft(join(folder.path, 'nope.md')))).code).toBe('not-found');
    expect((await failure(readDraft(folder.path))).code).toBe('is-folder');
    const big = await folder.file('big.md', 'word '.repeat(100));
    expect((await failure(readDraft(big, { maximumBytes: 99 }))).code).toBe('too-large');
  });

  it.skipIf(!process.seteuid)('refuses files it may not read', async () => {
    const { chmod } = await import('node:fs/promises');
    const path = await folder.file('secret.md', TEXT);
    await chmod(path, 0o000);
    const root = process.getuid?.() === 0;
    if (root) {
      await chmod(folder.path, 0o755);
      process.seteuid?.(65534);
    }
    try {
      expect((await failure(readDraft(path))).code).toBe('no-permission');
    } finally {
      if (root) process.seteuid?.(0);
    }
  });
});

describe('streams', () => {
  it('reads Markdown by default, and by the name otherwise', async () => {
    expect(await readStream(Readable.from([Buffer.from(TEXT)]), '<stdin>')).toMatchObject({
      text: TEXT,
      format: 'markdown',
      container: 'stdin',
    });
    expect(await readStream(Readable.from([TEXT]), 'a.txt')).toMatchObject({
      format: 'text',
      container: 'stdin',
    });
  });

  it('keeps characters whole that fall between chunks', async () => {
    const bytes = Buffer.from(TEXT);
    const chunks = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect((await readStream(Readable.from(chunks), '<stdin>')).text).toBe(TEXT);
  });

  it('refuses an empty stream', async () => {
    expect((await failure(readStream(Readable.from([]), '<stdin>'))).code).toBe('empty');
  });
});

describe('writing', () => {
  it('replaces the file, keeps its mode, and follows links', async () => {
    const { chmod } = await import('node:fs/promises');
    const path = await folder.file('write.md', TEXT);
    await chmod(path, 0o640);
    const link = join(folder.path, 'link.md');
    await symlink(path, link);
    await writeDraft(link, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it.skipIf(!process.seteuid)('leaves a write-protected file alone', async () => {
    const { chmod } = await import('node:fs/promises');
    const path = await folder.file('protected.md', TEXT);
    await chmod(path, 0o444);
    const root = process.getuid?.() === 0;
    if (root) {
      await chmod(folder.path, 0o777);
      process.seteuid?.(65534);
    }
    try {
      expect((await failure(writeDraft(path, 'new'))).code).toBe('not-writable');
    } finally {
      if (root) process.seteuid?.(0);
    }
    expect(await readFile(path, 'utf8')).toBe(TEXT);
  });

  it('says so when the folder is not there', async () => {
    expect((await failure(writeDraft(join(folder.path, 'no', 'a.md'), 'x'))).code).toBe('not-writable');
  });
});
