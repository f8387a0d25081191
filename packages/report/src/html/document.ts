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
  readonly script?: string;
  /** It looks for its newest state, and loads itself anew. */
  readonly follows?: boolean | undefined;
}

/** The CSP source of an inline style or script. */
async function hashOf(text: string): Promise<string> {
  return `'sha256-${btoa(String.fromCharCode(...(await sha256(text))))}'`;
}

/**
 * A page as HTML that needs nothing else and reaches nowhere: its policy allows its own style and script and no
 * request at all; one that follows its report may look at images beside it. All text becomes text nodes, so
 * whatever a draft holds is shown and never run.
 */
export async function pageHtml(
  { title, content, script: own, follows }: Page,
  style: string,
): Promise<string> {
  const script = follows ? `${own ?? ''}(${followReport})();` : own;
  const policy = [
    "default-src 'none'",
    `style-src ${await hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${await hashOf(script)}`]),
    ...(follows ? ["img-src 'self' file:"] : []),
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
  const state = follows ? stateOf(await sha256(toHtml(body))) : undefined;
  const html = h('html', { lang: 'en', dataState: state }, [head, body]);
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, html] })}\n`;
}
