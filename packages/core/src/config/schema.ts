import * as v from 'valibot';
import type { RuleSetting } from '../lint.ts';
import { SETBACK_KINDS, type SetbackKind } from '../narrative/types.ts';
import type { AnyRule, OptionValue, RuleOption } from '../rules/types.ts';
import { KINDS, type Kind } from './kinds.ts';
import type { Profile, ProfileSetback } from './profile.ts';
import { specialtyId, toSlug } from './specialties.ts';

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
const asNumber = (value: unknown) =>
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

const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.unknown(),
    v.transform(asNumber),
    v.number('must be a whole number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be ${least} or more`),
    v.maxValue(most, `must be ${most} or less`),
  );

const kind: v.GenericSchema<unknown, Kind> = v.pipe(v.unknown(), v.transform(asSlug), v.picklist(KINDS));

const specialty: v.GenericSchema<unknown, string> = v.pipe(
  v.unknown(),
  v.transform(asSpecialty),
  v.string('must be the name of a specialty'),
  v.check((name) => specialtyId(name) === name, 'specialty'),
);

const setback: v.GenericSchema<unknown, ProfileSetback> = v.strictObject({
  what: v.pipe(v.unknown(), v.transform(asSetback), v.picklist(SETBACK_KINDS)),
  attempts: v.exactOptional(wholeNumber(1, 20)),
  passed: v.exactOptional(v.pipe(v.unknown(), v.transform(asBoolean), v.boolean('must be true or false'))),
  date: v.exactOptional(
    v.pipe(
      v.unknown(),
      v.transform(asDate),
      v.string('must be a date such as 2024-06'),
      v.regex(
        /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
        'must be a date such as 2024, 2024-06 or 2024-06-15',
      ),
    ),
  ),
  addressedIn: v.exactOptional(v.pipe(v.string('must be words'), v.nonEmpty('must not be empty'))),
});

const scoreEntries = Object.fromEntries(
  SCORED_EXAMS.map((exam) => [exam, v.exactOptional(wholeNumber(1, 999))]),
) as Record<(typeof SCORED_EXAMS)[number], v.ExactOptionalSchema<ReturnType<typeof wholeNumber>, undefined>>;

const profileEntries = {
  specialty: v.exactOptional(specialty),
  setbacks: v.exactOptional(v.array(setback, 'must be a list')),
  scores: v.exactOptional(v.strictObject(scoreEntries)),
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

/** The options of one rule, from its metadata. */
export function optionsSchema(rule: AnyRule): v.GenericSchema<unknown, Record<string, OptionValue>> {
  const options: Readonly<Record<string, RuleOption>> = rule.meta.options;
  const entries = Object.entries(options).map(
    ([name, option]) => [name, v.exactOptional(optionSchema(option))] as const,
  );
  return v.strictObject(Object.fromEntries(entries)) as unknown as v.GenericSchema<
    unknown,
    Record<string, OptionValue>
  >;
}

function optionSchema(option: RuleOption): v.GenericSchema<unknown, OptionValue> {
  if (typeof option.default === 'number') {
    const least = option.minimum ?? Number.NEGATIVE_INFINITY;
    return v.pipe(
      v.unknown(),
      v.transform(asNumber),
      v.number('must be a number'),
      v.minValue(least, `must be ${least} or more`),
    );
  }
  if (typeof option.default === 'boolean')
    return v.boolean('must be true or false') as v.GenericSchema<unknown, boolean>;
  if (typeof option.default === 'string')
    return v.string('must be words') as v.GenericSchema<unknown, string>;
  return v.array(v.string('must be words'), 'must be a list') as unknown as v.GenericSchema<
    unknown,
    readonly string[]
  >;
}

/** YAML 1.1 readers hand over `off` as false. */
const level = v.pipe(
  v.unknown(),
  v.transform((value) => (value === false ? 'off' : value)),
  v.picklist(['off', 'suggestion', 'warning', 'error']),
);

function ruleSetting(rule: AnyRule): v.GenericSchema<unknown, RuleSetting> {
  const message = 'must be a severity, or a list of a severity and its options';
  const alone = v.strictTuple([level], message);
  const withOptions = v.strictTuple([level, optionsSchema(rule)], message);
  return v.lazy((input) => {
    if (!Array.isArray(input)) return level;
    return input.length === 1 ? alone : withOptions;
  }) as unknown as v.GenericSchema<unknown, RuleSetting>;
}

/** The configuration file, for a list of rules. */
export function configSchema(rules: readonly AnyRule[]) {
  const limits = Object.fromEntries(KINDS.map((name) => [name, v.exactOptional(wholeNumber(1, 1_000_000))]));
  const settings = Object.fromEntries(
    rules.map((rule) => [rule.meta.id, v.exactOptional(ruleSetting(rule))]),
  );
  return v.strictObject({
    $schema: v.exactOptional(v.string('must be an address')),
    kind: v.exactOptional(kind),
    ...profileEntries,
    rules: v.exactOptional(v.strictObject(settings)),
    limits: v.exactOptional(v.strictObject(limits)),
    minimumConfidence: v.exactOptional(
      v.pipe(
        v.unknown(),
        v.transform(asNumber),
        v.number('must be a number from 0 to 1'),
        v.minValue(0, 'must be a number from 0 to 1'),
        v.maxValue(1, 'must be a number from 0 to 1'),
      ),
    ),
  });
}
