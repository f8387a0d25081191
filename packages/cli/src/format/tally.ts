import type { Severity } from '@narrative-lint/core';
import { isFailed, type Outcome } from '../run.ts';

/** Findings of a run by severity. */
export interface Tally {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
}

/** Counts the findings of a run; drafts that could not be read count as files. */
export function tally(outcomes: readonly Outcome[]): Tally {
  const by: Record<Severity, number> = { error: 0, warning: 0, suggestion: 0 };
  for (const outcome of outcomes) {
    if (isFailed(outcome)) continue;
    for (const { severity } of outcome.result.messages) by[severity] += 1;
  }
  return { files: outcomes.length, errors: by.error, warnings: by.warning, suggestions: by.suggestion };
}
