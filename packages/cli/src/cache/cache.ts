import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type AnyRule, rules } from '@narrative-lint/core';
import type { ReadTarget } from '../run.ts';
import { BUILD } from '../version.ts';
import type { Order, Task } from '../work/types.ts';
import { entryFile, touch } from './folder.ts';
import { type Coded, ownTexts, type Places, placesIn } from './places.ts';

/** What was made of drafts in earlier runs. */
export interface Cache {
  /**
   * Gives what was made of this very draft under the same settings, or makes it and keeps it.
   *
   * @param make - With whether it is worth keeping.
   */
  through(
    read: ReadTarget,
    task: Task,
    make: () => Promise<{ readonly made: unknown; readonly keep: boolean }>,
  ): Promise<{ readonly made: unknown; readonly note?: string }>;
}

/** An entry: the result as JSON, by where its words stand in the draft, with a hash by which damage shows. */
interface Entry {
  readonly check: string;
  readonly parts: Coded;
}

/** @param folder - Absolute; it is there. */
export function cacheIn(folder: string, order: Order): Cache {
  const builtIn = new Set<AnyRule>(rules);
  const own = ownTexts(rules.map(({ meta }) => JSON.stringify(meta)));
  return {
    async through(read, task, make) {
      if (read.config.ruleSet.some((rule) => !builtIn.has(rule))) {
        const note =
          'drafts with rules of plugins are linted anew each time; --cache cannot see when such a rule changes';
        return { made: (await make()).made, note };
      }
      const file = entryFile(folder, keyOf(order, read, task));
      const places = placesIn(own, secretsOf(order, read, task));
      const found = await find(file, places);
      if (found.made !== undefined) {
        await touch(file);
        return { made: found.made };
      }
      const { made, keep } = await make();
      const fault = keep ? await write(file, JSON.stringify(made), places) : undefined;
      const note =
        fault !== undefined
          ? `the cache in ${folder} could not be written (${fault}); every draft was linted all the same`
          : found.isBroken
            ? `something in the cache ${folder} is damaged and was not used; it was made anew`
            : undefined;
      return { made, ...(note === undefined ? {} : { note }) };
    },
  };
}

/** Everything that a result depends on. Configurations that are programs count by what they gave in this run. */
function keyOf(
  { work, settings, details, cwd }: Order,
  { path, draft, config }: ReadTarget,
  task: Task,
): string {
  const { debug: _, configFile: __, timeLimit: ___, sizeLimit: ____, ...call } = settings;
  const { text, format, container, encoding } = draft;
  const dismissed = config.suppressions.isEmpty ? '' : config.suppressions.list.digest();
  const parts = [BUILD, work, call, details, cwd, task.settings, task.extra, path, config.config, dismissed];
  return hashOf(JSON.stringify([...parts, format, container, encoding, text]));
}

/** What an entry must not hold: the draft, its name, and what is known of who wrote it. */
function secretsOf({ settings }: Order, { path, draft, config }: ReadTarget, { settings: own, extra }: Task) {
  const known = [settings.profile, config.config.profile, own, extra].map(
    (value) => JSON.stringify(value) ?? '',
  );
  return [draft.text, path, encodeURI(path), ...known];
}

async function find(file: string, places: Places): Promise<{ made?: unknown; isBroken: boolean }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { isBroken: false };
  }
  try {
    const { check, parts } = JSON.parse(text) as Entry;
    const json = places.decode(parts);
    if (json !== undefined && hashOf(json) === check) return { made: JSON.parse(json), isBroken: false };
  } catch {
    // Damaged, as below.
  }
  return { isBroken: true };
}

/** @returns Why it could not be written. */
async function write(file: string, json: string, places: Places): Promise<unknown> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const entry: Entry = { check: hashOf(json), parts: places.encode(json) };
  try {
    // It can be lost with the power; it is made anew.
    await writeFileAtomic(file, JSON.stringify(entry), { mode: 0o600, fsync: false });
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
