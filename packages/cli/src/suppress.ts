import { relative } from 'node:path';
import { type DraftResult, fingerprint, type SuppressionList } from '@narrative-lint/config';
import type { NarrativeMessage } from '@narrative-lint/core';
import { count, oneLine } from './format/text.ts';
import type { Io } from './io.ts';
import { isFailed, type LintedDraft, type Outcome } from './run.ts';

/** Dismisses every finding of drafts, for a baseline; the report then has none of them. */
export async function dismissAll(outcomes: Outcome[], io: Io): Promise<void> {
  const lists = new Map<SuppressionList, number>();
  for (const [at, outcome] of outcomes.entries()) {
    if (isFailed(outcome)) continue;
    const { list, added } = dismiss(outcome, outcome.result.messages);
    lists.set(list, (lists.get(list) ?? 0) + added);
    outcomes[at] = { ...outcome, result: without(outcome.result, outcome.result.messages) };
  }
  for (const [list, added] of lists) {
    if (added > 0) await list.write();
    say(`${count(added, 'finding')} dismissed in ${relative(io.cwd, list.file)}`, io);
  }
}

/** Forgets dismissed findings that the drafts do not have any more. */
export async function prune(outcomes: readonly Outcome[], io: Io): Promise<void> {
  const lists = new Map<SuppressionList, LintedDraft[]>();
  for (const outcome of outcomes) {
    if (isFailed(outcome)) continue;
    const { list } = outcome.config.suppressions;
    lists.set(list, [...(lists.get(list) ?? []), outcome]);
  }
  for (const [list, drafts] of lists) {
    const found = drafts.map(({ path, result }) => {
      const all = [...result.messages, ...result.dismissed];
      return [path, all.map((message) => fingerprint(message, result.document))] as const;
    });
    const removed = list.prune(new Map(found));
    if (removed > 0) await list.write();
    say(`${count(removed, 'dismissed finding')} forgotten in ${relative(io.cwd, list.file)}`, io);
  }
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

function without(result: DraftResult, messages: readonly NarrativeMessage[]): DraftResult {
  return {
    ...result,
    messages: result.messages.filter((message) => !messages.includes(message)),
    dismissed: [...result.dismissed, ...messages],
  };
}

function say(line: string, io: Io): void {
  io.err.write(`narrative-lint: ${oneLine(line)}\n`);
}
