import { visible } from '@narrative-lint/core';
import { isFailed, type LintedDraft } from '../run.ts';
import { formatComparison } from './comparison.ts';
import type { Figures } from './figures.ts';
import { formatFindings } from './finding.ts';
import type { Format } from './formats.ts';
import { spaceBar } from './space-bar.ts';
import { count, spaced, thousands, wrap } from './text.ts';
import type { Theme } from './theme.ts';

const INDENT = 2;

/** The report for people: each draft with its space and its findings, then one line that sums up. */
export const pretty: Format<string> = {
  piece: (outcome, { theme }) => (isFailed(outcome) ? '' : formatDraft(outcome, theme)),
  begin: ({ theme }) => ({
    // Each piece is whole lines, so that a line of progress can follow it.
    add: (piece) => (piece === '' ? '' : `\n${piece}\n`),
    end: (figures) => (figures.files === figures.unread ? '' : `\n${summary(figures, theme)}\n`),
  }),
};

function formatDraft(linted: LintedDraft, theme: Theme): string {
  const { result, path } = linted;
  const indent = ' '.repeat(INDENT);
  const lines = [
    `${indent}${theme.bold(visible(path))}`,
    `${indent}${theme.dim(wrap(facts(linted), theme.width, INDENT))}`,
    '',
    ...spaceBar(result.narrative, theme, INDENT).map((line) => indent + line),
  ];
  if (result.messages.length === 0) {
    lines.push('', indent + theme.good(wrap(encouragement(linted), theme.width, INDENT)));
  }
  if (linted.comparison) return [...lines, ...formatComparison(linted, linted.comparison, theme)].join('\n');
  return [...lines, ...formatFindings(result.messages, linted, theme)].join('\n');
}

function facts({ result: { counts, kind } }: LintedDraft): string {
  const { words, characters, characterLimit } = counts;
  const length =
    characterLimit === undefined
      ? count(characters, 'character')
      : `${thousands(characters)} of ${count(characterLimit, 'character')}`;
  return [spaced(kind), count(words, 'word'), length].join(', ');
}

function encouragement({ result: { narrative, silenced, dismissed } }: LintedDraft): string {
  if (silenced.length + dismissed.length > 0) return 'Nothing to object to beyond what you settled yourself.';
  return narrative.arcs.length > 0
    ? 'Nothing to object to: you say what happened, what you changed and how it shows, and that takes courage.'
    : 'Nothing to object to. No setback of yours was found in it; if it tells one, a hurried reader may miss it, too.';
}

function summary(figures: Figures, theme: Theme): string {
  const { files, unread, errors, warnings, suggestions, corrected, correctable, quiet } = figures;
  const parts = [
    ...(errors > 0 ? [theme.severity.error(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [theme.severity.warning(count(warnings, 'warning'))] : []),
    ...(suggestions > 0 ? [theme.severity.suggestion(count(suggestions, 'suggestion'))] : []),
  ];
  const found = parts.length > 0 ? parts.join(', ') : theme.good('no findings');
  return [
    `  ${theme.bold('In all:')} ${found} in ${count(files - unread, 'draft')}.`,
    ...(corrected > 0 ? [`${count(corrected, 'character')} corrected.`] : []),
    ...(quiet > 0 ? [theme.dim(`${count(quiet, 'finding')} dismissed or turned off in a draft.`)] : []),
    ...(correctable > 0 ? [theme.dim(`${count(correctable, 'finding')} can be corrected with --fix.`)] : []),
  ].join(' ');
}
