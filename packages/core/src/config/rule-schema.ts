import * as v from 'valibot';
import type { RuleSetting } from '../lint.ts';
import { type AnyRule, type OptionValue, RULE_GROUPS, type RuleOption, SEVERITIES } from '../rules/types.ts';
import { KINDS } from './kinds.ts';
import { asNumber } from './profile-schema.ts';

/** A schema that looks at the value to decide which of its variants holds, so that an error names one thing. */
export interface EitherSchema<T> extends v.LazySchema<v.GenericSchema<unknown, T>> {
  readonly variants: readonly v.GenericSchema<unknown, T>[];
}

/**
 * One of several schemas.
 *
 * @param choose - Gives the index of the variant that a value is meant as.
 */
export function either<T>(
  variants: readonly [v.GenericSchema<unknown, T>, ...v.GenericSchema<unknown, T>[]],
  choose: (input: unknown) => number,
): EitherSchema<T> {
  const lazy = v.lazy((input: unknown) => variants[choose(input)] ?? variants[0]);
  return Object.assign(lazy, { variants });
}

/** The options of one rule, from its metadata. */
export function optionsSchema(rule: AnyRule): v.GenericSchema<unknown, Record<string, OptionValue>> {
  const options: Readonly<Record<string, RuleOption>> = rule.meta.options;
  const entries = Object.entries(options).map(
    ([name, option]) =>
      [
        name,
        v.exactOptional(
          v.pipe(
            optionSchema(option),
            v.metadata({ default: option.default }),
            v.description(option.description),
          ),
        ),
      ] as const,
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
  const setting = either([level, alone, withOptions] as never, (input) => {
    if (!Array.isArray(input)) return 0;
    return input.length === 1 ? 1 : 2;
  });
  return v.pipe(setting, v.description(rule.meta.summary)) as unknown as v.GenericSchema<
    unknown,
    RuleSetting
  >;
}

/** The settings of a list of rules, by their ids. */
export function rulesSchema(rules: readonly AnyRule[]) {
  return v.strictObject(
    Object.fromEntries(rules.map((rule) => [rule.meta.id, v.exactOptional(ruleSetting(rule))])),
  );
}

const words = v.pipe(v.string('must be words'), v.nonEmpty('must not be empty'));
const optionDefault = v.union(
  [v.number(), v.boolean(), v.string(), v.array(v.string())],
  'must be a number, true or false, words, or a list of words',
);

const readings = v.pipe(v.number('must be a number'), v.minValue(0, 'must not be below 0'));

/** The shape of a rule module, for rules that come from outside this package. */
export const ruleModuleSchema = v.looseObject({
  meta: v.looseObject({
    id: v.pipe(
      v.string('must be words'),
      v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be in kebab-case, such as "name-the-program"'),
    ),
    group: v.picklist(RULE_GROUPS),
    severity: v.picklist(SEVERITIES),
    summary: words,
    why: words,
    ask: words,
    source: words,
    options: v.record(
      v.string(),
      v.looseObject({
        default: optionDefault,
        description: words,
        minimum: v.exactOptional(v.number('must be a number')),
      }),
    ),
    messages: v.record(
      v.string(),
      v.looseObject({ text: words, why: v.exactOptional(words), ask: v.exactOptional(words) }),
    ),
    fixable: v.exactOptional(v.boolean('must be true or false')),
    kinds: v.exactOptional(v.array(v.picklist(KINDS), 'must be a list')),
    share: v.exactOptional(readings),
    shareUnseen: v.exactOptional(readings),
    offByDefault: v.exactOptional(v.boolean('must be true or false')),
    url: v.exactOptional(words),
  }),
  examples: v.looseObject({
    invalid: v.array(v.looseObject({ text: words }), 'must be a list'),
    valid: v.array(v.looseObject({ text: words }), 'must be a list'),
  }),
  check: v.custom<(context: never) => void>(
    (value) => typeof value === 'function',
    'must be a function that takes the context and reports findings',
  ),
});
