import type { TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { examsNamed } from './naming.ts';
import { comesBackTo, speaksOf } from './resolution.ts';
import type { Segment, SetbackKind } from './types.ts';

/** An arc while it is being put together. */
export interface ArcDraft {
  kind: SetbackKind | undefined;
  readonly at: TextRange;
  readonly label: string;
  readonly mentions: Segment[];
  readonly changes: Segment[];
  readonly evidence: Segment[];
}

const TOGETHER =
  /\b(?:both|neither|either one|each of (?:them|these)|all (?:three|four|of (?:them|these))|the two (?:exams|tests|failures|fails|of them))\b/i;

/** Gives every change and evidence segment to the arcs it speaks of, or to those told just before it. */
export function attachOutcomes(
  language: LanguageAnalysis,
  segments: readonly Segment[],
  drafts: readonly ArcDraft[],
): void {
  const outcomes = segments.filter((segment) => segment.role === 'change' || segment.role === 'evidence');
  const waiting = new Map<Segment, readonly ArcDraft[]>();
  const named = new Set<ArcDraft>();
  let cluster: ArcDraft[] = drafts[0] ? [drafts[0]] : [];
  let open = true;
  for (const segment of segments) {
    const begun = drafts.filter((draft) => draft.mentions[0] === segment);
    if (begun.length > 0) {
      cluster = open ? [...new Set([...cluster, ...begun])] : begun;
      open = true;
    }
    if (!outcomes.includes(segment)) continue;
    // A result told before everything else does not close the telling of what happened.
    if (drafts.some((draft) => (draft.mentions[0]?.start ?? 0) < segment.start)) open = false;
    const told = drafts.filter((draft) => (draft.mentions[0]?.start ?? 0) < segment.start);
    const spoken = TOGETHER.test(segment.text)
      ? told
      : drafts.filter((draft) => speaksOf(language, segment, draft));
    for (const draft of spoken) {
      attach(draft, segment);
      named.add(draft);
    }
    if (spoken.length > 0) continue;
    const recalled = drafts.filter((draft) => comesBackTo(segment.text, draft.kind));
    for (const draft of recalled) attach(draft, segment);
    if (!cluster.some((draft) => recalled.includes(draft))) waiting.set(segment, cluster);
    else if (language.has(segment, 'named-pass') && examsNamed(language, segment).length === 0) {
      // A bare pass belongs to the exam, whatever else the same words come back to.
      for (const draft of cluster) if (!recalled.includes(draft) && isExamLike(draft)) attach(draft, segment);
    }
  }
  for (const [segment, candidates] of waiting) {
    // Where the telling goes on with some of several setbacks by name, the rest of it is about those.
    const followed = candidates.filter((draft) => named.has(draft));
    for (const draft of followed.length > 0 ? followed : candidates) attach(draft, segment);
  }
  for (const draft of drafts) {
    draft.changes.sort((a, b) => a.start - b.start);
    draft.evidence.sort((a, b) => a.start - b.start);
  }
}

function attach(draft: ArcDraft, segment: Segment): void {
  (segment.role === 'change' ? draft.changes : draft.evidence).push(segment);
}

/** Whether a setback is an exam, or may be one because nothing says otherwise. */
export function isExamLike(draft: ArcDraft): boolean {
  return draft.kind === undefined || EXAM_LIKE.has(draft.kind);
}

const EXAM_LIKE: ReadonlySet<SetbackKind> = new Set<SetbackKind>([
  'usmle-step-1',
  'usmle-step-2-ck',
  'usmle-step-2-cs',
  'usmle-step-3',
  'comlex-level-1',
  'comlex-level-2',
  'comlex-level-2-pe',
  'comlex-level-3',
  'shelf-exam',
  'in-training-exam',
]);
