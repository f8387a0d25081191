import type { ConfigError } from '@narrative-lint/config/portable';
import type { AnyRule, LintConfig, LintResult, NarrativeMessage } from '@narrative-lint/core';
import type { ConfigSays } from './applies.ts';
import { asSentence } from './text.ts';

/** What holds for a document beside its own text. */
export interface FoundConfig {
  readonly config: LintConfig;
  /** The built-in rules and those of plugins; the built-in ones when left out. */
  readonly ruleSet?: readonly AnyRule[];
  /** URI of the file it stands in, where there is one. */
  readonly file?: string;
  /** Whether the configuration names the document, or says to leave it alone. */
  readonly says?: ConfigSays;
  /** Dismissed findings, where they can be read. */
  readonly dismissals?: Dismissals;
}

/** Findings of one document that the applicant has looked at and does not want to see again. */
export interface Dismissals {
  /** A result without them. */
  leaveOut(result: LintResult): LintResult;
  /** What a finding is known by. */
  hashOf(message: NarrativeMessage, result: LintResult): string;
  /**
   * Dismisses a finding, in the file that holds them.
   *
   * @returns Its name, for a person.
   * @throws {ConfigError} where the file cannot be read or written.
   */
  add(rule: string, hash: string): Promise<string>;
}

/** Something wrong with a configuration file; `line` counts from 0. */
export interface ConfigFault {
  readonly message: string;
  readonly line: number;
}

/** Finds configurations and says what is wrong with them. */
export interface Configs {
  /** What holds for a document. A configuration that cannot be used is reported, and the last right one counts. */
  find(document: string): Promise<FoundConfig>;
  /** Forgets what was read, after a file has changed. */
  clear(): void;
}

export interface ConfigsOptions {
  /** URIs of the folders that are open. */
  readonly roots: readonly string[];
  /** URI of the one file to use, in place of searching. */
  readonly only?: string;
  /** Whether code of the workspace may run. */
  readonly trusted: boolean;
  /** Told of each file that has faults, and with none when they are gone. */
  readonly report: (file: string, faults: readonly ConfigFault[]) => void;
  /** Told which programs were not run. */
  readonly refuse: (lines: readonly string[]) => void;
  /** Seconds that a rule of a plugin may take for a draft. */
  readonly ruleTimeLimit: number;
  /** Told of a rule of a plugin that could not look at a draft, as it reads on after "could not be checked by". */
  readonly fault: (what: string) => void;
  /** Told of files that have to be watched, by URI. */
  readonly watch: (files: readonly string[]) => void;
}

/** Which files are at fault for which documents: a fault is gone once no document meets it any more. */
export class FaultReports {
  private readonly of = new Map<string, ReadonlySet<string>>();
  private readonly report: ConfigsOptions['report'];

  constructor(report: ConfigsOptions['report']) {
    this.report = report;
  }

  /** What was met on the way to the configuration of a document; nothing when all was right. */
  tell(document: string, error?: ConfigError, uriOf: (file: string) => string = (file) => file): void {
    const faults = new Map<string, ConfigFault[]>();
    for (const { file, message, line } of error?.problems ?? []) {
      const uri = uriOf(file);
      faults.set(uri, [...(faults.get(uri) ?? []), { message: bare(message), line: (line ?? 1) - 1 }]);
    }
    const before = this.of.get(document) ?? new Set();
    this.of.set(document, new Set(faults.keys()));
    for (const [file, found] of faults) this.report(file, found);
    for (const file of before)
      if (![...this.of.values()].some((files) => files.has(file))) this.report(file, []);
  }
}

/** A problem without the name of its file, beside which it is shown. */
function bare(message: string): string {
  return asSentence(
    message.replace(/^\S*\.(?:jsonc?|ya?ml|[cm]?[jt]s)(?::\d+)?:? (?!is |does |could |extends )/, ''),
  );
}
