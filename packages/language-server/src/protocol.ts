/**
 * What narrative-lint speaks beside the Language Server Protocol.
 *
 * For clients: names of methods, their parameters and results, the settings, and what the server expects at
 * `initialize`. Positions are those of the protocol (lines and UTF-16 code units, from 0). Nothing here loads
 * the server. Method names and types go together: `connection.sendRequest(STATUS, { uri })` with the types
 * `DocumentParams` and `DocumentStatus`.
 */

import type { Kind, Role, Severity } from '@narrative-lint/core';
import type { Range, TextEdit } from 'vscode-languageserver-types';

/** `source` of every diagnostic about a draft or its front matter. */
export const DIAGNOSTIC_SOURCE = 'narrative-lint';
/** The code action kind that applies every mechanical fix of a document; for `editor.codeActionsOnSave`. */
export const FIX_ALL = 'source.fixAll.narrativeLint';
/** The section of the client's settings that the server asks for (`workspace/configuration`). */
export const SETTINGS_SECTION = 'narrativeLint';

/** The settings, as they stand under `narrativeLint`. Each may be left out. */
export interface Settings {
  /** Whether anything is linted at all. Default: true. */
  readonly enable: boolean;
  /** Globs of the drafts to lint without being asked, against the path (`DEFAULT_FILES` when left out). */
  readonly files: readonly string[];
  /** Path of the one configuration file to use, absolute or relative to the workspace folder; empty: searched. */
  readonly config: string;
  /** A lens over each setback and over the first line with the space of the story. Default: false. */
  readonly codeLens: boolean;
  /** A hint behind each stretch with its role. Default: false. */
  readonly inlayHints: boolean;
  /** Milliseconds to wait after a keystroke. Default: 0, which waits only as long as the draft is slow. */
  readonly delay: number;
  /** Seconds that a rule of a plugin may take for a draft before it is stopped and left out. Default: 2. */
  readonly ruleTimeLimit: number;
}

/** Drafts that are linted without being asked. README and other project files never are by their place. */
export const DEFAULT_FILES: readonly string[] = [
  '**/*personal{-,_, ,}statement*',
  '**/*.eras.{md,txt}',
  '**/*.ps.{md,txt}',
  '**/*personal{-,_, ,}statement*/**',
  '**/eras/**',
  '**/eras{-,_, }*/**',
];

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  files: DEFAULT_FILES,
  config: '',
  codeLens: false,
  inlayHints: false,
  delay: 0,
  ruleTimeLimit: 2,
};

/** `initializationOptions` of the client. All of it is optional. */
export interface InitializationOptions {
  /** Settings for clients that cannot be asked (`workspace/configuration`). */
  readonly settings?: Partial<Settings>;
  /** What the user decided about documents before: the `checks` to remember for the workspace. */
  readonly checks?: Checks;
  /**
   * How diagnostics reach the client. When left out, a client that can pull them pulls (LSP 3.17), and to any
   * other they are pushed.
   */
  readonly diagnostics?: 'push' | 'pull';
  /** The client answers `READ_FILE`; a server in a web worker reads configurations through it. */
  readonly readsFiles?: boolean;
  /** The client shows `SHOW_EXPLANATION` itself. Without it the rule's page is opened. */
  readonly showsExplanations?: boolean;
  /** False in a workspace that the user does not trust: no code of the workspace is loaded. Default: false. */
  readonly trusted?: boolean;
}

/** Decisions of the user's by document URI: always lint it, or never. */
export type Checks = Readonly<Record<string, 'always' | 'never'>>;

export interface DocumentParams {
  readonly uri: string;
}

/** Request: what holds for an open document, after a run on its newest version. Result: `DocumentStatus`. */
export const STATUS = 'narrativeLint/status';
/** Notification to the client: a `DocumentStatus` that may have changed. Sent after each run. */
export const STATUS_CHANGED = 'narrativeLint/statusChanged';

/** Why a document is linted or left alone. */
export type StatusReason =
  /** The user said so with `CHECK`. */
  | 'asked'
  /** Its front matter has a `kind`. */
  | 'front-matter'
  /** A configuration names it. */
  | 'config'
  /** The setting `narrativeLint.files` matches its path. */
  | 'setting'
  /** Nothing says that it is a draft. */
  | 'not-a-draft'
  /** A configuration says to leave it alone. */
  | 'ignored'
  /** `narrativeLint.enable` is off. */
  | 'disabled'
  /** It is not open in the server. */
  | 'unknown';

export interface DocumentStatus {
  readonly uri: string;
  /** The version the figures are of; absent for a document that is not open. */
  readonly version?: number;
  readonly linted: boolean;
  readonly reason: StatusReason;
  /** The reason in a sentence for a person. */
  readonly explanation: string;
  /** Only where `linted`. */
  readonly draft?: DraftStatus;
}

export interface DraftStatus {
  readonly kind: Kind;
  /** False where nobody named the kind and it is the default. */
  readonly kindStated: boolean;
  /** Id of the specialty, as `internal-medicine`. */
  readonly specialty?: string;
  readonly words: number;
  /** As the form counts them. */
  readonly characters: number;
  /** Absent where the form sets none. */
  readonly characterLimit?: number;
  /** Words on what happened, and on what changed and came of it. */
  readonly failureWords: number;
  readonly changeWords: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** How many findings carry a mechanical fix. */
  readonly fixable: number;
  /** URI of the configuration that holds, where there is one. */
  readonly config?: string;
}

/** Request: the roles with their places, in text order (`other` left out). Result: `RolesResult`. */
export const ROLES_OF = 'narrativeLint/roles';

export interface RolesResult {
  readonly version: number;
  readonly roles: readonly RoleRange[];
}

export interface RoleRange {
  readonly role: Role;
  readonly range: Range;
  /** 0 to 1. */
  readonly confidence: number;
  /** What gave it the role, the weightiest first. */
  readonly cues: readonly string[];
}

/** Request: the story at a glance, as Markdown to show. Result: `OutlineResult`; null where it is not linted. */
export const OUTLINE = 'narrativeLint/outline';

export interface OutlineResult {
  readonly version: number;
  readonly markdown: string;
}

/** Request: decide about a document. Result: the `DocumentStatus` that now holds. */
export const CHECK = 'narrativeLint/check';

export interface CheckParams extends DocumentParams {
  /** `by-rules` takes an earlier decision back. */
  readonly check: 'always' | 'never' | 'by-rules';
}

/** Request without parameters: the names to choose from. Result: `Vocabulary`. */
export const VOCABULARY = 'narrativeLint/vocabulary';

export interface Vocabulary {
  readonly kinds: readonly NamedKind[];
  readonly specialties: readonly { readonly id: string; readonly name: string }[];
  readonly setbacks: readonly string[];
  readonly rules: readonly { readonly id: string; readonly summary: string; readonly severity: Severity }[];
}

export interface NamedKind {
  readonly id: Kind;
  /** As it stands in a sentence. */
  readonly name: string;
  readonly characterLimit?: number;
  /** Where the limit comes from. */
  readonly source: string;
}

/** Request: all about a rule. Result: `RuleExplanation`; null for a name that is no rule. */
export const EXPLAIN = 'narrativeLint/explain';

export interface ExplainParams {
  readonly rule: string;
}

export interface RuleExplanation {
  readonly rule: string;
  readonly markdown: string;
  /** The rule's page. */
  readonly url: string;
}

/** Notification to the client, where it said `showsExplanations`: show a `RuleExplanation`. */
export const SHOW_EXPLANATION = 'narrativeLint/showExplanation';

/** Request: the edits that set a key of the front matter, made where it is missing. Result: `TextEdit[]`. */
export const SET_FRONT_MATTER = 'narrativeLint/setFrontMatter';

export interface SetFrontMatterParams extends DocumentParams {
  readonly key: 'kind' | 'specialty';
  readonly value: string;
}
export type SetFrontMatterResult = readonly TextEdit[];

/** Request to the client, where it said `readsFiles`: the text of a file, or null where there is none. */
export const READ_FILE = 'narrativeLint/readFile';

export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string | null;

/** The command behind "Explain this rule"; its argument is the rule's id. The server runs it. */
export const EXPLAIN_COMMAND = 'narrative-lint.explainRule';
/** The command behind "Dismiss this finding"; its argument is a `DismissParams`. The server runs it. */
export const DISMISS_COMMAND = 'narrative-lint.dismissFinding';
/** Globs that the client should watch (the server registers them where the client lets it). */
export const WATCHED_FILES =
  '**/{narrative-lint.config.{json,jsonc,yaml,yml,js,mjs,cjs,ts},narrative-lint.suppressions.json,package.json}';

/** A finding to dismiss. */
export interface DismissParams {
  /** URI of the draft. */
  readonly uri: string;
  readonly rule: string;
  /** What the finding is known by in the list of dismissed findings. */
  readonly hash: string;
}
