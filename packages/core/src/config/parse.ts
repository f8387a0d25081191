import * as v from 'valibot';
import type { LintConfig } from '../lint.ts';
import { rules as builtInRules } from '../rules/index.ts';
import type { AnyRule } from '../rules/types.ts';
import { explainIssue, pathOf } from './issues.ts';
import type { Kind } from './kinds.ts';
import { mergeConfigs } from './merge.ts';
import { plainValue } from './plain.ts';
import { isPreset, type Preset, presetConfig } from './presets.ts';
import type { Profile } from './profile.ts';
import { ruleModuleSchema } from './rule-schema.ts';
import { configSchema, frontMatterSchema } from './schema.ts';

/** Something in a configuration or in front matter that could not be used. */
export interface Problem {
  /** One line: where, what is wrong, and the nearest valid name. */
  readonly message: string;
  /** The keys that lead to it; none for the whole. */
  readonly path: readonly (string | number)[];
  /** Line of the file, from 1, where it is known. */
  readonly line?: number;
}

/** Finds the line of a value by the keys that lead to it. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined;

/** What front matter says of a draft and its writer. */
export interface FrontSettings {
  readonly kind?: Kind;
  readonly profile: Profile;
  readonly problems: readonly Problem[];
}

/**
 * Reads kind and profile from parsed front matter, or from an advisor's roster.
 *
 * What is wrong is told under `problems`, and the keys that are right still count. An empty key counts as
 * left out; numbers and dates may be written as text. Never throws.
 *
 * @param file - Where the value comes from, for the problems.
 */
export function parseProfile(value: unknown, file = 'front matter', lineOf?: LineOf): FrontSettings {
  const { output, problems } = parseWith(frontMatterSchema, value, file, lineOf);
  return { ...(output.kind ? { kind: output.kind } : {}), profile: profileOf(output), problems };
}

/** A configuration file as it was written, checked. */
export interface ConfigFile {
  /** Presets and paths that it starts from, in order. */
  readonly extends: readonly string[];
  /** What it says itself of every draft. */
  readonly config: LintConfig;
  readonly overrides: readonly ConfigOverride[];
  /** Patterns of drafts to leave alone, as in a .gitignore. */
  readonly ignore: readonly string[];
}

/** Settings for the drafts that its globs match. */
export interface ConfigOverride {
  readonly files: readonly string[];
  readonly extends: readonly Preset[];
  readonly config: LintConfig;
}

/**
 * Reads a configuration file from its parsed contents.
 *
 * What is wrong is told under `problems`, and the keys that are right still count. Never throws. Plugins are
 * not loaded here; their rules are given in `ruleSet`.
 *
 * @param file - Name of the file, for the problems.
 * @param ruleSet - The rules it may set; the built-in ones when left out.
 */
export function parseConfigFile(
  value: unknown,
  file = 'configuration',
  ruleSet: readonly AnyRule[] = builtInRules,
  lineOf?: LineOf,
): { readonly settings: ConfigFile; readonly problems: readonly Problem[] } {
  const { output, problems } = parseWith(configSchema(ruleSet), value, file, lineOf);
  const settings: ConfigFile = {
    extends: listOf(output.extends),
    config: configOf(output),
    overrides: (output.overrides ?? []).map((override) => ({
      files: listOf(override.files),
      extends: listOf(override.extends) as Preset[],
      config: configOf(override),
    })),
    ignore: listOf(output.ignore),
  };
  return { settings, problems };
}

/**
 * Reads a configuration that no file holds, for programs that call the engine themselves: presets count, and
 * what needs a folder (overrides, ignored files, other files, plugins by path) is told under `problems`.
 *
 * @param file - Where the value comes from, for the problems.
 * @param ruleSet - The rules it may set; the built-in ones when left out.
 */
export function parseConfig(
  value: unknown,
  file = 'configuration',
  ruleSet: readonly AnyRule[] = builtInRules,
): { readonly config: LintConfig; readonly problems: readonly Problem[] } {
  const { settings, problems } = parseConfigFile(value, file, ruleSet);
  const { extends: names, overrides, ignore } = settings;
  const given = value as { readonly plugins?: unknown } | null | undefined;
  const misplaced = [
    ...names.filter((name) => !isPreset(name)).map((name) => `extends: "${name}"`),
    ...(overrides.length > 0 ? ['overrides'] : []),
    ...(ignore.length > 0 ? ['ignore'] : []),
    ...(given?.plugins === undefined ? [] : ['plugins']),
  ].map((what) => ({ path: [], message: `${file}: ${what} works only in a configuration file.` }));
  const presets = names.filter(isPreset).map((name) => presetConfig(name, ruleSet));
  return { config: mergeConfigs(...presets, settings.config), problems: [...problems, ...misplaced] };
}

/**
 * Reads the rules that a plugin module holds: its default export, or a list, or `rules`, of rule modules in the
 * shape of the built-in ones. A rule may leave out options and examples.
 *
 * @param file - Name of the module, for the problems.
 */
export function parsePlugin(
  value: unknown,
  file: string,
): { readonly rules: readonly AnyRule[]; readonly problems: readonly Problem[] } {
  const rules: AnyRule[] = [];
  const problems: Problem[] = [];
  for (const given of rulesIn(value)) {
    const rule = withDefaults(given);
    const parsed = v.safeParse(ruleModuleSchema, rule);
    if (parsed.success) rules.push(rule as AnyRule);
    else {
      const name = (given as { meta?: { id?: unknown } } | null)?.meta?.id;
      const where = typeof name === 'string' ? `${file}: rule ${name}` : file;
      for (const issue of parsed.issues)
        problems.push({
          path: pathOf(issue),
          message: `${where}: ${explainIssue(ruleModuleSchema, rule, issue)}`,
        });
    }
  }
  if (rules.length + problems.length === 0)
    problems.push({
      path: [],
      message: `${file}: holds no rule; export one, or a list of them, as default.`,
    });
  return { rules, problems };
}

/** Lists within lists are not looked into further than this: a list may hold itself. */
const DEEPEST_RULES = 4;

function rulesIn(value: unknown, depth = 0): readonly unknown[] {
  if (depth > DEEPEST_RULES) return [];
  if (Array.isArray(value)) return value.flatMap((item) => rulesIn(item, depth + 1));
  if (typeof value !== 'object' || value === null) return [value];
  if ('meta' in value || 'check' in value) return [value];
  if ('default' in value) return rulesIn(value.default, depth + 1);
  if ('rules' in value) return rulesIn(value.rules, depth + 1);
  return [];
}

function withDefaults(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const { meta, examples } = given as { meta?: unknown; examples?: unknown };
  return {
    ...given,
    ...(typeof meta === 'object' && meta !== null ? { meta: { options: {}, ...meta } } : {}),
    examples: examples ?? { invalid: [], valid: [] },
  };
}

function listOf(value: unknown): string[] {
  return value === undefined ? [] : ([value].flat() as string[]);
}

type SharedOutput = Pick<
  v.InferOutput<ReturnType<typeof configSchema>>,
  'kind' | 'specialty' | 'setbacks' | 'scores' | 'rules' | 'limits' | 'minimumConfidence'
>;

function configOf(output: SharedOutput): LintConfig {
  const { kind, rules, limits, minimumConfidence } = output;
  const profile = profileOf(output);
  return {
    ...(kind ? { kind } : {}),
    ...(Object.keys(profile).length > 0 ? { profile } : {}),
    ...(rules ? { rules: rules as NonNullable<LintConfig['rules']> } : {}),
    ...(limits ? { limits: limits as NonNullable<LintConfig['limits']> } : {}),
    ...(minimumConfidence === undefined ? {} : { minimumConfidence }),
  };
}

function profileOf({ specialty, setbacks, scores }: Profile): Profile {
  return {
    ...(specialty === undefined ? {} : { specialty }),
    ...(setbacks ? { setbacks } : {}),
    ...(scores ? { scores } : {}),
  };
}

function parseWith<S extends v.GenericSchema<unknown, object>>(
  schema: S,
  given: unknown,
  file: string,
  lineOf?: LineOf,
): { readonly output: v.InferOutput<S> | Record<string, never>; readonly problems: readonly Problem[] } {
  const { value, reason } = plainValue(given ?? {});
  if (reason !== undefined) return { output: {}, problems: [{ path: [], message: `${file}: ${reason}.` }] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      output: {},
      problems: [
        {
          path: [],
          message: `${file}: must hold names with values, one a line, such as "kind: personal-statement".`,
        },
      ],
    };
  }
  const first = v.safeParse(schema, value);
  if (first.success) return { output: first.output, problems: [] };
  const problems = first.issues.map((issue) => {
    const path = pathOf(issue);
    const line = lineOf?.(path);
    return {
      path,
      message: `${file}: ${explainIssue(schema, value, issue)}`,
      ...(line === undefined ? {} : { line }),
    };
  });
  const wrong = new Set(first.issues.map((issue) => pathOf(issue)[0]));
  const rest = Object.fromEntries(Object.entries(value as object).filter(([key]) => !wrong.has(key)));
  const second = v.safeParse(schema, rest);
  return { output: second.success ? second.output : {}, problems };
}
