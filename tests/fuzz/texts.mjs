/** Texts as people write them, mixed with what no person would write. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { core } from './built.mjs';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const VOICES = ['d1', 't4', 't6', 't7', 'w3', 'w17', 'w28', 'w40'];

/** Sentences of labelled drafts. */
export const SENTENCES = VOICES.flatMap((voice) =>
  readdirSync(new URL(`labelled/${voice}/`, FIXTURES))
    .filter((name) => name.endsWith('.draft.md'))
    .slice(0, 6)
    .flatMap((name) => {
      const { text } = core.parseMarkedDraft(
        readFileSync(new URL(`labelled/${voice}/${name}`, FIXTURES), 'utf8'),
      );
      return core.parseDocument(text).sentences.map(({ start, end }) => text.slice(start, end));
    }),
);

/** Whole drafts. */
export const DRAFTS = ['samples/personal-statement.md', 'samples/personal-statement-clean.md'].map((path) =>
  readFileSync(new URL(path, FIXTURES), 'utf8'),
);

/** Characters that programs get wrong. */
export const ODD = [
  '\r\n',
  '\r',
  '\n\r',
  '\t',
  '\0',
  '\u000B',
  '\u000C',
  '\u0085',
  '\u00A0',
  '\u00AD',
  '\u1680',
  '\u2003',
  '\u2028',
  '\u2029',
  '\u202F',
  '\u3000',
  '\uFEFF',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u2060',
  '\u200E',
  '\u200F',
  '\u202B',
  '\u202E',
  '\u202C',
  '\u2066',
  '\u2069',
  '\u0301',
  '\u0301\u0323',
  'e\u0301',
  'n\u0303',
  '\u00E9',
  '\u0130',
  '\u0131',
  '\u00DF',
  '\u1E9E',
  '\uFB03',
  '\uFF33',
  '\u212B',
  'A\u030A',
  '\u1100\u1161\u11A8',
  '\uAC01',
  '\u0E01\u0E33',
  '\u0915\u094D\u0937\u093F',
  '\u05D0\u05D1',
  '\u0627\u0644',
  '\u4E2D\u6587',
  '\u{20BB7}',
  '\u{1D400}',
  '\u{1F389}',
  '\u{1F469}\u{1F3FD}\u200D\u2695\uFE0F',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  '\u{1F1FA}\u{1F1F8}',
  '1\uFE0F\u20E3',
  '\u2764\uFE0F',
  '\u{1F3FD}',
  '\u{E0001}',
  '\uFFFD',
  '\uFFFE',
  '\u2018',
  '\u2019',
  '\u201C',
  '\u201D',
  '\u2013',
  '\u2014',
  '\u2015',
  '\u2026',
  '\u2022',
  '\u02BC',
  '\u00BD',
  '\u2122',
];

/** What means something in Markdown, in a comment of the linter or in front matter, often in halves. */
export const MARKS = [
  '\n\n',
  '\n',
  ' ',
  '  \n',
  '# ',
  '## ',
  '> ',
  '> > > ',
  '- ',
  '  - ',
  '    ',
  '* ',
  '1. ',
  '10) ',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```\n',
  '~~~\n',
  '[',
  ']',
  '](',
  '](http://x)',
  '[^1]',
  '[^1]: ',
  '[a]: <b>\n',
  '![',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<!-- narrative-lint disable -->',
  '<!-- narrative-lint disable-next no-melodrama -- why -->',
  '<!-- narrative-lint enable no-wallowing -->',
  '<!-- narrative-lint disabel x, y -->',
  '---\n',
  '***\n',
  '===\n',
  '|a|b|\n|-|-|\n',
  '| ',
  '&amp;',
  '&#x1F389;',
  '&',
  '\\',
  'https://example.org/a_b',
  'www.a.b',
  'a@b.org',
  '{{name}}',
  '[Program]',
  '[ ] ',
  '(',
  ')',
  '"',
  "'",
  '...',
  '. ',
  '.',
  '?!',
  '--',
  ';',
  ':',
  ',',
  '/',
  '%',
  '$',
  '$&',
];

/** Phrases that rules look for, whole or cut. */
export const PHRASES = [
  'I failed Step 1. ',
  'failed ',
  'I passed with a 244. ',
  'Step 2 CK 199 ',
  'in May 2023 ',
  '2019-2021',
  '3,640 ',
  'on my second attempt ',
  'because the exam was unfair ',
  'not my fault ',
  'Then I met with a tutor weekly. ',
  'Mr. John Smith, a 45-year-old, ',
  'S. S., 44, ',
  'MRN 1234567',
  'born 01/02/1960',
  '555-123-4567',
  '18 Levee Road ',
  'U.S. ',
  'e.g. ',
  'No. 5',
  'Dr. ',
  "didn't ",
  'cannot ',
  'i failed. then i passed',
  'internal medicine ',
  'died ',
  'XYZ Program ',
  'lorem ipsum ',
  "I'm ",
  'the the ',
  "constructor's plan ",
  'valueOf ',
  '__proto__ ',
  'an user ',
  'I I I ',
];

const odd = fc.oneof(
  fc.constantFrom(...ODD),
  fc.constantFrom(...MARKS),
  fc.constantFrom(...PHRASES),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
/** A sentence, sometimes with something odd within its words. */
const sentence = fc
  .tuple(fc.constantFrom(...SENTENCES), fc.option(fc.tuple(fc.nat(400), odd), { freq: 2 }))
  .map(([text, put]) => {
    if (!put) return `${text} `;
    const at = Math.min(put[0], text.length);
    return `${text.slice(0, at)}${put[1]}${text.slice(at)} `;
  });
const run = fc.tuple(odd, fc.integer({ min: 2, max: 60 })).map(([piece, times]) => piece.repeat(times));
const body = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: sentence },
      { weight: 4, arbitrary: odd },
      { weight: 1, arbitrary: run },
    ),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''));

const FORMS = {
  plain: (text) => text,
  crlf: (text) => text.replace(/\r?\n/g, '\r\n'),
  bom: (text) => `\uFEFF${text}`,
  nfc: (text) => text.normalize('NFC'),
  nfd: (text) => text.normalize('NFD'),
  trailing: (text) => `${text}\n\n `,
};
export const form = fc.constantFrom(...Object.values(FORMS));

/** A text of some hundred words at most. */
export const text = fc.tuple(body, form).map(([made, shape]) => shape(made));

/** A place in a text of any length, and what is done there. */
export const edit = fc.record({
  at: fc.noBias(fc.integer({ min: 0, max: 10_000 })),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 80 })),
  insert: fc.oneof({ weight: 3, arbitrary: odd }, { weight: 1, arbitrary: sentence }, fc.constant('')),
});

/** The text after an edit, and where it was made. */
export function applied(before, { at, remove, insert }) {
  const start = Math.floor((at / 10_000) * before.length);
  const end = Math.min(before.length, start + remove);
  return { start, end, text: before.slice(0, start) + insert + before.slice(end) };
}

/** Keys and values as front matter has them, right and wrong. */
const value = fc.oneof(
  fc.constantFrom(
    'personal-statement',
    'secondary',
    'internal-medicine',
    'nonsense',
    '',
    '~',
    'true',
    '244',
    '-1',
    '1e309',
    '2024-06-15',
    '[]',
    '{}',
    '[a, b',
    '{a: ',
    '"open',
    '*a',
    '&a [*a, *a]',
    '!!js/function x',
    '<<: *b',
    '|\n  many\n  lines',
    '@',
    '`',
    '? :',
    '0x1F',
    '.nan',
    '2024-99-99',
  ),
  odd,
);
const key = fc.constantFrom(
  'kind',
  'specialty',
  'setbacks',
  'scores',
  'what',
  '- what',
  'attempts',
  'passed',
  'date',
  'usmle-step-1',
  'usmle-step-2-ck',
  'addressedIn',
  '__proto__',
  'constructor',
  'toString',
  'nonsense',
  'kind ',
  '\tkind',
  '  what',
  '    - date',
);
/** Front matter before a text. */
export const withFrontMatter = fc
  .tuple(
    fc.array(fc.tuple(key, fc.constantFrom(': ', ':', ' : ', '\n'), value), { maxLength: 8 }),
    fc.constantFrom('---\n', '---', '...\n', '--- \r\n', ''),
    body,
    form,
  )
  .map(([lines, close, rest, shape]) =>
    shape(`---\n${lines.map((line) => line.join('')).join('\n')}\n${close}${rest}`),
  );
