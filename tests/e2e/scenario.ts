import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Window } from './browser.ts';
import { Workbench } from './workbench.ts';
import { ARTEFACTS, README_PICTURES, TIME_LIMIT } from './workspace.ts';

const DRAFT = 'personal-statement.md';
const SOON = { timeout: 20_000, interval: 100 };
/** The extension and its server start first. */
const START = { timeout: 60_000, interval: 100 };

/**
 * What an applicant does with a draft in VS Code, in order, one window for all of it.
 *
 * @param reason - Why it is skipped; nothing where it runs.
 * @param open - Opens the window.
 */
export function describeWorkbench<Opened extends Window>(
  name: string,
  reason: string | undefined,
  open: () => Promise<Opened>,
  more: (workbench: () => Workbench, window: () => Opened) => void = () => undefined,
): void {
  const title = `${name}, the packed extension`;
  if (reason) {
    describe.skip(`${title} (SKIPPED: ${reason})`, () => it('runs in a real workbench', () => undefined));
    return;
  }
  describe.sequential(title, () => {
    let window: Opened;
    let workbench: Workbench;
    const picture = async (what: string) => {
      const file = join(ARTEFACTS, `${name.toLowerCase().replaceAll(/\W+/g, '-')}-${what}.png`);
      await workbench.picture(file);
      return file;
    };
    /** A picture that the extension's README shows. */
    const readmePicture = async (what: string) => {
      const file = await picture(what);
      if (process.env.NARRATIVE_LINT_UPDATE_SCREENSHOTS !== name) return;
      await mkdir(README_PICTURES, { recursive: true });
      await cp(file, join(README_PICTURES, `${what}.png`));
    };

    beforeAll(async () => {
      await mkdir(ARTEFACTS, { recursive: true });
      window = await open();
      workbench = new Workbench(window.page);
    }, 180_000);
    // Each step builds on those before.
    let broken = false;
    beforeEach(({ skip }) => skip(broken, 'an earlier step failed'));
    afterEach(async ({ task }) => {
      if (task.result?.state !== 'fail') return;
      broken = true;
      await picture(`failed-${task.name.replaceAll(/\W+/g, '-')}`);
    });
    afterAll(async () => {
      await window?.close();
    }, 30_000);

    it('underlines the right words of a draft', async () => {
      await workbench.openFile(DRAFT);
      await vi.waitFor(async () => {
        const squiggles = await workbench.squiggles();
        expect(squiggles).toContainEqual({ severity: 'error', text: '[Program]' });
        expect(squiggles).toContainEqual({ severity: 'warning', text: 'I felt stupid' });
        expect(squiggles).toContainEqual({ severity: 'warning', text: '\u2019' });
      }, START);
      expect((await workbench.squiggles()).filter(({ text }) => text.includes('specialist'))).toEqual([]);
      await picture('squiggles');
    });

    it('says in the status bar what the draft is and how it stands', async () => {
      await vi.waitFor(async () => {
        expect(await workbench.statusBar.textContent()).toMatch(
          /personal statement, \d+ of 28,000, failure \d+ : change \d+/,
        );
      }, SOON);
    });

    it('lists the findings in the Problems panel', async () => {
      await window.page.keyboard.press('Control+Shift+KeyM');
      await workbench.problems('still waiting to be filled in').first().waitFor();
      await workbench.problems('I felt stupid').first().waitFor();
      await picture('problems');
      await window.page.keyboard.press('Control+KeyJ');
    });

    it('tells in a hover why a director cares, and asks', async () => {
      const said = await workbench.hover('felt stupid', 'What did not work in the way you went about it');
      expect(said).toContain('A result is about a day or a season');
      await readmePicture('finding');
    });

    it('shows the story in the Outline', async () => {
      await workbench.run('Explorer: Focus on Outline View');
      await workbench.outline.filter({ hasText: 'What happened' }).first().waitFor();
      await workbench.outline.filter({ hasText: 'What changed' }).first().waitFor();
      await picture('outline');
    });

    it('corrects a character by a quick fix', async () => {
      await workbench.quickFix('\u2019', 'Replace with');
      await vi.waitFor(async () => expect(await workbench.text()).toContain("a baker's patience"), SOON);
      await vi.waitFor(
        async () =>
          expect(await workbench.squiggles()).not.toContainEqual({ severity: 'warning', text: '\u2019' }),
        SOON,
      );
    });

    it('takes a finding back while one types', async () => {
      await workbench.typeOver('[Program]', 'your program');
      await vi.waitFor(async () => {
        const squiggles = await workbench.squiggles();
        expect(squiggles.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(squiggles).toContainEqual({ severity: 'warning', text: 'I felt stupid' });
      }, SOON);
    });

    it('leaves a README and an essay alone, and checks what it is asked to', async () => {
      await workbench.openFile('README.md');
      await vi.waitFor(async () => expect(await workbench.statusBar.textContent()).toMatch(/off/), SOON);
      expect(await workbench.squiggles()).toEqual([]);
      await workbench.openFile('essay.md');
      await vi.waitFor(async () => expect(await workbench.statusBar.textContent()).toMatch(/off/), SOON);
      expect(await workbench.squiggles()).toEqual([]);
      await workbench.run('Narrative Lint: Check This Document');
      await vi.waitFor(
        async () =>
          expect(await workbench.squiggles()).toContainEqual({ severity: 'warning', text: 'I felt stupid' }),
        SOON,
      );
    });

    it('colours the roles, and lets the kind be picked from the menu', async () => {
      await workbench.openFile('sample.eras.md');
      await vi.waitFor(async () => expect((await workbench.squiggles()).length).toBeGreaterThan(0), SOON);
      await workbench.run('Narrative Lint: Show or Hide Roles');
      await vi.waitFor(async () => expect(await workbench.colours()).toBeGreaterThan(1), SOON);
      await readmePicture('roles');
      await workbench.run('Narrative Lint: Show or Hide Roles');
      await vi.waitFor(async () => expect(await workbench.colours()).toBe(0), SOON);
      await workbench.statusBar.click();
      await workbench.pick('Pick the kind of text');
      await workbench.pick('interview answer');
      await vi.waitFor(
        async () => expect(await workbench.statusBar.textContent()).toContain('interview answer'),
        SOON,
      );
    });

    it('stops reading a Word draft that does not come to an end, and says how to give it more', async () => {
      await workbench.checkWordDraft('endless.docx');
      const said = window.page.locator('.notification-list-item', { hasText: 'endless.docx' });
      await said.waitFor({ timeout: 2000 * TIME_LIMIT });
      expect(await said.textContent()).toMatch(
        `endless.docx was stopped, since it took longer than ${TIME_LIMIT} s; look whether something else than a draft is in it, or give more with the setting narrativeLint.timeLimit`,
      );
      await workbench.run('Notifications: Clear All Notifications');
    });

    it('reads a Word draft and shows its findings beside its text', async () => {
      await workbench.checkWordDraft('word-draft.docx');
      await workbench.tab('word-draft.docx.txt').waitFor(SOON);
      await vi.waitFor(
        async () =>
          expect(await workbench.squiggles()).toContainEqual({ severity: 'warning', text: 'I felt stupid' }),
        SOON,
      );
      await readmePicture('word-draft');
    });

    it('opens the story at a glance beside the draft', async () => {
      await workbench.openFile('sample.eras.md');
      await workbench.run('Narrative Lint: Show the Story at a Glance');
      await window.page.locator('.tab', { hasText: 'The story at a glance' }).waitFor();
    });

    more(
      () => workbench,
      () => window,
    );

    it('reaches nothing outside this machine', () => {
      expect(window.outside).toEqual([]);
    });
  });
}
