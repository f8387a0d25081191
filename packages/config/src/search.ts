import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lilconfigSync } from 'lilconfig';

const NAME = 'narrative-lint.config';
/** Configuration files that only hold data. */
const DATA = [`${NAME}.json`, `${NAME}.jsonc`, `${NAME}.yaml`, `${NAME}.yml`];
/** Configuration files that are programs. */
const CODE = [`${NAME}.js`, `${NAME}.mjs`, `${NAME}.cjs`, `${NAME}.ts`];

/** Names of configuration files, the first of a folder counts; a `package.json` counts with its key. */
export const CONFIG_NAMES: readonly string[] = [...DATA, ...CODE, 'package.json'];
export const SUPPRESSIONS_NAME = 'narrative-lint.suppressions.json';
/** Where editors find the JSON Schema of a configuration. */
export const SCHEMA_ADDRESS =
  'https://raw.githubusercontent.com/narrative-lint/narrative-lint/main/packages/config/schema.json';
/** The key of a `package.json` that holds a configuration. */
export const PACKAGE_KEY = 'narrativeLint';

/** Whether reading a file runs code of it. */
export function isCode(path: string): boolean {
  return /\.[cm]?[jt]s$/i.test(path);
}

export function isPackage(path: string): boolean {
  return basename(path) === 'package.json';
}

/** A file that was found, with what it holds as text where it was read already. */
export interface Found {
  readonly path: string;
  readonly content: string;
}

/** Finds files upward from a folder; each folder is looked at once until `clear`. */
export interface Searcher {
  /** The nearest configuration. */
  config(folder: string): Found | undefined;
  /** The nearest list of dismissed findings. */
  suppressions(folder: string): string | undefined;
  clear(): void;
}

/** @param trusted - Where false, configurations that are programs are passed over. */
export function searcher(trusted: boolean): Searcher {
  const asItIs = (_: string, content: string) => content;
  // Dozens of places are looked at, most in vain, and one after the other is fastest without waiting.
  const configs = lilconfigSync('narrative-lint', {
    searchPlaces: trusted ? [...CONFIG_NAMES] : [...DATA, 'package.json'],
    packageProp: PACKAGE_KEY,
    loaders: {
      ...Object.fromEntries(
        ['.jsonc', '.yaml', '.yml', '.js', '.mjs', '.cjs', '.ts'].map((ending) => [ending, asItIs]),
      ),
      '.json': (path, content) => (isPackage(path) ? settingsOfPackage(content) : content),
    },
  });
  const lists = new Map<string, string | undefined>();
  const suppressions = (folder: string): string | undefined => {
    if (lists.has(folder)) return lists.get(folder);
    const here = join(folder, SUPPRESSIONS_NAME);
    const above = dirname(folder);
    const found = existsSync(here) ? here : above === folder ? undefined : suppressions(above);
    lists.set(folder, found);
    return found;
  };
  return {
    config(folder) {
      const found = configs.search(folder);
      if (!found || found.isEmpty) return undefined;
      const { filepath, config } = found;
      return { path: filepath, content: typeof config === 'string' ? config : JSON.stringify(config) };
    },
    suppressions,
    clear() {
      configs.clearCaches();
      lists.clear();
    },
  };
}

/**
 * The nearest configuration that is a program, which a search that runs none passes over.
 *
 * @param below - The folder of the configuration that was found; from there upward it would not have counted.
 */
export function passedOver(folder: string, below: string | undefined): string | undefined {
  for (let at = folder; at !== below; at = dirname(at)) {
    const found = CODE.map((name) => join(at, name)).find((path) => existsSync(path));
    if (found || dirname(at) === at) return found;
  }
  return undefined;
}

/** A package.json on the way up is somebody else's business: when it is broken, it holds no settings. */
function settingsOfPackage(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return {};
  }
}
