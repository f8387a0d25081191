import type { Kind } from '../config/kinds.ts';
import type { Profile } from '../config/profile.ts';
import type { NarrativeDocument, Sentence } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { Reading } from './reading.ts';
import type { RoleSpan } from './types.ts';

/** What a labeller may know beside the text. */
export interface LabellerContext {
  readonly kind: Kind;
  readonly profile: Profile;
}

/** What a labeller finds in a draft. */
export interface Labelling {
  /** In text order; prose outside them is `other`. */
  readonly spans: readonly RoleSpan[];
  /** How sure it is of every clause; where it cannot say, its spans are taken at their word. */
  readonly reading?: Reading;
  /** 0 to 1: that the writer tells a setback of their own at all; 1 where left out. */
  readonly told?: number;
  /**
   * Draws whole labellings, each as often as it is likely; where it cannot be asked, the draft reads in one
   * way only.
   *
   * @param count - How many to draw; the `times` of what comes back add up to it.
   */
  draws?(count: number): readonly DrawnLabelling[];
}

/** One way to read a draft. */
export interface DrawnLabelling {
  /** In text order; prose outside them is `other`. */
  readonly spans: readonly RoleSpan[];
  /** How often it was drawn. */
  readonly times: number;
}

/**
 * Decides the role of every clause. This is the one place where roles come from: rules, arcs and space
 * are computed from its spans, whatever stands behind it.
 */
export interface RoleLabeller {
  /** Deterministic. */
  label(
    document: NarrativeDocument,
    language: LanguageAnalysis,
    context: LabellerContext,
    kept?: KeptScores,
  ): Labelling;
}

/** Scores of the clauses of sentences that stand as they stood before; a labeller may use it or not. */
export interface KeptScores {
  /** The scores of a sentence's clauses one after the other, or nothing where they have to be worked out. */
  get(sentence: Sentence): Float64Array | undefined;
  set(sentence: Sentence, scores: Float64Array): void;
  /** What the labeller keeps for itself from one run to the next; its own business. */
  workings: object | undefined;
}
