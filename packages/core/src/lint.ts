import type { VFileMessage } from 'vfile-message';
import type { Kind } from './config/kinds.ts';
import type { Profile } from './config/profile.ts';
import type { NarrativeDocument, SourceFormat, TextRange } from './document/types.ts';
import type { Narrative, RoleSpan } from './narrative/types.ts';
import type { Fix, OptionValue, Severity } from './rules/types.ts';

/** Settings of one rule: a severity, or a severity with options. */
export type RuleSetting = Severity | 'off' | readonly [Severity | 'off', Readonly<Record<string, OptionValue>>];

/** The part of a configuration that the engine needs. */
export interface LintConfig {
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Character limits by kind, in place of the built-in ones. */
  readonly limits?: Readonly<Partial<Record<Kind, number>>>;
  /** Findings less sure than this (0 to 1) are not reported. */
  readonly minimumConfidence?: number;
}

export interface LintOptions {
  /** The kind of text; front matter decides when left out, and `personal-statement` when it says nothing. */
  readonly kind?: Kind;
  /** What is known of the applicant; entries here win over front matter. */
  readonly profile?: Profile;
  readonly config?: LintConfig;
  /** `markdown` by default; `text` for text extracted from .docx or .pdf and for .txt. */
  readonly format?: SourceFormat;
  /** Roles decided elsewhere (a labelled draft), in place of the labeller's. */
  readonly roles?: readonly RoleSpan[];
}

/** A finding as a VFileMessage: `reason`, `ruleId`, `source`, `url`, `note`, `expected`, `place`. */
export interface NarrativeMessage extends VFileMessage {
  readonly severity: Severity;
  /** `document` for a finding about the whole draft; then it has no range. */
  readonly scope: 'range' | 'document';
  readonly range?: TextRange;
  readonly messageId: string;
  /** Why a program director cares. */
  readonly why: string;
  /** The question that leads to the fix. */
  readonly ask: string;
  readonly fix?: Fix;
  readonly related?: { readonly at: TextRange; readonly text: string };
  /** 0 to 1. */
  readonly confidence: number;
}

export interface LintCounts {
  readonly words: number;
  readonly characters: number;
  /** `undefined` when the form sets none. */
  readonly characterLimit: number | undefined;
}

export interface LintResult {
  /** In text order, findings about the whole draft first. */
  readonly messages: readonly NarrativeMessage[];
  readonly narrative: Narrative;
  readonly counts: LintCounts;
  readonly kind: Kind;
  readonly profile: Profile;
  readonly document: NarrativeDocument;
}
