import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, PLACEHOLDER, reportOf } from './run.ts';

/** Turns what follows around, so that a name seems to end with another ending. */
const TURNED = 'cv \u202Etxt.md';
const COLOURED = 'a\u001B[31m\u009B1m\u0007.md';
const ISOLATED = '\u2066b\u2069\u200F.md';
const BROKEN = 'broken\u202Efdp.docx';
const NAMES = [TURNED, COLOURED, ISOLATED, BROKEN];
const SHOWN = [
  'cv \\u202Etxt.md',
  'a\\u001B[31m\\u009B1m\\u0007.md',
  '\\u2066b\\u2069\\u200F.md',
  'broken\\u202Efdp.docx',
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not come through
const OBEYED = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Bidi_Control}\u2028\u2029]/u;

async function drafts() {
  const here = await folder();
  for (const name of NAMES)
    await here.write(
      `d/${name}`,
      name.endsWith('.md') ? `${PLACEHOLDER}\u201Csaid\u201D` : 'no Word document',
    );
  return here;
}

describe.skipIf(process.platform === 'win32')('names that a terminal or a browser would obey', () => {
  it.each([
    [['d'], SHOWN],
    [['d', '--fix-dry-run'], SHOWN],
    [['d', '--format', 'github', '--output', 'r.json'], []],
    [['d', '--concurrency', '2'], SHOWN],
    [['outline', 'd'], SHOWN],
    [['brief', 'd'], SHOWN],
    [['compare', `d/${TURNED}`, `d/${ISOLATED}`], [SHOWN[2]]],
    [['dismiss', `d/${TURNED}`, 'no-placeholders'], [SHOWN[0]]],
    [[`no\u202Ething.md`], ['no\\u202Ething.md']],
    [
      ['cohort', 'd', '--report', 'r\u202Et'],
      [SHOWN[3], 'r\\u202Et/index.html'],
    ],
    [['cohort', `no\u202Ething`], ['no\\u202Ething does not exist']],
    [['d', '--config', 'no\u202Ething.json'], ['no\\u202Ething.json']],
  ])('are shown with escapes by %j', async (args, shown) => {
    const here = await drafts();
    const { out, err } = await here.run(args);
    if (!args.includes('github')) expect(out).not.toMatch(OBEYED);
    expect(err).not.toMatch(OBEYED);
    for (const name of shown) expect(out + err).toContain(name);
  });

  it('are shown with escapes in every page and table of a report, and are as they are for programs', async () => {
    const here = await drafts();
    await here.write('roster.csv', `file,applicant\n${ISOLATED},Ann \u202Eeel\n`);
    await here.run(['cohort', 'd', '--roster', 'roster.csv']);
    await here.run(['d', '--output', 'report/one.html', '--output', 'report/one.xml']);
    const files = (await readdir(join(here.path, 'report'), { recursive: true })).filter((name) =>
      /\.(?:html|csv|xml)$/.test(name),
    );
    expect(files).toHaveLength(7);
    const texts = await Promise.all(files.map((file) => here.read(join('report', file))));
    for (const [at, text] of texts.entries()) {
      const own = text.replace(/\uFEFF/g, '').replaceAll('\r\n', '\n');
      expect([files[at], OBEYED.exec(own)]).toEqual([files[at], null]);
    }
    const index = texts[files.indexOf('index.html')] ?? '';
    for (const name of [...SHOWN, 'Ann \\u202Eeel']) expect(index).toContain(name);
    const paths = reportOf(await here.run(['d', '--format', 'json'])).files.map(({ path }) => path);
    expect(paths.sort()).toEqual(NAMES.map((name) => `d/${name}`).sort());
  });

  it('show a line end in a name', async () => {
    const here = await drafts();
    await rename(join(here.path, 'd', TURNED), join(here.path, 'd', 'two\nlines.md'));
    const { out } = await here.run(['d']);
    expect(out).toContain('two\\u000Alines.md');
  });
});
