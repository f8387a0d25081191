import { specialtyName, visible } from '@narrative-lint/core';
import type { CohortRow } from './types.ts';
import { STATUS_NAMES, setbackName, spaced } from './words.ts';

/** A column of the summary, whatever file it stands in. */
export interface SummaryColumn {
  readonly name: string;
  /** A share is a number from 0 to 1. */
  readonly type: 'text' | 'count' | 'share';
  /** Width in characters, where the file has one. */
  readonly width: number;
  /** Nothing where the draft has no such figure. */
  of(row: CohortRow): string | number | undefined;
}

const column = (
  name: string,
  type: SummaryColumn['type'],
  width: number,
  of: SummaryColumn['of'],
): SummaryColumn => ({ name, type, width, of });

/** The columns of `summary.csv` and `summary.xlsx`, in order. */
export const SUMMARY: readonly SummaryColumn[] = [
  column('draft', 'text', 32, ({ path }) => visible(path)),
  column('applicant', 'text', 24, ({ applicant }) => applicant && visible(applicant)),
  column('specialty', 'text', 22, ({ specialty }) =>
    specialty === undefined ? undefined : specialtyName(specialty),
  ),
  column('kind', 'text', 20, ({ kind }) => (kind === undefined ? undefined : spaced(kind))),
  column('status', 'text', 18, ({ status }) => STATUS_NAMES[status]),
  column('errors', 'count', 9, ({ errors }) => errors),
  column('warnings', 'count', 10, ({ warnings }) => warnings),
  column('suggestions', 'count', 12, ({ suggestions }) => suggestions),
  column('words', 'count', 8, ({ words }) => words),
  column('failure share', 'share', 13, ({ failureShare }) => failureShare),
  column('change share', 'share', 13, ({ changeShare }) => changeShare),
  column('shared words', 'count', 13, ({ sharedWords }) => sharedWords),
  column('setbacks', 'text', 28, ({ setbacks }) => setbacks.map(setbackName).join('; ')),
  column('findings', 'text', 48, ({ rules }) => rules.join('; ')),
  column('problem', 'text', 40, ({ problems }) => visible(problems.join('; '))),
  column('page', 'text', 32, ({ page }) => page),
];
