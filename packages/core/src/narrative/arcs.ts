import type { Profile } from '../config/profile.ts';
import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import {
  clinicalSigns,
  examsNamed,
  type NamedSetback,
  namesSomeExam,
  saysOutcome,
  setbacksNamed,
} from './naming.ts';
import { type ArcDraft, attachOutcomes, isExamLike } from './outcomes.ts';
import { sharesSubject } from './resolution.ts';
import { type Arc, FAILURE_SIDE, type Segment, type SetbackKind, TOLD_BY_DEED } from './types.ts';

/** What one fail brings with it is its consequence, not another setback. */
const CONSEQUENCES: Readonly<Partial<Record<SetbackKind, readonly SetbackKind[]>>> = {
  year: ['course', 'clerkship', 'dismissal', 'leave', 'shelf-exam', 'usmle-step-1', 'comlex-level-1'],
  course: ['year', 'dismissal'],
  clerkship: ['shelf-exam', 'professionalism'],
  leave: [
    'usmle-step-1',
    'comlex-level-1',
    'usmle-step-2-ck',
    'comlex-level-2',
    'course',
    'shelf-exam',
    'year',
    'gap',
  ],
  gap: [
    'leave',
    'unmatched',
    'usmle-step-1',
    'usmle-step-2-ck',
    'usmle-step-2-cs',
    'usmle-step-3',
    'comlex-level-1',
    'comlex-level-2',
  ],
  probation: ['course', 'dismissal', 'shelf-exam', 'professionalism', 'clerkship'],
  dismissal: ['course', 'year', 'probation'],
};
const ANOTHER =
  /\b(?:also|as well|another|too|separately|same (?:year|winter|spring|summer|fall|term|semester|month|week)|the (?:next|following) (?:year|term|semester)|years? later|then there(?:'s)?)\b/i;
/** What is told in passing beside another setback. */
const ASIDE =
  /\b(?:also|as well|in addition|besides|along the way|on top of (?:that|it|this)|then (?:there|came)|second (?:course|clerkship|block|one)|too)\b/i;
/** A new term of the school year. */
const LATER_TERM =
  /\b(?:and|then) (?:in|that) (?:the |my )?(?:next |following )?(?:spring|summer|fall|autumn|winter|term|semester|year)\b/i;
/** A lead-in ("In addition,") is shorter than this (UTF-16 code units) and belongs to the clause after it. */
const LEAD_IN = 20;
/** The word by which a first-told consequence names its cause. */
const CAUSED =
  /\b(?:since|because|due to|owing to|caused by|as a result of|as i (?:did not|didn't|could not|had|was|failed)|after (?:failing|i (?:had )?failed|not passing))\b/i;
/** Kinds of which there may be several, told apart by their subject. */
const BY_SUBJECT: ReadonlySet<SetbackKind> = new Set<SetbackKind>(['course', 'clerkship', 'shelf-exam']);

/**
 * Finds the setbacks of a draft, each with its change and its evidence.
 *
 * One kind of setback is one arc, however many attempts it took. A stretch that names no setback belongs to
 * the one told last. Change and evidence belong to the setbacks they speak of; those that speak of none
 * belong to the setbacks told just before them.
 *
 * @param profile - What it lists and the draft never names is what a stretch tells that stands apart and names nothing.
 */
export function findArcs(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  segments: readonly Segment[],
  profile: Profile = {},
): Arc[] {
  const drafts = collectSetbacks(document, language, segments);
  nameByProfile(language, segments, drafts, profile);
  attachOutcomes(language, segments, drafts);
  return drafts.map((draft) => ({
    ...(draft.kind ? { kind: draft.kind } : {}),
    label: draft.label,
    named: isNamed(document, language, segments, draft),
    mentions: draft.mentions,
    changes: draft.changes,
    evidence: draft.evidence,
  }));
}

function collectSetbacks(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  segments: readonly Segment[],
): ArcDraft[] {
  const drafts: ArcDraft[] = [];
  const unclaimed: Segment[] = [];
  const add = (kind: SetbackKind | undefined, at: TextRange, mention: Segment) =>
    drafts.push({
      kind,
      at,
      aside: drafts.length > 0 && ASIDE.test(clauseAround(document, language, at, mention)),
      absorbed: new Set(),
      label: mention.text,
      mentions: [mention],
      changes: [],
      evidence: [],
    });

  segments.forEach((segment, index) => {
    if (segment.role !== 'setback') return;
    const named = namesIn(document, language, segments, index, drafts.length === 0);
    for (const name of named) {
      const home = homeOf(document, language, name, segment, drafts);
      if (home) {
        if (home.mentions.at(-1) !== segment) home.mentions.push(segment);
        home.kind = home.kind ?? name.kind;
        home.absorbed.add(name.kind);
      } else add(name.kind, name, segment);
    }
    if (named.length > 0) return;
    if (isSlip(document, language, segment, drafts)) add('clinical-error', segment, segment);
    else {
      const told = drafts.find((draft) => sharesSubject(draft.label, segment.text)) ?? drafts.at(-1);
      if (told) told.mentions.push(segment);
      else unclaimed.push(segment);
    }
  });

  const first = unclaimed[0];
  if (first && drafts[0]) drafts[0].mentions.unshift(...unclaimed);
  else if (first)
    drafts.push({
      kind: undefined,
      at: first,
      aside: false,
      absorbed: new Set(),
      label: first.text,
      mentions: unclaimed,
      changes: [],
      evidence: [],
    });
  return drafts;
}

/**
 * Where the profile lists a setback that no words of the draft name, the first stretch that names nothing, comes
 * after the account of another setback was closed, and is not about that one again, tells it.
 */
function nameByProfile(
  language: LanguageAnalysis,
  segments: readonly Segment[],
  drafts: ArcDraft[],
  { setbacks = [] }: Profile,
): void {
  const untold = setbacks.find(
    ({ what, addressedIn }) =>
      addressedIn === undefined &&
      TOLD_BY_DEED.has(what) &&
      !drafts.some((draft) => draft.kind === what || draft.absorbed.has(what)),
  );
  if (!untold || drafts.length === 0 || drafts.some((draft) => draft.kind === undefined)) return;
  let isClosed = false;
  const apart = segments.find((segment) => {
    const wasClosed = isClosed;
    if (segment.role === 'change' || segment.role === 'evidence') isClosed = true;
    else if (FAILURE_SIDE.has(segment.role)) isClosed = false;
    return (
      segment.role === 'setback' &&
      wasClosed &&
      setbacksNamed(language, segment).length === 0 &&
      !language.has(segment, 'lingering', 'feeling', 'melodrama', 'self-doubt', 'self-verdict') &&
      drafts.every(({ label }) => !sharesSubject(label, segment.text))
    );
  });
  if (!apart) return;
  for (const { mentions } of drafts)
    if (mentions.length > 1 && mentions.includes(apart)) mentions.splice(mentions.indexOf(apart), 1);
  drafts.push({
    kind: untold.what,
    at: apart,
    aside: false,
    absorbed: new Set(),
    label: apart.text,
    mentions: [apart],
    changes: [],
    evidence: [],
  });
}

/** What a setback segment names; of the first one ("I learned that I had failed"), what stands around it names. */
function namesIn(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  segments: readonly Segment[],
  index: number,
  isFirst: boolean,
): NamedSetback[] {
  const segment = segments[index];
  if (!segment) return [];
  const own = setbacksNamed(language, segment);
  if (own.length > 0 || !saysOutcome(language, segment)) return own;
  const before = isFirst
    ? segments
        .slice(0, index)
        .filter((other) => other.paragraph === segment.paragraph && other.role !== 'other')
    : [];
  const sentence = document.sentences[(segment.sentences[0] ?? 0) - 1];
  const near = [
    ...before.flatMap((other) => examsNamed(language, other)),
    ...(sentence ? examsNamed(language, sentence) : []),
  ];
  return near.filter((name, i) => near.findIndex((other) => other.kind === name.kind) === i);
}

/** The arc a named setback belongs to: the same kind told before, or the fail it is a consequence of. */
function homeOf(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  name: NamedSetback,
  segment: Segment,
  drafts: readonly ArcDraft[],
): ArcDraft | undefined {
  const clause = clauseAround(document, language, name, segment);
  const same = drafts.find((draft) => draft.kind === name.kind || draft.absorbed.has(name.kind));
  if (same) {
    const another =
      BY_SUBJECT.has(name.kind) &&
      (ASIDE.test(clause) || LATER_TERM.test(clause)) &&
      !sharesSubject(same.label, segment.text);
    return another ? undefined : same;
  }
  const effect = drafts.find(
    (draft) =>
      draft.kind !== undefined &&
      CONSEQUENCES[draft.kind]?.includes(name.kind) === true &&
      CAUSED.test(document.prose.slice(draft.at.end, name.start)) &&
      draft.mentions.some((mention) => mention.sentences.some((index) => segment.sentences.includes(index))),
  );
  if (effect) {
    effect.absorbed.add(effect.kind ?? name.kind);
    effect.kind = name.kind;
    return effect;
  }
  const causes = CONSEQUENCES[name.kind] ?? [];
  const cause = drafts.find((draft) => draft.kind && causes.includes(draft.kind));
  if (!cause) return undefined;
  const between = document.prose.slice(
    Math.max(segment.start, cause.at.end),
    Math.min(name.end + 40, segment.end),
  );
  const close = segment.sentences.some((sentence) =>
    cause.mentions.some((mention) => mention.sentences.includes(sentence)),
  );
  const free = name.kind === 'year' || name.kind === 'course';
  return (close || free) && !ANOTHER.test(between) ? cause : undefined;
}

/** The words of a segment in the clauses that a name touches. */
function clauseAround(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  name: TextRange,
  segment: Segment,
): string {
  const clauses = language.clausesIn(name);
  const first = clauses[0];
  const opening = first && first.start - first.sentence.start < LEAD_IN ? first.sentence.start : first?.start;
  const start = Math.max(segment.start, Math.min(name.start, opening ?? name.start));
  const end = Math.min(segment.end, Math.max(name.end, clauses.at(-1)?.end ?? name.end));
  return document.prose.slice(start, end);
}

/** Whether a segment that names no setback tells a clinical error. */
function isSlip(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  segment: Segment,
  drafts: readonly ArcDraft[],
): boolean {
  if (drafts.some((draft) => draft.kind === 'clinical-error')) return false;
  if (language.has(segment, 'exam-failed')) return false;
  const signs = clinicalSigns(document, language, segment);
  const elsewhere = drafts.every((draft) => draft.mentions.at(-1)?.paragraph !== segment.paragraph);
  if (drafts.length === 0) return signs >= 2;
  const things = language.within(segment, 'clinical-slip').length;
  // A patient or a drug besides things of the clinic, told in another paragraph, is another story.
  if (elsewhere && signs > things && signs + language.within(segment, 'body-part').length >= 2) return true;
  return (elsewhere || language.has(segment, 'error-told')) && signs >= 3;
}

/** Whether the draft says plainly what happened: an exam or course with its outcome, or the thing by its name. */
function isNamed(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  segments: readonly Segment[],
  draft: ArcDraft,
): boolean {
  if (!isExamLike(draft)) return true;
  // One sentence may be cut between the exam and its outcome, so sentences are asked and not segments.
  const indexes = new Set(draft.mentions.flatMap((mention) => mention.sentences));
  const sentences = document.sentences.filter((sentence) => indexes.has(sentence.index));
  if (!sentences.some((sentence) => saysOutcome(language, sentence))) return false;
  if (draft.kind !== undefined) return true;
  const story = segments.filter((segment) => segment.role !== 'other');
  return [...sentences, ...story].some((range) => namesSomeExam(language, range));
}
