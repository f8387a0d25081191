import { URI } from 'vscode-uri';
import {
  CHECK,
  DISMISS_COMMAND,
  EXPLAIN,
  EXPLAIN_COMMAND,
  OUTLINE,
  ROLES_OF,
  SET_FRONT_MATTER,
  STATUS,
} from './protocol.ts';

/** Says whether a value is of a shape. */
type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const whole: Shape = (value) => Number.isInteger(value);
const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || value === null || shape(value);
const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
const oneOf =
  (...names: readonly string[]): Shape =>
  (value) =>
    names.includes(value as string);
/** An object with these keys; others are not looked at. */
const object =
  (keys: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(keys).every(([key, shape]) => shape((value as Readonly<Record<string, unknown>>)[key]));

const uri: Shape = (value) => {
  if (typeof value !== 'string') return false;
  try {
    URI.parse(value);
    return true;
  } catch {
    return false;
  }
};
const position = object({ line: whole, character: whole });
const range = object({ start: position, end: position });
const textDocument = object({ uri });
const ofDocument = object({ textDocument });
const atPosition = object({ textDocument, position });
const ofUri = object({ uri });

const command: Shape = (value) => {
  if (!object({ command: text, arguments: optional(list(() => true)) })(value)) return false;
  const given = value as { readonly command: string; readonly arguments?: readonly unknown[] };
  if (given.command === EXPLAIN_COMMAND) return text(given.arguments?.[0]);
  if (given.command === DISMISS_COMMAND) return object({ uri, rule: text, hash: text })(given.arguments?.[0]);
  return true;
};

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['initialize', object({ capabilities: object({}) })],
  ['textDocument/didOpen', object({ textDocument: object({ uri, languageId: text, version: whole, text }) })],
  [
    'textDocument/didChange',
    object({
      textDocument: object({ uri, version: whole }),
      contentChanges: list(object({ text, range: optional(range) })),
    }),
  ],
  ['textDocument/didClose', ofDocument],
  ['textDocument/didSave', ofDocument],
  ['workspace/didChangeConfiguration', object({})],
  ['workspace/didChangeWatchedFiles', object({})],
  [
    'textDocument/codeAction',
    object({ textDocument, range, context: object({ only: optional(list(text)) }) }),
  ],
  ['textDocument/hover', atPosition],
  ['textDocument/completion', atPosition],
  ['textDocument/inlayHint', object({ textDocument, range })],
  ['textDocument/documentSymbol', ofDocument],
  ['textDocument/codeLens', ofDocument],
  ['textDocument/semanticTokens/full', ofDocument],
  ['textDocument/diagnostic', ofDocument],
  ['workspace/executeCommand', command],
  [STATUS, ofUri],
  [ROLES_OF, ofUri],
  [OUTLINE, ofUri],
  [CHECK, object({ uri, check: oneOf('always', 'never', 'by-rules') })],
  [EXPLAIN, object({ rule: text })],
  [SET_FRONT_MATTER, object({ uri, key: oneOf('kind', 'specialty'), value: text })],
]);

/** Whether the parameters of a message are as its method has them; what is not known here is for others to say. */
export function fits(method: string, params: unknown): boolean {
  return SHAPES.get(method)?.(params) ?? true;
}
