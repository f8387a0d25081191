import type { NarrativeDocument } from '../document/types.ts';
import type { Kind } from './kinds.ts';
import { parseProfile } from './parse.ts';
import type { Profile } from './profile.ts';

/** Something in a configuration or in front matter that could not be used. */
export interface Problem {
  /** One line: where, what is wrong, and the nearest valid name. */
  readonly message: string;
  /** Line of the file, from 1, where it is known. */
  readonly line?: number;
}

interface Given {
  readonly kind?: Kind;
  readonly profile?: Profile;
}

/** Decides what holds for a draft: the call wins over its front matter, and that over the configuration. */
export function resolveSettings(
  document: NarrativeDocument,
  call: Given,
  config: Given,
): { readonly kind: Kind; readonly profile: Profile; readonly problems: readonly Problem[] } {
  const front = readFront(document);
  return {
    kind: call.kind ?? front.kind ?? config.kind ?? 'personal-statement',
    profile: mergeProfiles(config.profile, front.profile, call.profile),
    problems: front.problems,
  };
}

function readFront({ frontMatter }: NarrativeDocument): Given & { readonly problems: readonly Problem[] } {
  if (!frontMatter) return { problems: [] };
  if (frontMatter.error !== undefined) {
    const line = /^line (\d+): /.exec(frontMatter.error);
    return {
      problems: [
        {
          message: `The front matter is not valid YAML: ${frontMatter.error}`,
          ...(line ? { line: Number(line[1]) } : {}),
        },
      ],
    };
  }
  return parseProfile(frontMatter.value);
}

/** Puts profiles together; what a later one says wins, scores exam by exam. */
export function mergeProfiles(...profiles: readonly (Profile | undefined)[]): Profile {
  const merged: { -readonly [K in keyof Profile]: Profile[K] } = {};
  for (const profile of profiles) {
    if (profile?.specialty !== undefined) merged.specialty = profile.specialty;
    if (profile?.setbacks !== undefined) merged.setbacks = profile.setbacks;
    if (profile?.scores !== undefined) merged.scores = { ...merged.scores, ...profile.scores };
  }
  return merged;
}
