import { describe, expect, it } from 'vitest';
import { folder, linesOf, reportOf } from './run.ts';

const here = await folder();
const SENTENCE = 'I failed Step 1 in May, and I met with a tutor each week until I passed. ';
const MEGABYTE = 1_000_000;

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

describe('long texts', { timeout: 600_000 }, () => {
  // A tenth of a megabyte of what is slow or told of at each sign; lines and nests of a whole one.
  it.each([
    ['one line', repeated(SENTENCE, MEGABYTE)],
    ['quotations in quotations', repeated('> ', MEGABYTE) + SENTENCE],
    ['lists in lists', repeated('- ', MEGABYTE) + SENTENCE],
    ['emphasis in emphasis', repeated('*a **b ', MEGABYTE) + SENTENCE],
    ['links in links', repeated('[a](', MEGABYTE / 4) + SENTENCE],
    ['brackets', repeated('[', MEGABYTE) + SENTENCE],
    ['lines that end as on Windows', `\uFEFF${repeated(`${SENTENCE}\r\n\r\n`, MEGABYTE)}`],
    ['signs of no width', repeated('I \u200Bfailed\u200D \u2060once. ', MEGABYTE / 10)],
    ['signs that turn the text around', repeated('I failed \u202E once \u2066 more. \u2069', MEGABYTE / 10)],
    ['letters with their accents apart', repeated('I met Jose\u0301 in a cafe\u0301. ', MEGABYTE / 2)],
    ['letters with their accents', repeated('I met Jos\u00E9 in a caf\u00E9. ', MEGABYTE / 2)],
    [
      'families',
      repeated('I passed \u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u{1F1FA}\u{1F1F8}. ', MEGABYTE / 10),
    ],
    ['one letter with all accents', `e${repeated('\u0301\u0323', MEGABYTE / 2)}`],
  ])('give a report: %s', async (_, text) => {
    await here.write('long.md', text);
    const run = await here.run(['long.md', '--format', 'json', '--fail-on', 'never']);
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    const [file] = reportOf(run).files;
    expect(file?.characters).toBeGreaterThan(0);
    for (const { start, end } of file?.messages ?? [])
      expect((start?.offset ?? 0) <= (end?.offset ?? 0) && (end?.offset ?? 0) <= text.length).toBe(true);
  });

  it('of ten megabytes are refused in one line that says how to have them read', async () => {
    await here.write('ten.md', repeated(`${SENTENCE}\n\n`, 10 * MEGABYTE));
    const run = await here.run(['ten.md']);
    expect(run.code).toBe(2);
    expect(linesOf(run.err)).toEqual([expect.stringMatching(/^narrative-lint: ten\.md .*--size-limit/)]);
  });

  it('of more than the limit are read when it is raised', async () => {
    const text = repeated(`${SENTENCE}\n\n`, 5.5 * MEGABYTE);
    await here.write('long.md', text);
    const run = await here.run([
      'long.md',
      '--size-limit',
      '24',
      '--time-limit',
      '500',
      '--format',
      'jsonl',
      '--fail-on',
      'never',
    ]);
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    expect(run.out.length).toBeGreaterThan(1000);
  });
});
