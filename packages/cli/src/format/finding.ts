import { type NarrativeMessage, quotable } from '@narrative-lint/core';
import type { LintedDraft } from '../run.ts';
import { placeOf } from './place.ts';
import { quote } from './quote.ts';
import { count, oneLine, wrap } from './text.ts';
import type { Theme } from './theme.ts';

const INDENT = 4;
/** Places named after the first of findings that are alike. */
const MORE_PLACES = 8;

/** A finding, and those like it that one explanation serves. */
export interface FindingGroup {
  readonly first: NarrativeMessage;
  readonly more: readonly NarrativeMessage[];
}

/**
 * Puts findings that a correction of characters settles together, by rule and message: eighty curly quotes
 * are one thing to know. All others stand alone. In the order of the first of each.
 */
export function groupFindings(messages: readonly NarrativeMessage[]): FindingGroup[] {
  const groups = new Map<string, NarrativeMessage[]>();
  for (const [at, message] of messages.entries()) {
    const key = message.fix ? `${message.ruleId}/${message.messageId}` : String(at);
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return [...groups.values()].flatMap(([first, ...more]) => (first ? [{ first, more }] : []));
}

/** The findings of a draft, each after an empty line. */
export function formatFindings(
  messages: readonly NarrativeMessage[],
  linted: LintedDraft,
  theme: Theme,
): string[] {
  const told: Told = new Map();
  return groupFindings(messages).flatMap((group) => ['', formatFinding(group, linted, theme, told)]);
}

/** Reasons and questions that were given, and at which place: somebody who reads the same three times stops reading. */
type Told = Map<string, string>;

/** One finding: where and what, the words in their sentence, the message, why it matters, and the question. */
function formatFinding({ first, more }: FindingGroup, linted: LintedDraft, theme: Theme, told: Told): string {
  const { result, draft } = linted;
  const indent = ' '.repeat(INDENT);
  const place = first.range ? placeOf(first.range, result, draft.container) : 'whole draft';
  const label = theme.severity[first.severity](theme.bold(first.severity));
  const lines = [`  ${theme.bold(place)}  ${label}  ${theme.dim(first.ruleId ?? '')}`, ''];
  if (first.range) {
    const width = theme.width - INDENT;
    for (const line of quote(result.document, first.range, first.severity, theme, width))
      lines.push(indent + line);
    lines.push('');
  }
  lines.push(indent + wrap(oneLine(first.reason), theme.width, INDENT));
  if (first.related) {
    const { at, text } = first.related;
    const related = `${text}: "${quotable(oneLine(result.document.source.slice(at.start, at.end)))}" (${placeOf(at, result, draft.container)})`;
    lines.push(indent + theme.dim(wrap(related, theme.width, INDENT)));
  }
  if (more.length > 0) lines.push(indent + wrap(alsoAt(more, linted), theme.width, INDENT));
  lines.push('');
  for (const [name, text] of [
    ['why', first.why],
    ['ask', first.ask],
  ] as const) {
    const before = told.get(text);
    if (before === undefined) told.set(text, first.range ? place : 'the whole draft');
    const shown = before === undefined ? oneLine(text) : `as for ${before}`;
    lines.push(`${indent}${theme.dim(name)}  ${wrap(shown, theme.width, INDENT + 5)}`);
  }
  return lines.join('\n');
}

function alsoAt(more: readonly NarrativeMessage[], { result, draft }: LintedDraft): string {
  const places = more
    .slice(0, MORE_PLACES)
    .flatMap(({ range }) => (range ? [placeOf(range, result, draft.container)] : []));
  const rest = more.length - places.length;
  const separator = draft.container === 'docx' || draft.container === 'pdf' ? '; ' : ', ';
  return `${count(more.length, 'more like it', 'more like it')}: ${[...new Set(places)].join(separator)}${rest > 0 ? ` and ${rest} others` : ''}.`;
}
