import {
  type AnyRule,
  type ConfigFile,
  type LintConfig,
  mergeConfigs,
  type Preset,
  type Problem,
  presetConfig,
} from '@narrative-lint/core';
import { ignores, matches } from './match.ts';

/** A configuration file, checked, and where it lies; or a preset that one names. */
export type Layer = { readonly path: string; readonly settings: ConfigFile } | { readonly preset: Preset };

/** What layers say of one draft. */
export interface Settled {
  readonly config: LintConfig;
  /** An override names the draft. */
  readonly matched: boolean;
  /** Patterns say to leave the draft alone. */
  readonly ignored: boolean;
}

/**
 * Puts layers together for one draft; a later layer wins.
 *
 * @param draftFrom - The draft as seen from the folder of a layer's file, with slashes.
 */
export async function settle(
  layers: readonly Layer[],
  draftFrom: (file: string) => string,
  ruleSet: readonly AnyRule[],
): Promise<Settled> {
  const parts: LintConfig[] = [];
  let matched = false;
  let ignored = false;
  for (const layer of layers) {
    if ('preset' in layer) {
      parts.push(presetConfig(layer.preset, ruleSet));
      continue;
    }
    const { settings } = layer;
    const draft = draftFrom(layer.path);
    parts.push(settings.config);
    for (const override of settings.overrides) {
      if (!(await matches(override.files, draft))) continue;
      matched = true;
      parts.push(...override.extends.map((name) => presetConfig(name, ruleSet)), override.config);
    }
    if (settings.ignore.length > 0) ignored ||= await ignores(settings.ignore, draft);
  }
  return { config: mergeConfigs(...parts), matched, ignored };
}

/** Where plugins were not loaded, nobody can say which rules they have. */
export function isOfRefused({ path }: Problem, refused: readonly string[]): boolean {
  const at = path[0] === 'overrides' ? path.slice(2) : path;
  return refused.length > 0 && at[0] === 'rules' && at.length === 2;
}
