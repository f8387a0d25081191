import { dirname, join, relative, resolve, sep } from 'node:path';
import { rules as builtInRules } from '@narrative-lint/core';
import { type Layers, readLayers } from './layers.ts';
import { SUPPRESSIONS_NAME } from './names.ts';
import { shortest } from './read.ts';
import { passedOver, searcher } from './search.ts';
import { settle } from './settle.ts';
import { readSuppressions, type SuppressionList } from './suppressions.ts';
import type { ConfigLoader, DraftConfig, LoaderOptions, LoadLimit } from './types.ts';

const LOAD_LIMIT: LoadLimit = { seconds: 60, more: 'make it do less' };

/** Makes a loader of configurations. */
export function createConfigLoader({
  cwd,
  file,
  trusted = true,
  loadLimit = LOAD_LIMIT,
}: LoaderOptions): ConfigLoader {
  const search = searcher(trusted);
  const known = new Map<string, Promise<Layers>>();
  const lists = new Map<string, SuppressionList>();
  const read = (path: string, content?: string) => {
    const layers = known.get(path) ?? readLayers(path, { cwd, trusted, loadLimit }, content);
    known.set(path, layers);
    return layers;
  };
  return {
    async load(draft) {
      const path = resolve(cwd, draft);
      const folder = dirname(path);
      const found =
        file === undefined ? search.config(folder) : { path: resolve(cwd, file), content: undefined };
      const { layers, ruleSet, plugins, files, refused } = found
        ? await read(found.path, found.content)
        : { layers: [], ruleSet: builtInRules, plugins: new Map<string, string>(), files: [], refused: [] };
      const skipped =
        trusted || file !== undefined ? undefined : passedOver(folder, found && dirname(found.path));
      const listFile =
        search.suppressions(folder) ??
        join(found && file === undefined ? dirname(found.path) : folder, SUPPRESSIONS_NAME);
      const list = lists.get(listFile) ?? readSuppressions(listFile, cwd);
      lists.set(listFile, list);

      // A configuration named in the call holds for where the call was made.
      const folderOf = (layer: string) => (file === undefined ? dirname(layer) : cwd);
      const { config, matched, ignored } = await settle(
        layers,
        (layer) => relative(folderOf(layer), path).replaceAll(sep, '/'),
        ruleSet,
      );
      const result: DraftConfig = {
        config,
        ruleSet,
        plugins,
        ...(found ? { file: found.path } : {}),
        files: [...files, listFile],
        ignored,
        matched,
        refused: skipped ? [...refused, `${shortest(cwd, skipped)} is a program, and was not run`] : refused,
        suppressions: list.of(path),
      };
      return result;
    },
    clear() {
      search.clear();
      known.clear();
      lists.clear();
    },
  };
}
