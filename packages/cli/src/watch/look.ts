import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CONFIG_NAMES, ConfigError, createConfigLoader, SUPPRESSIONS_NAME } from '@narrative-lint/config';
import type { Target } from '../files.ts';

/** Files looked at side by side. */
const AT_ONCE = 64;
const MISSING = 'none';

/** The state of everything that a run depends on, at one moment. */
export interface Look {
  readonly targets: readonly Target[];
  /** The state of each draft, by its absolute path. */
  readonly drafts: ReadonlyMap<string, string>;
  /** The state of all configurations and lists of dismissed findings. */
  readonly rules: string;
  /** All of it: the same text as long as nothing changes. */
  readonly state: string;
}

/** What is to be looked at. */
export interface Watched {
  /** Finds the drafts that there are now. */
  find(): Promise<readonly Target[]>;
  /** Files that are no drafts and count as much, such as a roster; relative to `cwd` or absolute. */
  readonly beside: readonly string[];
  /** The one configuration for every draft. */
  readonly configFile?: string;
  readonly cwd: string;
}

export interface Looker {
  look(): Promise<Look>;
  /**
   * Finds the configurations that count for the drafts of a look, with what they extend and load. Later looks
   * take them in.
   *
   * @returns The same look, with them.
   */
  learn(look: Look): Promise<Look>;
  /** Files that count beside the drafts, as far as they are known; absolute. */
  readonly files: readonly string[];
}

/** Looks at drafts and all that a run over them depends on. Nothing is read but names, sizes and times. */
export function lookerAt({ find, beside, configFile, cwd }: Watched): Looker {
  const given = configFile === undefined ? [] : [resolve(cwd, configFile)];
  const others = beside.map((file) => resolve(cwd, file));
  let configs: readonly string[] = given;
  const look = async (): Promise<Look> => {
    const targets = await find();
    const paths = targets.flatMap((target) => (target.kind === 'file' ? [resolve(cwd, target.path)] : []));
    const places = [...new Set([...configs, ...usualPlaces(paths, configFile !== undefined)])].sort();
    const states = await statesOf([...paths, ...places, ...others]);
    const stateOf = (path: string) => states.get(path) ?? MISSING;
    const drafts = new Map(paths.map((path) => [path, stateOf(path)]));
    const rules = JSON.stringify(places.map((path) => [path, stateOf(path)]));
    const state = JSON.stringify([[...drafts], rules, others.map(stateOf)]);
    return { targets, drafts, rules, state };
  };
  return {
    look,
    async learn(seen) {
      const loader = createConfigLoader({ cwd, ...(configFile === undefined ? {} : { file: configFile }) });
      const oneOfEach = new Map([...seen.drafts.keys()].map((path) => [dirname(path), path]));
      const found = new Set(given);
      for (const draft of oneOfEach.values())
        for (const file of await filesOf(() => loader.load(draft))) found.add(file);
      const isKnown = found.size === configs.length && configs.every((file) => found.has(file));
      if (isKnown) return seen;
      configs = [...found];
      return look();
    },
    get files() {
      return [...configs, ...others];
    },
  };
}

/** Whether a draft that was there in an earlier look has gone. */
export function hasLost(look: Look, earlier: Look): boolean {
  return [...earlier.drafts].some(
    ([path, state]) => state !== MISSING && (look.drafts.get(path) ?? MISSING) === MISSING,
  );
}

/** The files of a configuration. One that cannot be used is told of by the run, and is to be watched as well. */
async function filesOf(
  load: () => Promise<{ readonly files: readonly string[] }>,
): Promise<Iterable<string>> {
  try {
    return (await load()).files;
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ file }) => file);
    throw error;
  }
}

/** Where a configuration or a list of dismissed findings may appear: in the folders of the drafts, and above. */
function usualPlaces(drafts: readonly string[], hasConfig: boolean): string[] {
  const folders = new Set<string>();
  for (const draft of drafts)
    for (let at = dirname(draft); !folders.has(at); at = dirname(at)) folders.add(at);
  const names = hasConfig ? [SUPPRESSIONS_NAME] : [...CONFIG_NAMES, SUPPRESSIONS_NAME];
  return [...folders].flatMap((folder) => names.map((name) => join(folder, name)));
}

async function statesOf(paths: readonly string[]): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  const wanted = [...new Set(paths)];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE);
    const found = await Promise.all(some.map(stateOfFile));
    for (const [i, path] of some.entries()) states.set(path, found[i] ?? MISSING);
  }
  return states;
}

/** A file that is saved by renaming another over it has a number of its own, whatever its time. */
async function stateOfFile(path: string): Promise<string> {
  try {
    const { mtimeMs, ctimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  } catch {
    return MISSING;
  }
}
