import { isCorrectable, isFailed, type LintedDraft, type Outcome } from '../run.ts';
import { formatComparison } from './comparison.ts';
import { formatFinding, groupFindings } from './finding.ts';
import type { FormatContext } from './formats.ts';
import { spaceBar } from './space-bar.ts';
import { tally } from './tally.ts';
import { count, oneLine, spaced, thousands, wrap } from './text.ts';
import type { Theme } from './theme.ts';

const INDENT = 2;

/** The report for people: each draft with its space and its findings, then one line that sums up. */
export function formatPretty(outcomes: readonly Outcome[], { theme }: Pick<FormatContext, 'theme'>): string {
  const drafts = outcomes.filter((outcome): outcome is LintedDraft => !isFailed(outcome));
  if (drafts.length === 0) return '';
  const blocks = drafts.map((linted) => formatDraft(linted, theme));
  return `\n${blocks.join('\n\n')}\n\n${summary(drafts, theme)}\n`;
}

function formatDraft(linted: LintedDraft, theme: Theme): string {
  const { result, path } = linted;
  const indent = ' '.repeat(INDENT);
  const lines = [
    `${indent}${theme.bold(oneLine(path))}`,
    `${indent}${theme.dim(wrap(facts(linted), theme.width, INDENT))}`,
    '',
    ...spaceBar(result.narrative, theme, INDENT).map((line) => indent + line),
  ];
  if (result.messages.length === 0) {
    lines.push('', indent + theme.good(wrap(encouragement(linted), theme.width, INDENT)));
  }
  if (linted.comparison) return [...lines, ...formatComparison(linted, linted.comparison, theme)].join('\n');
  for (const group of groupFindings(result.messages)) lines.push('', formatFinding(group, linted, theme));
  return lines.join('\n');
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
    : 'Nothing to object to: this reads like you, and it is ready for a second pair of eyes.';
}

function summary(drafts: readonly LintedDraft[], theme: Theme): string {
  const { errors, warnings, suggestions } = tally(drafts);
  const parts = [
    ...(errors > 0 ? [theme.severity.error(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [theme.severity.warning(count(warnings, 'warning'))] : []),
    ...(suggestions > 0 ? [theme.severity.suggestion(count(suggestions, 'suggestion'))] : []),
  ];
  const found = parts.length > 0 ? parts.join(', ') : theme.good('no findings');
  const corrected = drafts.reduce((sum, linted) => sum + linted.corrected, 0);
  const correctable = drafts
    .filter(({ draft }) => isCorrectable(draft))
    .reduce((sum, { result }) => sum + result.messages.filter(({ fix }) => fix).length, 0);
  const quiet = drafts.reduce((sum, { result }) => sum + result.silenced.length + result.dismissed.length, 0);
  return [
    `  ${theme.bold('In all:')} ${found} in ${count(drafts.length, 'draft')}.`,
    ...(corrected > 0 ? [`${count(corrected, 'character')} corrected.`] : []),
    ...(quiet > 0 ? [theme.dim(`${count(quiet, 'finding')} dismissed or turned off in a draft.`)] : []),
    ...(correctable > 0 ? [theme.dim(`${count(correctable, 'finding')} can be corrected with --fix.`)] : []),
  ].join(' ');
}
