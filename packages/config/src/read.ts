import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import {
  CHANGE_SIDE,
  defineRule,
  FAILURE_SIDE,
  KINDS,
  type LineOf,
  ROLES,
  RULE_GROUPS,
  rules,
  SEVERITIES,
} from '@narrative-lint/core';
import type { ParseError } from 'jsonc-parser';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { configError } from './errors.ts';
import { isCode, isPackage, PACKAGE_KEY } from './search.ts';

/** The contents of a configuration file, and how to find a line in it. */
export interface Contents {
  readonly value: unknown;
  readonly lineOf?: LineOf;
}

const ENDINGS = '.json, .jsonc, .yaml, .yml, .js or .ts';

/**
 * Reads a configuration file.
 *
 * @param content - Its text, where it was read already.
 * @param cwd - Folder that its name is relative to in what is said.
 * @throws {ConfigError} where it cannot be read or parsed.
 */
export async function readConfig(path: string, cwd: string, content?: string): Promise<Contents> {
  const name = shortest(cwd, path);
  if (isCode(path)) return { value: await loadModule(path, name) };
  if (!/\.(?:jsonc?|ya?ml)$/i.test(path))
    throw configError(path, `${name} is not a kind of configuration file; use ${ENDINGS}`);
  const text = content ?? readText(path, name);
  const contents = /\.jsonc?$/i.test(path) ? await parseJson(path, name, text) : parseYaml(path, name, text);
  if (!isPackage(path) || content !== undefined) return contents;
  const { value } = contents;
  return { value: (value as Record<string, unknown> | null)?.[PACKAGE_KEY] ?? {} };
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

/**
 * Runs a module, JavaScript or TypeScript, and gives what it exports.
 *
 * @throws {ConfigError} where it cannot be found, or fails.
 */
export async function loadModule(path: string, name: string): Promise<unknown> {
  // Also reads TypeScript, which Node itself does not in every version.
  const { createJiti } = await import('jiti/static');
  const jiti = createJiti(`${dirname(path)}/`, {
    fsCache: false,
    moduleCache: false,
    interopDefault: true,
    virtualModules: { '@narrative-lint/core': ENGINE },
  });
  try {
    const exported = await jiti.import<unknown>(path);
    const whole = exported as { readonly default?: unknown } | null | undefined;
    return typeof whole === 'object' && whole !== null && 'default' in whole ? whole.default : exported;
  } catch (cause) {
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

async function parseJson(path: string, name: string, content: string): Promise<Contents> {
  const { parseTree, getNodeValue, findNodeAtLocation, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  const commentsAllowed = path.endsWith('c');
  const tree = parseTree(content.replace(/^\uFEFF/, ' '), errors, {
    allowTrailingComma: commentsAllowed,
    disallowComments: !commentsAllowed,
  });
  const lineAt = (offset: number) => content.slice(0, offset).split('\n').length;
  const first = errors[0];
  if (first || !tree) {
    const line = lineAt(first?.offset ?? 0);
    const what = first
      ? printParseErrorCode(first.error)
          .replace(/([a-z])([A-Z])/g, '$1 $2')
          .toLowerCase()
      : 'nothing in it';
    throw configError(path, `${name} is not valid JSON: line ${line}, ${what}`, line);
  }
  const lineOf: LineOf = (keys) => {
    for (let depth = keys.length; depth > 0; depth -= 1) {
      const node = findNodeAtLocation(tree, keys.slice(0, depth));
      if (node) return lineAt(node.offset);
    }
    return undefined;
  };
  return { value: getNodeValue(tree), lineOf };
}

function parseYaml(path: string, name: string, content: string): Contents {
  const lines = new LineCounter();
  const yaml = parseDocument(content, { lineCounter: lines });
  const first = yaml.errors[0];
  if (first) {
    const what = first.message.split('\n')[0]?.replace(/:$/, '');
    throw configError(path, `${name} is not valid YAML: ${what}`, first.linePos?.[0].line, first);
  }
  const lineOf: LineOf = (keys) => {
    for (let depth = keys.length; depth > 0; depth -= 1) {
      const node = yaml.getIn(keys.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  try {
    return { value: yaml.toJS({ maxAliasCount: 20 }), lineOf };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw configError(path, `${name} is not valid YAML: ${why}`, undefined, cause);
  }
}

/** A path as a person in `cwd` would write it. */
export function shortest(cwd: string, path: string): string {
  const local = relative(cwd, path);
  return local === '' || local.startsWith('..') ? path : local;
}
