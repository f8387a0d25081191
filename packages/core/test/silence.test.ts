import { type LintOptions, lint, rules } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

const ruleSet = rules.filter(({ meta }) => ['no-placeholders', 'one-page', 'no-melodrama'].includes(meta.id));

/** Findings that stand, each with what it is at; those that a comment silenced in brackets. */
function found(text: string, options: LintOptions = {}): string[] {
  const { messages, silenced } = lint(text, { kind: 'experience', ruleSet, ...options });
  const said = ({ ruleId, range }: (typeof messages)[number]) =>
    `${ruleId}${range ? ` ${text.slice(0, range.start).split('\n').length}` : ''}`;
  return [...messages.map(said), ...silenced.map((message) => `(${said(message)})`)];
}

function reasons(text: string, options: LintOptions = {}): string[] {
  return lint(text, { kind: 'experience', ruleSet, ...options }).messages.map(({ reason }) => reason);
}

describe('comments of a draft', () => {
  it.each([
    [
      'the paragraph that comes next',
      '<!-- narrative-lint disable-next no-placeholders -- it is theirs -->\n\n[Program]. [Program].\n\nTo [Program].',
      ['no-placeholders 5', '(no-placeholders 3)', '(no-placeholders 3)'],
    ],
    [
      'the sentence it stands in',
      'I am glad. <!-- narrative-lint disable-next --> At [Program].\nAt [Program].',
      ['no-placeholders 2', '(no-placeholders 1)'],
    ],
    [
      'all up to where they are on again',
      '<!-- narrative-lint disable no-placeholders, no-melodrama -->\n\n[Program].\n\n<!-- narrative-lint enable no-melodrama -->\n\n[Program].\n\n<!-- narrative-lint enable no-placeholders -->\n\n[Program].',
      ['no-placeholders 11', '(no-placeholders 3)', '(no-placeholders 7)'],
    ],
    [
      'every rule up to where one is on again by name',
      '<!-- narrative-lint disable -->\n\n[Program].\n\n<!-- narrative-lint enable no-placeholders -->\n\n[Program].\n\n<!-- narrative-lint enable -->\n\n[Program].',
      ['no-placeholders 11', '(no-placeholders 3)', '(no-placeholders 7)'],
    ],
    [
      'nothing of another rule',
      '<!-- narrative-lint disable no-melodrama -->\n\n[Program].',
      ['no-placeholders 3'],
    ],
    [
      'nothing before it',
      '[Program].\n\n<!-- narrative-lint disable-next no-placeholders -->',
      ['no-placeholders 1'],
    ],
    [
      'nothing where it is for somebody else',
      '<!-- narrative-linter disable no-placeholders -->\n\n<!-- a note -->\n\n[Program].',
      ['comment 1', 'no-placeholders 5'],
    ],
  ])('turn off %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are told of when they name nothing that is known', () => {
    expect(reasons('<!-- narrative-lint disable no-placeholder -->\n\nI bake.')).toEqual([
      'This comment names a rule "no-placeholder" that does not exist. Did you mean "no-placeholders"?',
    ]);
    expect(
      reasons('<!-- narrative-lint disable because I like it -->\n\nI bake.', { ruleSet: rules })[0],
    ).toBe('This comment names a rule "because" that does not exist. A reason stands behind two dashes.');
    expect(reasons('<!-- narrative-lint disabel -->\n\nI bake.')).toEqual([
      'This comment is meant for narrative-lint, and "disabel" is not known here. Did you mean "disable"?',
    ]);
    expect(reasons('<!-- narrative-lint-disable -->\n\nI bake.')[0]).toContain('Did you mean "disable"?');
    expect(reasons('<!-- narrative-lint is mine -->\n\nI bake.')).toEqual([
      'This comment is meant for narrative-lint, and "is" is not known here. Known: disable, enable, disable-next.',
    ]);
  });

  it('are told of when they silence nothing, if asked for', () => {
    const text =
      '<!-- narrative-lint disable no-placeholders no-melodrama -->\n\n[Program].\n\n<!-- narrative-lint disable-next -->\n\nI bake.';
    expect(reasons(text)).toEqual([]);
    expect(reasons(text, { reportUnusedDisables: true })).toEqual([
      'This comment turns off no-melodrama, which finds nothing there.',
      'This comment turns off every rule, and none finds anything there.',
    ]);
  });

  it('silence a finding about the whole draft by its name, or to the end', () => {
    const whole = (comment: string, rest = '') =>
      found(`I bake.\n\n${comment}\n\nI sing.${rest}`, { kind: 'personal-statement' });
    expect(whole('')).toEqual(['one-page']);
    expect(whole('<!-- narrative-lint disable-next one-page -->')).toEqual(['(one-page)']);
    expect(whole('<!-- narrative-lint disable -->')).toEqual(['(one-page)']);
    expect(whole('<!-- narrative-lint disable -->', '\n\n<!-- narrative-lint enable -->\n\nI row.')).toEqual([
      'one-page',
    ]);
  });
});
