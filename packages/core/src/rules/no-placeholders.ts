import type { NarrativeDocument, TextRange } from '../document/types.ts';
import { isHtmlElement } from './eras-plain-text.ts';
import {
  capitals,
  dateForms,
  gapPhrasesIn,
  isGap,
  isGapInParentheses,
  isOpenNumber,
  isOpenScore,
  isToldOf,
  notes,
  openDates,
  openDigits,
  questionMarks,
  signedDigits,
  underscores,
} from './no-placeholders.lexicon.ts';
import { defineRule } from './types.ts';

/** A gap is short; a longer bracket is prose. UTF-16 code units. */
const LONGEST_GAP = 80;
/** A quoted form is no longer than this. */
const LONGEST_FORM = 160;
/** How far before a place its opening quotation mark is looked for. */
const LONGEST_LOOK = 2000;
const bracketed = () =>
  new RegExp(
    String.raw`\{\{[^{}\n]{0,${LONGEST_GAP}}\}\}|\$?\{[^{}\n]{1,${LONGEST_GAP}}\}|\\?\[([^\[\]\n]{0,${LONGEST_GAP}}?)\\?\](?!\(|\[|:)|(?<![\p{L}\p{N}])<([\p{L}_][^<>@\n]{0,${LONGEST_GAP}})>|\(([^()\n]{1,${LONGEST_GAP}})\)`,
    'gu',
  );

export default defineRule({
  meta: {
    id: 'no-placeholders',
    group: 'facts',
    severity: 'error',
    summary: 'Nothing is left to fill in.',
    why: 'A gap left in a statement tells a director that nobody read it once more before it was sent, to them or to every other program.',
    ask: 'What belongs here?',
    source: 'Advisors name a forgotten gap and a wrong program name among the slips that end a reading.',
    options: {
      ignore: {
        default: [] as readonly string[],
        description: 'Texts that look like a gap and are meant, exactly as written.',
      },
    },
    messages: {
      gap: { text: '"{{text}}" is still waiting to be filled in.' },
      number: {
        text: '"{{text}}" still stands where a number belongs.',
        ask: 'Which number is it, as your transcript gives it?',
      },
      note: {
        text: '"{{text}}" is a note to yourself that is still in the text.',
        ask: 'What did you mean to write or check here?',
      },
      sample: { text: '"{{text}}" is sample text.', ask: 'What did you want to say here?' },
    },
  },

  check({ document, options, report }) {
    let end = 0;
    for (const gap of gapsOf(document)) {
      const text = document.source.slice(gap.start, gap.end);
      if (gap.start < end || options.ignore.includes(text)) continue;
      end = gap.end;
      report({ messageId: gap.messageId, at: { start: gap.start, end: gap.end }, data: { text } });
    }
  },

  examples: {
    invalid: [
      { text: 'Since then I passed Step 1 and scored a 24X on Step 2.', messageId: 'number', at: '24X' },
      { text: 'I scored 2XX on Step 2 CK and 5XX on Level 2.', messageId: 'number', at: ['2XX', '5XX'] },
      { text: 'I worked with XX patients in 20XX.', messageId: 'number', at: ['XX', '20XX'] },
      { text: 'I scored a 24x on Step 2.', messageId: 'number', at: '24x' },
      {
        text: 'I hope to train at [Program] in [insert city].',
        messageId: 'gap',
        at: ['[Program]', '[insert city]'],
      },
      {
        text: 'My mentor, Dr. [Last Name], taught me at <hospital>.',
        messageId: 'gap',
        at: ['[Last Name]', '<hospital>'],
      },
      {
        text: 'I rotated at [Hospital - check spelling] and wrote about [Research Topic and Journal].',
        messageId: 'gap',
        at: ['[Hospital - check spelling]', '[Research Topic and Journal]'],
      },
      { text: 'I am drawn to {{name}} because of its clinic.', messageId: 'gap', at: '{{name}}' },
      {
        text: 'Dr. ___ and I saw ____ patients, and I scored 2__.',
        messageId: 'gap',
        at: ['___', '____', '2__'],
      },
      { text: 'TODO: say more. My score is TBD.', messageId: 'note', at: ['TODO', 'TBD'] },
      { text: 'FIXME I passed.', messageId: 'note', at: 'FIXME' },
      { text: 'Lorem ipsum dolor sit amet.', messageId: 'sample', at: 'Lorem ipsum' },
      { text: 'I scored insert score here on Step 2.', messageId: 'gap', at: 'insert score here' },
      {
        text: 'I passed after (number) attempts at Program Name Here.',
        messageId: 'gap',
        at: ['(number)', 'Program Name Here'],
      },
      { text: 'I passed, and an attending wrote "[insert quote]".', messageId: 'gap', at: '[insert quote]' },
      {
        text: 'I moved there in (month) of (year), and sat the exam on xx/xx/2022 and __/__/2023.',
        messageId: 'gap',
        at: ['(month)', '(year)', 'xx/xx/2022', '__/__/2023'],
      },
      {
        text: 'I scored a 2?? on Level 3 and a 23* on Step 3.',
        messageId: 'number',
        at: ['2??', '23*'],
      },
      {
        text: 'I would thrive at HOSPITAL NAME in %STATE%, where Dr. NAME saw ### children.',
        messageId: 'gap',
        at: ['HOSPITAL NAME', '%STATE%', 'Dr. NAME', '###'],
      },
      {
        text: 'I like to teach. [needs a stronger opening] [perhaps trim this part]',
        messageId: 'gap',
        at: ['[needs a stronger opening]', '[perhaps trim this part]'],
      },
      {
        text: 'Note to self: ask Ana. FILL IN: my reason. The month is tbd.',
        messageId: 'note',
        at: ['Note to self', 'FILL IN', 'tbd'],
      },
      { text: 'I raised it to the ?? percentile.', messageId: 'gap', at: '??' },
      {
        text: 'I was on leave from MM/YYYY to 06/2023. [why this hospital]',
        messageId: 'gap',
        at: ['MM/YYYY', '[why this hospital]'],
      },
    ],
    valid: [
      { text: 'I scored 247 on Step 2 CK and passed Step 1 on my second attempt.' },
      { text: 'I read the X-ray, and then another x-ray.', nearMiss: 'an X-ray' },
      {
        text: 'She had an XX chromosome pair and he was 46,XY; the lab wrote 46,XX and 47,XXX.',
        nearMiss: 'chromosomes',
      },
      {
        text: 'I tested CN XII, read Chapter XX, and watched Super Bowl XXX with Malcolm X.',
        nearMiss: 'Roman numerals',
      },
      {
        text: 'My attending wrote that "[she] was thorough [sic] and [the hospital] was lucky."',
        nearMiss: 'an editor in a quotation',
      },
      {
        text: 'We drew a 2x2 table, and the follow-up was 10X faster at 40X magnification.',
        nearMiss: 'a table and multiples',
      },
      { text: 'See [my hospital](https://example.org) and [1].', nearMiss: 'a link and a reference' },
      { text: '<!-- TODO: ask Dr. [Name] -->\n\nI passed.', nearMiss: 'a comment is never pasted' },
      { text: 'I was <b>proud</b> of it, as p <0.05 and n >30.', nearMiss: 'markup and comparisons' },
      {
        text: 'I added value here, and I insert central lines here every week (in a hospital).',
        nearMiss: 'prose of the same words',
      },
      {
        text: 'Mr. X, a man at Hospital X, asked me what to do. To do it well took time?!',
        nearMiss: 'a name withheld',
      },
      { text: 'I wrote __strong__ words and a snake_case name.', nearMiss: 'Markdown and code' },
      {
        text: 'On each card I wrote "I chose ___ because ___" before I read on.',
        nearMiss: 'a form that is told of',
      },
      {
        text: 'One embryo was an XX and one an XY, and I spoke of them at the XX World Congress.',
        nearMiss: 'a chromosome pair and a Roman numeral',
      },
      {
        text: "The wristband said Surname: TBD, the intake form read 'mother: ____', and the letter began '(insert name)'.",
        nearMiss: 'what a form said',
      },
      {
        text: 'Did the boy score 24? I asked. (He had moved up a year in one month.)',
        nearMiss: 'a question',
      },
      {
        text: 'To fill in: that is what forms are for. I need a better ending than most.',
        nearMiss: 'prose about writing',
      },
      { text: 'I hope to train at [Program].', options: { ignore: ['[Program]'] } },
    ],
  },
});

interface Gap extends TextRange {
  readonly messageId: 'gap' | 'number' | 'note' | 'sample';
}

function gapsOf({ source, prose, body, formatting }: NarrativeDocument): Gap[] {
  const gaps: Gap[] = [];
  const text = prose.slice(0, body.end);
  const add = (messageId: Gap['messageId'], start: number, found: string) => {
    // Numbers are the draft's own, whatever it tells of.
    if (messageId === 'number' || !isTold(text, start))
      gaps.push({ messageId, start, end: start + found.length });
  };
  /** To look for a sign that a gap must have costs next to nothing. */
  const has = (...signs: readonly string[]) => signs.some((sign) => text.includes(sign));

  for (const { 0: found, 1: square, 2: angle, 3: round, index } of has('[', '(', '<', '{')
    ? text.matchAll(bracketed())
    : []) {
    if (square !== undefined && (!isGap(square, isQuoted(text, index)) || isCheckbox(text, index))) continue;
    if (round !== undefined && !isGapInParentheses(round)) continue;
    if (angle === undefined || !isHtmlElement(found)) add('gap', index, found);
  }
  for (const { start, end, kind } of formatting) {
    const tag = source.slice(start, end);
    // Markdown takes "__/__" for emphasis, so that the prose does not hold it.
    if (kind === 'emphasis' && tag === '__/__')
      add('gap', start, `${tag}${/^\/\d{2,4}(?!\d)/.exec(source.slice(end, end + 6))?.[0] ?? ''}`);
    if (kind === 'html' && /^<[\p{L}_][^<>\n]*>$/u.test(tag) && !isHtmlElement(tag)) add('gap', start, tag);
  }
  for (const { 0: found, index } of /\dx|xx/i.test(text) ? text.matchAll(openDigits()) : []) {
    const end = index + found.length;
    if (isOpenNumber(found, text.slice(Math.max(0, index - 40), index), text.slice(end, end + 40)))
      add('number', index, found);
  }
  for (const { 0: found, index } of has('YY') ? text.matchAll(dateForms()) : []) add('gap', index, found);
  for (const { 0: found, index } of has('TODO', 'FIXME', 'TBD', 'tbd', 'FILL IN')
    ? text.matchAll(notes())
    : [])
    add('note', index, found);
  for (const { 0: found, index } of gapPhrasesIn(text)) add(phraseKind(found), index, found);
  for (const { 0: found, index } of has('NAME', '%', '##') ? text.matchAll(capitals()) : [])
    add('gap', index, found);
  for (const { 0: found, index } of has('/') ? text.matchAll(openDates()) : []) add('gap', index, found);
  for (const { 0: found, index } of /\d[?*]/.test(text) ? text.matchAll(signedDigits()) : []) {
    const end = index + found.length;
    if (isOpenScore(found, text.slice(Math.max(0, index - 40), index), text.slice(end, end + 40)))
      add('number', index, found);
  }
  for (const { 0: found, index } of has('??') ? text.matchAll(questionMarks()) : []) add('gap', index, found);
  for (const { 0: found, index } of has('_') ? text.matchAll(underscores()) : []) {
    if (!isDividingLine(text, index) && !isFormQuoted(text, index)) add('gap', index, found);
  }
  return gaps.sort((a, b) => a.start - b.start || b.end - a.end);
}

function phraseKind(found: string): Gap['messageId'] {
  if (/^lorem/i.test(found)) return 'sample';
  return /^notes? to self/i.test(found) ? 'note' : 'gap';
}

/** Whether a place is in what a sign or form is told to have said; a sign that stands after the text tells nothing. */
function isTold(text: string, at: number): boolean {
  return isToldOf(text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - LONGEST_FORM), at));
}

/** Whether a place is inside a quotation of its line. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - LONGEST_LOOK), at);
  const curly = before.lastIndexOf('\u201C') > before.lastIndexOf('\u201D');
  return curly || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** A quotation with several blanks in it is a form that the writer tells of. */
function isFormQuoted(text: string, at: number): boolean {
  if (!isQuoted(text, at)) return false;
  const open = Math.max(text.lastIndexOf('"', at), text.lastIndexOf('\u201C', at));
  const form = text
    .slice(open + 1, open + 1 + LONGEST_FORM)
    .split(/["\u201D\n]/, 1)
    .join('');
  return [...form.matchAll(underscores())].length > 1;
}

function isDividingLine(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  const line = text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
  return /^[\s_]+$/.test(line);
}

/** An empty box at the head of a line belongs to a list of things to do. */
function isCheckbox(text: string, at: number): boolean {
  return (
    /(?:^|\n)[^\S\n]*(?:[-*][^\S\n]+)?$/.test(text.slice(Math.max(0, at - 12), at)) &&
    text.startsWith('[ ]', at)
  );
}
