import { visible } from '@narrative-lint/core';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { SharedPlace, SharedText } from '../types.ts';
import { count, percent } from '../words.ts';
import { sha256, stateOf } from './follow.ts';

/** Passages that the first page quotes; `report.json` has them all. */
const MOST = 100;
/** Passages up to so many are open at first. */
const FEW = 6;
/** Words quoted of a passage on the first page. */
const QUOTED_WORDS = 40;
/** Drafts named for one passage. */
const MOST_NAMES = 12;
const NOTE =
  'Shared words often have an innocent source: a template, an example from a workshop, an earlier draft by the same hand. Ask each applicant where they come from, before anything else.';
const QUOTATION = 'Each of them marks it as a quotation.';

/** The part of a cohort's first page about shared text; nothing where there is none. */
export function sharedInCohort(shared: readonly SharedText[]): Element[] {
  if (shared.length === 0) return [];
  const left = shared.length - MOST;
  return [
    h('details', { class: 'shared', open: shared.length <= FEW }, [
      h('summary', h('h2', `Shared text (${shared.length.toLocaleString('en-US')})`)),
      h('p', { class: 'note' }, NOTE),
      h(
        'ul',
        shared
          .slice(0, MOST)
          .map(({ words, quoted, text, places }) =>
            h('li', [
              h('p', [`${count(words, 'word')} in `, ...named(places, ''), quoted ? `. ${QUOTATION}` : '']),
              h('blockquote', shortened(text)),
            ]),
          ),
      ),
      ...(left > 0
        ? [h('p', { class: 'note' }, `${left.toLocaleString('en-US')} more are in report.json.`)]
        : []),
    ]),
  ];
}

/**
 * The page of a draft with what it shares with others. It is added to a page that is there, since that is known
 * only when all drafts are read.
 *
 * @param own - The draft's own path, as its places have it.
 */
export async function withSharedText(
  html: string,
  shared: readonly SharedText[],
  own: string,
): Promise<string> {
  const items = shared.map(({ words, quoted, text, places }) => {
    const others = places.filter(({ path }) => path !== own);
    const here = places.find(({ path }) => path === own);
    const share = here ? ` (${percent(here.share)} of this draft)` : '';
    return h('li', [
      h('p', [
        `${count(words, 'word')}${share}, also in `,
        ...named(others, '../'),
        quoted ? `. ${QUOTATION}` : '',
      ]),
      h('blockquote', text),
    ]);
  });
  const section = toHtml(
    // A handout goes to one applicant, and names no other.
    h('section', { class: ['shared', 'screen'], ariaLabel: 'Shared text' }, [
      h('h2', 'Shared text'),
      h('p', { class: 'note' }, `${NOTE} This part names others, and is not printed.`),
      h('ul', items),
    ]),
  );
  const at = html.lastIndexOf('<details class="talk">');
  const page = `${html.slice(0, at)}${section}${html.slice(at)}`;
  const state = / data-state="\d+x\d+"/;
  // A page that follows its report is known by its content.
  return state.test(page.slice(0, 200))
    ? page.replace(state, ` data-state="${stateOf(await sha256(page.replace(state, '')))}"`)
    : page;
}

/** Drafts with a link to the page of each, and the share of it that the passage is. */
function named(places: readonly SharedPlace[], base: string): ElementContent[] {
  const names = places.slice(0, MOST_NAMES).map(({ path, applicant, page, share }) => {
    const name = visible(applicant ?? path);
    const link = page === undefined ? name : h('a', { href: encodeURI(`${base}${page}`) }, name);
    return [link, ` (${percent(share)})`];
  });
  const more = places.length - names.length;
  const all = more > 0 ? [...names, [`${more.toLocaleString('en-US')} more`]] : names;
  return all.flatMap((parts, at): ElementContent[] => {
    const separator = at === 0 ? '' : at === all.length - 1 ? ' and ' : ', ';
    return [separator, ...parts].map((part) =>
      typeof part === 'string' ? { type: 'text', value: part } : part,
    );
  });
}

function shortened(text: string): string {
  const words = text.split(/\s+/);
  return words.length > QUOTED_WORDS ? `${words.slice(0, QUOTED_WORDS).join(' ')} ...` : words.join(' ');
}
