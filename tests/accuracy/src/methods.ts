import { analyse, parseDocument, type RoleLabeller } from '@narrative-lint/core';
import type { LabelledDraft } from './corpus.ts';
import { HEADLINE_NAMES, HEADLINES, type Headlines, headlinesOf } from './headline.ts';
import type { Result } from './run.ts';
import { confusionOf } from './score-roles.ts';
import { figure, table } from './table.ts';

/** The figures of one way to find the roles. */
export interface Method {
  readonly name: string;
  readonly figures: Headlines;
  /** Whether findings were counted: a labeller by itself has none. */
  readonly hasRules: boolean;
}

/** The figures of the engine's findings and roles. */
export function engineMethod(name: string, results: readonly Result[]): Method {
  return { name, figures: headlinesOf(results.map(({ tally }) => tally)), hasRules: true };
}

/** The figures of the roles as a labeller gives them, with no check by the engine after it. */
export function labellerMethod(
  name: string,
  drafts: readonly LabelledDraft[],
  labellerOf: (draft: LabelledDraft) => RoleLabeller,
): Method {
  const tallies = drafts.map((draft) => {
    const document = parseDocument(draft.text);
    const found = labellerOf(draft).label(document, analyse(document), draft);
    const confusion = confusionOf({ text: draft.text, gold: draft.roles, found });
    return { confusion, hit: 0, extra: 0, missed: 0 };
  });
  return { name, figures: headlinesOf(tallies), hasRules: false };
}

/** The methods side by side. */
export function formatMethods(methods: readonly Method[]): string[] {
  return [
    'Methods side by side (a labeller alone gives roles and no findings)',
    ...table(
      ['', ...methods.map(({ name }) => name)],
      HEADLINE_NAMES.map((headline) => [
        HEADLINES[headline],
        ...methods.map(({ figures, hasRules }) =>
          headline.startsWith('micro') && !hasRules ? '-' : figure(figures[headline]),
        ),
      ]),
    ),
  ];
}
