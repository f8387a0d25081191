import { type AnyRule, type LintConfig, lint, RuleFault, rules } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

const TEXT = 'I scored a 24X on Step 2. I saw the the patient.';

/** A rule that does what it is told to do. */
const ruleThat = (check: AnyRule['check'], more: Partial<AnyRule['meta']> = {}): AnyRule => ({
  meta: {
    id: 'odd',
    group: 'facts',
    severity: 'warning',
    summary: 'Nothing is odd.',
    why: 'It is one that a test can break.',
    ask: 'Is it odd?',
    source: 'This test.',
    options: {},
    messages: { odd: { text: 'It is odd.' } },
    ...more,
  },
  check,
  examples: { invalid: [], valid: [] },
});

describe('a rule', () => {
  const found = (setting?: NonNullable<LintConfig['rules']>[string]) => {
    const ids = ['no-placeholders', 'no-repeated-words'];
    const ruleSet = rules.filter(({ meta }) => ids.includes(meta.id));
    const config = { rules: Object.fromEntries(ids.map((id) => [id, setting ?? []])) };
    const { messages } = lint(TEXT, { ruleSet, ...(setting === undefined ? {} : { config }) });
    return messages.map(({ ruleId, severity }) => [ruleId, severity]);
  };

  it('runs with its own severity, unless it is off until somebody turns it on', () => {
    expect(found()).toEqual([['no-placeholders', 'error']]);
  });

  it('runs with the severity that it is given', () => {
    expect(found('suggestion')).toEqual([
      ['no-placeholders', 'suggestion'],
      ['no-repeated-words', 'suggestion'],
    ]);
    expect(found(['warning', {}])).toEqual([
      ['no-placeholders', 'warning'],
      ['no-repeated-words', 'warning'],
    ]);
  });

  it('that is off says nothing', () => {
    expect(found('off')).toEqual([]);
    expect(found(['off', {}])).toEqual([]);
  });
});

describe('a rule that breaks', () => {
  const told = (check: AnyRule['check']) =>
    lint(TEXT, {
      ruleSet: [ruleThat(check), ...rules.filter(({ meta }) => meta.id === 'no-placeholders')],
    }).messages.map(({ ruleId, messageId, severity, reason, ask }) => [
      ruleId,
      messageId,
      severity,
      reason,
      ask,
    ]);

  it('is told of by its name, and the others still run', () => {
    const messages = told(() => {
      throw new Error('the sea is calm');
    });
    expect(messages).toContainEqual([
      'odd',
      'not-checked',
      'warning',
      'The rule odd could not be checked in this draft, because of a fault in narrative-lint: the sea is calm.',
      'Would you report it, with the name of the rule and without your draft? All other rules were checked.',
    ]);
    expect(messages.map(([id]) => id)).toContain('no-placeholders');
  });

  it('is told of where it throws what is no error', () => {
    const [message] = told(() => {
      throw 'the sea is calm';
    });
    expect(message?.[3]).toMatch(/fault in narrative-lint: the sea is calm\.$/);
  });

  it('is told of where it names a message that it does not have', () => {
    const [message] = told(({ report }) => report({ messageId: 'even' }));
    expect(message?.[3]).toMatch(/fault in narrative-lint: no message "even"\.$/);
  });

  it('is told of by whoever runs it, where it is from elsewhere', () => {
    const fault = new RuleFault('the rule odd of the plugin $& that has no words');
    expect(fault.name).toBe('RuleFault');
    const messages = told(() => {
      throw fault;
    });
    expect(messages).toContainEqual([
      'odd',
      'not-checked',
      'warning',
      'This draft could not be checked by the rule odd of the plugin $& that has no words.',
      'Would you tell whoever wrote that rule, or turn it off in the configuration? All other rules were checked.',
    ]);
  });
});
