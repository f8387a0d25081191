import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, linesOf, PLACEHOLDER, SAMPLES } from './run.ts';
import { hasTerminals, watching, without } from './watching.ts';

const GOOD = 'I would be glad to train at your program and to learn from its patients.\n';
const DOCX = join(SAMPLES, 'personal-statement.docx');

/** A rule that tells how many drafts it has looked at. */
const COUNTING = `export default {
  meta: { id: 'counts', group: 'facts', severity: 'warning', summary: 'Counts.', why: 'It shows.',
    ask: 'How many?', source: 'The tests.', options: {}, messages: { number: { text: 'Draft number {{number}}.' } } },
  check({ document, report }) {
    globalThis.looked = (globalThis.looked ?? 0) + 1;
    report({ messageId: 'number', at: { start: 0, end: 1 }, data: { number: globalThis.looked } });
  },
  examples: { invalid: [], valid: [] },
};`;

// They mostly wait.
describe.concurrent('--watch', () => {
  it('lints again what was saved in a folder, and takes nothing but drafts for drafts', async () => {
    const here = await folder();
    const at = (name: string) => join(here.path, 'drafts', name);
    await here.write('drafts/a.md', GOOD);
    await here.write('drafts/b.md', PLACEHOLDER);
    await here.write('drafts/rules/counts.mjs', COUNTING);
    await here.write('drafts/narrative-lint.config.json', '{ "plugins": ["./rules/counts.mjs"] }');
    const watch = await watching(here, ['drafts']);
    const first = await watch.until('no-placeholders');
    expect(first).toContain('Draft number 1.');
    expect(first).toContain('Draft number 2.');
    expect(watch.watched).toBe('2 drafts');

    // As an editor saves: another file, renamed over the draft. The draft that was not touched keeps its result.
    await here.write('drafts/.b.md.swp', GOOD);
    await rename(at('.b.md.swp'), at('b.md'));
    const saved = await watch.until(without('no-placeholders'));
    expect(saved).toContain('Draft number 1.');
    expect(saved).toContain('Draft number 3.');

    // As Word saves a new draft: beside files that are none, and not in one go.
    const whole = await readFile(DOCX);
    for (const name of ['~$c.docx', '~WRD0001.tmp', '.~lock.c.docx#', 'b.md~', '4913'])
      await here.write(`drafts/${name}`, 'no draft');
    await writeFile(at('c.docx'), whole.subarray(0, whole.length / 2));
    await writeFile(at('c.docx'), whole);
    expect(await watch.until('in 3 drafts.')).toContain('drafts/c.docx');
    expect(watch.watched).toBe('3 drafts');

    await rm(at('a.md'));
    expect(await watch.until(without('drafts/a.md'))).toContain('in 2 drafts.');

    // What holds for all drafts is looked at again in all of them.
    await here.write('drafts/b.md', PLACEHOLDER);
    await watch.until('at [Program] and to learn');
    await here.run(['dismiss', 'drafts/b.md', 'no-placeholders']);
    await watch.until('1 finding dismissed');
    await here.write('drafts/narrative-lint.config.json', '{ "plugins": ');
    expect(await watch.until('narrative-lint.config.json')).toContain('is not valid JSON');
    await here.write('drafts/narrative-lint.config.json', '{ "rules": { "no-placeholders": "off" } }');
    expect(await watch.until('drafts/b.md')).not.toContain('Draft number');
    expect(await watch.stop()).toBe(0);
    expect(watch.runs().join('')).not.toMatch(/~\$|WRD|lock\.|\n {4}at |undefined/);
  });

  it('stays with a draft that is damaged, goes away and comes back, and does not run by itself', async () => {
    const here = await folder();
    await here.write('a.md', GOOD);
    await here.write('before.json', (await here.run(['a.md', '--format', 'json'])).out);
    await copyFile(DOCX, join(here.path, 'b.docx'));
    // A report in text lies where drafts do.
    const files = ['--output', 'report.txt', '--output', 'report.json', '--format', 'pretty,json,jsonl'];
    const watch = await watching(here, ['a.md', 'b.docx', '*.txt', '--since', 'before.json', ...files]);
    expect(await watch.until('wrote report.json')).toContain('b.docx is not in before.json');
    const whole = await readFile(join(here.path, 'b.docx'));
    await writeFile(join(here.path, 'b.docx'), whole.subarray(0, whole.length / 2));
    await watch.until(/b\.docx .*damaged/);
    await rename(join(here.path, 'b.docx'), join(here.path, 'b.bak'));
    await watch.until(/b\.docx .*does not exist/);
    await here.write('a.md', PLACEHOLDER);
    await watch.until('"since":"new"');
    expect(JSON.parse(await here.read('report.json')).files[0].messages[0].since).toBe('new');
    await here.write('before.json', (await here.run(['a.md', '--format', 'json'])).out);
    await watch.until('"since":"stayed"');
    await writeFile(join(here.path, 'b.bak'), whole);
    await rename(join(here.path, 'b.bak'), join(here.path, 'b.docx'));
    await watch.until(without('does not exist'));
    const runs = watch.runs().length;
    await here.write('before.new', '{}');
    await rename(join(here.path, 'before.new'), join(here.path, 'before.json'));
    expect(await watch.until('before.json is not a report')).not.toContain('a.md');
    expect(watch.runs()).toHaveLength(runs + 1);
    expect(await watch.stop()).toBe(0);
    expect(await here.read('report.txt')).toContain('b.docx');
  });

  it.skipIf(!hasTerminals)('clears a terminal before each run, and needs no hint of the system', async () => {
    const here = await folder();
    await here.write('a.md', PLACEHOLDER);
    const watch = await watching(here, ['a.md', '--no-color'], {
      terminal: true,
      env: { TERM: 'xterm', CHOKIDAR_USEPOLLING: '1', CHOKIDAR_INTERVAL: '1000000' },
    });
    const cleared = '\u001B[2J\u001B[3J\u001B[H';
    expect(await watch.until('no-placeholders')).toContain(cleared);
    await here.write('a.md', GOOD);
    expect(await watch.until(without('no-placeholders'))).toContain(cleared);
    expect(await watch.stop()).toBe(0);
  });

  it('says in a line what it cannot do', async () => {
    const here = await folder();
    await here.write('a.md', PLACEHOLDER);
    const said = await Promise.all(
      [
        ['-', '--watch'],
        ['a.md', '--watch', '--fix'],
        ['a.md', '--watch', '--suppress-all'],
        ['outline', 'a.md', '--watch'],
        ['a.md', '--watch', '--since', 'none.json'],
        ['cohort', 'nowhere', '--watch'],
      ].map(async (args) => {
        const { code, out, err } = await here.run(args);
        expect({ code, out, lines: linesOf(err).length }).toEqual({ code: 2, out: '', lines: 1 });
        return err.slice('narrative-lint: '.length).trim();
      }),
    );
    expect(said).toEqual([
      'standard input cannot be watched; name files or a folder',
      '--fix writes drafts while you do; run it once without --watch, or see the changes with --fix-dry-run',
      '--watch would dismiss findings as you write them; choose one of the two',
      '--watch is for linting and for cohort, and not for outline',
      expect.stringContaining('none.json does not exist'),
      expect.stringContaining('nowhere does not exist'),
    ]);
    expect(await here.read('a.md')).toBe(PLACEHOLDER);
  });
});
