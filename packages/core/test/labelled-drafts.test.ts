import { type LintResult, lint, patternLabeller, ROLES, rules } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { labelledDrafts } from './labelled.ts';

/** Every rule, those that are off by default too. */
const config = { rules: Object.fromEntries(rules.map(({ meta }) => [meta.id, meta.severity])) };
/** About every fifth draft: the others look alike, and would only make a change longer to read. */
const drafts = labelledDrafts((name) => /[16]\.draft\.md$/.test(name));

function told({ messages, document }: LintResult): string[] {
  return messages.map(({ ruleId, severity, reason, range }) => {
    const at = range ? ` at "${document.source.slice(range.start, range.end)}"` : '';
    return `${severity} ${ruleId}${at}: ${reason}`;
  });
}

/** What the engine makes of the story, in short. */
function outlined({ narrative }: LintResult): string[] {
  return narrative.arcs.map(
    ({ kind = 'unknown', label, named, mentions, changes, evidence }) =>
      `${named ? '' : 'hint of '}${kind} "${label}": told ${mentions.length}, changes ${changes.length}, outcomes ${evidence.length}`,
  );
}

describe('the labelled drafts, with the roles of their labels', () => {
  it.each([...drafts])('get the same arcs and findings as before: %s', (_, list) => {
    const found = list.map(({ id, kind, profile, text, roles }) => {
      const result = lint(text, { kind, profile, roles, config });
      return [id, ...outlined(result), ...told(result)];
    });
    expect(found).toMatchSnapshot();
  });
});

describe('the labeller by patterns', () => {
  it.each([...drafts].slice(0, 12))('gives clauses one role each, in text order: %s', (_, list) => {
    for (const { kind, profile, text } of list) {
      const { narrative } = lint(text, { kind, profile, labeller: patternLabeller, ruleSet: [] });
      let end = 0;
      for (const segment of narrative.segments) {
        expect(segment.start).toBeGreaterThanOrEqual(end);
        expect(segment.end).toBeGreaterThan(segment.start);
        expect(ROLES).toContain(segment.role);
        end = segment.end;
      }
    }
  });

  it('knows a plain story', () => {
    const text =
      'I grew up by the sea.\n\nI failed Step 1 in May. I met with a tutor every week. I passed with a 231.';
    const { narrative } = lint(text, { labeller: patternLabeller, ruleSet: [] });
    expect(
      narrative.segments.map(({ role, start, end, cues }) => [
        role,
        text.slice(start, end),
        (cues ?? []).length > 0,
      ]),
    ).toEqual([
      ['other', 'I grew up by the sea.', false],
      ['setback', 'I failed Step 1 in May.', true],
      ['change', 'I met with a tutor every week.', true],
      ['evidence', 'I passed with a 231.', true],
    ]);
  });

  it('sees no setback where nobody tells one', () => {
    const { narrative } = lint('My uncle failed at farming. I baked bread.', {
      labeller: patternLabeller,
      ruleSet: [],
    });
    expect(narrative.segments.every(({ role }) => role === 'other')).toBe(true);
  });
});
