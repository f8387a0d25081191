import type { FormattingMark } from '../document/types.ts';
import { defineRule } from './types.ts';

const NAMES: Readonly<Record<FormattingMark['kind'], string>> = {
  heading: 'heading',
  list: 'list',
  emphasis: 'emphasis',
  link: 'link',
  table: 'table',
  image: 'image',
  code: 'code formatting',
  quote: 'block quotation',
  rule: 'dividing line',
  html: 'HTML tag',
};
/** Formatting made of lines: a finding points at its first line, not at a page of it. */
const BLOCKS: ReadonlySet<FormattingMark['kind']> = new Set(['list', 'table', 'code', 'quote']);
const ELEMENT =
  /^<\/?(?:a|abbr|b|big|blockquote|body|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|head|hr|html|i|img|ins|li|link|mark|meta|o:p|ol|p|pre|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul)(?:[\s/>]|$)/i;

/** Whether `<...>` is markup of a page, rather than a gap to fill in such as `<hospital>`. */
export function isHtmlElement(tag: string): boolean {
  return /^<[!?]/.test(tag) || ELEMENT.test(tag);
}

export default defineRule({
  meta: {
    id: 'eras-plain-text',
    group: 'eras-form',
    severity: 'warning',
    summary: 'The text needs no formatting.',
    why: 'ERAS drafts are pasted as plain text: headings, bold type and lists are lost or arrive as stray signs, and advisors ask for plain paragraphs anyway.',
    ask: 'Would the words carry it without the formatting?',
    source: 'AAMC, Personal Statement (ERAS applicants), advises a plain-text editor.',
    options: {
      allow: {
        default: [] as readonly string[],
        description:
          'Formatting that is fine: heading, list, emphasis, link, table, image, code, quote, rule, html.',
      },
    },
    messages: {
      formatting: { text: 'The {{name}} at "{{quote}}" will not survive being pasted as plain text.' },
    },
  },

  check({ document, options, report }) {
    const { source, formatting } = document;
    let coveredTo: Partial<Record<FormattingMark['kind'], number>> = {};
    for (const mark of formatting) {
      if (options.allow.includes(mark.kind) || mark.start < (coveredTo[mark.kind] ?? 0)) continue;
      if (mark.kind === 'html' && !isHtmlElement(source.slice(mark.start, mark.end))) continue;
      // A bare address reads the same as plain text.
      if (mark.kind === 'link' && source.charAt(mark.start) !== '[') continue;
      coveredTo = { ...coveredTo, [mark.kind]: mark.end };
      const lineEnd = source.indexOf('\n', mark.start);
      const end = BLOCKS.has(mark.kind) && lineEnd > 0 ? Math.min(lineEnd, mark.end) : mark.end;
      const text = source.slice(mark.start, end).trimEnd();
      const at = { start: mark.start, end: mark.start + text.length };
      report({ messageId: 'formatting', at, data: { name: NAMES[mark.kind], quote: text } });
    }
  },

  examples: {
    invalid: [
      {
        text: '# My path to medicine\n\nIt began in a clinic.',
        messageId: 'formatting',
        at: '# My path to medicine',
      },
      {
        text: 'I passed on my *second* attempt and **never** looked back.',
        messageId: 'formatting',
        at: ['*second*', '**never**'],
      },
      {
        text: 'I learned three things:\n\n- to ask\n- to listen\n- to call',
        messageId: 'formatting',
        at: '- to ask',
      },
      {
        text: 'My work is [on my page](https://example.org/me).',
        messageId: 'formatting',
        at: '[on my page](https://example.org/me)',
      },
      {
        text: 'My scores:\n\n| Step 1 | Step 2 |\n|---|---|\n| pass | 247 |',
        messageId: 'formatting',
        at: '| Step 1 | Step 2 |',
      },
      { text: 'I was <b>proud</b> of it.', messageId: 'formatting', at: ['<b>', '</b>'] },
    ],
    valid: [
      { text: 'It began in a clinic.\n\nIt went on in a lab.' },
      { text: 'I saw * and # on the chart, and 2 * 3 boxes.', nearMiss: 'stray signs are no formatting' },
      {
        text: 'I trained at <hospital> in my third year.',
        nearMiss: 'a gap to fill in, which is another rule\u2019s',
      },
      {
        text: 'Our results are at https://example.org/study for all to read.',
        nearMiss: 'a bare address stays as it is',
      },
      { text: '<!-- **remember** to cut this -->\n\nI passed.', nearMiss: 'a comment is never pasted' },
      { text: 'I *passed*.', options: { allow: ['emphasis'] } },
    ],
  },
});
