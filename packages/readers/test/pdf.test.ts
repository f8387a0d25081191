import { describe, expect, it } from 'vitest';
import { readDraft } from '../src/index.ts';
import { pdfOf, temporaryFolder } from './files.ts';

const folder = await temporaryFolder();
const FIRST =
  'I failed Step 1 on my first attempt. At the time I was using passive study strategies and trying to juggle too many commitments at once, and I told nobody.';
const SECOND =
  'With support from a learning specialist I changed to a structured schedule, active recall, and weekly self-testing. Since then I passed on my second attempt.';

async function textOf(name: string, pdf: Buffer): Promise<string> {
  return (await readDraft(await folder.file(name, pdf))).text;
}

describe('PDF', () => {
  it('rebuilds paragraphs from spaced, indented and unspaced lines', async () => {
    const spaced = await pdfOf((pdf) =>
      pdf.text(FIRST, { paragraphGap: 10 }).text(SECOND, { paragraphGap: 10 }),
    );
    expect(await textOf('spaced.pdf', spaced)).toBe(`${FIRST}\n\n${SECOND}`);
    const indented = await pdfOf((pdf) => pdf.text(FIRST, { indent: 30 }).text(SECOND, { indent: 30 }));
    expect(await textOf('indented.pdf', indented)).toBe(`${FIRST}\n\n${SECOND}`);
    const blankLine = await pdfOf((pdf) => pdf.text(FIRST).moveDown().text(SECOND, { align: 'justify' }));
    expect(await textOf('blank-line.pdf', blankLine)).toBe(`${FIRST}\n\n${SECOND}`);
    const packed = await pdfOf((pdf) => pdf.text(FIRST).text(SECOND));
    expect(await textOf('packed.pdf', packed)).toBe(`${FIRST}\n\n${SECOND}`);
  });

  it('carries sentences over page breaks and drops page numbers and running heads', async () => {
    const pdf = await pdfOf(
      (page) => {
        page.text('Jane Doe - AAMC 00000000', 72, 30, { lineBreak: false });
        page.text('I studied every morning with a', 72, 72);
        page.text('1', 300, 740, { lineBreak: false });
        page.addPage();
        page.text('Jane Doe - AAMC 00000000', 72, 30, { lineBreak: false });
        page.text('learning specialist, and I passed.', 72, 72);
        page.text('2', 300, 740, { lineBreak: false });
      },
      { margins: { top: 20, bottom: 20, left: 72, right: 72 } },
    );
    expect(await textOf('pages.pdf', pdf)).toBe(
      'I studied every morning with a learning specialist, and I passed.',
    );
  });

  it('mends words cut at the end of a line and keeps compounds', async () => {
    const pdf = await pdfOf((page) =>
      page.text('My plan was deter-\nmined by weekly self-\ntesting and long-\nterm goals.'),
    );
    expect(await textOf('hyphens.pdf', pdf)).toBe(
      'My plan was determined by weekly self-testing and long-term goals.',
    );
  });

  it('refuses a scan, a password and damage', async () => {
    const scan = await pdfOf((page) => page.rect(72, 72, 200, 300).fill('#888'));
    await expect(textOf('scan.pdf', scan)).rejects.toMatchObject({ code: 'no-text-layer' });
    const locked = await pdfOf((page) => page.text(FIRST), { userPassword: 'secret' });
    await expect(textOf('locked.pdf', locked)).rejects.toMatchObject({ code: 'encrypted' });
    for (const bytes of [Buffer.from('%PDF-1.7\nnothing here'), Buffer.from('Not a PDF at all')]) {
      await expect(textOf('damaged.pdf', bytes)).rejects.toMatchObject({ code: 'damaged' });
    }
  });
});
