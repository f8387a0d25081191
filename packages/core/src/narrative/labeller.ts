import type { Kind } from '../config/kinds.ts';
import type { Profile } from '../config/profile.ts';
import type { NarrativeDocument } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { RoleSpan } from './types.ts';

/** What a labeller may know beside the text. */
export interface LabellerContext {
  readonly kind: Kind;
  readonly profile: Profile;
}

/**
 * Decides the role of every clause. This is the one place where roles come from: rules, arcs and space
 * are computed from its spans, whatever stands behind it.
 */
export interface RoleLabeller {
  /** Role spans in text order; prose outside them is `other`. Deterministic. */
  label(document: NarrativeDocument, language: LanguageAnalysis, context: LabellerContext): RoleSpan[];
}
