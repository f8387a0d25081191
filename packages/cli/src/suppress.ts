import { relative } from 'node:path';
import {
  type DismissableFinding,
  fingerprint,
  readSuppressions,
  type SuppressionList,
} from '@narrative-lint/config';
import type { NarrativeMessage } from '@narrative-lint/core';
import { count, oneLine } from './format/text.ts';
import type { Io } from './io.ts';
import type { LintedDraft } from './run.ts';

/** Findings of one draft for the list of dismissed ones that it belongs to. */
export interface Dismissal {
  readonly path: string;
  /** The list; absolute. */
  readonly file: string;
  readonly findings: readonly DismissableFinding[];
}

/** Dismisses all these findings, for a baseline. */
export async function dismissAll(dismissals: readonly Dismissal[], io: Io): Promise<void> {
  for (const { list, drafts } of byList(dismissals, io)) {
    const added = drafts.reduce((sum, { path, findings }) => sum + list.add(path, findings), 0);
    if (added > 0) await list.write();
    say(`${count(added, 'finding')} dismissed in ${relative(io.cwd, list.file)}`, io);
  }
}

/** Forgets dismissed findings that the drafts do not have any more. */
export async function prune(dismissals: readonly Dismissal[], io: Io): Promise<void> {
  for (const { list, drafts } of byList(dismissals, io)) {
    const removed = list.prune(new Map(drafts.map(({ path, findings }) => [path, findings])));
    if (removed > 0) await list.write();
    say(`${count(removed, 'dismissed finding')} forgotten in ${relative(io.cwd, list.file)}`, io);
  }
}

function byList(dismissals: readonly Dismissal[], io: Io) {
  const files = new Map<string, Dismissal[]>();
  for (const one of dismissals) {
    const same = files.get(one.file);
    if (same) same.push(one);
    else files.set(one.file, [one]);
  }
  return [...files].map(([file, drafts]) => ({ list: readSuppressions(file, io.cwd), drafts }));
}

/** Adds findings of a draft to its list, which is not written yet. */
export function dismiss(
  { path, config, result }: LintedDraft,
  messages: readonly NarrativeMessage[],
): { readonly list: SuppressionList; readonly added: number } {
  const { list } = config.suppressions;
  const added = list.add(
    path,
    messages.map((message) => fingerprint(message, result.document)),
  );
  return { list, added };
}

function say(line: string, io: Io): void {
  io.err.write(`narrative-lint: ${oneLine(line)}\n`);
}
