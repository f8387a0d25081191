import { KINDS, type Kind } from './kinds.ts';
import type { Profile } from './profile.ts';
import type { Problem } from './resolve.ts';

/** What front matter says of a draft and its writer. */
export interface FrontSettings {
  readonly kind?: Kind;
  readonly profile?: Profile;
  readonly problems: readonly Problem[];
}

/** Reads the settings in front matter. */
export function parseProfile(value: unknown): FrontSettings {
  const given = (value ?? {}) as { readonly kind?: unknown };
  const kind = KINDS.find((known) => known === given.kind);
  return { ...(kind ? { kind } : {}), profile: given as Profile, problems: [] };
}
