import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { type LintConfig, parseConfig } from '@narrative-lint/core';
import type { ParseError } from 'jsonc-parser';
import { type LilconfigResult, lilconfigSync } from 'lilconfig';
import { parse as parseYaml } from 'yaml';
import { ConfigError } from './errors.ts';

const NAME = 'narrative-lint.config';
const SEARCH_PLACES = [`${NAME}.json`, `${NAME}.jsonc`, `${NAME}.yaml`, `${NAME}.yml`, 'package.json'];
const EXTENSION = /\.(json|jsonc|ya?ml)$/i;

/** Finds the configuration of a draft. */
export interface ConfigFinder {
  /**
   * @param draft - Path of the draft; its folder and those above it are searched.
   * @throws {ConfigError} for a file that cannot be read, parsed or used.
   */
  find(draft: string): Promise<LintConfig>;
}

/**
 * Makes a finder that reads each configuration file once.
 *
 * @param file - The one file to use for all drafts (`--config`), in place of searching.
 */
export function configFinder(cwd: string, file: string | undefined): ConfigFinder {
  const asItIs = (_: string, content: string) => content;
  // Dozens of places are looked at, most in vain, and one after the other is fastest without waiting.
  const searcher = lilconfigSync('narrative-lint', {
    searchPlaces: SEARCH_PLACES,
    packageProp: 'narrativeLint',
    loaders: {
      '.json': (path, content) => (isPackage(path) ? loadPackage(content) : content),
      '.jsonc': asItIs,
      '.yaml': asItIs,
      '.yml': asItIs,
    },
  });
  const parsed = new Map<string, LintConfig>();
  return {
    async find(draft) {
      const found = file
        ? await loadNamed(resolve(cwd, file), file)
        : searcher.search(dirname(resolve(cwd, draft)));
      if (!found || found.isEmpty) return {};
      const known = parsed.get(found.filepath);
      if (known) return known;
      const value =
        file || isPackage(found.filepath) ? found.config : await load(found.filepath, String(found.config));
      const { config, problems } = parseConfig(value, shortest(cwd, found.filepath));
      if (problems.length > 0) throw new ConfigError(problems.map(({ message }) => message));
      parsed.set(found.filepath, config);
      return config;
    },
  };
}

/** A file given by name may have any name, and is a configuration whole, a package.json aside. */
async function loadNamed(path: string, asGiven: string): Promise<LilconfigResult> {
  if (!EXTENSION.test(path)) {
    throw new ConfigError([
      `${asGiven} is not a kind of configuration file; use .json, .jsonc, .yaml or .yml`,
    ]);
  }
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new ConfigError(
      [`${asGiven} ${missing ? 'does not exist; check the name given to --config' : 'could not be read'}`],
      { cause },
    );
  }
  const value = await load(path, content);
  const config = isPackage(path) ? (value as { narrativeLint?: unknown } | null)?.narrativeLint : value;
  return { filepath: path, config: config ?? {} };
}

async function load(path: string, content: string): Promise<unknown> {
  return /json/i.test(EXTENSION.exec(path)?.[1] ?? '') ? loadJson(path, content) : loadYaml(path, content);
}

function isPackage(path: string): boolean {
  return basename(path) === 'package.json';
}

/** A package.json on the way up is somebody else's business: when it is broken, it holds no settings. */
function loadPackage(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return {};
  }
}

async function loadJson(path: string, content: string): Promise<unknown> {
  const { parse, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  const commentsAllowed = path.endsWith('c');
  const value: unknown = parse(content.replace(/^\uFEFF/, ' '), errors, {
    allowTrailingComma: commentsAllowed,
    disallowComments: !commentsAllowed,
  });
  const first = errors[0];
  if (first) {
    const line = content.slice(0, first.offset).split('\n').length;
    const what = printParseErrorCode(first.error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    throw new ConfigError([`${shortest(process.cwd(), path)} is not valid JSON: line ${line}, ${what}`]);
  }
  return value;
}

function loadYaml(path: string, content: string): unknown {
  try {
    return parseYaml(content, { maxAliasCount: 20 });
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split('\n')[0]?.replace(/:$/, '') : String(cause);
    throw new ConfigError([`${shortest(process.cwd(), path)} is not valid YAML: ${what}`], { cause });
  }
}

/** A path as a person in `cwd` would write it. */
function shortest(cwd: string, path: string): string {
  const local = relative(cwd, path);
  return local.startsWith('..') ? path : local;
}
