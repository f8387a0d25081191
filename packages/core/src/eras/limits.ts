import type { Kind } from '../config/kinds.ts';

/** The character limit of a kind of text in a season. */
export interface CharacterLimit {
  /** UTF-16 code units, spaces and punctuation included; `undefined` when the form sets none. */
  readonly characters: number | undefined;
  /** Whether the figure was read in the publication named by `source`. */
  readonly confirmed: boolean;
  readonly source: string;
}

export type LimitTable = Readonly<Record<Kind, CharacterLimit>>;
