import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CONFIG_NAMES, createConfigLoader, SCHEMA_ADDRESS } from '@narrative-lint/config';
import { type FrontSettings, isPreset, PRESETS, parseProfile, visible } from '@narrative-lint/core';
import { containerOf, readDraft, writeDraft } from '@narrative-lint/readers';
import { stringify } from 'yaml';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';

/** What the flags say; what they leave out is asked where there is a terminal. */
export interface InitFlags {
  readonly kind?: string;
  readonly specialty?: string;
  /** Each `what`, `what:attempts` or `what:attempts:passed`. */
  readonly setback?: readonly string[];
  readonly preset?: string;
}

/** What is to be written, as it stands in front matter or a configuration. */
export interface Answers {
  readonly kind?: string;
  readonly specialty?: string;
  readonly setbacks?: readonly Readonly<Record<string, unknown>>[];
  readonly preset?: string;
}

/**
 * Writes what is known of a draft and its writer: into the front matter of a text draft, or, for a folder or
 * another draft, into a configuration beside it. Nothing that is there is changed.
 *
 * @param name - A draft or a folder; this folder when left out.
 * @throws {UsageError} where something is there already, or there is nobody to ask and no flag says anything.
 */
export async function initCommand(name: string | undefined, flags: InitFlags, io: Io): Promise<ExitCode> {
  const target = await targetOf(name, io);
  const given = answersOf(flags);
  if (!io.interactive && Object.keys(given).length === 0) {
    throw new UsageError(
      'there is no terminal to ask at; say it with --kind, --specialty, --setback or --preset (see init --help)',
    );
  }
  const answers = io.interactive ? await (await import('../prompts.ts')).ask(given, target.front) : given;
  if (!answers) {
    io.err.write('narrative-lint: nothing was written\n');
    return EXIT.clean;
  }
  checked(answers);
  if (target.front) await writeFrontMatter(target.path, answers);
  else await writeConfig(target.path, answers);
  io.out.write(`Wrote ${visible(relative(io.cwd, target.path))}. It stays on this machine.\n`);
  return EXIT.clean;
}

interface InitTarget {
  readonly path: string;
  /** Whether it is a draft whose front matter is written; otherwise a configuration. */
  readonly front: boolean;
}

async function targetOf(name: string | undefined, io: Io): Promise<InitTarget> {
  const path = resolve(io.cwd, name ?? '.');
  const stats = await stat(path).catch(() => undefined);
  if (!stats)
    throw new UsageError(`${name} does not exist; name a draft, a folder, or nothing for this folder`);
  if (stats.isFile() && (containerOf(path) === 'md' || containerOf(path) === 'txt')) {
    if (/^\uFEFF?---[ \t]*\r?\n/.test(await readFile(path, 'utf8')))
      throw new UsageError(`${name} has front matter already; change it there, nothing was written`);
    return { path, front: true };
  }
  const folder = stats.isFile() ? dirname(path) : path;
  const there = CONFIG_NAMES.filter((file) => file !== 'package.json').find((file) =>
    existsSync(join(folder, file)),
  );
  if (there)
    throw new UsageError(
      `${relative(io.cwd, join(folder, there)) || there} is there already; change it there, nothing was written`,
    );
  return { path: join(folder, 'narrative-lint.config.json'), front: false };
}

function answersOf({ kind, specialty, setback = [], preset }: InitFlags): Answers {
  if (preset !== undefined && !isPreset(preset))
    throw new UsageError(
      `there is no preset "${preset}".${didYouMean(preset, PRESETS) || ` Known: ${PRESETS.join(', ')}.`}`,
    );
  return {
    ...(kind ? { kind } : {}),
    ...(specialty ? { specialty } : {}),
    ...(setback.length > 0 ? { setbacks: setback.map(setbackOf) } : {}),
    ...(preset ? { preset } : {}),
  };
}

function setbackOf(text: string): Readonly<Record<string, unknown>> {
  const [what = '', attempts, passed] = text.split(':');
  return {
    what,
    ...(attempts ? { attempts } : {}),
    ...(passed ? { passed: passed === 'passed' ? true : passed === 'failed' ? false : passed } : {}),
  };
}

/** The answers with names as they are known here. */
function checked({ preset: _, ...answers }: Answers): FrontSettings {
  const settings = parseProfile(answers, 'init');
  const first = settings.problems[0];
  if (first) throw new UsageError(first.message);
  return settings;
}

function settingsOf(answers: Answers): Record<string, unknown> {
  const { kind, profile } = checked(answers);
  return { ...(kind ? { kind } : {}), ...profile };
}

async function writeFrontMatter(path: string, answers: Answers): Promise<void> {
  const draft = await readDraft(path);
  await writeDraft(path, `---\n${stringify(settingsOf(answers))}---\n\n${draft.text}`, draft.encoding);
}

async function writeConfig(path: string, answers: Answers): Promise<void> {
  const { preset } = answers;
  const value = {
    $schema: SCHEMA_ADDRESS,
    ...(preset ? { extends: preset } : {}),
    ...settingsOf(answers),
  };
  // Never over a file that came in the meantime.
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`, { flag: 'wx' });
  await createConfigLoader({ cwd: dirname(path) }).load(join(dirname(path), basename(path)));
}
