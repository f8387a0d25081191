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

/** The ERAS season that is open, named by the year in which its residents start. */
export const CURRENT_SEASON = 2027;

const GEOGRAPHY =
  'widely reported for the geographic and setting preference texts; not found in an AAMC page';
const DESCRIPTION = 'AAMC, Experience (ERAS applicants): a description has 750 characters';

const SEASON_2027: LimitTable = {
  'personal-statement': {
    characters: 28_000,
    confirmed: true,
    source: 'AAMC, Personal Statement (ERAS applicants): 28,000 characters, spaces and punctuation counted',
  },
  experience: { characters: 750, confirmed: true, source: DESCRIPTION },
  'meaningful-experience': {
    characters: 300,
    confirmed: true,
    source: 'AAMC, Experience (ERAS applicants): up to three most meaningful, 300 characters more each',
  },
  'impactful-experience': {
    characters: 750,
    confirmed: false,
    source:
      'the supplemental application that MyERAS took in allowed 750 characters; not confirmed for this season',
  },
  interruption: {
    characters: 510,
    confirmed: false,
    source:
      'Insider Medical Admissions (2022): 510 characters for extended or interrupted education; not confirmed since',
  },
  secondary: { characters: undefined, confirmed: false, source: 'each program sets its own limit' },
  'interview-answer': {
    characters: undefined,
    confirmed: true,
    source: 'an answer is spoken; it is measured in seconds',
  },
  'geographic-preference': { characters: 300, confirmed: false, source: GEOGRAPHY },
  'setting-preference': { characters: 300, confirmed: false, source: GEOGRAPHY },
  hobby: {
    characters: 300,
    confirmed: false,
    source: 'reported for the hobbies section on its return; not found in an AAMC page',
  },
};

/** Limits by season; a season not listed has those of the latest one before it. */
export const LIMITS: Readonly<Record<number, LimitTable>> = { [CURRENT_SEASON]: SEASON_2027 };

/**
 * The character limit of a kind of text.
 *
 * @param season - Year in which the residents of the season start; the open season when left out.
 * @param overrides - Limits of a configuration, in characters, in place of the built-in ones.
 */
export function limitFor(
  kind: Kind,
  season: number = CURRENT_SEASON,
  overrides: Readonly<Partial<Record<Kind, number>>> = {},
): CharacterLimit {
  const own = overrides[kind];
  if (own !== undefined) return { characters: own, confirmed: true, source: 'your configuration' };
  const seasons = Object.keys(LIMITS).map(Number);
  const known = Math.max(...seasons.filter((year) => year <= season), Math.min(...seasons));
  return (LIMITS[known] ?? SEASON_2027)[kind];
}
