import type { NarrativeMessage, Severity } from '@narrative-lint/core';
import type { LintedDraft } from '../run.ts';
import { matchFindings } from './match.ts';
import { type Quote, quoteOf } from './quote.ts';

/** A finding as far as it is known beyond its own draft: what a JSON report keeps of it. */
export interface KnownFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly scope: 'range' | 'document';
  /** The words it points to; a finding about the whole draft has none. */
  readonly quote?: Quote;
}

/** An earlier version of a draft, as far as it is known. */
export interface EarlierDraft {
  /** Its path, as the report names it. */
  readonly path: string;
  readonly findings: readonly KnownFinding[];
}

/** What became of the findings of an earlier version. */
export interface Comparison {
  /** What the draft was compared with, as the user named it. */
  readonly earlier: string;
  /** Those that are gone, in the order they had. */
  readonly solved: readonly KnownFinding[];
  /** Whether a finding of the draft was there already. */
  stateOf(message: NarrativeMessage): 'new' | 'stayed';
}

/**
 * Compares a draft with an earlier version of it.
 *
 * @param name - What it was compared with, for the report.
 */
export async function compareWith(
  earlier: EarlierDraft,
  name: string,
  { result }: LintedDraft,
): Promise<Comparison> {
  const pairs = await matchFindings(earlier.findings, knownFindings(result.messages, result.document.source));
  const stayed = new Set([...pairs.values()].map((at) => result.messages[at]));
  return {
    earlier: name,
    solved: earlier.findings.filter((_, at) => !pairs.has(at)),
    stateOf: (message) => (stayed.has(message) ? 'stayed' : 'new'),
  };
}

/** Findings of a draft as they can be known again. */
export function knownFindings(messages: readonly NarrativeMessage[], source: string): KnownFinding[] {
  return messages.map(({ ruleId = '', severity, reason, scope, range }) => ({
    ruleId,
    severity,
    message: reason,
    scope,
    ...(range ? { quote: quoteOf(source, range) } : {}),
  }));
}
