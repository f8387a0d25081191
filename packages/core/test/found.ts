import { type ExampleSettings, lint, parseMarkedDraft, rules } from '@narrative-lint/core';

/** A text with its roles marked, and what one rule has to find in it: the id of each message and the words it is about. */
export type Edge = readonly [
  text: string,
  found: readonly (readonly [messageId: string, at?: string])[],
  settings?: ExampleSettings,
];

/** What one rule alone says of a text, whose roles are those that it marks and no others. */
export function messagesOf(id: string, marked: string, { options, ...settings }: ExampleSettings = {}) {
  const { text, spans } = parseMarkedDraft(marked);
  const ruleSet = rules.filter(({ meta }) => meta.id === id);
  const off = ruleSet.some(({ meta }) => meta.offByDefault);
  const severity = ruleSet[0]?.meta.severity ?? 'error';
  const config = options || off ? { rules: { [id]: [severity, options ?? {}] as const } } : {};
  return lint(text, { ruleSet, roles: spans, ...settings, config }).messages.map((message) => ({
    ...message,
    at: message.range && text.slice(message.range.start, message.range.end),
  }));
}

/** The same in short, as an `Edge` gives it. */
export function foundIn(id: string, marked: string, settings?: ExampleSettings): Edge[1] {
  return messagesOf(id, marked, settings).map(({ messageId, at }) =>
    at === undefined ? [messageId] : [messageId, at],
  );
}
