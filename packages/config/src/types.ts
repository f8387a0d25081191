import type { AnyRule, LintConfig, Problem } from '@narrative-lint/core';
import type { SuppressionList } from './suppressions.ts';

/** How configurations are looked for. */
export interface LoaderOptions {
  /** Folder that names are relative to, in what is said and in `file`. */
  readonly cwd: string;
  /** The one configuration to use for every draft, in place of searching; relative to `cwd` or absolute. */
  readonly file?: string;
  /**
   * Whether code may run: JavaScript and TypeScript configurations, and plugins. True when left out. Where it
   * is false, they are skipped and named under `refused`, and all the rest counts.
   */
  readonly trusted?: boolean;
  /** What loading a module may take: 60 seconds when left out. */
  readonly loadLimit?: LoadLimit;
}

/** How long a plugin or a configuration that is a program may take until it has exported something. */
export interface LoadLimit {
  readonly seconds: number;
  /** How a person gives it more, as it reads on after "or": `give it more with ...`. */
  readonly more: string;
}

/** Loads configurations, each file once until `clear`. */
export interface ConfigLoader {
  /**
   * What holds for a draft: the nearest configuration in its folder or above, with all that it extends, the
   * plugins it names, and the overrides that match the draft.
   *
   * @param draft - Path of the draft, absolute or relative to `cwd`; it need not exist.
   * @throws {ConfigError} for a configuration, a plugin or a list of dismissed findings that cannot be used.
   */
  load(draft: string): Promise<DraftConfig>;
  /** Forgets what was read, after one of the files has changed. */
  clear(): void;
}

/** What holds for one draft before its front matter and the call have their say. */
export interface DraftConfig {
  /** For the engine. */
  readonly config: LintConfig;
  /** The built-in rules, and those of plugins. */
  readonly ruleSet: readonly AnyRule[];
  /** By the id of a rule that is not built in: the plugin it is of, as a person knows it. */
  readonly plugins: ReadonlyMap<string, string>;
  /** The configuration file that was found; absolute. */
  readonly file?: string;
  /** Every file that had a part in it, or would when it is made or comes back; absolute, to be watched. */
  readonly files: readonly string[];
  /** The configuration says to leave this draft alone. */
  readonly ignored: boolean;
  /** An override of the configuration names this draft. */
  readonly matched: boolean;
  /** What was not loaded, since it would run code and the place is not trusted: one line each. */
  readonly refused: readonly string[];
  readonly suppressions: Suppressions;
}

/** Dismissed findings of one draft. */
export interface Suppressions {
  /** The file that holds them; absolute. Where there is none yet, the one to make. */
  readonly file: string;
  /** All that the file holds, to be added to and written. */
  readonly list: SuppressionList;
  /** Whether no finding was dismissed in any draft of the file. */
  readonly isEmpty: boolean;
  /** Whether a finding was dismissed. */
  has(finding: DismissableFinding): boolean;
}

/** What tells a finding apart from others, whatever is edited elsewhere in the draft. */
export interface DismissableFinding {
  readonly ruleId: string;
  /** The hash of its words, or that it is about the whole draft. */
  readonly hash: string;
}

/** A problem of a file, for a face that can show it in place. */
export interface ConfigProblem extends Problem {
  /** Absolute path of the file that it is about. */
  readonly file: string;
}
