import type { TextRange } from '../document/types.ts';
import { wholeCharacters } from '../document/whole-characters.ts';
import { describe, SPECIAL } from './eras-characters.table.ts';
import { defineRule } from './types.ts';

const WIDE_DASH = /^[\u2013\u2014\u2015]$/;

export default defineRule({
  meta: {
    id: 'eras-characters',
    group: 'eras-form',
    severity: 'warning',
    summary: 'Every character is one that a plain-text form keeps.',
    why: 'Word processors put in characters that a plain-text form may drop or show as a question mark, and a reader takes that for carelessness.',
    ask: 'Would you put the plain character in its place?',
    source:
      'AAMC, Personal Statement (ERAS applicants), warns of characters that word processors bring along.',
    options: {
      western: {
        default: false,
        description:
          'Look at accented letters and the other characters of Western Europe, too (\u00E9, \u00F1, \u00B0).',
      },
    },
    messages: {
      visible: { text: 'The {{name}} in "{{words}}" may turn into a question mark in a plain-text form.' },
      invisible: {
        text: 'The {{name}} at "{{words}}" may get lost, or turn into a question mark, in a plain-text form.',
      },
      none: {
        text: 'The {{name}} in "{{words}}" may turn into a question mark in a plain-text form, and it has no plain form.',
        ask: 'Could the sentence do without it?',
      },
    },
    fixable: true,
  },

  check({ document, options, report }) {
    const { source, prose, body, comments } = document;
    const text = prose.slice(0, body.end);
    let comment = 0;
    SPECIAL.lastIndex = body.start;
    for (let match = SPECIAL.exec(text); match; match = SPECIAL.exec(text)) {
      const found = { start: match.index, end: match.index + match[0].length };
      const at = wholeCharacters(text, found);
      while ((comments[comment]?.end ?? at.end) < at.end) comment += 1;
      if (at.start >= (comments[comment]?.start ?? at.end)) continue;
      const special = describe(match[1] ?? match[0], options.western);
      if (!special) continue;
      const data = { name: special.name, words: around(source, at) };
      if (special.plain === undefined) report({ messageId: 'none', at, data });
      else {
        const messageId = special.plain.trim() === '' ? 'invisible' : 'visible';
        report({ messageId, at, data, fix: { ...found, text: plainRun(source, found, special.plain) } });
      }
    }
  },

  examples: {
    invalid: [
      { text: 'I don\u2019t forget.', messageId: 'visible', at: '\u2019', fixed: "I don't forget." },
      {
        text: 'She called me \u201Csafe.\u201D',
        messageId: 'visible',
        at: ['\u201C', '\u201D'],
        fixed: 'She called me "safe."',
      },
      {
        text: 'I failed\u2014then I passed.',
        messageId: 'visible',
        at: '\u2014',
        fixed: 'I failed - then I passed.',
      },
      {
        text: 'I failed \u2014 then I passed.',
        messageId: 'visible',
        at: '\u2014',
        fixed: 'I failed - then I passed.',
      },
      {
        text: 'From 2019\u20132021 I taught.',
        messageId: 'visible',
        at: '\u2013',
        fixed: 'From 2019-2021 I taught.',
      },
      {
        text: 'And then\u2026 I passed.',
        messageId: 'visible',
        at: '\u2026',
        fixed: 'And then... I passed.',
      },
      {
        text: '\u2022 Tutoring\n\u2022 Research',
        messageId: 'visible',
        at: ['\u2022', '\u2022'],
        fixed: '- Tutoring\n- Research',
      },
      {
        text: 'I passed.\n\n\tI grew up\there.',
        messageId: 'invisible',
        at: ['\t', '\t'],
        fixed: 'I passed.\n\nI grew up here.',
      },
      {
        text: 'Step\u00A01 was\u200B hard.',
        messageId: 'invisible',
        at: ['\u00A0', '\u200B'],
        fixed: 'Step 1 was hard.',
      },
      {
        text: 'Step 1\u200B\u2060\u200B was hard.',
        messageId: 'invisible',
        at: '\u200B\u2060\u200B',
        fixed: 'Step 1 was hard.',
      },
      {
        text: 'The e\uFB03cient \uFF33tep.',
        messageId: 'visible',
        at: ['\uFB03', '\uFF33'],
        fixed: 'The efficient Step.',
      },
      { text: 'I passed \u{1F389} in May.', messageId: 'none', at: '\u{1F389}' },
      {
        text: 'We are a team \u{1F469}\u{1F3FD}\u200D\u2695\uFE0F of three.',
        messageId: 'none',
        at: '\u{1F469}\u{1F3FD}\u200D\u2695\uFE0F',
      },
      {
        text: 'Jos\u00E9 taught me.',
        options: { western: true },
        messageId: 'visible',
        at: '\u00E9',
        fixed: 'Jose taught me.',
      },
    ],
    valid: [
      { text: 'I don\'t forget what "safe" means - it means calling early...' },
      { text: 'Dr. Garc\u00EDa and Ms. Nu\u00F1ez taught me.', nearMiss: 'letters with accents in names' },
      { text: 'The fever was 39\u00B0 at night.', nearMiss: 'a sign of Western Europe' },
      { text: 'I passed.\r\n\r\nThen I matched.\r\n', nearMiss: 'line breaks of Windows' },
      {
        text: '---\ntitle: \u201CDraft\u201D\n---\nI passed.<!-- \u2026 and then? -->',
        nearMiss: 'front matter and comments',
      },
    ],
  },
});

/** The plain form of a run; a dash between words gets the spaces that the wide one could do without. */
function plainRun(source: string, at: TextRange, plain: string): string {
  const run = source.slice(at.start, at.end);
  const first = run.charAt(0);
  const before = source.charAt(at.start - 1);
  const after = source.charAt(at.end);
  if (first === '\t' || plain === '\n') return before === '\n' ? '' : plain;
  if (!WIDE_DASH.test(first)) return plain.repeat([...run].length);
  const words =
    /[\p{L}\p{N}"'\u2019\u201D)\].,]/u.test(before) && /[\p{L}\p{N}"'\u2018\u201C([]/u.test(after);
  const range = /\d/.test(before) && /\d/.test(after);
  if (range || (first === '\u2013' && words)) return '-';
  const closes = /^["'\u201D\u2019).,;:!?](?!\p{L})/u.test(source.slice(at.end, at.end + 2));
  return `${/\S/.test(before) ? ' ' : ''}-${/\S/.test(after) && !closes ? ' ' : ''}`;
}

/** The word a character stands in, or the words beside it. */
function around(source: string, at: TextRange): string {
  const words = (text: string) => text.split(/(\s)/);
  const before = words(source.slice(Math.max(0, at.start - 24), at.start))
    .slice(-3)
    .join('');
  const after = words(source.slice(at.end, at.end + 24))
    .slice(0, 3)
    .join('');
  return `${before}${source.slice(at.start, at.end)}${after}`;
}
