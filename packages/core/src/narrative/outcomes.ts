import type { TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { examsNamed } from './naming.ts';
import { comesBackTo, SpokenOf } from './resolution.ts';
import { EXAM_KINDS, type Segment, type SetbackKind } from './types.ts';

/** An arc while it is being put together. */
export interface ArcDraft {
  kind: SetbackKind | undefined;
  readonly at: TextRange;
  /** Told in passing beside another setback ("I also failed ..."): only what names it belongs to it. */
  readonly aside: boolean;
  /** Kinds told as consequences of it. */
  readonly absorbed: Set<SetbackKind>;
  readonly label: string;
  readonly mentions: Segment[];
  readonly changes: Segment[];
  readonly evidence: Segment[];
}

const TOGETHER =
  /\b(?:(?:passed|cleared|retook) both|both(?=\s*(?:[.,;:!?]|$)|\s+(?:of (?:them|these)|exams?|tests|steps|levels|courses|failures|fails|setbacks|results|times|problems|events|I|we|were|came|are)\b)|neither|either one|each of (?:them|these)|all (?:three|four)|all of these|the two (?:exams|tests|failures|fails|of them))\b/i;

/** What the expression needs, which takes longer to compile than to look for. */
const ALL_SIGNS = ['both', 'either', 'each of', 'all three', 'all four', 'all of', 'the two'];

function speaksOfAll(text: string): boolean {
  const lower = text.toLowerCase();
  return ALL_SIGNS.some((sign) => lower.includes(sign)) && TOGETHER.test(text);
}

/** The exams that give scores of three digits. */
const LICENSING: ReadonlySet<SetbackKind> = new Set<SetbackKind>([
  'usmle-step-1',
  'usmle-step-2-ck',
  'usmle-step-3',
  'comlex-level-1',
  'comlex-level-2',
  'comlex-level-3',
]);
const SCORE =
  /\b(?:1[6-9]\d|2[0-8]\d|[4-8]\d\d)\b(?! (?:hours|questions|cases|patients|days|items|programs|pages|people))/;

/** Gives every change and evidence segment to the arcs it speaks of, or to those told just before it. */
export function attachOutcomes(
  language: LanguageAnalysis,
  segments: readonly Segment[],
  drafts: readonly ArcDraft[],
): void {
  const spokenOf = new SpokenOf<ArcDraft>(language);
  const waiting = new Map<Segment, readonly ArcDraft[]>();
  const named = new Set<ArcDraft>();
  let cluster: ArcDraft[] = drafts[0] ? [drafts[0]] : [];
  let open = true;
  const firsts = new Set(drafts.map((draft) => draft.mentions[0]));
  for (const segment of segments) {
    const begun = firsts.has(segment) ? drafts.filter((draft) => draft.mentions[0] === segment) : [];
    if (begun.length > 0) {
      cluster = open ? [...new Set([...cluster, ...begun])] : begun;
      open = true;
    }
    if (segment.role !== 'change' && segment.role !== 'evidence') continue;
    open = false;
    const told = drafts.filter((draft) => (draft.mentions[0]?.start ?? 0) < segment.start);
    const spoken = speaksOfAll(segment.text) ? told : spokenOf.among(drafts, segment);
    for (const draft of spoken) {
      attach(draft, segment);
      named.add(draft);
    }
    const recalled = drafts.filter(
      (draft) =>
        !spoken.includes(draft) &&
        (spoken.length === 0 || !isStudied(draft)) &&
        comesBackTo(segment.text, draft.kind) &&
        !(draft.aside && isSecond(draft, drafts)),
    );
    for (const draft of recalled) attach(draft, segment);
    if (spoken.length > 0) continue;
    const scored = SCORE.test(segment.text) && cluster.some((draft) => isLicensing(draft));
    const exams = cluster.filter(
      (draft) =>
        !draft.aside &&
        !recalled.includes(draft) &&
        (scored && isLicensing(draft)
          ? passesBy(language, segment, true)
          : !scored && isExamLike(draft) && passesBy(language, segment, false)),
    );
    // A bare pass or a score belongs to the exam, whatever else the same words come back to.
    for (const draft of exams) {
      attach(draft, segment);
      named.add(draft);
    }
    if (
      recalled.length + exams.length === 0 ||
      !cluster.some((draft) => recalled.includes(draft) || exams.includes(draft))
    )
      waiting.set(segment, cluster);
  }
  for (const [segment, candidates] of waiting) {
    // Where the telling goes on with some of several setbacks by name, the rest of it is about those.
    const followed = candidates.filter((draft) => named.has(draft));
    for (const draft of followed.length > 0 ? followed : mainOf(language, segment, candidates))
      attach(draft, segment);
  }
  for (const draft of drafts) {
    draft.changes.sort((a, b) => a.start - b.start);
    draft.evidence.sort((a, b) => a.start - b.start);
  }
}

/** Whether a stretch gives a pass, or a score, of an exam that it does not name. */
function passesBy(language: LanguageAnalysis, segment: Segment, scored: boolean): boolean {
  if (segment.role !== 'evidence') return false;
  const unnamed = (range: TextRange) =>
    language.clausesIn(range).every((clause) => examsNamed(language, clause).length === 0);
  if (language.within(segment, 'bare-pass').some(unnamed)) return true;
  return scored && examsNamed(language, segment).length === 0;
}

/** Whether a setback is one that studying answers, so that words of study say little about which it is. */
function isStudied(draft: ArcDraft): boolean {
  return isExamLike(draft) || draft.kind === 'course' || draft.kind === 'clerkship' || draft.kind === 'year';
}

function isLicensing(draft: ArcDraft): boolean {
  return draft.kind !== undefined && LICENSING.has(draft.kind);
}

/** Whether an earlier setback is of the same kind, so that the word for the kind means that one. */
function isSecond(draft: ArcDraft, drafts: readonly ArcDraft[]): boolean {
  return drafts.some(
    (other) => other !== draft && other.kind === draft.kind && other.at.start < draft.at.start,
  );
}

/** Of setbacks told together, those that an outcome which names none of them belongs to. */
function mainOf(
  language: LanguageAnalysis,
  segment: Segment,
  candidates: readonly ArcDraft[],
): readonly ArcDraft[] {
  const main = candidates.filter((draft) => !draft.aside);
  if (main.length > 0) return main;
  return examsNamed(language, segment).length > 0 ? [] : candidates;
}

function attach(draft: ArcDraft, segment: Segment): void {
  (segment.role === 'change' ? draft.changes : draft.evidence).push(segment);
}

/** Whether a setback is an exam, or may be one because nothing says otherwise. */
export function isExamLike(draft: ArcDraft): boolean {
  return draft.kind === undefined || EXAM_LIKE.has(draft.kind);
}

const EXAM_LIKE: ReadonlySet<SetbackKind> = new Set<SetbackKind>(EXAM_KINDS);
