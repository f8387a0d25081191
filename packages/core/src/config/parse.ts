import * as v from 'valibot';
import type { LintConfig } from '../lint.ts';
import { rules as builtInRules } from '../rules/index.ts';
import type { AnyRule } from '../rules/types.ts';
import { explainIssue, pathOf } from './issues.ts';
import type { Kind } from './kinds.ts';
import type { Profile } from './profile.ts';
import { configSchema, frontMatterSchema } from './schema.ts';

/** Something in a configuration or in front matter that could not be used. */
export interface Problem {
  /** One line: where, what is wrong, and the nearest valid name. */
  readonly message: string;
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

/**
 * Reads a configuration from the parsed contents of its file.
 *
 * What is wrong is told under `problems`, and the keys that are right still count. Never throws.
 *
 * @param file - Name of the file, for the problems.
 * @param ruleSet - The rules it may set; the built-in ones when left out.
 */
export function parseConfig(
  value: unknown,
  file = 'configuration',
  ruleSet: readonly AnyRule[] = builtInRules,
): { readonly config: LintConfig; readonly problems: readonly Problem[] } {
  const { output, problems } = parseWith(configSchema(ruleSet), value, file);
  const { kind, rules, limits, minimumConfidence } = output;
  const config: LintConfig = {
    ...(kind ? { kind } : {}),
    profile: profileOf(output),
    ...(rules ? { rules: rules as NonNullable<LintConfig['rules']> } : {}),
    ...(limits ? { limits: limits as NonNullable<LintConfig['limits']> } : {}),
    ...(minimumConfidence === undefined ? {} : { minimumConfidence }),
  };
  return { config, problems };
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
  const value = withoutEmpty(given ?? {});
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      output: {},
      problems: [
        { message: `${file}: must hold names with values, one a line, such as "kind: personal-statement".` },
      ],
    };
  }
  const first = v.safeParse(schema, value);
  if (first.success) return { output: first.output, problems: [] };
  const problems = first.issues.map((issue) => {
    const line = lineOf?.(pathOf(issue));
    return {
      message: `${file}: ${explainIssue(schema, value, issue)}`,
      ...(line === undefined ? {} : { line }),
    };
  });
  const wrong = new Set(first.issues.map((issue) => pathOf(issue)[0]));
  const rest = Object.fromEntries(Object.entries(value as object).filter(([key]) => !wrong.has(key)));
  const second = v.safeParse(schema, rest);
  return { output: second.success ? second.output : {}, problems };
}

/** Leaves out keys without a value, as `specialty:` with nothing behind it. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutEmpty(item)]));
}
