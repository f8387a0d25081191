import { type AnyRule, parseMarkedDraft, type RuleOptions, rulePage, rules } from '@narrative-lint/core';
import type { RuleExplanation } from './protocol.ts';
import { plain } from './text.ts';

/** Examples of each sort shown for one rule. */
const MOST_EXAMPLES = 3;

/** All about a rule, as Markdown; nothing for a name that is no rule. */
export function explainRule(id: string, ruleSet: readonly AnyRule[] = rules): RuleExplanation | undefined {
  const rule = ruleSet.find(({ meta }) => meta.id === id);
  if (!rule) return undefined;
  const { meta, examples } = rule;
  const lines = [
    `# ${meta.id}`,
    '',
    meta.summary,
    '',
    `**Why.** ${meta.why}`,
    '',
    `**Ask yourself.** ${meta.ask}`,
    '',
  ];
  const options = Object.entries(meta.options as RuleOptions);
  if (options.length > 0) {
    lines.push('## Options', '');
    for (const [name, { default: value, description }] of options)
      lines.push(`- \`${name}\` (${JSON.stringify(value)}): ${description}`);
    lines.push('');
  }
  lines.push('## A finding', '');
  for (const { text } of examples.invalid.slice(0, MOST_EXAMPLES)) lines.push(`> ${unmarked(text)}`, '');
  lines.push('## Nothing to say', '');
  for (const { text } of examples.valid.slice(0, MOST_EXAMPLES)) lines.push(`> ${unmarked(text)}`, '');
  lines.push(`Source of the advice: ${meta.source}`);
  return { rule: meta.id, markdown: lines.join('\n'), url: rulePage(meta.id) };
}

function unmarked(text: string): string {
  return plain(parseMarkedDraft(text).text);
}
