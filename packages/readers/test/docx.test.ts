import officeCrypto from 'officecrypto-tool';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../src/index.ts';
import { docxOf, richDocx, temporaryFolder } from './files.ts';

const folder = await temporaryFolder();

describe('Word documents', () => {
  it('gives the text that pasting would give', async () => {
    const path = await folder.file('rich.docx', await richDocx());
    expect(await readDraft(path)).toEqual({
      path,
      container: 'docx',
      format: 'text',
      encoding: 'utf-8',
      text: [
        'Personal Statement',
        'I failed Step 1 once.',
        'First line\nsecond line',
        'Then\tI passed.',
        '• weekly self-testing',
        '1. met a specialist',
        '2. passed in June',
      ].join('\n\n'),
    });
  });

  it('refuses a document without text', async () => {
    await expect(readDraft(await folder.file('blank.docx', await docxOf(['', ' '])))).rejects.toMatchObject({
      code: 'empty',
    });
  });

  it('refuses a document with a password', async () => {
    const locked = officeCrypto.encrypt(await docxOf(['I failed Step 1.']), { password: 'secret' });
    await expect(readDraft(await folder.file('locked.docx', locked))).rejects.toMatchObject({
      code: 'encrypted',
      message: expect.stringContaining('password'),
    });
  });

  it('refuses a document cut short, another archive, and what is none', async () => {
    const whole = await docxOf(['I failed Step 1.']);
    for (const [name, bytes] of [
      ['cut.docx', whole.subarray(0, whole.length / 2)],
      ['archive.docx', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')],
      ['text.docx', Buffer.from('I failed Step 1.')],
    ] as const) {
      await expect(readDraft(await folder.file(name, bytes)), name).rejects.toMatchObject({
        code: 'damaged',
      });
    }
  });
});
