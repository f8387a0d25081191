import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';
import {
  type AnyRule,
  rules as builtInRules,
  isConfigPath,
  isPreset,
  type Preset,
  type Problem,
  parseConfigFile,
  parsePlugin,
} from '@narrative-lint/core';
import type { Contents } from './contents.ts';
import { ConfigError, configError } from './errors.ts';
import { isCode } from './names.ts';
import { loadModule, readConfig, shortest } from './read.ts';
import { isOfRefused, type Layer } from './settle.ts';
import type { ConfigProblem, LoaderOptions } from './types.ts';

/** A configuration with all that it extends: what is extended comes before what extends it. */
export interface Layers {
  readonly layers: readonly Layer[];
  readonly ruleSet: readonly AnyRule[];
  /** By the id of a rule that is not built in: the plugin it is of, as a person knows it. */
  readonly plugins: ReadonlyMap<string, string>;
  readonly files: readonly string[];
  readonly refused: readonly string[];
}

type Terms = Required<Pick<LoaderOptions, 'cwd' | 'trusted' | 'loadLimit'>>;

interface Reading extends Terms {
  readonly raw: ({ readonly path: string; readonly contents: Contents } | { readonly preset: Preset })[];
  readonly files: Set<string>;
  /** By the path of the module, or where the configuration itself holds it. */
  readonly plugins: Map<string, Plugin>;
  readonly refused: string[];
}

interface Plugin {
  /** As a person knows it. */
  readonly name: string;
  readonly rules: readonly AnyRule[];
}

/**
 * Reads a configuration, the files it extends, and the plugins of all of them.
 *
 * @param content - Text of the file, where it was read already.
 * @throws {ConfigError} that names every problem of the first file with any.
 */
export async function readLayers(path: string, terms: Terms, content?: string): Promise<Layers> {
  const { cwd } = terms;
  const reading: Reading = {
    ...terms,
    raw: [],
    files: new Set(),
    plugins: new Map(),
    refused: [],
  };
  await readLayer(path, [], reading, content);
  const ruleSet = [...builtInRules, ...pluginRules(reading, path)];
  const problems: ConfigProblem[] = [];
  const layers = reading.raw.map((raw): Layer => {
    if ('preset' in raw) return raw;
    const { path: file, contents } = raw;
    const { value, lineOf } = contents;
    const parsed = parseConfigFile(value, shortest(cwd, file), ruleSet, lineOf);
    problems.push(
      ...inFile(
        file,
        parsed.problems.filter((problem) => !isOfRefused(problem, reading.refused)),
      ),
    );
    return { path: file, settings: parsed.settings };
  });
  if (problems.length > 0) throw new ConfigError(problems);
  const plugins = new Map(
    [...reading.plugins.values()].flatMap(({ name, rules }) => rules.map(({ meta }) => [meta.id, name])),
  );
  return { layers, ruleSet, plugins, files: [...reading.files], refused: reading.refused };
}

async function readLayer(
  path: string,
  from: readonly string[],
  reading: Reading,
  content?: string,
): Promise<void> {
  const name = shortest(reading.cwd, path);
  if (from.includes(path)) {
    const way = from.slice(from.indexOf(path) + 1).map((file) => shortest(reading.cwd, file));
    throw configError(path, `${name} extends itself${way.length > 0 ? `, by way of ${way.join(', ')}` : ''}`);
  }
  reading.files.add(path);
  if (isCode(path) && !reading.trusted) {
    reading.refused.push(`${name} is a program, and was not run`);
    return;
  }
  const contents = await readConfig(path, reading.cwd, reading.loadLimit, content);
  const value = contents.value as { readonly extends?: unknown; readonly plugins?: unknown } | null;
  const folder = dirname(path);
  for (const parent of [value?.extends].flat()) {
    if (typeof parent !== 'string') continue;
    if (isPreset(parent)) reading.raw.push({ preset: parent });
    else if (isConfigPath(parent)) {
      const file = resolve(folder, parent);
      requireFile(file, path, `${name}: extends: "${parent}"`);
      await readLayer(file, [...from, path], reading);
    }
  }
  if (Array.isArray(value?.plugins)) {
    for (const plugin of value.plugins) await readPlugin(plugin, path, reading);
  }
  reading.raw.push({ path, contents });
}

async function readPlugin(plugin: unknown, config: string, reading: Reading): Promise<void> {
  const from = shortest(reading.cwd, config);
  if (typeof plugin !== 'string') {
    const { rules, problems } = parsePlugin(plugin, `${from}: plugins`);
    if (problems.length > 0) throw new ConfigError(inFile(config, problems));
    reading.plugins.set(`${config}#${reading.plugins.size}`, { name: `in ${from}`, rules });
    return;
  }
  if (!reading.trusted) {
    reading.refused.push(`plugin ${plugin} of ${from} is a program, and was not run`);
    return;
  }
  const path = pathOfPlugin(plugin, config, from);
  if (reading.plugins.has(path)) return;
  requireFile(path, config, `${from}: plugins: "${plugin}"`);
  reading.files.add(path);
  const name = shortest(reading.cwd, path);
  const { rules, problems } = parsePlugin(await loadModule(path, name, reading.loadLimit), name);
  if (problems.length > 0) throw new ConfigError(inFile(path, problems));
  reading.plugins.set(path, { name: isFile(plugin) ? name : `${plugin} (${name})`, rules });
}

/** What a configuration names has to be there; the configuration is where to put it right. */
function requireFile(path: string, config: string, named: string): void {
  if (!existsSync(path)) throw configError(config, `${named} does not exist`);
}

/** A path counts from the folder of the configuration; any other name is that of an installed package. */
function pathOfPlugin(plugin: string, config: string, from: string): string {
  if (isFile(plugin)) return resolve(dirname(config), plugin);
  try {
    return createRequire(config).resolve(plugin);
  } catch (cause) {
    throw configError(
      config,
      `${from}: plugins: "${plugin}" is not installed here; for a file of your own write "./${plugin}.js"`,
      undefined,
      cause,
    );
  }
}

function isFile(plugin: string): boolean {
  return plugin.startsWith('.') || isAbsolute(plugin) || isCode(plugin);
}

function pluginRules({ plugins, cwd }: Reading, config: string): AnyRule[] {
  const known = new Map<string, string>(builtInRules.map((rule) => [rule.meta.id, 'narrative-lint itself']));
  const all: AnyRule[] = [];
  for (const [path, { rules }] of plugins) {
    for (const rule of rules) {
      const id: string = rule.meta.id;
      const where = shortest(cwd, path.replace(/#\d+$/, ''));
      const other = known.get(id);
      if (other)
        throw configError(config, `${where}: the rule "${id}" is also in ${other}; give it another name`);
      known.set(id, where);
      all.push(rule);
    }
  }
  return all;
}

function inFile(file: string, problems: readonly Problem[]): ConfigProblem[] {
  return problems.map((problem) => ({ ...problem, file }));
}
