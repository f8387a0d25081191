import type { Locator, Page } from 'playwright-core';

/** An underline in the editor: how grave, and the words that stand over it. */
export interface Squiggle {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
}

const PATIENCE = { timeout: 20_000 };
const HOVER = { tries: 6, rest: 4_000 };
const MENU = { tries: 20, rest: 500 };
const START = { timeout: 60_000 };

/** The VS Code workbench of a page, as a user sees and handles it. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** The rows of the Problems panel that show a message. */
  problems(message: string): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: message });
  }

  /** The rows of the Outline view. */
  get outline(): Locator {
    return this.page.locator('.outline-tree .monaco-list-row');
  }

  get statusBar(): Locator {
    return this.page.locator('.statusbar-item[id*="narrativeLint.status"]');
  }

  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await row.first().waitFor(START);
    await row.first().dblclick();
    await this.tab(name).waitFor(PATIENCE);
    await this.editor.locator('.view-line').first().waitFor(PATIENCE);
  }

  /** The tab of a file that is shown. */
  tab(name: string): Locator {
    return this.page.locator(`.tab.active[data-resource-name="${name}"]`);
  }

  /** Has a Word document checked by the menu of the explorer. */
  async checkWordDraft(name: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await row.first().click({ button: 'right' });
    const entry = this.page.locator('.monaco-menu .action-label', { hasText: 'Check Word or PDF Draft' });
    await entry.waitFor();
    // A menu that has just opened takes a click for the end of the one that opened it, and stays.
    for (let tries = 0; tries < MENU.tries && (await entry.isVisible()); tries += 1) {
      await entry.click();
      await this.page.waitForTimeout(MENU.rest);
    }
  }

  /** Runs a command by its title, as the command palette shows it. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    // The line that Enter takes, which is not so at once where the list is still being filtered.
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: title })
      .first()
      .waitFor(PATIENCE);
    await this.page.keyboard.press('Enter');
  }

  /** Picks a line of the list that is open. */
  async pick(label: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
    await row.waitFor(PATIENCE);
    await row.click();
  }

  /** The text in the editor, as far as it is in sight. */
  async text(): Promise<string> {
    return plain((await this.editor.locator('.view-lines').textContent()) ?? '');
  }

  /** The underlines in sight with the words that stand over them, read from where both are drawn. */
  async squiggles(): Promise<Squiggle[]> {
    const drawn = await this.editor.evaluate((editor) => {
      const characters: { character: string; x: number; y: number }[] = [];
      for (const lines of editor.querySelectorAll('.view-lines')) {
        const walker = document.createTreeWalker(lines, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const range = document.createRange();
          const content = node.textContent ?? '';
          for (let at = 0; at < content.length; at += 1) {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            characters.push({ character: content.charAt(at), x: x + width / 2, y: y + height / 2 });
          }
        }
      }
      const marks = editor.querySelectorAll('.squiggly-error, .squiggly-warning, .squiggly-info');
      return [...marks].map((mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        const over = characters.filter(({ x, y }) => x > left && x < right && y > top - 20 && y < bottom + 2);
        const line = Math.max(...over.map(({ y }) => y));
        return {
          severity: /squiggly-(error|warning|info)/.exec(mark.className)?.[1] ?? '',
          text: over
            .filter(({ y }) => Math.abs(y - line) < 4)
            .map(({ character }) => character)
            .join(''),
        };
      });
    });
    return drawn.map(({ severity, text }) => ({
      severity: severity as Squiggle['severity'],
      text: plain(text),
    }));
  }

  /** How many colours of roles are in sight. */
  async colours(): Promise<number> {
    return this.editor.evaluate((editor) => {
      const drawn = [...editor.querySelectorAll('.view-overlays [class*="ced-"]')]
        .map((mark) => getComputedStyle(mark).backgroundColor)
        .filter((colour) => colour !== 'rgba(0, 0, 0, 0)');
      return new Set(drawn).size;
    });
  }

  /** Where words stand in the editor, in pixels of the page. */
  async boxOf(words: string): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await this.editor.evaluate((editor, wanted) => {
      for (const line of editor.querySelectorAll('.view-line')) {
        const characters: [Node, number][] = [];
        let content = '';
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.textContent ?? '';
          content += text.replaceAll('\u00A0', ' ');
          for (let at = 0; at < text.length; at += 1) characters.push([node, at]);
        }
        const at = content.indexOf(wanted);
        const first = characters[at];
        const last = characters[at + wanted.length - 1];
        if (!first || !last) continue;
        const range = document.createRange();
        range.setStart(...first);
        range.setEnd(last[0], last[1] + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      return undefined;
    }, words);
    if (!box) throw new Error(`"${words}" is not in sight.`);
    return box;
  }

  /** Rests the pointer on words, and gives what the hover says. */
  async hover(words: string, expected: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
    // A layout that still moves carries the words from under the pointer; then it rests on them again.
    for (let tries = 0; tries < HOVER.tries && !(await hover.isVisible()); tries += 1) {
      const { x, y, width, height } = await this.boxOf(words);
      await this.page.mouse.move(x + width / 2 + 60, y + 120);
      await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 6 });
      await hover.waitFor({ timeout: HOVER.rest }).catch(() => undefined);
    }
    await hover.waitFor(PATIENCE);
    // It fades in; a picture wants it whole.
    await this.page.waitForTimeout(400);
    return plain((await hover.textContent()) ?? '');
  }

  /** Takes the first quick fix on words. */
  async quickFix(words: string, title: string): Promise<void> {
    const { x, y, width, height } = await this.boxOf(words);
    await this.page.mouse.click(x + width / 2, y + height / 2);
    await this.page.keyboard.press('Control+Period');
    // The list keeps the pointer away; the first fix has the focus.
    await this.page.locator('.action-widget .monaco-list-row.focused', { hasText: title }).waitFor(PATIENCE);
    await this.page.keyboard.press('Enter');
  }

  /** Types over words. */
  async typeOver(words: string, replacement: string): Promise<void> {
    const { x, y, height } = await this.boxOf(words);
    await this.page.mouse.click(x + 1, y + height / 2);
    for (let pressed = 0; pressed < words.length; pressed += 1)
      await this.page.keyboard.press('Shift+ArrowRight');
    await this.page.keyboard.type(replacement, { delay: 20 });
  }

  /** Keeps what is on the screen. */
  async picture(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }
}

/** VS Code draws spaces that do not break. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}
