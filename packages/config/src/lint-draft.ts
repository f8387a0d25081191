import { type LintOptions, type LintResult, lint, type NarrativeMessage } from '@narrative-lint/core';
import { fingerprint } from './fingerprint.ts';
import type { DraftConfig } from './types.ts';

/** The result of the engine, without the findings that were dismissed. */
export interface DraftResult extends LintResult {
  readonly dismissed: readonly NarrativeMessage[];
}

/**
 * Lints a draft with its configuration, and leaves out what was dismissed.
 *
 * @param options - What the call says: kind and profile here win over front matter and configuration.
 */
export function lintDraft(
  source: string,
  draft: DraftConfig,
  options: Omit<LintOptions, 'config' | 'ruleSet'> = {},
): DraftResult {
  return leaveOutDismissed(lint(source, { ...options, config: draft.config, ruleSet: draft.ruleSet }), draft);
}

/** Takes out of a result of the engine what was dismissed, for a face that runs the engine itself. */
export function leaveOutDismissed(
  result: LintResult,
  { suppressions }: Pick<DraftConfig, 'suppressions'>,
): DraftResult {
  if (suppressions.isEmpty) return { ...result, dismissed: [] };
  const isDismissed = (message: NarrativeMessage) => suppressions.has(fingerprint(message, result.document));
  const dismissed = result.messages.filter(isDismissed);
  return {
    ...result,
    messages: result.messages.filter((message) => !dismissed.includes(message)),
    dismissed,
  };
}
