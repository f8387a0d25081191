import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { followReport } from '../client/follow.ts';
import { sha256, stateOf } from './follow.ts';

/** A page of a report, before it is a text. */
export interface Page {
  readonly title: string;
  readonly content: readonly ElementContent[];
  /** Code that the page runs; none for most. */
  readonly script?: string | undefined;
  /** It looks for its newest state, and loads itself anew. */
  readonly follows?: boolean | undefined;
}

/** The CSP source of an inline style or script. */
async function hashOf(text: string): Promise<string> {
  return `'sha256-${btoa(String.fromCharCode(...(await sha256(text))))}'`;
}

/** Writes pages that have the same style and code. */
type PageWriter = (page: Pick<Page, 'title' | 'content'>, state?: string) => string;

/**
 * A page as HTML that needs nothing else and reaches nowhere: its policy allows its own style and script and no
 * request at all; one that follows its report may look at images beside it. All text becomes text nodes, so
 * whatever a draft holds is shown and never run.
 */
export async function pageHtml(page: Page, style: string): Promise<string> {
  const write = await pageWriter(style, page);
  const state = page.follows ? stateOf(await sha256(toHtml(bodyOf(page.content, codeOf(page))))) : undefined;
  return write(page, state);
}

/** Prepares what takes time, so that pages can be written without a pause. */
export async function pageWriter(
  style: string,
  { script, follows }: Pick<Page, 'script' | 'follows'>,
): Promise<PageWriter> {
  const code = codeOf({ script, follows });
  const policy = [
    "default-src 'none'",
    `style-src ${await hashOf(style)}`,
    ...(code === undefined ? [] : [`script-src ${await hashOf(code)}`]),
    ...(follows ? ["img-src 'self' file:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return ({ title, content }, state) => {
    const head = h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', title),
      h('style', style),
    ]);
    const html = h('html', { lang: 'en', dataState: state }, [head, bodyOf(content, code)]);
    return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, html] })}\n`;
  };
}

function codeOf({ script, follows }: { script?: string | undefined; follows?: boolean | undefined }) {
  return follows ? `${script ?? ''}(${followReport})();` : script;
}

function bodyOf(content: readonly ElementContent[], code: string | undefined): Element {
  return h('body', [
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    ...content,
    ...(code === undefined ? [] : [h('script', code)]),
  ]);
}
