import { readFileSync } from 'node:fs';
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
