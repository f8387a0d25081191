import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Brief } from '../brief/types.ts';

/** The talk sheet, closed at first: closed it is not printed with the handout. */
export function talkSheet({ sections }: Brief): Element {
  return h('details', { class: 'talk' }, [
    h('summary', 'Talk sheet'),
    h(
      'p',
      { class: 'note screen' },
      'For the talk between advisor and applicant. It is printed only while it is open.',
    ),
    ...sections.flatMap(({ title, lines }) => [
      h('h3', title),
      h(
        'ul',
        lines.map(({ text, quotes = [], source }) =>
          h('li', [
            text,
            ...(source === undefined ? [] : [h('span', { class: 'source' }, ` (Source: ${source}.)`)]),
            ...quotes.map((quote) => h('blockquote', quote)),
          ]),
        ),
      ),
    ]),
  ]);
}
