import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Folder, folder } from '../cli/run.ts';
import { type Watching, watching } from '../cli/watching.ts';
import { makeCohort } from '../cohort/generated.ts';
import { openWindow, type Window } from './browser.ts';
import { ReportPage } from './report/page.ts';
import { reasonToSkip } from './requirements.mjs';

const GOOD = 'I would be glad to train at your program and to learn from its patients.\n';

const reason = reasonToSkip();
describe.skipIf(reason)(
  `the report of a cohort that is watched, in a browser${reason ? ` (SKIPPED: ${reason})` : ''}`,
  () => {
    let here: Folder;
    let window: Window;
    let report: ReportPage;
    let watch: Watching;
    const save = async (name: string, text: string) => {
      await here.write('saved', text);
      await rename(join(here.path, 'saved'), join(here.path, 'drafts', name));
    };

    beforeAll(async () => {
      here = await folder();
      const opened = openWindow();
      await makeCohort(here.path, { drafts: 30, seed: 7, broken: 0 });
      await save('Zed Zulu PS.txt', GOOD);
      watch = await watching(here, ['cohort', 'drafts']);
      await watch.until('31 drafts: ');
      window = await opened;
      report = new ReportPage(window.page);
    }, 120_000);
    afterAll(() => window?.close());

    it('shows a new draft, and leaves sorting, filters, focus and place as they are', async () => {
      const { page } = report;
      await report.open(join(here.path, 'report/index.html'));
      await report.sort('Words');
      await report.sort('Words');
      await page.getByLabel('Search').fill('.');
      await page.getByLabel('Status').selectOption('ready');
      await page.getByLabel('Search').focus();
      await page.evaluate(() => scrollTo({ top: 210, behavior: 'instant' }));
      await save('Ada Abel PS.txt', `${GOOD}${GOOD}`);
      await page.locator('#cohort tbody tr:visible', { hasText: 'Ada Abel' }).waitFor();
      expect(await report.header('Words').getAttribute('aria-sort')).toBe('descending');
      expect(await page.getByLabel('Search').inputValue()).toBe('.');
      expect(await page.getByLabel('Status').inputValue()).toBe('ready');
      expect((await report.rows()).map((cells) => cells[1])).not.toContain('needs a talk');
      expect(await page.evaluate(() => [scrollY, document.activeElement?.tagName])).toEqual([210, 'INPUT']);
    });

    it('shows a draft as it was saved last, and what was open stays open', async () => {
      const { page } = report;
      await report.open(join(here.path, 'report/drafts/zed-zulu-ps-txt.html'));
      await page.getByText('Talk sheet', { exact: true }).click();
      await save('Zed Zulu PS.txt', 'I would be glad to train at your program and to teach there.\n');
      await page.getByText('and to teach there.').waitFor();
      expect(await page.getByText('Single event or pattern').isVisible()).toBe(true);
    });

    it('asks for nothing but images beside its pages', async () => {
      expect(report.errors).toEqual([]);
      expect(new Set(report.asked.map((url) => /^file:.*\/report\/(.*)\?\d+$/.exec(url)?.[1]))).toEqual(
        new Set(['index.svg', 'drafts/zed-zulu-ps-txt.svg']),
      );
      expect(window.outside).toEqual([]);
      expect(await watch.stop()).toBe(0);
    });
  },
);
