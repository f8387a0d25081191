import { fingerprint } from '@narrative-lint/config';
import { type RuleGroup, safetySigns } from '@narrative-lint/core';
import type { GivenDraft } from '@narrative-lint/report';
import { quoteOf } from './compare/quote.ts';
import { placeOf } from './format/place.ts';
import type { LintedDraft } from './run.ts';

/** A linted draft as the report package takes it. */
export function givenOf(
  { result, draft, config, comparison }: LintedDraft,
  known: Pick<GivenDraft, 'path' | 'applicant' | 'graduationYear'>,
): GivenDraft {
  const groups = new Map<string, RuleGroup>(config.ruleSet.map(({ meta }) => [meta.id, meta.group]));
  return {
    ...known,
    result,
    findings: result.messages.map((message) => ({
      message,
      group: groups.get(message.ruleId ?? ''),
      place: message.range ? placeOf(message.range, result, draft.container) : 'whole draft',
      fingerprint: `${message.ruleId}:${fingerprint(message, result.document).hash}`,
      ...(message.range ? { quote: quoteOf(result.document.source, message.range) } : {}),
      ...(comparison ? { since: comparison.stateOf(message) } : {}),
    })),
    signs: safetySigns(result.document),
    ...(comparison ? { earlier: { name: comparison.earlier, solved: comparison.solved } } : {}),
  };
}
