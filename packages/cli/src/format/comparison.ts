import type { NarrativeMessage } from '@narrative-lint/core';
import type { Comparison, KnownFinding } from '../compare/comparison.ts';
import type { LintedDraft } from '../run.ts';
import { type FindingGroup, formatFindings, groupFindings } from './finding.ts';
import { placeOf } from './place.ts';
import { count, oneLine, wrap } from './text.ts';
import type { Theme } from './theme.ts';

/** UTF-16 code units of the words of a finding that is shown in a line. */
const LONGEST = 70;

/** What became of the findings of an earlier version: what is solved, what is new in full, and what stayed. */
export function formatComparison(linted: LintedDraft, comparison: Comparison, theme: Theme): string[] {
  const { messages } = linted.result;
  const stayed = messages.filter((message) => comparison.stateOf(message) === 'stayed');
  const fresh = messages.filter((message) => comparison.stateOf(message) === 'new');
  const figures = `${comparison.solved.length} solved, ${stayed.length} stayed, ${fresh.length} new`;
  const lines = ['', `  ${theme.bold(`Since ${oneLine(comparison.earlier)}:`)} ${figures}.`];
  if (comparison.solved.length > 0) {
    lines.push('', `  ${theme.good(theme.bold('Solved'))}`);
    const drawn = new Set(fresh.map(({ ruleId = '' }) => ruleId));
    for (const line of solvedLines(comparison.solved, drawn, theme)) lines.push(`    ${line}`);
  }
  if (fresh.length > 0) lines.push('', `  ${theme.bold('New')}`);
  lines.push(...formatFindings(fresh, linted, theme));
  if (stayed.length > 0) lines.push('', `  ${theme.bold('Stayed')}`);
  for (const group of groupFindings(stayed)) lines.push('', ...stayedLines(group, linted, theme));
  return lines;
}

/**
 * A line for each finding, one for those that only differ in their place.
 *
 * @param drawn - Rules that find something new: then the words are gone and the rule may not be settled.
 */
function solvedLines(solved: readonly KnownFinding[], drawn: ReadonlySet<string>, theme: Theme): string[] {
  const times = new Map<string, number>();
  for (const { ruleId, quote } of solved) {
    const words = quote ? `  ${theme.dim(short(quote.exact))}` : '';
    const line = `${theme.good('+')} ${ruleId}${words}${drawn.has(ruleId) ? ' (other words draw it now)' : ''}`;
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  return [...times].map(([line, number]) => (number > 1 ? `${line} ${count(number, 'time')}` : line));
}

/** What was there already needs no explanation again: the place and the sentence about it. */
function stayedLines({ first, more }: FindingGroup, linted: LintedDraft, theme: Theme): string[] {
  const label = theme.severity[first.severity](first.severity);
  const also = more.length > 0 ? ` (and ${count(more.length, 'more like it', 'more like it')})` : '';
  return [
    `    ${placed(first, linted)}  ${label}  ${theme.dim(first.ruleId ?? '')}`,
    `      ${wrap(oneLine(first.reason) + also, theme.width, 6)}`,
  ];
}

function placed({ range }: NarrativeMessage, { result, draft }: LintedDraft): string {
  return range ? placeOf(range, result, draft.container) : 'whole draft';
}

function short(words: string): string {
  const line = oneLine(words);
  return line.length <= LONGEST
    ? `"${line}"`
    : `"${line.slice(0, LONGEST).replace(/(?<!\s)\s+\S*$|[\uD800-\uDBFF]$/, '')} ..."`;
}
