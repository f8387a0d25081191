import { type LineOf, nestsTooDeeply } from '@narrative-lint/core';
import type { ParseError } from 'jsonc-parser';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { type ConfigError, configError } from './errors.ts';

/** The contents of a configuration file, and how to find a line in it. */
export interface Contents {
  readonly value: unknown;
  readonly lineOf?: LineOf;
}

const ENDINGS = '.json, .jsonc, .yaml, .yml, .js or .ts';

/** Whether a file is one of those that are read as data, by its name. */
export function isData(path: string): boolean {
  return /\.(?:jsonc?|ya?ml)$/i.test(path);
}

export function notAKind(path: string, name: string): ConfigError {
  return configError(path, `${name} is not a kind of configuration file; use ${ENDINGS}`);
}

/**
 * Parses the text of a configuration file that only holds data.
 *
 * @param path - The file, for its kind and for what is thrown.
 * @param name - The file, in what is said.
 * @throws {ConfigError} where it cannot be parsed.
 */
export async function parseContents(path: string, name: string, text: string): Promise<Contents> {
  if (isData(path) && nestsTooDeeply(text))
    throw configError(path, `${name} nests more than 100 levels deep; write it flat`);
  if (/\.jsonc?$/i.test(path)) return parseJson(path, name, text);
  if (/\.ya?ml$/i.test(path)) return parseYaml(path, name, text);
  throw notAKind(path, name);
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
