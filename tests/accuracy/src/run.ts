import { rules as builtInRules, lint, type RoleLabeller } from '@narrative-lint/core';
import type { LabelledDraft } from './corpus.ts';
import { type Tally, tallyOf } from './headline.ts';
import type { RoleCase } from './score-roles.ts';
import { type RuleCase, scoreRules } from './score-rules.ts';

/** Not scored: labels do not cover it, and the rules about the form fire for mechanical reasons. */
const NOT_SCORED = new Set(['plausible-scores', 'answer-length', 'one-page']);
/** The groups of rules that must keep silent where the writer has no setback. */
const ABOUT_SETBACKS: ReadonlySet<string> = new Set(['what-happened', 'what-changed', 'evidence']);

/** A draft as the engine read it, beside its labels. */
export interface Result {
  readonly draft: LabelledDraft;
  readonly roles: RoleCase;
  readonly ruleCase: RuleCase;
  readonly tally: Tally;
}

/** Where the roles of a draft come from: its labels, a labeller, or (when left out) the engine's own. */
export type RoleSource = 'gold' | RoleLabeller | undefined;

/** The rules that are scored, of those asked for. */
export function scoredRules(only?: readonly string[]): string[] {
  return builtInRules
    .filter(({ meta }) => meta.group !== 'eras-form' && !NOT_SCORED.has(meta.id))
    .map(({ meta }) => meta.id)
    .filter((id) => only === undefined || only.includes(id));
}

/** Rules that labels expect and the engine does not have. */
export function absentRules(drafts: readonly LabelledDraft[], scored: readonly string[]): string[] {
  const known = new Set([...builtInRules.map(({ meta }) => meta.id), ...scored]);
  const wanted = new Set(drafts.flatMap(({ expect }) => expect.map(({ rule }) => rule)));
  return [...wanted].filter((rule) => !known.has(rule) && !NOT_SCORED.has(rule)).sort();
}

/** Lints drafts and counts what is right. */
export function runDrafts(
  drafts: readonly LabelledDraft[],
  sourceOf: (draft: LabelledDraft) => RoleSource,
  rules: readonly string[],
): Result[] {
  return drafts.map((draft) => {
    const source = sourceOf(draft);
    const { messages, narrative } = lint(draft.text, {
      kind: draft.kind,
      profile: draft.profile,
      ...(source === 'gold' ? { roles: draft.roles } : source ? { labeller: source } : {}),
    });
    const reported = messages.map((message) => ({
      rule: message.ruleId ?? '',
      message: message.reason,
      ...(message.range ? { at: message.range } : {}),
    }));
    const hasSetback = draft.roles.some((span) => span.role !== 'other');
    const roles = { text: draft.text, gold: draft.roles, found: narrative.segments };
    const ruleCase = { id: draft.id, text: draft.text, expected: draft.expect, reported, hasSetback };
    return { draft, roles, ruleCase, tally: tallyOf(roles, ruleCase, rules) };
  });
}

/** Drafts without a setback, and those of them that a rule about setbacks spoke up on though no label expects it. */
export interface Quiet {
  readonly drafts: number;
  readonly spokenUp: readonly string[];
}

/** Counts the drafts without a setback on which a setback was seen. */
export function quietOf(cases: readonly RuleCase[]): Quiet {
  const without = cases.filter(({ hasSetback }) => !hasSetback);
  const rules = builtInRules.filter(({ meta }) => ABOUT_SETBACKS.has(meta.group)).map(({ meta }) => meta.id);
  const { errors } = scoreRules(without, rules);
  const alarmed = errors.filter(({ type }) => type === 'false alarm').map(({ id }) => id);
  return { drafts: without.length, spokenUp: [...new Set(alarmed)].sort() };
}
