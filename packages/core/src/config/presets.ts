import type { LintConfig, RuleSetting } from '../lint.ts';
import type { AnyRule, Severity } from '../rules/types.ts';

/** The named configurations, from the most usual. */
export const PRESETS = ['recommended', 'strict', 'eras-only', 'interview'] as const;
export type Preset = (typeof PRESETS)[number];

/** One line about each preset. */
export const PRESET_SUMMARIES: Readonly<Record<Preset, string>> = {
  recommended: 'Every rule at its own severity, and those that are off by default stay off. The default.',
  strict:
    'Every rule is on, those that are off by default too; a warning becomes an error, a suggestion a warning.',
  'eras-only': 'What the form and its readers cannot take: the ERAS form, placeholders, patient identifiers.',
  interview:
    'For answers that will be spoken: the kind is interview-answer, and of the ERAS form only the length counts.',
};

/** Rules outside the group of the form that `eras-only` keeps: with a finding of theirs nothing may be sent. */
const NEVER_SENT = new Set(['no-placeholders', 'no-patient-identifiers']);
/** The rule of the form's group that holds for spoken words, too. */
const SPOKEN = 'answer-length';

const STRICTER: Readonly<Record<Severity, Severity>> = {
  error: 'error',
  warning: 'error',
  suggestion: 'warning',
};

export function isPreset(name: string): name is Preset {
  return (PRESETS as readonly string[]).includes(name);
}

/** What a preset stands for, over a list of rules. */
export function presetConfig(preset: Preset, rules: readonly AnyRule[]): LintConfig {
  if (preset === 'recommended') return {};
  if (preset === 'strict') return { rules: settings(rules, ({ severity }) => STRICTER[severity]) };
  if (preset === 'eras-only') {
    return {
      rules: settings(rules, ({ group, id }) =>
        group === 'eras-form' || NEVER_SENT.has(id) ? undefined : 'off',
      ),
    };
  }
  return {
    kind: 'interview-answer',
    rules: settings(rules, ({ group, id }) => (group === 'eras-form' && id !== SPOKEN ? 'off' : undefined)),
  };
}

function settings(
  rules: readonly AnyRule[],
  decide: (meta: AnyRule['meta']) => RuleSetting | undefined,
): Record<string, RuleSetting> {
  return Object.fromEntries(
    rules.flatMap(({ meta }) => {
      const setting = decide(meta);
      return setting === undefined ? [] : [[meta.id, setting] as const];
    }),
  );
}
