import { KINDS, type LintResult, limitFor, rules, SETBACK_KINDS, SPECIALTIES } from '@narrative-lint/core';
import { type Analysis, isDraft } from './analysis.ts';
import { explain } from './applies.ts';
import type { FoundConfig } from './configs.ts';
import type { DocumentStatus, DraftStatus, Vocabulary } from './protocol.ts';

/** What a client shows of a document: whether it is linted and why, and the figures of the draft. */
export function statusOf(uri: string, analysis: Analysis | undefined): DocumentStatus {
  if (!analysis) return { uri, linted: false, reason: 'unknown', explanation: 'It is not open.' };
  const { decision, document } = analysis;
  return {
    uri,
    version: document.version,
    linted: decision.linted,
    reason: decision.reason,
    explanation: explain(decision),
    ...(isDraft(analysis) ? { draft: draftOf(analysis.result, analysis.config) } : {}),
  };
}

function draftOf(result: LintResult, { file }: FoundConfig): DraftStatus {
  const { kind, kindStated, profile, counts, narrative, messages } = result;
  const findings = { error: 0, warning: 0, suggestion: 0 };
  for (const { severity } of messages) findings[severity] += 1;
  return {
    kind,
    kindStated,
    ...(profile.specialty === undefined ? {} : { specialty: profile.specialty }),
    words: counts.words,
    characters: counts.characters,
    ...(counts.characterLimit === undefined ? {} : { characterLimit: counts.characterLimit }),
    failureWords: narrative.failureWords,
    changeWords: narrative.changeWords,
    findings,
    fixable: messages.filter(({ fix }) => fix).length,
    ...(file === undefined ? {} : { config: file }),
  };
}

/** The names that a person chooses from. */
export function vocabulary(): Vocabulary {
  return {
    kinds: KINDS.map((id) => {
      const { characters, source } = limitFor(id);
      const name = id.replaceAll('-', ' ');
      return { id, name, source, ...(characters === undefined ? {} : { characterLimit: characters }) };
    }),
    specialties: SPECIALTIES.map(({ id, name }) => ({ id, name })),
    setbacks: SETBACK_KINDS,
    rules: rules.map(({ meta }) => ({ id: meta.id, summary: meta.summary, severity: meta.severity })),
  };
}
