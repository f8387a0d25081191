import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import {
  CHANGE_SIDE,
  defineRule,
  FAILURE_SIDE,
  KINDS,
  ROLES,
  RULE_GROUPS,
  rules,
  SEVERITIES,
} from '@narrative-lint/core';
import { type Contents, isData, notAKind, parseContents } from './contents.ts';
import { ConfigError, configError } from './errors.ts';
import { isCode, isPackage, PACKAGE_KEY } from './names.ts';
import type { LoadLimit } from './types.ts';
import { within } from './watchdog.ts';

/**
 * Reads a configuration file.
 *
 * @param content - Its text, where it was read already.
 * @param cwd - Folder that its name is relative to in what is said.
 * @param limit - Of a file that is a program.
 * @throws {ConfigError} where it cannot be read or parsed.
 */
export async function readConfig(
  path: string,
  cwd: string,
  limit: LoadLimit,
  content?: string,
): Promise<Contents> {
  const name = shortest(cwd, path);
  if (isCode(path)) return { value: await loadModule(path, name, limit) };
  if (!isData(path)) throw notAKind(path, name);
  const contents = await parseContents(path, name, content ?? readText(path, name));
  if (!isPackage(path)) return contents;
  // What a search found of a package.json is its settings alone, and their lines are not those of the file.
  const value = contents.value as Record<string, unknown> | null;
  return { value: content === undefined ? (value?.[PACKAGE_KEY] ?? {}) : value };
}

/** What a module may import from the engine by its name, without having it installed. */
const ENGINE = {
  CHANGE_SIDE,
  defineRule,
  FAILURE_SIDE,
  KINDS,
  ROLES,
  RULE_GROUPS,
  rules,
  SEVERITIES,
};

/** The text that a module had when it first ran: Node would give what it kept then, whatever the file now holds. */
const first = new Map<string, string>();

/**
 * Runs a module, JavaScript or TypeScript, as it is on the disk now, and gives what it exports.
 *
 * @throws {ConfigError} where it cannot be found, fails, or does not come to an end.
 */
export async function loadModule(path: string, name: string, limit: LoadLimit): Promise<unknown> {
  // Also reads TypeScript, which Node itself does not in every version.
  const { createJiti } = await import('jiti/static');
  const jiti = createJiti(`${dirname(path)}/`, {
    fsCache: false,
    moduleCache: false,
    interopDefault: true,
    virtualModules: { '@narrative-lint/core': ENGINE },
  });
  try {
    const text = await readFile(path, 'utf8');
    if (!first.has(path)) first.set(path, text);
    const run = async (): Promise<unknown> =>
      first.get(path) === text
        ? jiti.import(path)
        : jiti.evalModule(text, { filename: path, async: true, forceTranspile: true });
    const exported = await within(limit.seconds, run, () => tooLong(path, name, limit));
    const whole = exported as { readonly default?: unknown } | null | undefined;
    return typeof whole === 'object' && whole !== null && 'default' in whole ? whole.default : exported;
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw configError(
      path,
      missing ? `${name} does not exist` : `${name} could not be run: ${why}`,
      undefined,
      cause,
    );
  }
}

function tooLong(path: string, name: string, { seconds, more }: LoadLimit): ConfigError {
  const what = `${name} was not loaded within ${seconds} s and was stopped`;
  return configError(path, `${what}; mend what it does before it exports something, or ${more}`);
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw configError(
      path,
      `${name} ${missing ? 'does not exist; check the name' : 'could not be read'}`,
      undefined,
      cause,
    );
  }
}

/** A path as a person in `cwd` would write it. */
export function shortest(cwd: string, path: string): string {
  const local = relative(cwd, path);
  return local === '' || local.startsWith('..') ? path : local;
}
