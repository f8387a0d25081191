import type { NarrativeMessage } from '@narrative-lint/core';
import { isFailed, type LintedDraft, type Outcome } from '../run.ts';
import { VERSION } from '../version.ts';
import { tally } from './tally.ts';

/**
 * The report for programs. Offsets are UTF-16 code units into the decoded file, or into the extracted text
 * of a .docx or .pdf; lines and columns start at 1. A draft that could not be read has `error` in place of
 * everything but its path. `silenced` and `dismissed` count findings that are left out, where there are any.
 */
export function formatJson(outcomes: readonly Outcome[]): string {
  const files = outcomes.map((outcome) =>
    isFailed(outcome) ? { path: outcome.path, error: outcome.problems.join('; ') } : fileOf(outcome),
  );
  return `${JSON.stringify({ version: VERSION, files, summary: tally(outcomes) }, null, 2)}\n`;
}

function fileOf({ path, result }: LintedDraft) {
  const { counts, kind, narrative } = result;
  return {
    path,
    kind,
    words: counts.words,
    characters: counts.characters,
    characterLimit: counts.characterLimit ?? null,
    ...(result.silenced.length > 0 ? { silenced: result.silenced.length } : {}),
    ...(result.dismissed.length > 0 ? { dismissed: result.dismissed.length } : {}),
    messages: result.messages.map((message) => messageOf(message)),
    narrative: {
      segments: narrative.segments.map(({ role, start, end, words }) => ({ role, start, end, words })),
      space: narrative.space,
    },
  };
}

function messageOf(message: NarrativeMessage) {
  const { ruleId, severity, reason, note, url, scope, place, fix } = message;
  const range = place && 'start' in place ? { start: pointOf(place.start), end: pointOf(place.end) } : {};
  return {
    ruleId,
    severity,
    message: reason,
    note,
    url,
    scope,
    ...range,
    ...(fix ? { fix: { start: fix.start, end: fix.end, text: fix.text } } : {}),
  };
}

function pointOf({ line, column, offset }: { line: number; column: number; offset?: number | undefined }) {
  return { line, column, offset };
}
