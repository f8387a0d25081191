import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';

/** WCAG 2.0 and 2.1, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A report in a browser, as somebody opens it with a double click. */
export class ReportPage {
  readonly page: Page;
  /** Addresses that the pages asked for, without the pages themselves. */
  readonly asked: string[] = [];
  readonly dialogs: string[] = [];
  /** What a page threw or complained of. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => {
      if (!request.isNavigationRequest() || !request.url().startsWith('file://'))
        this.asked.push(request.url());
    });
    page.on('pageerror', ({ message }) => this.errors.push(message));
    page.on('console', (said) => {
      if (said.type() === 'error') this.errors.push(said.text());
    });
    page.on('dialog', (dialog) => {
      this.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }

  open(path: string): Promise<unknown> {
    return this.page.goto(pathToFileURL(path).href);
  }

  /** The visible rows of the table, by the text of their cells. */
  rows(): Promise<string[][]> {
    return this.page
      .locator('#cohort tbody tr:visible')
      .evaluateAll((rows) =>
        rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent)),
      );
  }

  header(title: string) {
    return this.page.getByRole('columnheader', { name: title, exact: true });
  }

  sort(title: string): Promise<void> {
    return this.header(title).getByRole('button').click();
  }

  /** What axe-core objects to: the rule, and where. */
  async violations(): Promise<string[]> {
    // By the debugger, which the policy of the page does not stop.
    await this.page.evaluate(await readFile(AXE, 'utf8'));
    return this.page.evaluate(async (tags) => {
      const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
      const { violations } = await axe.run({ runOnly: tags });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    }, TAGS);
  }

  /** Presses Tab, or the other key, until the element that matches has the focus. */
  async tabTo(selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await this.page.keyboard.press(key);
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
        return;
    }
    throw new Error(`${key} does not lead to ${selector}`);
  }

  /** How many pages the printed page has. */
  async printedPages(): Promise<number> {
    const pdf = await this.page.pdf({ format: 'Letter', preferCSSPageSize: true });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }

  /** Tries what the policy of a page must stop, and gives the directives that stopped it. */
  stoppedByPolicy(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const stopped: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        stopped.push(effectiveDirective);
      });
      const image = new Image();
      image.src = 'https://example.org/picture.png';
      const script = document.createElement('script');
      script.textContent = 'window.owned = 3';
      document.body.append(script, image);
      document.body.setAttribute('style', 'color: red');
      await fetch('https://example.org/collect').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve));
      return [...new Set(stopped)].sort();
    });
  }
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
