import { SETBACK_KINDS } from '../narrative/types.ts';
import { KINDS } from './kinds.ts';
import { FREE_KEYS, frontMatterSchema } from './schema.ts';
import { SPECIALTIES } from './specialties.ts';

/** What may stand at a place of front matter. */
export interface FrontMatterNames {
  /** Names of keys; empty where a value stands. */
  readonly keys: readonly string[];
  /** Names of values; empty where any value may stand. */
  readonly values: readonly string[];
}

/** The parts of a valibot schema that lead to the names valid in it. */
interface SchemaNode {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly wrapped?: SchemaNode;
  readonly item?: SchemaNode;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly SchemaNode[];
}

const NONE: FrontMatterNames = { keys: [], values: [] };

/**
 * The names that the schema of front matter knows at a place, for editors to offer.
 *
 * @param path - The keys that lead there; entries of a list count as one key, of any name or number.
 */
export function frontMatterNames(path: readonly (string | number)[]): FrontMatterNames {
  let node: SchemaNode | undefined = frontMatterSchema as unknown as SchemaNode;
  for (const key of path) {
    const open = unwrapped(node);
    node = open?.item ?? open?.entries?.[key];
    if (!node) return NONE;
  }
  const open = unwrapped(node);
  if (path.at(-1) === 'specialty') return { keys: [], values: SPECIALTIES.map(({ id }) => id) };
  if (open?.entries) {
    const free: readonly string[] = path.length === 0 ? FREE_KEYS : [];
    return { keys: Object.keys(open.entries).filter((key) => !free.includes(key)), values: [] };
  }
  return { keys: [], values: valuesOf(open, path) };
}

function unwrapped(node: SchemaNode | undefined): SchemaNode | undefined {
  let open = node;
  while (open?.wrapped) open = open.wrapped;
  return open;
}

function valuesOf(node: SchemaNode | undefined, path: readonly (string | number)[]): readonly string[] {
  const parts = [node, ...(node?.pipe ?? [])];
  const picks = parts.find((part) => part?.options)?.options;
  if (picks) return picks.filter((pick): pick is string => typeof pick === 'string');
  if (parts.some((part) => part?.type === 'boolean')) return ['true', 'false'];
  if (path.at(-1) === 'kind') return KINDS;
  return path.at(-1) === 'what' ? SETBACK_KINDS : [];
}
