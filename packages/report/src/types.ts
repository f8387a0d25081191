import type {
  Kind,
  LintResult,
  NarrativeMessage,
  Role,
  RuleGroup,
  SafetySign,
  SetbackKind,
  Severity,
  Space,
  TextRange,
} from '@narrative-lint/core';
import type { Brief } from './brief/types.ts';

/** The words that a finding points to with those around them, by which a later report knows it again. */
export interface Quote {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

/** A finding with what the engine does not know of it. */
export interface GivenFinding {
  readonly message: NarrativeMessage;
  readonly group: RuleGroup | undefined;
  /** Where it stands, as a reader of the file finds it. */
  readonly place: string;
  /** What it is known by across versions of the draft. */
  readonly fingerprint: string;
  readonly quote?: Quote;
  readonly since?: Since;
}

/** Whether a finding was there in the earlier version that a draft is compared with. */
export type Since = 'new' | 'stayed';

/** What is gone since the earlier version that a draft is compared with. */
export interface Earlier {
  /** What it was compared with, as the user named it. */
  readonly name: string;
  readonly solved: readonly {
    readonly ruleId: string;
    readonly severity: Severity;
    readonly quote?: Quote;
  }[];
}

/** A draft that was linted, as the command line hands it over. */
export interface GivenDraft {
  /** As it is shown. */
  readonly path: string;
  readonly applicant?: string;
  readonly graduationYear?: number;
  readonly result: LintResult;
  readonly findings: readonly GivenFinding[];
  readonly signs: readonly SafetySign[];
  readonly earlier?: Earlier;
}

/** A draft that could not be linted. */
export interface UnreadDraft {
  readonly path: string;
  readonly applicant?: string;
  /** One line each. */
  readonly problems: readonly string[];
}

/**
 * What an advisor does next. `talk`: an error or an objection about the story, which two people settle best.
 * `correct`: only form or facts, which the applicant corrects alone. `ready`: nothing but suggestions.
 */
export type Status = 'talk' | 'correct' | 'ready' | 'unread';

export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly ask: string;
  readonly url?: string;
  readonly place: string;
  readonly fingerprint: string;
  readonly quote?: Quote;
  /** UTF-16 code units into the source; none for a finding about the whole draft. */
  readonly range?: TextRange;
  /** Lines and columns from 1. */
  readonly start?: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end?: { readonly line: number; readonly column: number; readonly offset: number };
  /** A correction of characters settles it, and all like it. */
  readonly fixable: boolean;
  readonly messageId: string;
  readonly since?: Since;
}

export interface Stretch extends TextRange {
  readonly role: Role;
  readonly words: number;
}

/** One draft of a report, as plain data. */
export interface DraftRecord {
  readonly page: string;
  readonly path: string;
  readonly applicant?: string;
  readonly graduationYear?: number;
  readonly specialty?: string;
  readonly kind: Kind;
  readonly status: Exclude<Status, 'unread'>;
  readonly words: number;
  readonly characters: number;
  readonly characterLimit?: number;
  readonly source: string;
  readonly body: TextRange;
  /** Stretches of the body that are no prose: comments, formatting, addresses. */
  readonly notProse: readonly TextRange[];
  readonly findings: readonly Finding[];
  readonly stretches: readonly Stretch[];
  readonly space: Space;
  readonly failureWords: number;
  readonly changeWords: number;
  readonly setbacks: readonly SetbackKind[];
  readonly brief: Brief;
  readonly earlier?: Earlier;
}

/** A draft that could not be read, as a report has it. */
export interface UnreadRecord {
  readonly path: string;
  readonly applicant?: string;
  readonly status: 'unread';
  readonly problems: readonly string[];
}

/** One line of the table of a cohort: what stays in memory of a draft. */
export interface CohortRow {
  readonly path: string;
  readonly applicant?: string;
  readonly status: Status;
  readonly page?: string;
  readonly specialty?: string;
  readonly kind?: Kind;
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
  readonly words?: number;
  /** Shares of all words, 0 to 1. */
  readonly failureShare?: number;
  readonly changeShare?: number;
  /** Words that stand in another draft, too; left out where drafts were not compared. */
  readonly sharedWords?: number;
  readonly setbacks: readonly SetbackKind[];
  /** Rules with a finding, each once. */
  readonly rules: readonly string[];
  /** Why it could not be read. */
  readonly problems: readonly string[];
}

/** Where a passage stands that several drafts have. */
export interface SharedPlace {
  /** As it is shown. */
  readonly path: string;
  readonly applicant?: string;
  /** None for a draft of an earlier year. */
  readonly page?: string;
  /** UTF-16 code units into the text of the draft. */
  readonly start: number;
  readonly end: number;
  /** Words of the passage as a share of all words of the draft, 0 to 1. */
  readonly share: number;
}

/** A passage that several drafts have word for word. */
export interface SharedText {
  readonly words: number;
  /** Each of them marks it as a quotation. */
  readonly quoted: boolean;
  readonly text: string;
  readonly places: readonly SharedPlace[];
}

/** What holds for a whole report. */
export interface ReportMeta {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly redacted: boolean;
  /** The report is written again each time a draft is saved, and a page that is open follows it. */
  readonly isWatched?: boolean;
}
