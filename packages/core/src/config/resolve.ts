import { lineInFrontMatter } from '../document/front-matter.ts';
import type { NarrativeDocument } from '../document/types.ts';
import type { Kind } from './kinds.ts';
import { type Problem, parseProfile } from './parse.ts';
import type { Profile } from './profile.ts';

interface Given {
  readonly kind?: Kind;
  readonly profile?: Profile;
}

/** What holds for a draft, and what could not be used. */
export interface Settings {
  readonly kind: Kind;
  /** False where nobody named the kind and it is the default. */
  readonly kindStated: boolean;
  readonly profile: Profile;
  readonly problems: readonly Problem[];
}

/** Decides what holds for a draft: the call wins over its front matter, and that over the configuration. */
export function resolveSettings(document: NarrativeDocument, call: Given, config: Given): Settings {
  const front = readFront(document);
  const stated = call.kind ?? front.kind ?? config.kind;
  return {
    kind: stated ?? 'personal-statement',
    kindStated: stated !== undefined,
    profile: mergeProfiles(config.profile, front.profile, call.profile),
    problems: front.problems,
  };
}

function readFront({
  frontMatter,
  source,
}: NarrativeDocument): Given & { readonly problems: readonly Problem[] } {
  if (!frontMatter) return { problems: [] };
  const { error, value } = frontMatter;
  if (error === undefined)
    return parseProfile(value, 'front matter', (path) => lineInFrontMatter(source, path));
  const line = /^line (\d+): /.exec(error)?.[1];
  return {
    problems: [
      {
        path: [],
        message: `front matter: not valid YAML: ${error}`,
        ...(line ? { line: Number(line) } : {}),
      },
    ],
  };
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
