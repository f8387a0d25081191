import { type Kind, type LintResult, lint, type Profile } from '@narrative-lint/core';
import { type Draft, ReadError, readDraft, readStream, writeDraft } from '@narrative-lint/readers';
import type { ConfigFinder } from './config.ts';
import { ConfigError } from './errors.ts';
import type { Target } from './files.ts';
import { correct } from './fix.ts';
import type { Io } from './io.ts';

/** A draft that was linted. */
export interface LintedDraft {
  readonly path: string;
  readonly draft: Draft;
  readonly result: LintResult;
  /** Corrections written to the file. */
  readonly corrected: number;
  /** The text that `--fix` would write, when it differs and was asked for. */
  readonly preview?: { readonly text: string; readonly count: number };
}

/** A draft that could not be linted; each problem is one line. */
export interface FailedDraft {
  readonly path: string;
  readonly problems: readonly string[];
}

export type Outcome = LintedDraft | FailedDraft;

export function isFailed(outcome: Outcome): outcome is FailedDraft {
  return 'problems' in outcome;
}

/** What holds for every draft of a run. */
export interface RunSettings {
  readonly kind?: Kind;
  readonly profile?: Profile;
  readonly configs: ConfigFinder;
  /** `write` corrects files, `preview` only says what it would write. */
  readonly fix?: 'write' | 'preview';
  /** The name that stands for standard input. */
  readonly stdinName: string;
}

/** Reads and lints one draft. Whatever is wrong with the draft or its configuration comes back as problems. */
export async function lintTarget(target: Target, settings: RunSettings, io: Io): Promise<Outcome> {
  const path = target.kind === 'stdin' ? settings.stdinName : target.path;
  if (target.kind === 'problem') return { path, problems: [target.problem] };
  try {
    const config = await settings.configs.find(
      target.kind === 'stdin' && path.startsWith('<') ? 'draft.md' : path,
    );
    const draft = target.kind === 'stdin' ? await readStream(io.stdin, path) : await readDraft(path);
    const options = {
      format: draft.format,
      config,
      ...(settings.kind ? { kind: settings.kind } : {}),
      ...(settings.profile ? { profile: settings.profile } : {}),
    };
    const run = (text: string) => lint(text, options);
    return await finish(path, draft, run(draft.text), run, settings.fix);
  } catch (error) {
    if (error instanceof ReadError) return { path, problems: [error.message] };
    if (error instanceof ConfigError) return { path, problems: error.problems };
    throw error;
  }
}

async function finish(
  path: string,
  draft: Draft,
  result: LintResult,
  run: (text: string) => LintResult,
  fix: RunSettings['fix'],
): Promise<Outcome> {
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
  const plain = { path, draft, result, corrected: 0 };
  if (!fix || !isCorrectable(draft)) return plain;
  const after = correct(draft.text, result, run);
  if (after.count === 0) return plain;
  if (fix === 'preview') return { ...plain, preview: { text: after.text, count: after.count } };
  await writeDraft(path, after.text, draft.encoding);
  return { path, draft: { ...draft, text: after.text }, result: after.result, corrected: after.count };
}

/** Only text files are written; a Word document or a PDF is corrected where it was made. */
export function isCorrectable(draft: Draft): boolean {
  return draft.container === 'md' || draft.container === 'txt' || draft.container === 'stdin';
}
