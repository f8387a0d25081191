import type { RoleLabeller } from '@narrative-lint/core';
import { HEADLINE_NAMES, HEADLINES, type Headlines, headlinesOf } from './headline.ts';
import type { Result } from './run.ts';
import { figure, table } from './table.ts';

/** The figures of one way to find the roles. */
export interface Method {
  readonly name: string;
  readonly figures: Headlines;
}

/**
 * A labeller whose answers are taken as they are: without confidences the engine holds every role for sure,
 * and takes none back.
 */
export function alone(labeller: RoleLabeller): RoleLabeller {
  return {
    label(document, language, context) {
      const { spans } = labeller.label(document, language, context);
      return { spans: spans.map(({ role, start, end }) => ({ role, start, end })) };
    },
  };
}

/** The figures of one method. */
export function methodOf(name: string, results: readonly Result[]): Method {
  return { name, figures: headlinesOf(results.map(({ tally }) => tally)) };
}

/** The methods side by side. */
export function formatMethods(methods: readonly Method[]): string[] {
  return [
    'Methods side by side (alone: roles as they are found, none taken back; the same rules over all)',
    ...table(
      ['', ...methods.map(({ name }) => name)],
      HEADLINE_NAMES.map((headline) => [
        HEADLINES[headline],
        ...methods.map(({ figures }) => figure(figures[headline])),
      ]),
    ),
  ];
}
