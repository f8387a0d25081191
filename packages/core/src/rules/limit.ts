import { merge } from './corrections.ts';
import type { RuleFinding } from './run.ts';
import { type AnyRule, type MessageTemplate, SEVERITIES, type Severity } from './types.ts';

/** Findings of one rule in one draft that are told one by one: more than any draft has that a person wrote. */
export const MOST_FINDINGS = 1000;

/** Message id of the finding that stands for all that are not told one by one. */
export const AND_MORE_ID = 'and-more';
const AND_MORE: MessageTemplate = {
  text: 'The rule {{rule}} finds {{more}} more from here on; the {{told}} before are told one by one.',
  ask: 'Is there something in this file that does not belong to the draft?',
};

/**
 * Keeps the first findings of each rule and puts one in place of the rest. It says how many they are, stands where
 * the first of them does, is as severe and as sure as any of them, and corrects what they would correct.
 *
 * @param source - The text the offsets of the findings count in.
 */
export function limitFindings(source: string, findings: readonly RuleFinding[]): readonly RuleFinding[] {
  if (findings.length <= MOST_FINDINGS) return findings;
  const byRule = new Map<AnyRule, RuleFinding[]>();
  for (const finding of findings) {
    const own = byRule.get(finding.rule);
    if (own) own.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  return [...byRule.values()].flatMap((own) => {
    // One that stands for one would only hide it.
    if (own.length <= MOST_FINDINGS + 1) return own;
    const ordered = [...own].sort((a, b) => (a.at?.start ?? -1) - (b.at?.start ?? -1));
    return [...ordered.slice(0, MOST_FINDINGS), ...standFor(source, ordered.slice(MOST_FINDINGS))];
  });
}

function standFor(source: string, rest: readonly RuleFinding[]): RuleFinding[] {
  const [first] = rest;
  if (!first) return [];
  const { rule, at } = first;
  const fix = merge(
    source,
    rest.flatMap((finding) => finding.fix ?? []),
  );
  return [
    {
      rule,
      messageId: AND_MORE_ID,
      template: AND_MORE,
      severity: gravest(rest),
      data: {
        rule: rule.meta.id,
        more: rest.length.toLocaleString('en-US'),
        told: MOST_FINDINGS.toLocaleString('en-US'),
      },
      confidence: rest.reduce((surest, { confidence = 1 }) => Math.max(surest, confidence), 0),
      ...(at ? { at } : {}),
      ...(fix ? { fix } : {}),
    },
  ];
}

function gravest(findings: readonly RuleFinding[]): Severity {
  const there = new Set(findings.map(({ severity }) => severity));
  return SEVERITIES.find((severity) => there.has(severity)) ?? 'suggestion';
}
