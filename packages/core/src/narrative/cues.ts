import type { Cue } from './types.ts';

/** Gives an object cues that are worked out when they are first asked for: they are costly, and few callers ask. */
export function withCues<T extends object>(
  object: T,
  cues: () => readonly Cue[],
): T & { readonly cues: readonly Cue[] } {
  let found: readonly Cue[] | undefined;
  const get = () => {
    found ??= cues();
    return found;
  };
  return Object.defineProperty(object, 'cues', { get, enumerable: true, configurable: true }) as T & {
    readonly cues: readonly Cue[];
  };
}
