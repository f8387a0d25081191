import type { LintConfig, RuleSetting } from '../lint.ts';
import { mergeProfiles } from './resolve.ts';

/**
 * Puts configurations together; what a later one says wins, rule by rule, limit by limit, score by score.
 * A severity alone keeps the options that an earlier one gave the rule.
 */
export function mergeConfigs(...configs: readonly LintConfig[]): LintConfig {
  const merged: { -readonly [K in keyof LintConfig]: LintConfig[K] } = {};
  for (const { kind, profile, rules, limits, minimumConfidence } of configs) {
    if (kind !== undefined) merged.kind = kind;
    if (profile !== undefined) merged.profile = mergeProfiles(merged.profile, profile);
    if (rules !== undefined) merged.rules = mergeRules(merged.rules, rules);
    if (limits !== undefined) merged.limits = { ...merged.limits, ...limits };
    if (minimumConfidence !== undefined) merged.minimumConfidence = minimumConfidence;
  }
  return merged;
}

function mergeRules(
  earlier: LintConfig['rules'] = {},
  later: NonNullable<LintConfig['rules']>,
): Record<string, RuleSetting> {
  const merged: Record<string, RuleSetting> = { ...earlier };
  for (const [id, setting] of Object.entries(later)) {
    const before = merged[id];
    const options = typeof before === 'object' ? before[1] : undefined;
    merged[id] = typeof setting === 'string' && options ? [setting, options] : setting;
  }
  return merged;
}
