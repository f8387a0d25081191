import type { NarrativeMessage } from '@narrative-lint/core';
import { quoteOf } from '../compare/quote.ts';
import { isFailed, type LintedDraft, type Outcome } from '../run.ts';
import { VERSION } from '../version.ts';
import type { Format } from './formats.ts';
import { indentedJson } from './text.ts';

/**
 * The report for programs. Offsets are UTF-16 code units into the decoded file, or into the extracted text
 * of a .docx or .pdf; lines and columns start at 1. A draft that could not be read has `error` in place of
 * everything but its path. `silenced` and `dismissed` count findings that are left out, where there are any.
 * `quote` holds the words a finding points to and those around them. Where the draft was compared with an
 * earlier one, `since` says of each finding whether it is new, and `solved` lists those that are gone.
 */
export const json: Format<string> = {
  piece: (outcome) => indentedJson(fileOf(outcome), 4),
  begin() {
    let text = `{\n  "version": ${JSON.stringify(VERSION)},\n  "files": [`;
    let close = ']';
    return {
      add(piece) {
        const added = `${text}\n${piece}`;
        text = ',';
        close = '\n  ]';
        return added;
      },
      end({ files, errors, warnings, suggestions }) {
        const summary = indentedJson({ files, errors, warnings, suggestions }, 2).trimStart();
        const head = close === ']' ? text : '';
        return `${head}${close},\n  "summary": ${summary}\n}\n`;
      },
    };
  },
};

/** One draft as programs read it. */
export function fileOf(outcome: Outcome) {
  return isFailed(outcome) ? { path: outcome.path, error: outcome.problems.join('; ') } : draftOf(outcome);
}

function draftOf({ path, result, comparison }: LintedDraft) {
  const { counts, kind, narrative } = result;
  return {
    path,
    kind,
    words: counts.words,
    characters: counts.characters,
    characterLimit: counts.characterLimit ?? null,
    ...(result.silenced.length > 0 ? { silenced: result.silenced.length } : {}),
    ...(result.dismissed.length > 0 ? { dismissed: result.dismissed.length } : {}),
    messages: result.messages.map((message) => ({
      ...messageOf(message, result.document.source),
      ...(comparison ? { since: comparison.stateOf(message) } : {}),
    })),
    ...(comparison ? { earlier: comparison.earlier, solved: comparison.solved } : {}),
    narrative: {
      segments: narrative.segments.map(({ role, start, end, words }) => ({ role, start, end, words })),
      space: narrative.space,
    },
  };
}

function messageOf(message: NarrativeMessage, source: string) {
  const { ruleId, severity, reason, note, url, scope, place, fix, range } = message;
  const points = place && 'start' in place ? { start: pointOf(place.start), end: pointOf(place.end) } : {};
  return {
    ruleId,
    severity,
    message: reason,
    note,
    url,
    scope,
    ...points,
    ...(range ? { quote: quoteOf(source, range) } : {}),
    ...(fix ? { fix: { start: fix.start, end: fix.end, text: fix.text } } : {}),
  };
}

function pointOf({ line, column, offset }: { line: number; column: number; offset?: number | undefined }) {
  return { line, column, offset };
}
