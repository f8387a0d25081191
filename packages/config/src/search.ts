import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lilconfigSync } from 'lilconfig';
import { CODE_NAMES, CONFIG_NAMES, DATA_NAMES, isPackage, PACKAGE_KEY, SUPPRESSIONS_NAME } from './names.ts';

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
    searchPlaces: trusted ? [...CONFIG_NAMES] : [...DATA_NAMES],
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
    const found = CODE_NAMES.map((name) => join(at, name)).find((path) => existsSync(path));
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
