import type { TextRange } from '../document/types.ts';
import type { Reading } from './reading.ts';

/** The role of a stretch of a draft. */
export type Role = 'setback' | 'context' | 'excuse' | 'change' | 'evidence' | 'growth' | 'other';

export const ROLES: readonly Role[] = [
  'setback',
  'context',
  'excuse',
  'change',
  'evidence',
  'growth',
  'other',
];

/** What happened, and what surrounded it. */
export const FAILURE_SIDE: ReadonlySet<Role> = new Set<Role>(['setback', 'context', 'excuse']);
/** What was done about it, and what came of it. */
export const CHANGE_SIDE: ReadonlySet<Role> = new Set<Role>(['change', 'evidence', 'growth']);

/** Why a segment has its role: words that weighed, said so that a person understands it. */
export interface Cue {
  /** Whole in itself, with the words it quotes: `says that an exam was passed: "passed Step 1"`. */
  readonly reason: string;
  /** The words in the draft alone, when the cue is words. */
  readonly text?: string;
  /** How much it counted, relative to the other cues of the segment. */
  readonly weight: number;
}

/** A stretch with one role: a clause or several in a row within one paragraph. */
export interface Segment extends TextRange {
  readonly role: Role;
  /** The source between `start` and `end`. */
  readonly text: string;
  readonly words: number;
  readonly paragraph: number;
  /** Indexes of the sentences it touches, ascending. */
  readonly sentences: readonly number[];
  /** At most three, the heaviest first; worked out when they are asked for. */
  readonly cues: readonly Cue[];
  /** 0 to 1: how sure the labeller is. */
  readonly confidence: number;
}

/** A stretch and its role, as a labeller (or a labelled draft) gives it. */
export interface RoleSpan extends TextRange {
  readonly role: Role;
  readonly cues?: readonly Cue[];
  readonly confidence?: number;
}

/** Exams without which nobody is licensed. */
export const LICENSING_EXAMS = [
  'usmle-step-1',
  'usmle-step-2-ck',
  'usmle-step-2-cs',
  'usmle-step-3',
  'comlex-level-1',
  'comlex-level-2',
  'comlex-level-2-pe',
  'comlex-level-3',
] as const;
/** Every exam that can be a setback. */
export const EXAM_KINDS = [...LICENSING_EXAMS, 'shelf-exam', 'in-training-exam'] as const;
/** The kinds of setback that a profile can list. */
export const SETBACK_KINDS = [
  ...EXAM_KINDS,
  'course',
  'clerkship',
  'year',
  'leave',
  'gap',
  'unmatched',
  'dismissal',
  'probation',
  'professionalism',
  'clinical-error',
] as const;
export type SetbackKind = (typeof SETBACK_KINDS)[number];

/** Kinds that nobody tells without their name. */
export const TOLD_BY_NAME: ReadonlySet<SetbackKind> = new Set<SetbackKind>(LICENSING_EXAMS);

/** Kinds that may be told by what happened, without a word that names them. */
export const TOLD_BY_DEED: ReadonlySet<SetbackKind> = new Set<SetbackKind>([
  'leave',
  'gap',
  'unmatched',
  'dismissal',
  'probation',
  'professionalism',
  'clinical-error',
]);

/** One setback of the draft with what was done about it and what came of it. */
export interface Arc {
  /** What it is, when the draft says so. */
  readonly kind?: SetbackKind;
  /** How the draft names it, for a message: its own words. */
  readonly label: string;
  /** Whether the draft says plainly what happened (an exam or course together with its outcome). */
  readonly named: boolean;
  /** Setback segments that tell it, in order; at least one. */
  readonly mentions: readonly Segment[];
  readonly changes: readonly Segment[];
  readonly evidence: readonly Segment[];
}

/** Words by role. */
export type Space = Readonly<Record<Role, number>>;

export interface Narrative {
  /** All segments in text order; together they hold every word of the draft. */
  readonly segments: readonly Segment[];
  /** Setbacks in order of first mention; empty when nothing of the writer's own went wrong. */
  readonly arcs: readonly Arc[];
  readonly space: Space;
  /** Words on the failure side (setback, context, excuse). */
  readonly failureWords: number;
  /** Words on the change side (change, evidence, growth). */
  readonly changeWords: number;
  /** The same draft with every doubt about its roles kept. */
  readonly reading: Reading;
}
