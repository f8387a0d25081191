import { describe, expect, it } from 'vitest';
import { type AnyRule, correct, type LintOptions, lint } from '../src/index.ts';

const RULE = 'eras-characters';
const text = (times: number) => 'I passed\u2026 '.repeat(times);
/** A rule that finds a letter wherever it stands, and may put another in its place. */
const everyLetter = (letter: string, other?: string): AnyRule => ({
  meta: {
    id: `no-${letter}`,
    group: 'facts',
    severity: 'suggestion',
    summary: 'The letter is not there.',
    why: 'It is one that a test can count.',
    ask: 'Could it go?',
    source: 'This test.',
    options: {},
    messages: { there: { text: 'The letter is there.' } },
  },
  check({ document, report }) {
    for (const { index: start } of document.source.matchAll(new RegExp(letter, 'g'))) {
      const at = { start, end: start + 1 };
      report({ messageId: 'there', at, ...(other ? { fix: { ...at, text: other } } : {}) });
    }
  },
  examples: { invalid: [], valid: [] },
});
const run = (source: string, options: LintOptions = {}) => {
  const { messages, silenced } = lint(source, options);
  const own = (list: typeof messages) => list.filter(({ ruleId }) => ruleId === RULE);
  return { own: own(messages), silenced: own(silenced) };
};

describe('findings of one rule', () => {
  it('are told one by one up to a thousand, and one more that would stand for itself alone', () => {
    for (const times of [1000, 1001]) {
      const { own } = run(text(times));
      expect(own.map(({ messageId }) => messageId)).toEqual(Array(times).fill('visible'));
    }
  });

  it('beyond a thousand are one finding that counts them, where the first of them stands', () => {
    const source = text(3500);
    const { own } = run(source);
    expect(own).toHaveLength(1001);
    const [last] = own.slice(-1);
    expect(last?.messageId).toBe('and-more');
    expect(last?.reason).toBe(
      'The rule eras-characters finds 2,500 more from here on; the 1,000 before are told one by one.',
    );
    expect(last?.range?.start).toBe(1000 * 'I passed\u2026 '.length + 'I passed'.length);
    expect(last?.severity).toBe('warning');
  });

  it('are all corrected, each counted, and none is left to correct', () => {
    const source = `${text(3500)}I don\u2019t stop.`;
    const once = correct(source, lint(source), (next) => lint(next));
    expect(once.text).toBe(source.replaceAll('\u2026', '...').replace('\u2019', "'"));
    expect(once.count).toBe(3501);
    expect(once.result.messages.filter(({ fix }) => fix)).toEqual([]);
    expect(correct(once.text, once.result, (next) => lint(next)).text).toBe(once.text);
  });

  it('are corrected where those of another rule lie among them', () => {
    const options = { ruleSet: [everyLetter('a', 'b'), everyLetter('c', 'd')] };
    const source = 'acx '.repeat(2500);
    const after = correct(source, lint(source, options), (next) => lint(next, options));
    expect(after.text).toBe('bdx '.repeat(2500));
    expect(after.count).toBe(5000);
    expect(after.result.messages).toEqual([]);
  });

  it('that a comment turns off count apart and stay as they are', () => {
    const source = `<!-- narrative-lint disable ${RULE} -->\n${text(1500)}\n<!-- narrative-lint enable ${RULE} -->\n${text(3)}`;
    const { own, silenced } = run(source);
    expect(own.map(({ messageId }) => messageId)).toEqual(['visible', 'visible', 'visible']);
    expect(silenced).toHaveLength(1001);
    expect(silenced.at(-1)?.reason).toContain('finds 500 more');
    const after = correct(source, lint(source), (next) => lint(next)).text;
    expect(after.match(/\u2026/g)).toHaveLength(1500);
  });

  it('keep the gravest severity and the surest word of those one stands for', () => {
    const odd: AnyRule = {
      ...everyLetter('x'),
      check({ document, report }) {
        for (let start = document.source.length - 1; start >= 0; start -= 1)
          report({
            messageId: 'there',
            at: { start, end: start + 1 },
            confidence: start === 1100 ? 0.9 : 0.5,
            ...(start === 1200 ? { severity: 'error' } : {}),
          });
      },
    };
    const { messages } = lint('x'.repeat(1500), { ruleSet: [odd] });
    expect(messages).toHaveLength(1001);
    expect(messages.map(({ range }) => range?.start)).toEqual(Array.from({ length: 1001 }, (_, at) => at));
    expect(messages.at(-1)).toMatchObject({ severity: 'error', confidence: 0.9 });
    expect(messages.at(-1)).not.toHaveProperty('fix');
  });
});
