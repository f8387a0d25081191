import { createServer } from 'node:net';
import { deflateSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  docxHolding,
  docxLinkedTo,
  docxOfType,
  docxWith,
  honestDocx,
  honestPdf,
  laughing,
  lying,
  overlapping,
  packedTwice,
  pageOf,
  pagesOf,
  pdfOf,
  runsOfSpaces,
  scattered,
  stream,
  styles,
  TEXT,
  WORDS_ON_A_PAGE,
} from './hostile-files.ts';
import { folder, linesOf, PLACEHOLDER, reportOf } from './run.ts';

const MEGABYTE = 1024 * 1024;
const spaces = (megabytes: number) => Buffer.alloc(megabytes * MEGABYTE, ' ');
const FLATE = '/Filter /FlateDecode';
const MORE = /or give more than \d+ with --size-limit$/;
const tooMuch = (what: string) => new RegExp(`${what}.*; .*${MORE.source}`);

/** Files that are refused whatever the limits, or under the usual ones, with what is said of them. */
const HOSTILE: readonly (readonly [name: string, data: string | Uint8Array, says: RegExp])[] = [
  ['bomb.docx', docxHolding(' '.repeat(6 * MEGABYTE)), tooMuch('unpacks to more than 300 times its size')],
  [
    'lying.docx',
    lying(docxHolding(' '.repeat(6 * MEGABYTE))),
    tooMuch('unpacks to more than 300 times its size'),
  ],
  ['overlapping.docx', overlapping(1000), tooMuch('unpacks to more than 20 MB')],
  [
    'many.docx',
    docxWith(
      Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`word/${at}.png`, new Uint8Array(0)])),
    ),
    tooMuch('has more than 5000 files packed in it'),
  ],
  ['twice.docx', packedTwice(), /has a file packed twice in it.*save it again as \.docx$/],
  [
    'leading-out.docx',
    docxWith({ '../../escaped.xml': strToU8('<a/>') }),
    /leads out of it \(\.\.\).*save it again as \.docx$/,
  ],
  [
    'secret.docx',
    docxOfType('<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'),
    /document type \(DTD\).*save it again as \.docx$/,
  ],
  [
    'laughs.docx',
    docxOfType('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY secret "&a;&a;&a;">]>'),
    /document type \(DTD\)/,
  ],
  [
    'deep.docx',
    docxHolding('<w:sdt><w:sdtContent>'.repeat(50_000)),
    /nested more than 300 deep.*new document/,
  ],
  [
    'hidden-deep.docx',
    docxHolding(`<!--${'</a>'.repeat(50_000)}-->${'<w:sdt a="/>">'.repeat(50_000)}`),
    /nested more than 300 deep/,
  ],
  ['unending.docx', docxHolding('<'.repeat(100_000)), /damaged Word document/],
  [
    'macros.docm',
    docxWith({ 'word/vbaProject.bin': strToU8('Sub AutoOpen()') }),
    /Word file with macros; save it as \.docx$/,
  ],
  ['pages.pdf', pagesOf(5000), tooMuch('has 5000 pages, and may have 100')],
  [
    'many.pdf',
    pageOf(stream('', 'x'), ...Array<Buffer>(3001).fill(stream('', deflateSync('x')))),
    tooMuch('has more than 3000 streams'),
  ],
  [
    'again.pdf',
    pageOf(
      stream(
        FLATE,
        Array.from({ length: 8 }).reduce<Buffer>((packed) => deflateSync(packed), deflateSync('x')),
      ),
    ),
    tooMuch('unpacks to more than 200 MB'),
  ],
  ['scattered.pdf', scattered(60_000), tooMuch('has more than 50000 pieces of text')],
  [
    'loop.pdf',
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>',
    ]),
    /damaged PDF/,
  ],
  [
    'counted.pdf',
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 2000000000 >>']),
    /no text in it|pages, and may have 100/,
  ],
  ['nested.pdf', pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '['.repeat(MEGABYTE)]), /damaged PDF/],
  ['long.md', 'I failed Step 1 once.\n'.repeat(500_000), tooMuch('holds more than 5 MB of text')],
  ['one-line.txt', 'a'.repeat(11 * MEGABYTE), tooMuch('holds more than 5 MB of text')],
  [
    'wide.txt',
    Buffer.from(`\uFEFF${'I failed.\n'.repeat(600_000)}`, 'utf16le'),
    tooMuch('holds more than 5 MB of text'),
  ],
  ['longer.txt', spaces(21), tooMuch('is larger than 20 MB')],
];

/** Files that are refused under a limit of one megabyte: what they unpack to is bounded tenfold. */
const PACKED: readonly (readonly [name: string, data: Uint8Array, says: string])[] = [
  [
    'large.docx',
    docxHolding(
      Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * at * 31) % 251)).toString('hex'),
    ),
    'unpacks to more than 1 MB',
  ],
  ['once.pdf', pageOf(stream(FLATE, deflateSync(spaces(12)))), 'unpacks to more than 10 MB'],
  [
    'twice.pdf',
    pageOf(stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(spaces(12))))),
    'unpacks to more than 10 MB',
  ],
  [
    'disguised.pdf',
    pageOf(
      stream(
        FLATE,
        Buffer.concat([Buffer.from([0xf8, 0x00]), deflateSync(spaces(12)).subarray(2)]),
        'stream of spaces\n',
      ),
    ),
    'unpacks to more than 10 MB',
  ],
];

const STOPPED = /^\S+ was stopped, since it took longer than 8 s; .* with --time-limit$/;
/** Files that no count sees through: their thread is stopped. */
const ENDLESS: readonly (readonly [name: string, data: Uint8Array, says: RegExp])[] = [
  ['unknown.docx', docxHolding(Array.from({ length: 60_000 }, (_, at) => `<w:x${at}/>`).join('')), STOPPED],
  ['laughs.pdf', laughing(`BT /F 9 Tf ${'(I failed.) Tj 0 -40 Td '.repeat(2000)} ET`), STOPPED],
];

/** One draft after the other, and several at once. */
const PACES = [[[]], [['--concurrency', '2']]] as const;

describe('hostile files', { timeout: 300_000 }, () => {
  it.each(PACES)('are refused in a line each, and the other drafts are linted %j', async (pace) => {
    const here = await folder();
    for (const [name, data] of HOSTILE) await here.write(name, data);
    await here.write('zz-good.md', PLACEHOLDER);
    const names = HOSTILE.map(([name]) => name);
    const run = await here.run([...names, 'zz-good.md', ...pace]);
    const lines = linesOf(run.err);
    expect(lines.map((line) => line.split(' ')[1])).toEqual(names);
    for (const [at, [name, , says]] of HOSTILE.entries()) expect(lines[at], name).toMatch(says);
    expect(run.code).toBe(2);
    expect(run.out).toContain('[Program]');
  });

  it.each(PACES)('are not unpacked beyond the limit that the call gives %j', async (pace) => {
    const here = await folder();
    for (const [name, data] of PACKED) await here.write(name, data);
    const names = PACKED.map(([name]) => name);
    const run = await here.run([...names, '--size-limit', '1', ...pace]);
    const lines = linesOf(run.err);
    expect(lines).toHaveLength(PACKED.length);
    for (const [at, [name, , says]] of PACKED.entries()) expect(lines[at], name).toMatch(tooMuch(says));
    // What is refused under one limit is read under another, as far as there is something in it.
    const higher = await here.run([...names, '--size-limit', '4', ...pace]);
    expect(linesOf(higher.err).filter((line) => MORE.test(line))).toEqual([]);
  });

  it.each(PACES)('are stopped where they do not come to an end %j', async (pace) => {
    const here = await folder();
    for (const [name, data] of ENDLESS) await here.write(name, data);
    await here.write('zz-good.docx', docxWith({}));
    const { code, out, err } = await here.run(['.', '--time-limit', '8', '--format', 'json', ...pace]);
    expect({ code, err }).toEqual({ code: 2, err: '' });
    const { files } = reportOf({ code, out, err });
    for (const [name, , says] of ENDLESS)
      expect(files.find(({ path }) => path === name)?.error).toMatch(says);
    expect(files.filter(({ error }) => error === undefined).map(({ path }) => path)).toEqual([
      'zz-good.docx',
    ]);
  });

  it.each(PACES)('are stopped where they take more memory than there is for them %j', async (pace) => {
    const here = await folder();
    // What is packed twice in other ways than zlib is not measured before.
    const runs = deflateSync(runsOfSpaces(4000));
    await here.write('runs.pdf', pageOf(stream('/Filter [/FlateDecode /RunLengthDecode]', runs)));
    await here.write('zz-good.docx', docxWith({}));
    const run = await here.run(['.', '--fail-on', 'never', '--time-limit', '250', ...pace]);
    expect(run.code).toBe(2);
    expect(run.out).toContain('zz-good.docx');
    expect(linesOf(run.err)).toEqual([
      expect.stringMatching(
        /^narrative-lint: runs\.pdf was stopped, since it took more than 1000 MB of memory; .* --size-limit$/,
      ),
    ]);
  });

  it('are refused from standard input, and by every command that reads a draft', async () => {
    const here = await folder();
    const [[, bomb]] = HOSTILE as [[string, Uint8Array]];
    await here.write('bomb.docx', bomb);
    const [, [, laughs]] = ENDLESS as [unknown, [string, Uint8Array]];
    await here.write('endless/laughs.pdf', laughs);
    const says = /^narrative-lint: bomb\.docx unpacks to more than 300 times its size.* --size-limit$/;
    for (const args of [
      ['-', '--stdin-filename', 'bomb.docx'],
      ['outline', 'bomb.docx'],
      ['brief', 'bomb.docx'],
      ['dismiss', 'bomb.docx', 'no-melodrama'],
      ['compare', 'bomb.docx', '-'],
    ]) {
      const { code, err } = await here.run(
        args,
        args.includes('-') ? { stdin: args[0] === '-' ? bomb : PLACEHOLDER } : {},
      );
      expect([args, code, linesOf(err)]).toEqual([args, 2, [expect.stringMatching(says)]]);
    }
    await here.write('drafts/good.md', PLACEHOLDER);
    const cohort = await here.run(['cohort', 'drafts', '--against', 'endless', '--time-limit', '2']);
    expect(linesOf(cohort.err)).toEqual([
      expect.stringMatching(
        /laughs\.pdf was stopped, since it took longer than 2 s; .*; it was not compared$/,
      ),
    ]);
  });
});

describe('odd files with a draft in them', () => {
  it('are read: nothing runs, nothing is fetched, and no number of styles or loops matters', async () => {
    const here = await folder();
    const asked: unknown[] = [];
    const server = createServer((socket) => {
      asked.push(socket.remotePort);
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const form = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 6 0 R >> >>',
      '/X0 Do',
    );
    const odd: Record<string, Uint8Array> = {
      'linked.docx': docxLinkedTo(`http://127.0.0.1:${port}/picture.png`),
      'file.docx': docxLinkedTo('file:///etc/passwd'),
      'styles.docx': docxWith({ 'word/styles.xml': styles(20_000) }),
      'nested.docx': docxHolding(
        `${'<w:sdt><w:sdtContent>'.repeat(100)}<w:p/>${'</w:sdtContent></w:sdt>'.repeat(100)}`,
      ),
      'forms.pdf': pageOf(stream('', `BT /F 9 Tf (${TEXT}) Tj ET /X0 Do`), form),
    };
    for (const [name, data] of Object.entries(odd)) await here.write(name, data);
    const run = await here.run(['.', '--format', 'json', '--fail-on', 'never']);
    server.close();
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    const words = TEXT.split(' ').length;
    expect(reportOf(run).files.map((file) => [file.path, file.words])).toEqual([
      ['file.docx', words],
      ['forms.pdf', 2 * words],
      ['linked.docx', words],
      ['nested.docx', words],
      ['styles.docx', words],
    ]);
    expect(asked).toEqual([]);
  });
});

describe('large files', { timeout: 300_000 }, () => {
  it('are read where they are honest: 300 pages of Word with pictures, 60 of a PDF', async () => {
    const here = await folder();
    await here.write('long.docx', await honestDocx(300));
    await here.write('long.pdf', await honestPdf(60));
    const run = await here.run(['.', '--format', 'json', '--fail-on', 'never']);
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    expect(reportOf(run).files.map(({ path, words }) => [path, words])).toEqual([
      ['long.docx', 300 * WORDS_ON_A_PAGE],
      ['long.pdf', 60 * WORDS_ON_A_PAGE],
    ]);
  });
});
