import * as v from 'valibot';
import { SETBACK_KINDS, type SetbackKind } from '../narrative/types.ts';
import { KINDS, type Kind } from './kinds.ts';
import type { Profile, ProfileSetback } from './profile.ts';
import { SPECIALTIES, specialtyId, toSlug } from './specialties.ts';

/** Keys that people keep in front matter for themselves; they mean nothing here. */
export const FREE_KEYS = [
  'title',
  'subtitle',
  'author',
  'name',
  'date',
  'updated',
  'tags',
  'keywords',
  'version',
  'status',
  'draft',
  'notes',
  'description',
  'lang',
] as const;

/** Exams with a three-digit score. */
const SCORED_EXAMS = [
  'usmle-step-1',
  'usmle-step-2-ck',
  'usmle-step-3',
  'comlex-level-1',
  'comlex-level-2',
  'comlex-level-3',
] as const satisfies readonly SetbackKind[];

/** Usual names of what a profile lists, beside the exact ones. */
const SETBACK_ALIASES: Readonly<Record<string, SetbackKind>> = {
  'step-1': 'usmle-step-1',
  'step-2': 'usmle-step-2-ck',
  'usmle-step-2': 'usmle-step-2-ck',
  'step-2-ck': 'usmle-step-2-ck',
  'step-2-cs': 'usmle-step-2-cs',
  'step-3': 'usmle-step-3',
  'level-1': 'comlex-level-1',
  'level-2': 'comlex-level-2',
  'level-2-ce': 'comlex-level-2',
  'comlex-level-2-ce': 'comlex-level-2',
  'level-2-pe': 'comlex-level-2-pe',
  'level-3': 'comlex-level-3',
  shelf: 'shelf-exam',
  'leave-of-absence': 'leave',
};

const asSlug = (value: unknown) => (typeof value === 'string' ? toSlug(value) : value);
const asSetback = (value: unknown) => {
  const slug = asSlug(value);
  return typeof slug === 'string' ? (SETBACK_ALIASES[slug] ?? slug) : slug;
};
export const asNumber = (value: unknown) =>
  typeof value === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
const asBoolean = (value: unknown) => {
  if (value === 'yes' || value === 'true') return true;
  return value === 'no' || value === 'false' ? false : value;
};
const asDate = (value: unknown) => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(value) : value;
};
const asSpecialty = (value: unknown) => (typeof value === 'string' ? (specialtyId(value) ?? value) : value);

/** A whole number, which may be written as text. */
export const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.unknown(),
    v.transform(asNumber),
    v.number('must be a whole number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be ${least} or more`),
    v.maxValue(most, `must be ${most} or less`),
  );

export const kind: v.GenericSchema<unknown, Kind> = v.pipe(
  v.unknown(),
  v.transform(asSlug),
  v.picklist(KINDS),
  v.description('What the text is for.'),
);

const specialty: v.GenericSchema<unknown, string> = v.pipe(
  v.unknown(),
  v.transform(asSpecialty),
  v.string('must be the name of a specialty'),
  v.check((name) => specialtyId(name) === name, 'specialty'),
  v.metadata({ examples: SPECIALTIES.map(({ id }) => id) }),
  v.description('The specialty applied to, by any of its usual names.'),
);

const setback: v.GenericSchema<unknown, ProfileSetback> = v.strictObject({
  what: v.pipe(
    v.unknown(),
    v.transform(asSetback),
    v.picklist(SETBACK_KINDS),
    v.description('What the transcript shows.'),
  ),
  attempts: v.exactOptional(
    v.pipe(wholeNumber(1, 20), v.description('Sittings in all, the passed one included.')),
  ),
  passed: v.exactOptional(
    v.pipe(
      v.unknown(),
      v.transform(asBoolean),
      v.boolean('must be true or false'),
      v.description('Whether it was passed in the end.'),
    ),
  ),
  date: v.exactOptional(
    v.pipe(
      v.unknown(),
      v.transform(asDate),
      v.string('must be a date such as 2024-06'),
      v.regex(
        /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
        'must be a date such as 2024, 2024-06 or 2024-06-15',
      ),
      v.description('Of the failed sitting: a year, a month or a day.'),
    ),
  ),
  addressedIn: v.exactOptional(
    v.pipe(
      v.string('must be words'),
      v.nonEmpty('must not be empty'),
      v.description('Where else in the application it is told on purpose.'),
    ),
  ),
});

const scoreEntries = Object.fromEntries(
  SCORED_EXAMS.map((exam) => [exam, v.exactOptional(wholeNumber(1, 999))]),
) as Record<(typeof SCORED_EXAMS)[number], v.ExactOptionalSchema<ReturnType<typeof wholeNumber>, undefined>>;

export const profileEntries = {
  specialty: v.exactOptional(specialty),
  setbacks: v.exactOptional(
    v.pipe(v.array(setback, 'must be a list'), v.description('What the transcript shows, one entry each.')),
  ),
  scores: v.exactOptional(v.pipe(v.strictObject(scoreEntries), v.description('Three-digit scores by exam.'))),
};

/** The settings of front matter: kind and profile, beside the keys people keep for themselves. */
export const frontMatterSchema = v.strictObject({
  kind: v.exactOptional(kind),
  ...profileEntries,
  ...(Object.fromEntries(FREE_KEYS.map((key) => [key, v.exactOptional(v.unknown())])) as Record<
    (typeof FREE_KEYS)[number],
    v.ExactOptionalSchema<v.UnknownSchema, undefined>
  >),
});

/** What is known of the applicant, by itself. */
export const profileSchema: v.GenericSchema<unknown, Profile> = v.strictObject(profileEntries);
