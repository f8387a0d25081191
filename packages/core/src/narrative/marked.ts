import { ROLES, type Role, type RoleSpan } from './types.ts';

/** A draft with its roles marked inline, taken apart. */
export interface MarkedDraft {
  /** The draft without marks. */
  readonly text: string;
  /** The marked stretches in offsets of `text`; what lies between them is `other`. */
  readonly spans: readonly RoleSpan[];
}

const MARK = /\[\[([a-z]+)\|((?:(?!\[\[|\]\])[\s\S])*)\]\]/g;

/**
 * Takes the marks `[[role|text]]` out of a labelled draft.
 *
 * @throws {SyntaxError} when a mark names an unknown role.
 */
export function parseMarkedDraft(marked: string): MarkedDraft {
  const spans: RoleSpan[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARK)) {
    const role = match[1] as Role;
    const content = match[2] ?? '';
    if (!ROLES.includes(role)) throw new SyntaxError(`Unknown role "${role}" in "${match[0].slice(0, 40)}"`);
    text += marked.slice(from, match.index);
    spans.push({ role, start: text.length, end: text.length + content.length });
    text += content;
    from = match.index + match[0].length;
  }
  return { text: text + marked.slice(from), spans };
}
