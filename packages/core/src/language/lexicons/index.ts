import { compilePatterns, lazyMatcher } from '../patterns.ts';
import { bystanders } from './bystanders.ts';
import { carried } from './carried.ts';
import { checkable } from './checkable.ts';
import { classes } from './classes.ts';
import { DISMISSIVE_FAMILIES, dismissive } from './dismissive.ts';
import { emotion } from './emotion.ts';
import { IMAGE_FAMILIES, images } from './images.ts';
import { intensity } from './intensity.ts';
import { MENTION_FAMILIES, mentions } from './mentions.ts';
import { OPENING_FAMILIES, openings } from './openings.ts';
import { OWNERSHIP_FAMILIES, ownership } from './ownership.ts';
import { plainNaming } from './plain-naming.ts';
import { remediation } from './remediation.ts';
import { responsibility } from './responsibility.ts';
import { safety } from './safety.ts';
import { setbacks } from './setbacks.ts';
import { TRUST_FAMILIES, trust } from './trust.ts';

/** All phrase families of the linter. A family of a new file is added here and nowhere else. */
export const families = {
  ...setbacks,
  ...responsibility,
  ...remediation,
  ...bystanders,
  ...emotion,
  ...intensity,
  ...plainNaming,
  ...safety,
  ...checkable,
  ...carried,
  ...dismissive,
  ...ownership,
  ...openings,
  ...trust,
  ...images,
  ...mentions,
};

export type FamilyName = keyof typeof families;

/** The names of all families, in their order: also there where the phrases are compiled and left out. */
export const FAMILY_NAMES = Object.keys(families) as readonly FamilyName[];

/** Families that rules alone ask for. Roles are decided without them, as the labeller never learned them. */
export const RULE_FAMILIES: ReadonlySet<FamilyName> = new Set<FamilyName>([
  ...DISMISSIVE_FAMILIES,
  ...OWNERSHIP_FAMILIES,
  'lingering',
  'inner-now',
  ...OPENING_FAMILIES,
  ...TRUST_FAMILIES,
  'not-alone',
  'set-down',
  ...IMAGE_FAMILIES,
  ...MENTION_FAMILIES,
]);

/** The one matcher of all families, compiled when it is first used. */
export const lexicon = lazyMatcher<FamilyName>(() => compilePatterns(families, classes));
