import {
  ConfigError,
  type ConfigLoader,
  type DraftConfig,
  type DraftResult,
  guardRules,
  leaveOutDismissed,
} from '@narrative-lint/config';
import { correct, createSession, type Kind, type Profile } from '@narrative-lint/core';
import { type Draft, ReadError, readDraft, readStream, writeDraft } from '@narrative-lint/readers';
import type { Comparison } from './compare/comparison.ts';
import type { Target } from './files.ts';
import type { Io } from './io.ts';
import { readOptions } from './reading/options.ts';

/** A draft that was linted. */
export interface LintedDraft {
  readonly path: string;
  readonly draft: Draft;
  readonly result: DraftResult;
  readonly config: DraftConfig;
  /** What rules of plugins did in place of looking at it, one line each. */
  readonly faults: readonly string[];
  /** Corrections written to the file. */
  readonly corrected: number;
  /** The text that `--fix` would write, when it differs and was asked for. */
  readonly preview?: { readonly text: string; readonly count: number };
  /** What became of the findings of an earlier version, where the call named one. */
  readonly comparison?: Comparison;
}

/** A draft that could not be linted; each problem is one line. */
export interface FailedDraft {
  readonly path: string;
  readonly problems: readonly string[];
}

/** A draft that its configuration says to leave alone. */
export interface IgnoredDraft {
  readonly path: string;
  /** The configuration that says so. */
  readonly ignoredBy: string;
}

export type Outcome = LintedDraft | FailedDraft;

export function isIgnored(outcome: Outcome | IgnoredDraft): outcome is IgnoredDraft {
  return 'ignoredBy' in outcome;
}

export function isFailed(outcome: Outcome): outcome is FailedDraft {
  return 'problems' in outcome;
}

/** What holds for every draft of a run, as plain data. */
export interface CallSettings {
  readonly kind?: Kind;
  readonly profile?: Profile;
  readonly reportUnusedDisables: boolean;
  /** `write` corrects files, `preview` only says what it would write. */
  readonly fix?: 'write' | 'preview';
  /** The name that stands for standard input. */
  readonly stdinName: string;
  /** The one configuration for every draft. */
  readonly configFile?: string;
  /** Seconds that a draft may take in a thread of its own, or a rule of a plugin anywhere. */
  readonly timeLimit: number;
  /** An unexpected fault ends the run and shows where it came from. */
  readonly debug: boolean;
  /** Megabytes that the file of a draft may have; all else that is bounded in a document grows with it. */
  readonly sizeLimit: number;
}

export interface RunSettings extends CallSettings {
  readonly configs: ConfigLoader;
}

/** A draft that was read, with what holds for it. */
export interface ReadTarget {
  readonly path: string;
  readonly draft: Draft;
  readonly config: DraftConfig;
}

/** Reads and lints one draft. Whatever is wrong with the draft or its configuration comes back as problems. */
export async function lintTarget(
  target: Target,
  settings: RunSettings,
  io: Pick<Io, 'stdin' | 'reader'>,
): Promise<Outcome | IgnoredDraft> {
  const read = await readTarget(target, settings, io);
  return 'draft' in read ? lintRead(read, settings) : read;
}

/** Reads one draft with its configuration. */
export async function readTarget(
  target: Target,
  settings: RunSettings,
  io: Pick<Io, 'stdin' | 'reader'>,
): Promise<ReadTarget | FailedDraft | IgnoredDraft> {
  const path = target.kind === 'stdin' ? settings.stdinName : target.path;
  if (target.kind === 'problem') return { path, problems: [target.problem] };
  return guarded(path, settings, async () => {
    const config = await settings.configs.load(
      target.kind === 'stdin' && path.startsWith('<') ? 'draft.md' : path,
    );
    if (config.ignored) return { path, ignoredBy: config.file ?? '' };
    const options = readOptions(settings, io.reader);
    const draft =
      target.kind === 'stdin' ? await readStream(io.stdin, path, options) : await readDraft(path, options);
    return { path, draft, config };
  });
}

/** Lints a draft that was read. */
export async function lintRead({ path, draft, config }: ReadTarget, settings: RunSettings): Promise<Outcome> {
  return guarded(path, settings, async () => {
    const options = {
      format: draft.format,
      reportUnusedDisables: settings.reportUnusedDisables,
      ...(settings.kind ? { kind: settings.kind } : {}),
      ...(settings.profile ? { profile: settings.profile } : {}),
    };
    const session = createSession();
    const faults = new Set<string>();
    const ruleSet = guardRules(config, {
      seconds: settings.timeLimit,
      more: '--time-limit',
      onFault: ({ message }) => faults.add(`${path} could not be checked by ${message}`),
    });
    const call = { ...options, config: config.config, ruleSet };
    const run = (text: string) => leaveOutDismissed(session.lint(text, call), config);
    const linted = { path, draft, config, result: run(draft.text), faults: [], corrected: 0 };
    const outcome = await finish(linted, run, settings.fix);
    return isFailed(outcome) ? outcome : { ...outcome, faults: [...faults] };
  });
}

/** A draft on which the program itself broke. */
export function faultIn(path: string, error: unknown): FailedDraft {
  const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const problem = `${path} could not be linted, because of a fault in narrative-lint: ${why} (run again with --debug for the details, which hold no text of yours)`;
  return { path, problems: [problem] };
}

/** One draft that breaks something must not keep the others from being linted. */
async function guarded<T>(
  path: string,
  { debug }: RunSettings,
  work: () => Promise<T>,
): Promise<T | FailedDraft> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ReadError) return { path, problems: [error.message] };
    if (error instanceof ConfigError) return { path, problems: error.problems.map(({ message }) => message) };
    if (debug) throw error;
    return faultIn(path, error);
  }
}

async function finish(
  linted: LintedDraft,
  run: (text: string) => DraftResult,
  fix: RunSettings['fix'],
): Promise<Outcome> {
  const { path, draft, result } = linted;
  if (result.problems.length > 0) {
    return {
      path,
      problems: result.problems.map(({ message, line }) => `${path}${line ? `:${line}` : ''} ${message}`),
    };
  }
  if (result.counts.words === 0) {
    return {
      path,
      problems: [`${path} has no prose in it; write a first draft, or check that it was saved`],
    };
  }
  if (!fix || !isCorrectable(draft)) return linted;
  const after = correct(draft.text, result, run);
  if (after.count === 0) return linted;
  if (fix === 'preview') return { ...linted, preview: { text: after.text, count: after.count } };
  await writeDraft(path, after.text, draft.encoding);
  return { ...linted, draft: { ...draft, text: after.text }, result: after.result, corrected: after.count };
}

/** Only text files are written; a Word document or a PDF is corrected where it was made. */
export function isCorrectable(draft: Draft): boolean {
  return draft.container === 'md' || draft.container === 'txt' || draft.container === 'stdin';
}
