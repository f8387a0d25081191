import { defineRule } from '../rules/types.ts';

/** What findings about comments are worded with. It checks nothing itself and is in no list of rules. */
export const COMMENT_RULE = defineRule({
  meta: {
    id: 'comment',
    group: 'eras-form',
    severity: 'warning',
    summary: 'Each comment for the linter turns off something that is there.',
    why: 'A comment that does nothing hides what it was meant to settle, or stays behind when it is settled.',
    ask: 'Is it still needed, and does it name what you mean?',
    source: 'Other linters report it as an unused directive.',
    url: 'https://github.com/narrative-lint/narrative-lint/blob/main/docs/configuration.md#comments-in-a-draft',
    options: {},
    messages: {
      rule: { text: 'This comment names a rule "{{name}}" that does not exist. {{hint}}' },
      verb: { text: 'This comment is meant for narrative-lint, and "{{name}}" is not known here. {{hint}}' },
      unused: { text: 'This comment turns off {{rule}}, which finds nothing there.' },
      unusedAll: { text: 'This comment turns off every rule, and none finds anything there.' },
    },
  },
  check: () => undefined,
  examples: { invalid: [], valid: [] },
});
