import {
  type AnyRule,
  type ExampleSettings,
  type InvalidExample,
  type LintResult,
  lint,
  parseConfig,
  parseMarkedDraft,
  rules,
} from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

/** Lints an example with one rule alone and with the roles it marks, so that the labeller is not what is tested. */
function lintExample(rule: AnyRule, text: string, settings: ExampleSettings): LintResult {
  const draft = parseMarkedDraft(text);
  return lint(draft.text, {
    ruleSet: [rule],
    roles: draft.spans,
    ...(settings.kind ? { kind: settings.kind } : {}),
    ...(settings.profile ? { profile: settings.profile } : {}),
    ...(settings.options || rule.meta.offByDefault
      ? { config: { rules: { [rule.meta.id]: [rule.meta.severity, settings.options ?? {}] } } }
      : {}),
  });
}

function applyFixes(source: string, { messages }: LintResult): string {
  let text = source;
  for (const { fix } of [...messages].reverse()) {
    if (fix) text = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
  }
  return text;
}

function quotesOf(example: InvalidExample): (string | undefined)[] {
  if (example.at === undefined) return [undefined];
  return typeof example.at === 'string' ? [example.at] : [...example.at];
}

describe.each(rules.map((rule) => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  const { meta, examples } = rule;

  it.each(examples.invalid.map((example) => [example.text.slice(0, 100), example] as const))(
    'finds %j',
    (_, example) => {
      const result = lintExample(rule, example.text, example);
      const { source } = result.document;
      expect(result.problems).toEqual([]);
      expect(
        result.messages.map(({ ruleId, messageId, range }) => ({
          ruleId,
          messageId,
          at: range && source.slice(range.start, range.end),
        })),
      ).toEqual(quotesOf(example).map((at) => ({ ruleId: id, messageId: example.messageId, at })));
      for (const message of result.messages) {
        for (const words of [message.reason, message.ask]) {
          expect(words).not.toMatch(/undefined|NaN/);
          if (!source.includes('{{')) expect(words).not.toContain('{{');
        }
        expect(message.scope).toBe(message.range ? 'range' : 'document');
        if (message.range) {
          expect(message.range.start).toBeGreaterThanOrEqual(0);
          expect(message.range.end).toBeGreaterThan(message.range.start);
          expect(message.range.end).toBeLessThanOrEqual(source.length);
        }
      }
      expect(
        result.messages.map(({ severity, reason, ask, related, confidence }) => ({
          severity,
          reason,
          ask,
          related,
          confidence,
        })),
      ).toMatchSnapshot();
      if (example.fixed !== undefined) {
        const fixed = applyFixes(source, result);
        expect(fixed).toBe(example.fixed);
        expect(lintExample(rule, fixed, example).messages.map((message) => message.reason)).toEqual([]);
      }
    },
  );

  it.each(examples.valid.map((example) => [example.text.slice(0, 100), example] as const))(
    'passes %j',
    (_, example) => {
      const result = lintExample(rule, example.text, example);
      expect(result.problems).toEqual([]);
      expect(result.messages.map((message) => message.reason)).toEqual([]);
    },
  );

  it('has complete metadata', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    for (const text of [meta.summary, meta.why, meta.source]) expect(text).toMatch(/^.{12,}[.]$/);
    expect(meta.ask).toMatch(/\?$/);
    const used = new Set(examples.invalid.map((example) => example.messageId));
    for (const [messageId, { text, ask }] of Object.entries(meta.messages as AnyRule['meta']['messages'])) {
      expect(text, messageId).toMatch(/[.]$/);
      if (ask !== undefined) expect(ask, messageId).toMatch(/\?$/);
      expect(used, `an example of the message ${messageId}`).toContain(messageId);
    }
    for (const [name, option] of Object.entries(meta.options as AnyRule['meta']['options'])) {
      expect(name).toMatch(/^[a-z][a-zA-Z]*$/);
      expect((option as { description: string }).description).toMatch(/[.]$/);
    }
  });

  it('has enough examples', () => {
    expect(examples.invalid.length).toBeGreaterThanOrEqual(4);
    expect(examples.valid.length).toBeGreaterThanOrEqual(4);
    expect(examples.valid.filter((example) => example.nearMiss).length).toBeGreaterThanOrEqual(2);
    if (meta.fixable) expect(examples.invalid.some((example) => example.fixed !== undefined)).toBe(true);
  });

  it('has defaults that its own schema takes', () => {
    const defaults = Object.fromEntries(
      Object.entries(meta.options as Record<string, { default: unknown }>).map(([name, option]) => [
        name,
        option.default,
      ]),
    );
    const { problems } = parseConfig({ rules: { [id]: [meta.severity, defaults] } });
    expect(problems).toEqual([]);
  });
});

describe('the list of rules', () => {
  it('has no id twice', () => {
    const ids = rules.map((rule) => rule.meta.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
