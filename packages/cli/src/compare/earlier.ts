import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { SEVERITIES } from '@narrative-lint/core';
import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import type { EarlierDraft, KnownFinding } from './comparison.ts';

const quote = v.object({ prefix: v.string(), exact: v.string(), suffix: v.string() });
const reportSchema = v.object({
  version: v.string(),
  files: v.array(
    v.object({
      path: v.string(),
      error: v.optional(v.string()),
      messages: v.optional(
        v.array(
          v.object({
            ruleId: v.string(),
            severity: v.picklist(SEVERITIES),
            message: v.string(),
            scope: v.picklist(['range', 'document']),
            quote: v.optional(quote),
          }),
        ),
      ),
    }),
  ),
});

/** The drafts of an earlier report. */
export interface EarlierReport {
  /** As the user named it. */
  readonly name: string;
  /**
   * The earlier version of a draft: the one at the same path, else the only one of the same file name.
   *
   * @returns `undefined` where the report has none.
   */
  find(path: string): EarlierDraft | undefined;
}

/**
 * Reads a report that `--format json` wrote.
 *
 * @throws {UsageError} where there is none, or it is something else.
 */
export async function readEarlierReport(name: string, cwd: string): Promise<EarlierReport> {
  const drafts = parse(await read(name, cwd), name);
  const byPath = new Map(drafts.map((draft) => [resolve(cwd, draft.path), draft]));
  return {
    name,
    find(path) {
      const same = byPath.get(resolve(cwd, path));
      if (same) return same;
      const namesakes = drafts.filter((draft) => basename(draft.path) === basename(path));
      return namesakes.length === 1 ? namesakes[0] : undefined;
    },
  };
}

async function read(name: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, name), 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const what = code === 'ENOENT' ? 'does not exist' : `could not be read (${code ?? cause})`;
    throw new UsageError(`${name} ${what}; --since needs a report that --format json --output FILE wrote`, {
      cause,
    });
  }
}

function parse(text: string, name: string): EarlierDraft[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(
      `${name} is not JSON; --since needs a report that --format json --output FILE wrote`,
      { cause },
    );
  }
  const { success, output } = v.safeParse(reportSchema, value);
  if (!success)
    throw new UsageError(
      `${name} is not a report of narrative-lint; --since needs one that --format json --output FILE wrote`,
    );
  return output.files.flatMap(({ path, messages }) =>
    messages ? [{ path, findings: messages.map(knownOf) }] : [],
  );
}

function knownOf({
  quote,
  ...finding
}: Omit<KnownFinding, 'quote'> & { readonly quote?: KnownFinding['quote'] | undefined }): KnownFinding {
  return { ...finding, ...(quote ? { quote } : {}) };
}
