import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';

/** A page of a report, before it is a text. */
export interface Page {
  readonly title: string;
  readonly content: readonly ElementContent[];
  /** Code that the page runs; none for most. */
  readonly script?: string;
}

/** The CSP source of an inline style or script. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/**
 * A page as HTML that needs nothing else and reaches nowhere: its policy allows its own style and script and no
 * request at all. All text becomes text nodes, so whatever a draft holds is shown and never run.
 */
export async function pageHtml({ title, content, script }: Page, style: string): Promise<string> {
  const policy = [
    "default-src 'none'",
    `style-src ${await hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${await hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
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
  const tail: Element[] = script === undefined ? [] : [h('script', script)];
  const body = h('body', [
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    ...content,
    ...tail,
  ]);
  const html = h('html', { lang: 'en' }, [head, body]);
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, html] })}\n`;
}
