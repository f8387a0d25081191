import { defineRule, type LintConfig, lint } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

const meta = {
  group: 'facts',
  severity: 'error',
  summary: 'A rule of a test.',
  why: 'It matters.',
  ask: 'What then?',
  source: 'This test.',
  options: {},
  messages: { words: { text: 'The words "{{quote}}" stand here.' } },
} as const;
const examples = { invalid: [], valid: [] };

const broken = defineRule({
  meta: { ...meta, id: 'broken' },
  check() {
    throw new Error('something is missing');
  },
  examples,
});
const words = defineRule({
  meta: { ...meta, id: 'words', url: 'https://rules.example/words' },
  check({ document, report }) {
    for (const { start, end } of [...document.sentences].reverse()) {
      report({
        messageId: 'words',
        at: { start, end },
        data: { quote: document.source.slice(start, end) },
        confidence: 0.6,
      });
    }
    report({ messageId: 'words', data: { quote: 'all' }, severity: 'suggestion' });
  },
  examples,
});

describe('a run', () => {
  it('leaves out a rule that is off by default until the configuration gives it a severity', () => {
    const quiet = { ...words, meta: { ...words.meta, offByDefault: true } };
    const severities = (rules: LintConfig['rules']) =>
      lint('I failed.', { ruleSet: [quiet], config: { rules } }).messages.map((message) => message.severity);
    expect(severities({})).toEqual([]);
    expect(severities({ words: 'warning' })).toEqual(['warning', 'warning']);
    expect(severities({ words: ['warning', {}] })).toEqual(['warning', 'warning']);
  });

  it('puts findings about the whole draft first, then those in text order', () => {
    const { messages } = lint('I failed.\r\nI passed.', { ruleSet: [words] });
    expect(messages.map(({ scope, range, line, column }) => [scope, range?.start, line, column])).toEqual([
      ['document', undefined, undefined, undefined],
      ['range', 0, 1, 1],
      ['range', 11, 2, 1],
    ]);
  });

  it('makes VFile messages with all that a reader needs', () => {
    const [, message] = lint('I failed.', { ruleSet: [words] }).messages;
    expect(message).toMatchObject({
      reason: 'The words "I failed." stand here.',
      ruleId: 'words',
      source: 'narrative-lint',
      url: 'https://rules.example/words',
      note: 'It matters.\n\nWhat then?',
      why: 'It matters.',
      ask: 'What then?',
      actual: 'I failed.',
      fatal: true,
      severity: 'error',
      messageId: 'words',
      confidence: 0.6,
      place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 10, offset: 9 } },
    });
  });

  it('leads to the page of a built-in rule only', () => {
    expect(lint('I like [Program].').messages[0]?.url).toMatch(/docs\/rules\/no-placeholders\.md$/);
    expect(lint('I bake.', { ruleSet: [broken] }).messages[0]?.url).toBeUndefined();
  });

  it('says when a rule could not be checked, and runs the others', () => {
    const { messages } = lint('I failed.', { ruleSet: [broken, words] });
    expect(messages.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['broken', 'warning'],
      ['words', 'suggestion'],
      ['words', 'error'],
    ]);
    expect(messages[0]?.reason).toBe(
      'The rule broken could not be checked in this draft, because of a fault in narrative-lint: something is missing.',
    );
  });

  it('leaves out findings that are not sure enough', () => {
    const { messages } = lint('I failed.', { ruleSet: [words], config: { minimumConfidence: 0.7 } });
    expect(messages.map(({ scope }) => scope)).toEqual(['document']);
  });

  it('quotes on one line, and long words from both ends', () => {
    const wait = (times: number) => Array(times).fill('and waited').join(' ');
    const text = [
      `I failed Step 1 then ${wait(4)}`,
      ...Array(5).fill(wait(6)),
      `${wait(4)}, then at last I`,
      'passed.',
    ].join('\n');
    const [, message] = lint(text, { ruleSet: [words] }).messages;
    expect(message?.reason).toMatch(
      /^The words "I failed Step 1 then and waited .* \.\.\. .*at last I passed\." stand here\.$/,
    );
    expect(message?.reason.length).toBeLessThan(150);
  });

  it('uses the roles it is given', () => {
    const roles = [{ role: 'setback', start: 0, end: 9 }] as const;
    expect(lint('I failed. I passed.', { roles, ruleSet: [] }).narrative.space).toMatchObject({
      setback: 2,
      other: 2,
    });
    expect(
      lint('I failed. I passed.', { labeller: { label: () => ({ spans: [] }) }, ruleSet: [] }).narrative.space
        .other,
    ).toBe(4);
  });

  it('gives a result for whatever it is handed', () => {
    for (const text of [
      '',
      ' ',
      '\uFEFF',
      '---',
      '---\n---',
      '***',
      '\u0000',
      '\uD800',
      '> '.repeat(50),
      '[[[[',
      '\r\r\r',
    ]) {
      const { document, problems } = lint(text);
      expect(document.source).toBe(text);
      expect(problems).toEqual([]);
    }
  });
});
