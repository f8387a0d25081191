import { readdirSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { watching } from '../cli/watching.ts';
import { cohort, reportIn } from './drafts.ts';

const GOOD = 'I would be glad to train at your program and to learn from its patients.\n';

// They mostly wait.
describe.concurrent('a cohort that is watched', () => {
  it('has a report that follows its drafts and its roster', async () => {
    const here = await cohort(3);
    await here.write('drafts/Ann Lee.txt', GOOD);
    await here.write('roster.csv', 'file,applicant,specialty\nAnn Lee,Ann Lee,pediatrics\n');
    const watch = await watching(here, ['cohort', 'drafts', '--roster', 'roster.csv']);
    await watch.until(/^4 drafts: /m);
    const page = async (name = 'drafts/ann-lee-txt.html') => {
      const html = await here.read(`report/${name}`);
      const [, width, height] = /data-state="(\d+)x(\d+)"/.exec(html) ?? [];
      expect(await here.read(`report/${name.replace('.html', '.svg')}`)).toContain(
        `width="${width}" height="${height}"`,
      );
      return html;
    };
    const before = [await page(), await page('index.html')];
    expect(before[0]).toContain('file:;');

    await here.write('drafts/Ben Roe.txt', 'I like to cook for many people, and I like the quiet after it.');
    await watch.until(/^5 drafts: /m);
    expect(watch.watched).toBe('5 drafts');
    // What was not touched is the same page, and need not be loaded anew.
    expect(await page()).toBe(before[0]);
    expect(await page('index.html')).not.toBe(before[1]);

    await here.write('roster.new', 'file,applicant,specialty\nAnn Lee,Ann Lee,surgery\n');
    await rename(join(here.path, 'roster.new'), join(here.path, 'roster.csv'));
    await watch.until(/^5 drafts: /m);
    const specialtyOf = async (path: string) =>
      (await reportIn(here)).files.find((file) => file.path === path)?.specialty;
    expect(await specialtyOf('Ann Lee.txt')).toBe('general-surgery');
    expect(await page()).not.toBe(before[0]);

    await here.write('roster.csv', '');
    expect(await watch.until('roster.csv')).not.toContain('5 drafts');
    expect(await specialtyOf('Ann Lee.txt')).toBe('general-surgery');
    await here.write('roster.csv', 'file,applicant,specialty\nAnn Lee,Ann Lee,pediatrics\n');
    await watch.until(/^5 drafts: /m);
    await rm(join(here.path, 'drafts/Ben Roe.txt'));
    await watch.until(/^4 drafts: /m);
    expect(await page()).toBe(before[0]);
    expect(await page('index.html')).toBe(before[1]);
    expect(await watch.stop()).toBe(0);

    // A report that nobody watches asks for nothing, and leaves nothing of this.
    await here.run(['cohort', 'drafts', '--roster', 'roster.csv']);
    expect(await here.read('report/index.html')).not.toMatch(/img-src|data-state/);
    const files = await readdir(join(here.path, 'report'), { recursive: true });
    expect(files.filter((file) => file.endsWith('.svg'))).toEqual([]);
  });

  it('ends at Ctrl-C in the midst of a run, with the older report', async () => {
    const here = await cohort(40);
    const watch = await watching(here, ['cohort', 'drafts']);
    await watch.until(/^40 drafts: /m);
    const before = await readFile(join(here.path, 'report/report.json'), 'utf8');
    await here.write('narrative-lint.config.json', '{ "kind": "experience" }');
    while (!readdirSync(here.path).some((name) => name.includes('unfinished'))) await setImmediate();
    expect(await watch.stop()).toBe(0);
    expect(await here.read('report/report.json')).toBe(before);
    expect((await readdir(here.path)).sort()).toEqual(['drafts', 'narrative-lint.config.json', 'report']);
  });
});
