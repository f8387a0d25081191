import type { FrontSettings, Kind, Profile } from '@narrative-lint/core';

/** One row of a roster: whom or which file it is about, and what it says. */
export interface RosterRow {
  /** As the spreadsheet numbers it: the header is row 1. */
  readonly row: number;
  readonly file?: string;
  readonly applicant?: string;
  readonly kind?: Kind;
  readonly profile: Profile;
  /** Four digits. */
  readonly graduationYear?: number;
}

/** What kept a part of a roster from being used. */
export type RosterProblemCode =
  | 'header'
  | 'bad-value'
  | 'no-draft'
  | 'no-row'
  | 'ambiguous-row'
  | 'ambiguous-draft';

export interface RosterProblem {
  readonly code: RosterProblemCode;
  /** One line: where, what is wrong, what to do. */
  readonly message: string;
}

export interface Roster {
  readonly rows: readonly RosterRow[];
  readonly problems: readonly RosterProblem[];
  /** Headers that say nothing to narrative-lint; their columns were left alone. */
  readonly unused: readonly string[];
}

/** The engine's `parseProfile`, handed in so that the engine is in memory once. */
export type ParseProfile = (value: unknown, file?: string) => FrontSettings;
