import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import type { TextRange } from './document/types.ts';
import { wholeCharacters } from './document/whole-characters.ts';
import { isBuiltIn } from './rules/index.ts';
import type { RuleFinding } from './rules/run.ts';
import type { Fix, Severity } from './rules/types.ts';

/** Where each rule is explained; the rule's id and `.md` follow. */
export const RULE_PAGES = 'https://github.com/narrative-lint/narrative-lint/blob/main/docs/rules/';
/** `source` of every message. */
export const MESSAGE_SOURCE = 'narrative-lint';

/** Quoted words longer than this (UTF-16 code units) are shortened in the middle of a message. */
const LONGEST_QUOTE = 90;

/** A finding as a VFileMessage: `reason`, `ruleId`, `source`, `url`, `note`, `expected`, `place`. */
export interface NarrativeMessage extends VFileMessage {
  readonly severity: Severity;
  /** `document` for a finding about the whole draft; then it has no range. */
  readonly scope: 'range' | 'document';
  /** UTF-16 code units into the source. */
  readonly range?: TextRange;
  readonly messageId: string;
  /** Why a program director cares. */
  readonly why: string;
  /** The question that leads to the fix. */
  readonly ask: string;
  readonly fix?: Fix;
  readonly related?: { readonly at: TextRange; readonly text: string };
  /** 0 to 1. */
  readonly confidence: number;
}

/** The address of the page about a rule. */
export function rulePage(ruleId: string): string {
  return `${RULE_PAGES}${ruleId}.md`;
}

/** VFile's three levels, as unified-lint-rule maps them: true is an error, false a warning, undefined information. */
const FATAL: Readonly<Record<Severity, boolean | undefined>> = {
  error: true,
  warning: false,
  suggestion: undefined,
};

/**
 * Words the findings of a run as messages, findings about the whole draft first, then by place.
 *
 * @param source - The text the offsets of the findings count in.
 */
export function toMessages(source: string, findings: readonly RuleFinding[]): NarrativeMessage[] {
  const places = location(source);
  const ordered = [...findings].sort(
    (a, b) => (a.at?.start ?? -1) - (b.at?.start ?? -1) || (a.at?.end ?? -1) - (b.at?.end ?? -1),
  );
  return withoutStacks(() => ordered.map((finding) => messageOf(source, places, finding)));
}

/** A VFileMessage is an error, for which an engine notes where in the code it was made; nobody asks that of a finding. */
function withoutStacks<T>(make: () => T): T {
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
  if (limit?.writable !== true) return make();
  const errors = Error as unknown as { stackTraceLimit: unknown };
  errors.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    errors.stackTraceLimit = limit.value;
  }
}

function messageOf(
  source: string,
  places: ReturnType<typeof location>,
  finding: RuleFinding,
): NarrativeMessage {
  const { rule, template, fix, related } = finding;
  const at = finding.at && wholeCharacters(source, finding.at);
  const start = at && places.toPoint(at.start);
  const end = at && places.toPoint(at.end);
  const place = start && end ? { start, end } : undefined;
  const ask = fill(template.ask ?? rule.meta.ask, finding.data);
  const why: string = template.why ?? rule.meta.why;
  const message = new VFileMessage(fill(template.text, finding.data), {
    place,
    ruleId: rule.meta.id,
    source: MESSAGE_SOURCE,
  });
  message.fatal = FATAL[finding.severity];
  message.url = rule.meta.url ?? (isBuiltIn(rule) ? rulePage(rule.meta.id) : undefined);
  message.note = `${why}\n\n${ask}`;
  if (at) message.actual = source.slice(at.start, at.end);
  if (fix) message.expected = [fix.text];
  return Object.assign(message, {
    severity: finding.severity,
    scope: at ? ('range' as const) : ('document' as const),
    messageId: finding.messageId,
    why,
    ask,
    confidence: finding.confidence ?? 1,
    ...(at ? { range: at } : {}),
    ...(fix ? { fix } : {}),
    ...(related
      ? { related: { ...related, at: { ...related.at, ...wholeCharacters(source, related.at) } } }
      : {}),
  });
}

/** What is left of a character of two halves where a rule cut its words short. */
const HALF = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** Puts the values into a template; words of the writer's come on one line and not too long. */
function fill(template: string, data: RuleFinding['data'] = {}): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = data[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? String(value) : shorten(value).replace(HALF, '');
  });
}

/** Brings a quotation onto one line and cuts words out of the middle of a long one. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_QUOTE) return line;
  const words = line.split(' ');
  if (words.length < 4) return `${[...line].slice(0, LONGEST_QUOTE).join('')}...`;
  let head = '';
  let tail = '';
  let first = 0;
  let last = words.length - 1;
  while (first < last && head.length < LONGEST_QUOTE * 0.6) head += `${words[first++]} `;
  while (last > first && tail.length < LONGEST_QUOTE * 0.3) tail = ` ${words[last--]}${tail}`;
  return first > last ? line : `${head.trimEnd()} ...${tail}`;
}
