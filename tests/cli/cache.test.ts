import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cohort } from '../cohort/drafts.ts';
import { type Folder, folder, linesOf, PLACEHOLDER, reportOf, SAMPLES } from './run.ts';

const CACHED = ['--cache-location', 'cache'];

async function entriesOf(here: Folder, cache = 'cache'): Promise<string[]> {
  return (await readdir(join(here.path, cache))).filter((name) => name.endsWith('.json')).sort();
}

/** What an entry says in letters: all but the places of words. */
async function lettersIn(here: Folder): Promise<string> {
  const texts = await Promise.all((await entriesOf(here)).map((name) => here.read(`cache/${name}`)));
  return texts
    .flatMap((text) => (JSON.parse(text).parts as unknown[]).filter((part) => typeof part === 'string'))
    .join('\n');
}

/** Runs of three letters of a text that stand in what a cache says. */
function runsBoth(text: string, letters: string): string[] {
  const runs = [...text.matchAll(/(?=(\p{L}{3}))/gu)].map(([, run = '']) => run);
  return [...new Set([...runs, ...runs.map((run) => run.toLowerCase())])].filter((run) =>
    letters.includes(run),
  );
}

describe('--cache', () => {
  it('gives the same report again, whatever the format and the threads', async () => {
    const here = await folder();
    for (const name of ['personal-statement.md', 'personal-statement.docx'])
      await here.write(`drafts/${name}`, await readFile(join(SAMPLES, name)));
    await here.write('drafts/a.txt', PLACEHOLDER);
    await here.write('drafts/broken.docx', 'PK\u0003\u0004');
    const outputs = ['r.json', 'r.csv', 'r.sarif', 'r.xml'].flatMap((name) => ['--output', name]);
    const args = ['drafts', '--format', 'pretty', ...outputs];
    const reports = async () => Promise.all(['r.json', 'r.csv', 'r.sarif', 'r.xml'].map(here.read));
    const plain = await here.run(args);
    const expected = await reports();
    expect(await here.run([...args, ...CACHED])).toEqual(plain);
    const entries = await entriesOf(here);
    expect(entries).toHaveLength(3);
    expect(await here.run([...args, ...CACHED, '--concurrency', '2'])).toEqual(plain);
    expect(await reports()).toEqual(expected);
    expect(await entriesOf(here)).toEqual(entries);
    if (process.platform === 'win32') return;
    expect((await stat(join(here.path, 'cache'))).mode & 0o777).toBe(0o700);
    for (const name of await readdir(join(here.path, 'cache')))
      expect((await stat(join(here.path, 'cache', name))).mode & 0o777).toBe(0o600);
  });

  it('holds no word of a draft, nor of whose it is', async () => {
    const drafts = {
      'Zo\u00EB Quill.md': await readFile(join(SAMPLES, 'personal-statement.md'), 'utf8'),
      'wu.txt':
        '\u201CWu\u201D\n\nI failed Step 1 on my first attempt, and it was the proctor\u2019s fault.\nDr.\tKe saw that I cried. [Program]\n',
      'odd.md':
        '**Ox** ==Yo== "a\\nb" \u{1F389}\n\nMy world collapsed. I FAILED the exam, and DR. XI said so: 247!\n',
    };
    const outputs = ['r.json', 'r.sarif', 'r.csv', 'r.xml', 'r.jsonl'].flatMap((name) => ['--output', name]);
    // Each draft by itself: the words of one may be said by the program about another.
    for (const [name, text] of Object.entries(drafts)) {
      const alone = await folder();
      await alone.write(name, text);
      await alone.run([name, '--format', 'pretty,github', '--color', ...outputs, ...CACHED]);
      expect(await entriesOf(alone)).toHaveLength(1);
      const letters = await lettersIn(alone);
      expect(runsBoth(`${text} ${name}`, letters)).toEqual([]);
      for (const word of ['Wu', 'Ke', 'Ox', 'XI']) expect(letters).not.toContain(word);
    }
  });

  it('knows what changed: the draft, the call, the configuration, what was dismissed', async () => {
    const here = await folder();
    await here.write('a.md', PLACEHOLDER);
    const rulesOf = async (...args: string[]) => {
      const { files } = reportOf(await here.run(['a.md', '--format', 'json', ...args, ...CACHED]));
      return files[0]?.messages.map(({ ruleId }) => ruleId);
    };
    const known = await rulesOf();
    expect(known).toContain('no-placeholders');
    await here.write('narrative-lint.config.json', '{ "rules": { "one-page": "off" } }');
    expect(await rulesOf()).toEqual(known?.filter((rule) => rule !== 'one-page'));
    await here.run(['dismiss', 'a.md', 'no-placeholders']);
    expect(await rulesOf()).not.toContain('no-placeholders');
    const { files } = reportOf(await here.run(['a.md', '--format', 'json', '--kind', 'hobby', ...CACHED]));
    expect(files[0]?.kind).toBe('hobby');
    await here.write('a.md', 'I would be glad to train at your program [City], too.\n');
    expect(await rulesOf()).toContain('no-placeholders');
    expect(await entriesOf(here)).toHaveLength(5);
    await here.run(['a.md', '--suppress-all', ...CACHED]);
    expect(await rulesOf()).toEqual([]);
  });

  it('leaves rules of plugins out, and takes a configuration that is a program by what it gives', async () => {
    const here = await folder();
    await here.write('narrative-lint.config.mjs', 'export default { kind: process.env.TEST_KIND };');
    for (const name of ['a.md', 'b.md']) await here.write(name, PLACEHOLDER);
    const run = (TEST_KIND: string) =>
      here.run(['.', '--format', 'json', '--concurrency', '2', ...CACHED], { env: { TEST_KIND } });
    for (const kind of ['hobby', 'secondary', 'hobby'])
      expect(reportOf(await run(kind)).files[0]?.kind).toBe(kind);
    expect(await entriesOf(here)).toHaveLength(4);
    await here.write(
      'plugins/rule.mjs',
      `export default { meta: { id: 'mine', group: 'facts', severity: 'warning', summary: 'Mine.', why: 'Mine.', ask: 'Mine?',
        source: 'Me.', options: {}, messages: {} }, check() {}, examples: { invalid: [], valid: [] } };`,
    );
    await here.write('narrative-lint.config.mjs', 'export default { plugins: ["./plugins/rule.mjs"] };');
    const { err } = await run('hobby');
    expect(linesOf(err)).toEqual([expect.stringContaining('rules of plugins are linted anew each time')]);
    expect(await entriesOf(here)).toHaveLength(4);
  });

  it('passes over what is damaged, says so in a line, and makes it anew', async () => {
    const here = await folder();
    for (const name of ['a.md', 'b.md', 'c.md']) await here.write(name, PLACEHOLDER);
    const args = ['a.md', 'b.md', 'c.md', '--format', 'json', ...CACHED];
    const whole = await here.run(args);
    const [first = '', second = '', third = ''] = await entriesOf(here);
    const intact = await here.read(`cache/${third}`);
    await writeFile(join(here.path, 'cache', first), '{"check":');
    await writeFile(join(here.path, 'cache', second), '{"check":"","parts":[1,"x"]}');
    await writeFile(join(here.path, 'cache', third), intact.replace(/,3,/, ',4,'));
    const damaged = await here.run(args);
    expect(damaged).toMatchObject({ code: whole.code, out: whole.out });
    expect(linesOf(damaged.err)).toEqual([
      expect.stringMatching(/^narrative-lint: something in the cache .* is damaged/),
    ]);
    expect(await here.run(args)).toEqual(whole);
    expect(await here.read(`cache/${third}`)).toBe(intact);
  });

  it('never writes into a folder that is something else', async () => {
    const here = await folder();
    await here.write('drafts/a.md', PLACEHOLDER);
    for (const place of ['drafts', 'drafts/a.md']) {
      const run = await here.run(['drafts', '--cache-location', place]);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(linesOf(run.err)).toHaveLength(1);
    }
    expect(await readdir(join(here.path, 'drafts'))).toEqual(['a.md']);
  });

  it.skipIf(process.platform !== 'linux')('is in the folder that the system has for caches', async () => {
    const here = await folder();
    await here.write('a.md', PLACEHOLDER);
    await here.run(['a.md', '--cache'], { env: { XDG_CACHE_HOME: join(here.path, 'system') } });
    expect(await entriesOf(here, 'system/narrative-lint')).toHaveLength(1);
  });
});

describe('--cache for a cohort', () => {
  it('gives the same report, and knows no names', async () => {
    const here = await cohort(6);
    const rows = here.applicants.map(
      ({ name, file }, at) => `${file},${name},${at % 2 ? 'pediatrics' : 'surgery'},2`,
    );
    await here.write('roster.csv', ['file,applicant,specialty,Step 1 attempts', ...rows].join('\n'));
    const args = ['cohort', 'drafts', '--roster', 'roster.csv', '--today', '2026-08-01'];
    const filesOf = async (report: string) => {
      const names = (await readdir(join(here.path, report), { recursive: true })).filter((name) =>
        name.includes('.'),
      );
      return Promise.all(
        names.sort().map(async (name) => [name, await readFile(join(here.path, report, name), 'latin1')]),
      );
    };
    await here.run([...args, '--report', 'plain']);
    for (const report of ['cold', 'warm']) {
      await here.run([...args, '--report', report, ...CACHED]);
      expect(await filesOf(report)).toEqual(await filesOf('plain'));
    }
    expect(await entriesOf(here)).toHaveLength(6);
    await here.run([...args, '--report', 'codes', '--redact', ...CACHED]);
    expect(await entriesOf(here)).toHaveLength(12);
    const letters = await lettersIn(here);
    for (const { name } of here.applicants)
      for (const word of name.split(' ')) if (word.length > 3) expect(letters).not.toContain(word);
    // What the roster says of one changes that draft alone.
    await here.write(
      'roster.csv',
      ['file,applicant,specialty,Step 1 attempts', ...rows].join('\n').replace(/2$/, '3'),
    );
    await here.run([...args, '--report', 'warm', ...CACHED]);
    expect(await entriesOf(here)).toHaveLength(13);
  });
});
