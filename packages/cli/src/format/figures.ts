import type { Severity } from '@narrative-lint/core';
import { isCorrectable, isFailed, type Outcome } from '../run.ts';

/** Counts over drafts: what the ends of reports and the exit code need of them. */
export interface Figures {
  /** Drafts, those that could not be linted included. */
  readonly files: number;
  readonly unread: number;
  /** Drafts that some rule of a plugin could not look at. */
  readonly unchecked: number;
  /** Lines about what could not be linted. */
  readonly problems: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
  /** Drafts without findings. */
  readonly clean: number;
  /** Corrections written. */
  readonly corrected: number;
  /** Findings that `--fix` would settle. */
  readonly correctable: number;
  /** Findings that were dismissed, or turned off in a draft. */
  readonly quiet: number;
}

export const NO_FIGURES: Figures = {
  files: 0,
  unread: 0,
  unchecked: 0,
  problems: 0,
  errors: 0,
  warnings: 0,
  suggestions: 0,
  clean: 0,
  corrected: 0,
  correctable: 0,
  quiet: 0,
};

/** The figures of one draft. */
export function figuresOf(outcome: Outcome): Figures {
  if (isFailed(outcome)) return { ...NO_FIGURES, files: 1, unread: 1, problems: outcome.problems.length };
  const { draft, corrected, result, faults } = outcome;
  const { messages, silenced, dismissed } = result;
  const having = (severity: Severity) => messages.filter((message) => message.severity === severity).length;
  return {
    ...NO_FIGURES,
    files: 1,
    unchecked: faults.length > 0 ? 1 : 0,
    errors: having('error'),
    warnings: having('warning'),
    suggestions: having('suggestion'),
    clean: messages.length === 0 ? 1 : 0,
    corrected,
    correctable: isCorrectable(draft) ? messages.filter(({ fix }) => fix).length : 0,
    quiet: silenced.length + dismissed.length,
  };
}

export function addFigures(one: Figures, other: Figures): Figures {
  const keys = Object.keys(NO_FIGURES) as (keyof Figures)[];
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as unknown as Figures;
}
