import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSession, type LintOptions, type LintResult, lint } from '../src/index.ts';

const sample = readFileSync(
  fileURLToPath(new URL('../../../fixtures/samples/personal-statement.md', import.meta.url)),
  'utf8',
);
const MARKED = `# A title\n\n${sample.replace(/^---[\s\S]*?---\n/, '')}\n\n- one *item*\n\n  its second paragraph\n\n> a quotation\n\n[^1]: a note\n\n    of two paragraphs\n\n\`\`\`\ncode\n\nmore\n\`\`\`\n\nA [link][l] and the end.\n\n[l]: https://example.org\n`;

/** Everything of a result that anybody sees, in plain values. */
function seen(result: LintResult) {
  const { messages, narrative, counts, kind, profile, document, problems } = result;
  return {
    messages: messages.map((message) => ({ ...message, text: String(message) })),
    narrative,
    counts,
    kind,
    profile,
    problems,
    document,
  };
}

const PIECES = [
  ...'aI.,;"(\u2019 \n'.split(''),
  '\n\n',
  '\r\n',
  ' I failed Step 1. ',
  ' because the exam was unfair',
  '. Then I met with a tutor weekly and passed with a 244.',
  '*',
  '# ',
  '- ',
  '> ',
  '[',
  ']: ',
  '<!-- ',
  ' -->',
  '```\n',
  '---\n',
  'kind: secondary\n',
  '    ',
  '\u2014',
  '\u{1F469}\u{1F3FD}\u200D\u2695\uFE0F',
  ' patient died of heart failure.',
];

const edit = fc.record({
  at: fc.noBias(fc.integer({ min: 0, max: 10_000 })),
  remove: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 60 })),
  insert: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.constant('')),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function apply(text: string, { at, remove, insert }: Edit): string {
  const place = Math.floor((at / 10_000) * text.length);
  return text.slice(0, place) + insert + text.slice(place + remove);
}

/** Drafts of several writers, with the kinds and profiles that their front matter gives. */
const DRAFTS = ['t1', 't4', 't6', 't7'].map((folder, at) => {
  const path = new URL(`../../../fixtures/labelled/${folder}/`, import.meta.url);
  const name = readdirSync(path)
    .filter((file) => file.endsWith('.draft.md'))
    .sort()[at * 3];
  const text = readFileSync(new URL(name ?? '', path), 'utf8');
  return text.replaceAll(/\[\[\w+\||\]\]/g, '');
});

/** What a writer does to a draft, somewhere in it. */
const change = fc.record({
  what: fc.constantFrom(
    'type',
    'erase',
    'split',
    'join',
    'new paragraph',
    'no paragraph',
    'move',
    'begin',
    'end',
  ),
  at: fc.noBias(fc.integer({ min: 0, max: 9_999 })),
  piece: fc.constantFrom(...PIECES),
});

function changed(
  text: string,
  { what, at, piece }: typeof change extends fc.Arbitrary<infer C> ? C : never,
): string {
  const place = Math.floor((at / 10_000) * text.length);
  const without = (sign: string, instead: string) => {
    const found = text.indexOf(sign, place);
    return found < 0 ? text : text.slice(0, found) + instead + text.slice(found + sign.length);
  };
  const insert = (words: string, where: number) => text.slice(0, where) + words + text.slice(where);
  switch (what) {
    case 'type':
      return insert(piece, place);
    case 'erase':
      return text.slice(0, place) + text.slice(place + (at % 90));
    case 'split':
      return without(' ', '. ');
    case 'join':
      return without('. ', ' ');
    case 'new paragraph':
      return without('. ', '.\n\n');
    case 'no paragraph':
      return without('\n\n', ' ');
    case 'begin':
      return insert('I failed Step 1. ', 0);
    case 'end':
      return insert(' I passed it a year later with help', text.trimEnd().length);
    default: {
      const paragraphs = text.split('\n\n');
      const [moved = ''] = paragraphs.splice(at % paragraphs.length, 1);
      return [...paragraphs, moved].join('\n\n');
    }
  }
}

describe('a session', () => {
  for (const [name, text, options] of [
    ['a statement with front matter', sample, {}],
    ['Markdown of many kinds', MARKED, { kind: 'personal-statement' }],
    ['Windows line breaks', MARKED.replaceAll('\n', '\r\n'), {}],
    ['plain text', sample, { format: 'text' }],
  ] as const satisfies readonly (readonly [string, string, LintOptions])[]) {
    it(`finds what a full lint finds after each random edit: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 10, maxLength: 10 }), (edits) => {
          const session = createSession();
          let draft: string = text;
          session.lint(draft, options);
          for (const one of edits) {
            draft = apply(draft, one);
            expect(seen(session.lint(draft, options))).toEqual(seen(lint(draft, options)));
          }
        }),
        { numRuns: 8, seed: 20261 },
      );
    });
  }

  it('finds what a full lint finds while drafts are written and rearranged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DRAFTS),
        fc.array(change, { minLength: 14, maxLength: 14 }),
        (whole, changes) => {
          const session = createSession();
          let draft = whole;
          session.lint(draft);
          for (const one of changes) {
            draft = changed(draft, one);
            expect(seen(session.lint(draft))).toEqual(seen(lint(draft)));
          }
        },
      ),
      { numRuns: 8, seed: 20262 },
    );
  });

  it('finds what a full lint finds after each key of a sentence in a long draft', () => {
    const session = createSession();
    const long = DRAFTS.join('\n\n');
    const at = long.indexOf('. ', long.length / 2) + 2;
    const typed = 'In May 2021 I failed Step 2 CK with a 205, because I was ill. ';
    for (let keys = 1; keys <= typed.length; keys += 3) {
      const draft = long.slice(0, at) + typed.slice(0, keys) + long.slice(at);
      expect(seen(session.lint(draft))).toEqual(seen(lint(draft)));
    }
    expect(seen(session.lint(long))).toEqual(seen(lint(long)));
  });

  it('sees options that change between two runs', () => {
    const session = createSession();
    for (const kind of ['personal-statement', 'interruption', 'secondary'] as const)
      for (const setbacks of [[], [{ what: 'usmle-step-1' }], [{ what: 'gap' }]] as const) {
        const options = { kind, profile: { setbacks } };
        expect(seen(session.lint(MARKED, options))).toEqual(seen(lint(MARKED, options)));
      }
  });

  it('is not disturbed by a run that was left off', () => {
    const session = createSession();
    session.lint(sample);
    const changed = `${sample}\n\nI failed Step 1 again. I then met with a tutor.`;
    for (let steps = 1; steps < 6; steps += 1) {
      const run = session.steps(changed);
      for (let step = 0; step < steps; step += 1) run.next();
      expect(seen(session.lint(sample))).toEqual(seen(lint(sample)));
    }
    expect(seen(session.lint(changed))).toEqual(seen(lint(changed)));
  });

  it('analyses repeated and moved paragraphs alike', () => {
    const session = createSession();
    const [first = '', ...rest] = MARKED.split('\n\n');
    for (const draft of [MARKED, [...rest, first, ...rest].join('\n\n'), MARKED])
      expect(seen(session.lint(draft))).toEqual(seen(lint(draft)));
  });
});
