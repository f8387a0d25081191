import type { Kind, Profile } from '@narrative-lint/core';
import type { Target } from '../files.ts';
import type { CallSettings, IgnoredDraft, Outcome } from '../run.ts';

/** Work on drafts, each by itself, in the thread that lints it. All that goes in and comes out is plain data. */
export interface Work<Details = unknown, Extra = unknown, Made = unknown> {
  /** Prepares a thread. */
  begin(details: Details): Promise<Maker<Extra, Made>>;
}

export interface Maker<Extra = unknown, Made = unknown> {
  make(outcome: Outcome, task: Task<Extra>): Promise<Made>;
  /** Adds what is quick to make and long to keep; what `make` gave may be from an earlier run. */
  finish?(made: Made): Promise<Made>;
}

/** One draft of a run. */
export interface Task<Extra = unknown> {
  readonly target: Target;
  /** What is known of this draft alone. */
  readonly settings?: { readonly kind?: Kind; readonly profile?: Profile };
  readonly extra: Extra;
}

/** A run over drafts. */
export interface Order<Details = unknown> {
  readonly work: 'lint' | 'cohort';
  readonly settings: CallSettings;
  readonly cwd: string;
  readonly details: Details;
  /** The folder that keeps what was made of drafts; absolute. */
  readonly cache?: string;
}

/** What came of a draft. */
export type Done<Made = unknown> = {
  /** About the run, and not about this draft: told once. */
  readonly note?: string;
} & ({ readonly made: Made } | { readonly ignored: IgnoredDraft });

/** How drafts are shared among threads. */
export interface Pace {
  /** Threads; as many as seem good where the call does not say. 1 is this thread. */
  readonly concurrency?: number;
}
