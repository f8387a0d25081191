import type * as v from 'valibot';
import { SETBACK_KINDS } from '../narrative/types.ts';
import { residencyBefore } from './fellowships.ts';
import { suggest } from './nearest.ts';
import { PRESETS } from './presets.ts';
import { SPECIALTIES } from './specialties.ts';

/** The parts of a valibot schema that lead from a value to the names valid in it. */
interface SchemaNode {
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly wrapped?: SchemaNode;
  readonly item?: SchemaNode;
  readonly items?: readonly SchemaNode[];
  readonly options?: readonly unknown[];
  readonly pipe?: readonly SchemaNode[];
  readonly getter?: (input: unknown) => SchemaNode;
}

type Path = readonly (string | number)[];

/** The keys that lead to the value an issue is about. */
export function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** Says on one line what is wrong with a value, with the nearest valid name where a name is wrong. */
export function explainIssue(schema: unknown, value: unknown, issue: v.BaseIssue<unknown>): string {
  // Keys are quoted as they stand, and may hold line breaks.
  return explanation(schema, value, issue).replace(/\s+/g, ' ');
}

function explanation(schema: unknown, value: unknown, issue: v.BaseIssue<unknown>): string {
  const path = pathOf(issue);
  const key = path.at(-1);
  const where = formatPath(path);
  if (issue.type === 'strict_object' && issue.expected === 'never' && key !== undefined) {
    const parent = path.slice(0, -1);
    const names = Object.keys(nodeAt(schema as SchemaNode, value, parent).entries ?? {});
    const inside = parent.length > 0 ? ` in ${formatPath(parent)}` : '';
    const lifted = liftedFrom(issue.path?.at(-1)?.value, names);
    const hint =
      lifted.length > 0
        ? ` Write ${listed(lifted)} one level up, without "${key}".`
        : suggest(
            String(key),
            names.filter((name) => name !== '$schema'),
          );
    return `unknown ${nameOfKeys(parent)} "${key}"${inside}.${hint}`;
  }
  const isObject = issue.type === 'strict_object' || issue.type === 'loose_object' || issue.type === 'record';
  if (isObject && issue.received === 'undefined') return `${where} is missing.`;
  if (isObject) return `${where || 'the file'} must hold names with values.`;
  if (issue.message === 'preset') {
    const given = textOf(issue.input);
    return `${where}: "${given}" is neither a preset nor a path.${suggest(given, PRESETS)}`;
  }
  if (issue.message === 'specialty') {
    const given = textOf(issue.input);
    const residency = residencyBefore(given);
    if (residency !== undefined)
      return `${where}: "${given}" is trained in after a residency; name the ${residency}.`;
    return `${where}: "${given}" is not a known specialty.${suggest(
      given,
      SPECIALTIES.flatMap(({ id, name, aliases }) => [id, name, ...aliases]),
    )}`;
  }
  if (issue.type === 'picklist') {
    const valid = picksOf(nodeAt(schema as SchemaNode, value, path));
    if (issue.input === undefined) return `${where} is missing.`;
    const names = valid.length > 0 ? valid : SETBACK_KINDS;
    return `${where}: ${show(issue.input)} is not known here.${suggest(textOf(issue.input), names)}`;
  }
  return `${where}: ${show(issue.input)} ${issue.message}.`;
}

/** Keys that belong where the unknown key stands: labelled drafts and calls of the engine have a `profile` around them. */
function liftedFrom(held: unknown, names: readonly string[]): string[] {
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return [];
  return Object.keys(held).filter((key) => names.includes(key));
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}` : quoted.join('');
}

function nameOfKeys(parent: Path): string {
  const [first, ...rest] = parent[0] === 'overrides' ? parent.slice(2) : parent;
  if (rest.length > 0) return first === 'rules' ? 'option' : 'key';
  return { rules: 'rule', limits: 'kind', scores: 'exam' }[String(first)] ?? 'key';
}

function formatPath(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${textOf(value)}"` : textOf(value);
}

/** Any value as short text on one line. */
function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (written(value) ?? typeof value);
  // A character of two halves is not cut between them.
  return text
    .replace(/\s+/g, ' ')
    .slice(0, 60)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** An object may hold what makes this fail: a number too large for JSON, itself, a `toJSON` that throws. */
function written(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function nodeAt(root: SchemaNode, value: unknown, path: Path): SchemaNode {
  let node = open(root, value);
  let at = value;
  for (const key of path) {
    at = (at as Readonly<Record<string | number, unknown>> | undefined)?.[key];
    const next = typeof key === 'number' ? (node.items?.[key] ?? node.item) : node.entries?.[key];
    if (!next) return {};
    node = open(next, at);
  }
  return node;
}

function open(node: SchemaNode, value: unknown): SchemaNode {
  let open = node;
  while (open.wrapped ?? open.getter) open = open.wrapped ?? open.getter?.(value) ?? {};
  return open;
}

function picksOf(node: SchemaNode): string[] {
  const picks = node.options ?? node.pipe?.find((part) => part.options)?.options ?? [];
  return picks.filter((pick) => typeof pick === 'string');
}
