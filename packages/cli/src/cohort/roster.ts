import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseProfile, visible } from '@narrative-lint/core';
import type { RosterProblem, RosterRow } from '@narrative-lint/roster';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import type { Io } from '../io.ts';

const TEMPLATE = 'roster.csv';

/** What a roster says of the drafts of a folder. */
export interface MatchedRoster {
  /** By the path of a draft within the folder. */
  readonly rows: ReadonlyMap<string, RosterRow>;
  /** All rows, those without a draft included. */
  readonly all: readonly RosterRow[];
  readonly problems: readonly RosterProblem[];
  /** Headers of columns that were left alone. */
  readonly unused: readonly string[];
}

/**
 * Reads a roster and finds whose row each draft has.
 *
 * @throws {UsageError} for a file that cannot be read as a roster.
 */
export async function readRosterOf(file: string, drafts: readonly string[], io: Io): Promise<MatchedRoster> {
  const { matchRoster, readRoster, RosterError } = await import('@narrative-lint/roster');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(resolve(io.cwd, file));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : cause;
    throw new UsageError(`${file} could not be read as a roster (${code}); check the name`, { cause });
  }
  const name = basename(file);
  try {
    const roster = await readRoster(bytes, name, parseProfile);
    const { rows, problems } = matchRoster(roster.rows, drafts, name);
    return { rows, all: roster.rows, problems: [...roster.problems, ...problems], unused: roster.unused };
  } catch (error) {
    if (error instanceof RosterError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** Writes an example roster, or prints it for `-`. */
export async function writeTemplate(name: string | true, io: Io): Promise<ExitCode> {
  const { ROSTER_TEMPLATE } = await import('@narrative-lint/roster');
  if (name === '-') {
    io.out.write(ROSTER_TEMPLATE);
    return EXIT.clean;
  }
  const file = name === true ? TEMPLATE : name;
  try {
    // With a mark, so that Excel reads its accents. Never over a roster that is there.
    await writeFile(resolve(io.cwd, file), `\uFEFF${ROSTER_TEMPLATE}`, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    const there = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new UsageError(
      there
        ? `${file} is there already; name another file: --roster-template example.csv`
        : `${file} could not be written; name a file in a folder of yours`,
      { cause },
    );
  }
  io.out.write(`Wrote ${visible(file)}, with three invented applicants; replace them with yours.\n`);
  return EXIT.clean;
}
