import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Folder, folder } from '../cli/run.ts';
import { type Made, makeCohort } from '../cohort/generated.ts';
import { openWindow, type Window } from './browser.ts';
import { HOSTILE, HOSTILE_FILE, hostileReport } from './report/hostile.ts';
import { ReportPage } from './report/page.ts';
import { reasonToSkip } from './requirements.mjs';
import { ARTEFACTS, DOCS_PICTURES } from './workspace.ts';

const CLASS = { drafts: 30, seed: 7, broken: 3 };
const DAY = ['--today', '2026-08-01'];
const SCHEMES = ['light', 'dark'] as const;
/** Each kind of request, script and style that the policy must stop. */
const STOPPED = ['connect-src', 'img-src', 'script-src-elem', 'style-src-attr'];

const reason = reasonToSkip();
describe.skipIf(reason)(
  `the report of a cohort, in a browser${reason ? ` (SKIPPED: ${reason})` : ''}`,
  () => {
    let here: Folder;
    let made: Made;
    let window: Window;
    let report: ReportPage;
    const at = (...names: readonly string[]) => join(here.path, 'class', ...names);
    const index = () => report.open(at('report', 'index.html'));
    const pages = async (name = 'report') =>
      (await readdir(at(name, 'drafts'))).map((page) => at(name, 'drafts', page));
    const row = (words: string) => report.page.locator('#cohort tbody tr', { hasText: words });
    /** Opens the page that has something of everything: the shortest of those with the most roles. */
    const openTelling = async () => {
      const found = await Promise.all(
        (await pages()).map(async (page) => {
          const html = await readFile(page, 'utf8');
          const roles = new Set([...html.matchAll(/class="tag">(\w+)</g)].map(([, role]) => role));
          return { page, roles: roles.size, length: html.length };
        }),
      );
      const [first] = found.sort((a, b) => b.roles - a.roles || a.length - b.length);
      await report.open(first?.page ?? '');
    };

    /** Keeps a picture; those in light are shown in the docs, as NARRATIVE_LINT_UPDATE_SCREENSHOTS "report" left them. */
    const picture = async (what: string, scheme: (typeof SCHEMES)[number]) => {
      const file = join(ARTEFACTS, `report-${what}-${scheme}.png`);
      await report.page.screenshot({ path: file });
      if (process.env.NARRATIVE_LINT_UPDATE_SCREENSHOTS === 'report' && scheme === 'light')
        await cp(file, join(DOCS_PICTURES, `cohort-${what}.png`));
    };

    beforeAll(async () => {
      await mkdir(ARTEFACTS, { recursive: true });
      here = await folder();
      const opened = openWindow();
      made = await makeCohort(at(), CLASS);
      const redacted = ['--report', 'without names', '--redact'];
      await Promise.all([
        here.run(['cohort', 'drafts', '--roster', 'roster.xlsx', ...DAY], { cwd: 'class' }),
        here.run(['cohort', 'drafts', '--roster', 'roster.csv', ...DAY, ...redacted], { cwd: 'class' }),
        hostileReport(here, 'hostile'),
      ]);
      window = await opened;
      report = new ReportPage(window.page);
    }, 120_000);
    beforeEach(async () => {
      await report.page.emulateMedia({ colorScheme: 'light', media: null });
    });
    afterAll(() => window?.close());

    it('sorts by a column, and tells so', async () => {
      await index();
      const words = async () => (await report.rows()).map((cells) => Number(cells[7]?.replace(',', '')));
      expect(await report.rows()).toHaveLength(CLASS.drafts);
      await report.sort('Words');
      expect(await report.header('Words').getAttribute('aria-sort')).toBe('ascending');
      const known = (await words()).filter((number) => number > 0);
      expect(known).toEqual([...known].sort((a, b) => a - b));
      expect((await words()).slice(-CLASS.broken)).toEqual([0, 0, 0]);
      await report.sort('Words');
      expect(await report.header('Words').getAttribute('aria-sort')).toBe('descending');
      expect((await words()).slice(0, known.length)).toEqual([...known].reverse());
      await report.sort('Status');
      expect(await report.header('Words').getAttribute('aria-sort')).toBeNull();
      const order = ['needs a talk', 'needs corrections', 'ready', 'not read'];
      const places = (await report.rows()).map((cells) => order.indexOf(cells[1] ?? ''));
      expect(places).toEqual([...places].sort());
    });

    it('filters by words and by status, and says how many are left', async () => {
      await index();
      const shown = report.page.getByRole('status');
      const applicant = made.drafts.at(0)?.applicant ?? '';
      await report.page.getByLabel('Search').fill(applicant.toUpperCase());
      const found = (await report.rows()).map(([name]) => name);
      // A roster may give the last name first.
      expect(found).toEqual([
        expect.toSatisfy((name: string) => applicant.split(' ').every((part) => name.includes(part))),
      ]);
      expect(await shown.textContent()).toBe(`1 of ${CLASS.drafts} shown`);
      await report.page.getByLabel('Search').fill('');
      await report.page.getByLabel('Status').selectOption('not read');
      expect((await report.rows()).map((cells) => cells[1])).toEqual(Array(CLASS.broken).fill('not read'));
      await report.page.getByLabel('Search').fill('nobody of that name');
      expect(await shown.textContent()).toBe(`0 of ${CLASS.drafts} shown`);
    });

    it('lists what could not be read, and what does not fit in the roster', async () => {
      await index();
      for (const [title, lines] of [
        ['Not read', made.drafts.filter(({ says }) => says).length],
        ['The roster', made.roster.problems.length],
      ] as const) {
        const heading = report.page.getByRole('heading', { name: `${title} (${lines})` });
        const list = report.page.locator('details', { has: heading });
        if ((await list.getAttribute('open')) === null) await heading.click();
        expect(await list.getByRole('listitem').filter({ visible: true }).count()).toBe(lines);
      }
    });

    it('leads to the page of a draft, from it to a finding, and back', async () => {
      await index();
      const link = report.page.locator('#cohort tbody a').first();
      const name = await link.textContent();
      await link.click();
      expect(await report.page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
      await report.page.getByRole('link', { name: 'All drafts' }).click();
      await row('needs a talk').first().getByRole('link').click();
      const reference = report.page.locator('.text sup a').first();
      const target = (await reference.getAttribute('href')) ?? '';
      await reference.click();
      expect(
        await report.page.locator(`.findings > li${target}`).evaluate((item) => item.matches(':target')),
      ).toBe(true);
      await report.page.getByRole('link', { name: 'All drafts' }).click();
      await report.page.locator('.chart .dot').first().click({ force: true });
      expect(await report.page.getByRole('heading', { name: 'Findings' }).count()).toBe(1);
    });

    it('can be used with the keyboard alone', async () => {
      await index();
      const { keyboard } = report.page;
      await keyboard.press('Tab');
      expect(await report.page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Skip to the content',
      );
      await keyboard.press('Enter');
      await report.tabTo('input[type=search]');
      await keyboard.type('docx');
      const found = await report.rows();
      expect(found.length).toBeGreaterThan(5);
      expect(found.length).toBeLessThan(CLASS.drafts);
      await report.tabTo('select');
      await keyboard.type('needs a');
      expect(new Set((await report.rows()).map((cells) => cells[1]))).toEqual(new Set(['needs a talk']));
      await report.tabTo('th:nth-child(5) button');
      await keyboard.press('Enter');
      await keyboard.press('Space');
      expect(await report.header('Errors').getAttribute('aria-sort')).toBe('descending');
      await report.tabTo('tbody a');
      await keyboard.press('Enter');
      await report.page.getByRole('heading', { name: 'Findings' }).waitFor();
      await report.tabTo('details.talk > summary');
      await keyboard.press('Enter');
      expect(await report.page.getByRole('heading', { name: 'The interview answer' }).isVisible()).toBe(true);
      await report.tabTo('nav a', 'Shift+Tab');
      await keyboard.press('Enter');
      await report.page.getByRole('heading', { name: 'Cohort report' }).waitFor();
    });

    it.each(SCHEMES)('has nothing that axe-core objects to, in %s', async (colorScheme) => {
      await report.page.emulateMedia({ colorScheme });
      await index();
      await report.page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      expect(await report.violations()).toEqual([]);
      await index();
      await picture('index', colorScheme);
      await openTelling();
      await picture('draft', colorScheme);
      await report.page.locator('details.talk > summary').click();
      expect(await report.violations()).toEqual([]);
    });

    it('prints a draft as a handout of one or two pages', async () => {
      for (const page of (await pages()).slice(0, 4)) {
        await report.open(page);
        const printed = await report.printedPages();
        expect(printed, page).toBeGreaterThanOrEqual(1);
        expect(printed, page).toBeLessThanOrEqual(2);
      }
      await openTelling();
      await report.page.emulateMedia({ media: 'print' });
      const screen = report.page.viewportSize();
      // A letter page within its margins.
      await report.page.setViewportSize({ width: 710, height: 965 });
      await report.page.screenshot({ path: join(ARTEFACTS, 'report-handout.png') });
      if (screen) await report.page.setViewportSize(screen);
    });

    it('shows hostile text as text', async () => {
      const folder = join(here.path, 'hostile', 'report');
      const [page] = await readdir(join(folder, 'drafts'));
      for (const file of ['index.html', `drafts/${page}`]) {
        await report.open(join(folder, file));
        const words = await report.page.locator('body').evaluate((body) => body.textContent);
        expect(words).toContain(HOSTILE);
        expect(words).toContain(HOSTILE_FILE);
        expect(
          await report.page.locator('img, iframe, object, [onload], [onerror], [href^=javascript]').count(),
        ).toBe(0);
        expect(await report.page.locator('script').count()).toBe(file === 'index.html' ? 1 : 0);
        expect(await report.page.evaluate(() => (window as { owned?: number }).owned)).toBeUndefined();
      }
      const said = await report.page.locator('.findings').textContent();
      for (const part of ['Text', 'Why', 'Ask'])
        expect(said).toContain(`${part} <script>window.owned = 1</script>`);
      expect(report.dialogs).toEqual([]);
    });

    it('holds no name when it is redacted', async () => {
      const files = [at('without names', 'index.html'), ...(await pages('without names'))];
      const names = made.drafts
        .flatMap(({ applicant, file }) => [applicant, file, file.replace(/\.\w+$/, '')])
        .map((name) => name.normalize('NFC'));
      for (const file of files) {
        const html = (await readFile(file, 'utf8')).normalize('NFC');
        expect(
          names.filter((name) => html.includes(name)),
          file,
        ).toEqual([]);
      }
      expect(files.length).toBe(CLASS.drafts - CLASS.broken + 1);
    });

    it('lets nothing in or out by its policy, and asked for nothing in all that', async () => {
      expect(report.asked).toEqual([]);
      expect(report.errors).toEqual([]);
      expect(window.outside).toEqual([]);
      const [page = ''] = await pages();
      for (const file of [at('report', 'index.html'), page]) {
        await report.open(file);
        expect(await report.stoppedByPolicy()).toEqual(STOPPED);
        expect(await report.page.evaluate(() => (window as { owned?: number }).owned)).toBeUndefined();
      }
    });
  },
);
