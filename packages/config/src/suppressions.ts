import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { configError } from './errors.ts';
import { WHOLE_DRAFT } from './fingerprint.ts';
import { shortest } from './read.ts';
import type { DismissableFinding, Suppressions } from './types.ts';

const VERSION = 1;
/** Draft, by its path from the list, to rule, to hashes. It holds no word of a draft. */
type Entries = Record<string, Record<string, string[]>>;

/** A list of dismissed findings: what `narrative-lint.suppressions.json` holds. */
export interface SuppressionList {
  readonly file: string;
  /** Those of one draft. A hash counts in every draft of the list, so that copies and new names keep it. */
  of(draft: string): Suppressions;
  /** Dismisses findings of a draft; gives how many are new. */
  add(draft: string, findings: readonly DismissableFinding[]): number;
  /**
   * Takes out what silences nothing any more.
   *
   * @param found - All findings of each draft that was linted, by its path.
   * @returns How many were taken out. Drafts that are there and were not linted keep theirs.
   */
  prune(found: ReadonlyMap<string, readonly DismissableFinding[]>): number;
  /** A hash of all that it holds: the same for the same list. */
  digest(): string;
  /** Writes the list in one step. */
  write(): Promise<void>;
}

/**
 * Reads a list of dismissed findings; a missing file is an empty list.
 *
 * @throws {ConfigError} where it is not such a list.
 */
export function readSuppressions(file: string, cwd: string): SuppressionList {
  const entries = readEntries(file, cwd);
  const keyOf = (draft: string) => relative(dirname(file), resolve(cwd, draft)).replaceAll(sep, '/');
  const everywhere = () =>
    new Set(
      Object.values(entries).flatMap((rules) =>
        Object.entries(rules).flatMap(([rule, hashes]) => hashes.map((hash) => `${rule} ${hash}`)),
      ),
    );
  let known = everywhere();
  let digest: string | undefined;
  const list: SuppressionList = {
    file,
    of(draft) {
      const key = keyOf(draft);
      return {
        file,
        list,
        has: ({ ruleId, hash }) =>
          hash === WHOLE_DRAFT
            ? (entries[key]?.[ruleId]?.includes(hash) ?? false)
            : known.has(`${ruleId} ${hash}`),
        get isEmpty() {
          return known.size === 0;
        },
      };
    },
    add(draft, findings) {
      const key = keyOf(draft);
      const rules = entries[key] ?? {};
      let added = 0;
      for (const { ruleId, hash } of findings) {
        const hashes = rules[ruleId] ?? [];
        if (hashes.includes(hash)) continue;
        rules[ruleId] = [...hashes, hash].sort();
        added += 1;
      }
      if (added > 0) entries[key] = rules;
      known = everywhere();
      digest = undefined;
      return added;
    },
    prune(found) {
      const present = new Set(
        [...found].flatMap(([draft, findings]) =>
          findings.map(
            ({ ruleId, hash }) => `${hash === WHOLE_DRAFT ? `${keyOf(draft)} ` : ''}${ruleId} ${hash}`,
          ),
        ),
      );
      let removed = 0;
      const linted = new Set([...found.keys()].map(keyOf));
      for (const key of Object.keys(entries)) {
        if (!linted.has(key) && existsSync(resolve(dirname(file), key))) continue;
        const rules = entries[key];
        if (!rules) continue;
        for (const [rule, hashes] of Object.entries(rules)) {
          const kept = hashes.filter((hash) =>
            present.has(`${hash === WHOLE_DRAFT ? `${key} ` : ''}${rule} ${hash}`),
          );
          removed += hashes.length - kept.length;
          if (kept.length > 0) rules[rule] = kept;
          else delete rules[rule];
        }
        if (Object.keys(rules).length === 0) delete entries[key];
      }
      known = everywhere();
      digest = undefined;
      return removed;
    },
    digest() {
      // Loaded here, as for fingerprints.
      const { createHash } = process.getBuiltinModule('node:crypto');
      digest ??= createHash('sha256').update(JSON.stringify(entries)).digest('hex');
      return digest;
    },
    async write() {
      const { default: writeFileAtomic } = await import('write-file-atomic');
      const sorted = (record: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
      const dismissed = sorted(
        Object.fromEntries(Object.entries(entries).map(([draft, rules]) => [draft, sorted(rules)])),
      );
      try {
        await writeFileAtomic(file, `${JSON.stringify({ version: VERSION, dismissed }, null, 2)}\n`);
      } catch (cause) {
        throw configError(file, `${shortest(cwd, file)} could not be written`, undefined, cause);
      }
    },
  };
  return list;
}

function readEntries(file: string, cwd: string): Entries {
  const name = shortest(cwd, file);
  const wrong = (what: string, cause?: unknown) =>
    configError(file, `${name} ${what}; restore it, or delete it to start anew`, undefined, cause);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw wrong('could not be read', cause);
  }
  let value: { readonly version?: unknown; readonly dismissed?: unknown } | null;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw wrong('is not valid JSON', cause);
  }
  if (value?.version !== VERSION) throw wrong(`is not a list of dismissed findings of version ${VERSION}`);
  const { dismissed } = value;
  const isEntries =
    isRecord(dismissed) &&
    Object.values(dismissed).every(
      (rules) =>
        isRecord(rules) &&
        Object.values(rules).every(
          (hashes) => Array.isArray(hashes) && hashes.every((hash) => typeof hash === 'string'),
        ),
    );
  if (!isEntries) throw wrong(`is not a list of dismissed findings such as ${basename(file)} holds`);
  return dismissed as Entries;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
