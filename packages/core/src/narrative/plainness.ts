import type { Profile, ProfileSetback } from '../config/profile.ts';
import type { NarrativeDocument, Sentence } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import { tellsByName } from './in-words.ts';
import { clinicalSigns, examsNamed } from './naming.ts';
import { plainTellings } from './plain-tellings.ts';
import { UNSURE } from './story.ts';
import {
  type Narrative,
  type Role,
  SETBACK_KINDS,
  type Segment,
  type SetbackKind,
  TOLD_BY_DEED,
  TOLD_BY_NAME,
} from './types.ts';

/** A stretch that speaks of a setback and does not say what it was. */
export interface Allusion {
  readonly at: Segment;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Where the telling of a clinical error speaks of the patient. */
const SCENE: ReadonlySet<Role> = new Set<Role>(['setback', 'context', 'excuse']);
/** The same where the profile lists what may be such an error; other stories change things on wards, too. */
const LISTED_SCENE: ReadonlySet<Role> = new Set<Role>([...SCENE, 'change']);

/** Words that are a mention where a stretch tells what went wrong; elsewhere they say nothing. */
const MENTIONED: Readonly<Partial<Record<SetbackKind, readonly FamilyName[]>>> = {
  leave: ['mentions-leave'],
  gap: ['mentions-gap'],
  unmatched: ['mentions-unmatched'],
  course: ['mentions-course'],
};

/** How sure it is that a stretch alludes when no word of it says so and only all plain words are missing. */
const BY_SILENCE = 0.5;

/**
 * The stretch by which a draft alludes to a setback that it nowhere says plainly; nothing where any setback
 * is said plainly anywhere, by whatever words.
 */
export function findAllusion(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  narrative: Narrative,
  { setbacks: listed = [] }: Profile,
): Allusion | undefined {
  if (narrative.arcs.length === 0 || narrative.arcs.some((arc) => arc.named)) return undefined;
  const setbacks = narrative.segments.filter((segment) => segment.role === 'setback');
  // An exam has a name; nothing that is done with patients stands for it.
  const onlyExams = listed.length > 0 && listed.every(({ what }) => TOLD_BY_NAME.has(what));
  if (setbacks.some((segment) => isPlain(document, language, segment, onlyExams))) return undefined;
  if (tellsByName(document, language)) return undefined;
  const tellings = plainTellings(document, language).filter(({ isHint }) => !isHint);
  if (tellings.some(({ at }) => setbacks.some(({ start, end }) => start < at.end && at.start < end)))
    return undefined;
  const kinds = listed.length > 0 ? listed.map(({ what }) => what) : SETBACK_KINDS;
  if (setbacks.some((segment) => kinds.some((kind) => mentions(language, segment, kind)))) return undefined;
  const hint = setbacks.find((segment) => language.has(segment, 'allusion', 'stands-for-it'));
  if (hint) return { at: hint, confidence: hint.confidence };
  if (listed.length > 0 && setbacks.some((segment) => isDeed(segment, listed))) return undefined;
  const first = setbacks[0];
  const scene = listed.length > 0 ? LISTED_SCENE : SCENE;
  const isScene =
    !onlyExams &&
    narrative.segments.some((segment) => scene.has(segment.role) && isClinical(document, language, segment));
  if (!first || isScene || setbacks.every((segment) => segment.confidence < UNSURE)) return undefined;
  return { at: first, confidence: Math.min(first.confidence, BY_SILENCE) };
}

/** Whether a stretch has words for a setback of this kind that would say nothing where nothing went wrong. */
export function mentions(language: LanguageAnalysis, segment: Segment, kind: SetbackKind): boolean {
  const words = MENTIONED[kind] ?? [];
  return words.length > 0 && language.has(segment, ...words);
}

/** A time with its years or its length. */
const DATED =
  /\b(?:(?:19|20)\d\d|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty)[ -](?:weeks?|months?|years?))\b/i;

/** Whether a stretch says by what happened, or from when to when, what the profile lists: such a thing has no other name. */
function isDeed({ text }: Segment, listed: readonly ProfileSetback[]): boolean {
  return listed.every(
    ({ what }) => what === 'clinical-error' || (TOLD_BY_DEED.has(what) && DATED.test(text)),
  );
}

/** Whether a setback stretch says what it was: an exam by its name, or a deed with a patient. */
function isPlain(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  segment: Segment,
  onlyExams: boolean,
): boolean {
  const sentences = segment.sentences.map((index) => document.sentences[index]);
  const names = sentences.some(
    (sentence: Sentence | undefined) => sentence && examsNamed(language, sentence).length > 0,
  );
  const alludes = language.has(segment, 'allusion', 'stands-for-it');
  if (names && !alludes) return true;
  return !onlyExams && clinicalSigns(document, language, segment) > (alludes ? 1 : 0);
}

/** Whether a stretch speaks of patients and their care. */
export function isClinical(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  segment: Segment,
): boolean {
  return language.has(segment, 'clinical', 'body-part') || clinicalSigns(document, language, segment) > 0;
}
