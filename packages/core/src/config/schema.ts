import * as v from 'valibot';
import type { AnyRule } from '../rules/types.ts';
import { KINDS } from './kinds.ts';
import { isPreset, PRESETS } from './presets.ts';
import { asNumber, kind, profileEntries, wholeNumber } from './profile-schema.ts';
import { either, rulesSchema } from './rule-schema.ts';

export { FREE_KEYS, frontMatterSchema, profileSchema } from './profile-schema.ts';
export { type EitherSchema, optionsSchema } from './rule-schema.ts';

const pattern = v.pipe(v.string('must be a glob'), v.nonEmpty('must not be empty'));
/** A name in `extends` that is no preset leads to a file, and looks like it. */
export const isConfigPath = (name: string) => /[\\/]|\.\w+$/.test(name);
const presetName = v.pipe(v.string('must be the name of a preset'), v.check(isPreset, 'preset'));
const presetOrPath = v.pipe(
  v.string('must be the name of a preset, or the path of a configuration'),
  v.check((name) => isPreset(name) || isConfigPath(name), 'preset'),
  v.metadata({ examples: [...PRESETS] }),
);

/** One value, or a list of them. */
function oneOrMore<T>(schema: v.GenericSchema<string, T>) {
  const list = v.array(schema, 'must be a list');
  return either<T | T[]>([schema, list] as never, (input) => (Array.isArray(input) ? 1 : 0));
}

/** The configuration file, for a list of rules. */
export function configSchema(rules: readonly AnyRule[]) {
  const limits = Object.fromEntries(KINDS.map((name) => [name, v.exactOptional(wholeNumber(1, 1_000_000))]));
  const shared = {
    kind: v.exactOptional(kind),
    ...profileEntries,
    rules: v.exactOptional(
      v.pipe(
        rulesSchema(rules),
        v.description('Rules by name: a severity or "off", or a list of a severity and the options.'),
      ),
    ),
    limits: v.exactOptional(
      v.pipe(
        v.strictObject(limits),
        v.description('Characters by kind, where the form shows another limit.'),
      ),
    ),
    minimumConfidence: v.exactOptional(
      v.pipe(
        v.unknown(),
        v.transform(asNumber),
        v.number('must be a number from 0 to 1'),
        v.minValue(0, 'must be a number from 0 to 1'),
        v.maxValue(1, 'must be a number from 0 to 1'),
        v.description('Findings less sure than this, from 0 to 1, are left out.'),
      ),
    ),
  };
  const override = v.strictObject({
    files: v.pipe(
      oneOrMore(pattern),
      v.description(
        'Globs of the drafts it holds for, from the folder of the file; one without a slash matches in every folder below.',
      ),
    ),
    extends: v.exactOptional(
      v.pipe(oneOrMore(presetName), v.description('Presets to start from for these drafts.')),
    ),
    ...shared,
  });
  return v.strictObject({
    $schema: v.exactOptional(
      v.pipe(v.string('must be an address'), v.description('Where editors find the schema of this file.')),
    ),
    extends: v.exactOptional(
      v.pipe(
        oneOrMore(presetOrPath),
        v.description(
          'Presets, or paths of other configurations, that this one starts from; a later one wins.',
        ),
      ),
    ),
    ...shared,
    overrides: v.exactOptional(
      v.pipe(
        v.array(override, 'must be a list'),
        v.description('Settings for some drafts only; a later one wins.'),
      ),
    ),
    ignore: v.exactOptional(
      v.pipe(
        oneOrMore(pattern),
        v.description('Drafts and folders to leave alone, in the patterns of a .gitignore.'),
      ),
    ),
    plugins: v.exactOptional(
      v.pipe(
        v.array(
          either<unknown>(
            [
              v.pipe(v.string(), v.nonEmpty('must not be empty')) as never,
              v.custom(
                (value) => typeof value === 'object',
                'must be a path, or rules of a JavaScript configuration',
              ),
            ],
            (input) => (typeof input === 'string' ? 0 : 1),
          ),
          'must be a list',
        ),
        v.description(
          'Rules of your own: paths of modules that hold rules; in a JavaScript configuration the rules themselves, too.',
        ),
      ),
    ),
  });
}
