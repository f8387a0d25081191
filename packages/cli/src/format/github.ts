import type { NarrativeMessage, Severity } from '@narrative-lint/core';
import { isFailed, type LintedDraft, type Outcome } from '../run.ts';
import type { Format } from './formats.ts';
import { isPaged, placeOf } from './place.ts';
import { oneLine } from './text.ts';

/** GitHub's names of the levels of an annotation. */
const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'notice',
};

/**
 * The report as workflow commands, which GitHub Actions shows beside the lines of a draft.
 * Source of the form: docs.github.com, Workflow commands for GitHub Actions.
 */
export const github: Format<string> = {
  piece: (outcome) =>
    commandsOf(outcome)
      .map((line) => `${line}\n`)
      .join(''),
  begin: () => ({ add: (piece) => piece, end: () => '' }),
};

function commandsOf(outcome: Outcome): string[] {
  return isFailed(outcome)
    ? outcome.problems.map((problem) => command('error', { file: outcome.path }, oneLine(problem)))
    : outcome.result.messages.map((message) => annotation(message, outcome));
}

function annotation(message: NarrativeMessage, { path, result, draft }: LintedDraft): string {
  const { place, range, severity, ruleId, reason, ask } = message;
  const paged = isPaged(draft.container);
  const lines =
    place && 'start' in place && !paged
      ? {
          line: place.start.line,
          endLine: place.end.line,
          // GitHub takes columns within one line only.
          ...(place.start.line === place.end.line
            ? { col: place.start.column, endColumn: place.end.column }
            : {}),
        }
      : {};
  const where = range && paged ? `${placeOf(range, result, draft.container)}: ` : '';
  const properties = { file: path, ...lines, title: `narrative-lint: ${ruleId ?? ''}` };
  return command(COMMAND[severity], properties, `${where}${oneLine(reason)} ${oneLine(ask)}`);
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escaped(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`,
  );
  return `::${name} ${list.join(',')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
