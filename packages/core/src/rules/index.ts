import type { AnyRule } from './types.ts';

/** Every built-in rule, in the order of the catalogue. A new rule is its file and a line here. */
export const rules: readonly AnyRule[] = [];
