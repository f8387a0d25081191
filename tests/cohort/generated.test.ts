import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Folder, folder, linesOf, type Run } from '../cli/run.ts';
import { type CohortReport, reportIn } from './drafts.ts';
import { type Made, makeCohort } from './generated.ts';

const SIZE = 40;
const CLASS = { drafts: SIZE, seed: 7 };

/** Paths and contents of all files in a folder, as one number. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(file.slice(path.length)).update(await readFile(file));
  return hash.digest('hex');
}

describe('a generated cohort, run as an advisor would', () => {
  let here: Folder;
  let made: Made;
  let run: Run;
  let report: CohortReport;
  let said: string[];

  beforeAll(async () => {
    here = await folder();
    made = await makeCohort(join(here.path, 'class'), CLASS);
    run = await here.run([
      'cohort',
      'class/drafts',
      '--roster',
      'class/roster.csv',
      '--report',
      'class/report',
    ]);
    report = await reportIn(here, 'class/report');
    said = linesOf(run.err);
  });

  it('is the same bytes for the same seed', async () => {
    const again = join(here.path, 'again');
    await makeCohort(again, CLASS);
    expect(await hashOf(join(again, 'drafts'))).toBe(await hashOf(join(here.path, 'class/drafts')));
    for (const roster of ['roster.csv', 'roster.xlsx'])
      expect(await here.read(`again/${roster}`)).toBe(await here.read(`class/${roster}`));
  });

  it('has a line for each file that cannot be read: which, what is wrong, what to do', () => {
    const broken = made.drafts.filter(({ says }) => says);
    expect(broken.length).toBeGreaterThan(15);
    for (const { file, what, says = [] } of broken) {
      const lines = said.filter((line) => line.startsWith(`narrative-lint: class/drafts/${file} `));
      expect(lines, what).toHaveLength(1);
      for (const words of says) expect(lines[0], what).toContain(words);
      const told = report.files.find(({ path }) => path === file);
      expect(told, what).toMatchObject({ status: 'unread' });
      expect(told?.error, what).toContain(says[0]);
    }
    expect(said.filter((line) => line.includes('class/drafts/'))).toHaveLength(broken.length);
    expect(run.err).not.toMatch(/\n {4}at |undefined|\[object/);
  });

  it('lints every good draft, and takes nothing else for one', async () => {
    expect(report.files.map(({ path }) => path)).toEqual(made.drafts.map(({ file }) => file).sort());
    const good = made.drafts.filter(({ says }) => !says);
    for (const { file } of good) {
      const { status, page = '', messages } = report.files.find(({ path }) => path === file) ?? {};
      expect(status, file).toMatch(/^(?:talk|correct|ready)$/);
      expect(messages, file).toBeInstanceOf(Array);
      expect(await here.read(`class/report/${page}`), file).toMatch(/<\/html>\n$/);
    }
    expect(new Set(report.files.flatMap(({ page = [] }) => page)).size).toBe(good.length);
  });

  it('says of the roster what does not fit, and nothing more', () => {
    const left = [...report.roster];
    for (const { code, about, says } of made.roster.problems) {
      const at = left.findIndex(
        ({ code: found, message }) =>
          found === code && / |:/.test(message.split(about)[1]?.charAt(0) ?? '') && message.includes(says),
      );
      expect(at, `${code}: ${about} ${says}`).toBeGreaterThanOrEqual(0);
      left.splice(at, 1);
    }
    expect(left).toEqual([]);
    expect(said).toContain('narrative-lint: columns of the roster that were not needed: Advisor');
  });

  it('leaves a whole report, and nothing beside it', async () => {
    expect(run.code).toBe(2);
    const unread = made.drafts.filter(({ says }) => says).length;
    expect(run.out).toMatch(new RegExp(`^${SIZE} drafts: .*, ${unread} not read\\.$`, 'm'));
    expect(report.summary).toMatchObject({ files: SIZE, unread });
    expect((await readdir(join(here.path, 'class'))).sort()).toEqual([
      'drafts',
      'report',
      'roster.csv',
      'roster.xlsx',
    ]);
    const pages = await readdir(join(here.path, 'class/report/drafts'));
    expect(pages).toHaveLength(SIZE - unread);
    expect(await here.read('class/report/index.html')).toMatch(/<\/html>\n$/);
    expect((await here.read('class/report/summary.csv')).trimEnd().split('\r\n')).toHaveLength(SIZE + 1);
  });
});
