import { dirname, join, resolve } from 'node:path';
import { rules as builtInRules, type LintConfig, mergeConfigs, presetConfig } from '@narrative-lint/core';
import { type Layers, readLayers } from './layers.ts';
import { ignores, matches } from './match.ts';
import { shortest } from './read.ts';
import { passedOver, SUPPRESSIONS_NAME, searcher } from './search.ts';
import { readSuppressions, type SuppressionList } from './suppressions.ts';
import type { ConfigLoader, DraftConfig, LoaderOptions } from './types.ts';

/** Makes a loader of configurations. */
export function createConfigLoader({ cwd, file, trusted = true }: LoaderOptions): ConfigLoader {
  const search = searcher(trusted);
  const known = new Map<string, Promise<Layers>>();
  const lists = new Map<string, SuppressionList>();
  const read = (path: string, content?: string) => {
    const layers = known.get(path) ?? readLayers(path, cwd, trusted, content);
    known.set(path, layers);
    return layers;
  };
  return {
    async load(draft) {
      const path = resolve(cwd, draft);
      const folder = dirname(path);
      const found =
        file === undefined ? search.config(folder) : { path: resolve(cwd, file), content: undefined };
      const { layers, ruleSet, files, refused } = found
        ? await read(found.path, found.content)
        : { layers: [], ruleSet: builtInRules, files: [], refused: [] };
      const skipped =
        trusted || file !== undefined ? undefined : passedOver(folder, found && dirname(found.path));
      const listFile =
        search.suppressions(folder) ??
        join(found && file === undefined ? dirname(found.path) : folder, SUPPRESSIONS_NAME);
      const list = lists.get(listFile) ?? readSuppressions(listFile, cwd);
      lists.set(listFile, list);

      const parts: LintConfig[] = [];
      let matched = false;
      let ignored = false;
      for (const layer of layers) {
        if ('preset' in layer) {
          parts.push(presetConfig(layer.preset, ruleSet));
          continue;
        }
        const { settings } = layer;
        // A configuration named in the call holds for where the call was made.
        const base = file === undefined ? dirname(layer.path) : cwd;
        parts.push(settings.config);
        for (const override of settings.overrides) {
          if (!(await matches(override.files, base, path))) continue;
          matched = true;
          parts.push(...override.extends.map((name) => presetConfig(name, ruleSet)), override.config);
        }
        if (settings.ignore.length > 0) ignored ||= await ignores(settings.ignore, base, path);
      }
      const result: DraftConfig = {
        config: mergeConfigs(...parts),
        ruleSet,
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
