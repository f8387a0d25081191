/**
 * Configuration on disk, for the faces of narrative-lint that run in Node.
 *
 * `createConfigLoader({ cwd }).load(draft)` finds the configuration of a draft and gives what holds for it;
 * `lintDraft(text, config, call)` lints with it. `config.files` are to be watched; after a change of one, call
 * `clear()` and load again. With `trusted: false` no code of a workspace runs.
 */
export { ConfigError } from './errors.ts';
export { fingerprint, WHOLE_DRAFT } from './fingerprint.ts';
export { type GuardOptions, guardRules, type PluginFault } from './guard.ts';
export { type DraftResult, leaveOutDismissed, lintDraft } from './lint-draft.ts';
export { createConfigLoader } from './loader.ts';
export { CONFIG_NAMES, PACKAGE_KEY, SCHEMA_ADDRESS, SUPPRESSIONS_NAME } from './names.ts';
export { readSuppressions, type SuppressionList } from './suppressions.ts';
export type * from './types.ts';
