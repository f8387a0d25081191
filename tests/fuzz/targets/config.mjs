import fc from 'fast-check';
import { core, portable } from '../built.mjs';
import { must, mustBeOwn, mustBePlain, mustBeResult } from '../properties.mjs';
import { DRAFTS, ODD, withFrontMatter } from '../texts.mjs';

const ids = core.rules.map(({ meta }) => meta.id);
const scalar = fc.oneof(
  fc.constantFrom(
    'off',
    'error',
    'warning',
    'suggestion',
    'recommended',
    'strict',
    './a.json',
    '',
    'personal-statement',
    '**/*.md',
  ),
  fc.constantFrom(null, true, false, 0, -1, 0.5, 1e308, 28000, Number.MAX_SAFE_INTEGER),
  fc.constantFrom(...ODD),
  fc.string({ maxLength: 8 }),
);
const key = fc.constantFrom(
  'kind',
  'specialty',
  'setbacks',
  'scores',
  'rules',
  'limits',
  'minimumConfidence',
  'extends',
  'overrides',
  'ignore',
  'plugins',
  'files',
  '$schema',
  'what',
  'attempts',
  'usmle-step-1',
  'seconds',
  'max',
  'western',
  '__proto__',
  'constructor',
  'toString',
  '',
  ...ids.slice(0, 12),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
}));
const setting = fc.oneof(scalar, fc.tuple(scalar, value), value);
const likely = fc.record(
  {
    rules: fc.dictionary(fc.oneof(fc.constantFrom(...ids), key), setting, { maxKeys: 5 }),
    kind: scalar,
    specialty: scalar,
    setbacks: fc.oneof(
      value,
      fc.array(
        fc.record({ what: scalar, attempts: scalar, passed: scalar, date: scalar }, { requiredKeys: [] }),
        { maxLength: 3 },
      ),
    ),
    scores: value,
    limits: value,
    minimumConfidence: scalar,
    extends: value,
    overrides: fc.oneof(value, fc.array(fc.dictionary(key, value, { maxKeys: 4 }), { maxLength: 2 })),
  },
  { requiredKeys: [] },
);

/** Configurations of any shape: what is wrong is told, and a draft is linted with the rest. */
export const config = {
  weight: 1,
  property: () =>
    fc.property(fc.oneof(likely, value), (given) => {
      const { config: read, problems } = core.parseConfig(given);
      const text = JSON.stringify(given) ?? '';
      for (const { message } of problems) mustBePlain(message, text);
      const profile = core.parseProfile(given);
      for (const { message } of profile.problems) mustBePlain(message, text);
      for (const { message } of core.parsePlugin(given, 'plugin.js').problems) mustBePlain(message, text);
      mustBeResult(DRAFTS[0], core.lint(DRAFTS[0], { config: read, profile: profile.profile }));
    }),
};

const NAMES = ['a.json', 'a.jsonc', 'a.yaml', 'a.yml'];
const contents = fc.oneof(
  fc.oneof(likely, value).map((given) => JSON.stringify(given, null, 1) ?? ''),
  fc
    .tuple(
      fc.oneof(likely, value),
      fc.nat(400),
      fc.constantFrom(...ODD, '{', '}', '"', ',', '//', '/*', ': ', '- ', '&a', '*a', '\t'),
    )
    .map(([given, at, put]) => {
      const text = JSON.stringify(given) ?? '';
      return text.slice(0, at) + put + text.slice(at);
    }),
  withFrontMatter,
  fc
    .tuple(fc.constantFrom('[', '{"a":', '- ', '? ', '&a [', '*a,'), fc.integer({ min: 1, max: 4000 }))
    .map(([piece, times]) => piece.repeat(times)),
);

/** Files of configurations with any contents: parsed, or one error that names the file. */
export const configFiles = {
  weight: 1,
  property: () =>
    fc.asyncProperty(fc.constantFrom(...NAMES), contents, async (name, text) => {
      let parsed;
      try {
        parsed = await portable.parseContents(`/drafts/${name}`, name, text);
      } catch (error) {
        mustBeOwn(error, 'ConfigError', text);
        must(error.message.startsWith(name), () => `the file is not named in ${error.message}`);
        return;
      }
      for (const { message, line } of core.parseConfigFile(parsed.value, name, core.rules, parsed.lineOf)
        .problems) {
        mustBePlain(message, text);
        must(
          line === undefined || (line >= 1 && line <= text.split('\n').length + 1),
          `no such line: ${line}`,
        );
      }
    }),
};
