import { frontMatterNames, KINDS, type Kind, limitFor, SPECIALTIES } from '@narrative-lint/core';
import {
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  MarkupKind,
  type Position,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isMap, parseDocument as parseYaml } from 'yaml';

/** What the keys mean, beside what the schema knows. */
const MEANING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kind: 'What the text is for; it decides the character limit and which rules look at it.',
    specialty: 'The specialty you apply to.',
    setbacks: 'What your transcript shows, so that a setback that the draft leaves out is noticed.',
    scores: 'Your three-digit scores by exam.',
    what: 'Which setback it is.',
    attempts: 'Sittings in all, the passed one included.',
    passed: 'Whether it was passed in the end: true or false.',
    date: 'Of the failed sitting: 2024, 2024-06 or 2024-06-15.',
    addressedIn: 'Where else in the application you tell it on purpose.',
  }),
);
const LINE = /^(\s*)(-\s+)?(?:([\w-]+)(\s*:)?)?/;
/** Keys that hold lines of their own instead of a value. */
const HOLDS_LINES = new Set(['setbacks', 'scores']);

interface Place {
  /** The keys above the line. */
  readonly parents: readonly string[];
  /** The key of the line, when its colon stands before the place. */
  readonly key?: string;
}

/** The part of a source that is front matter, up to `end`; a block that is not closed yet counts up to a blank line. */
export function frontMatterEnd(text: string): number | undefined {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!open) return undefined;
  const rest = text.slice(open[0].length);
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest.replace(/\r/g, ' '));
  if (close) return open[0].length + close.index;
  const blank = /\n[ \t]*\r?\n/.exec(rest);
  return open[0].length + (blank ? blank.index : rest.length);
}

function placeAt(text: string, position: Position): Place {
  const lines = text.split(/\r?\n/);
  const line = lines[position.line] ?? '';
  const before = line.slice(0, position.character);
  const match = LINE.exec(line);
  const depth = (one: RegExpExecArray | null) => (one?.[1]?.length ?? 0) + (one?.[2]?.length ?? 0);
  const parents: string[] = [];
  let within = match?.[3] || match?.[2] ? depth(match) : before.length;
  for (let at = position.line - 1; at > 0 && within > 0; at -= 1) {
    const above = LINE.exec(lines[at] ?? '');
    if (!above?.[4] || depth(above) >= within) continue;
    within = depth(above);
    parents.unshift(above[3] ?? '');
  }
  // A list may stand under its key without being indented.
  if (parents.length === 0 && match?.[2] !== undefined && (match[1] ?? '') === '') parents.push('setbacks');
  const key = /^\s*(?:-\s+)?([\w-]+)\s*:\s/.exec(`${before} `)?.[1];
  return { parents, ...(key && before.includes(':') ? { key } : {}) };
}

/** The schema's way to a place: an entry of a list is a step of its own. */
function pathOf(parents: readonly string[]): (string | number)[] {
  return parents.flatMap((key) => (key === 'setbacks' ? [key, 0] : [key]));
}

/** Names to offer in front matter; nothing outside of it. */
export function completeFrontMatter(document: TextDocument, position: Position): CompletionItem[] {
  const text = document.getText();
  const end = frontMatterEnd(text);
  if (end === undefined || position.line === 0 || document.offsetAt(position) > end) return [];
  const { parents, key } = placeAt(text, position);
  if (key !== undefined) {
    const { values } = frontMatterNames([...pathOf(parents), key]);
    return values.map((value) => {
      const detail = detailOf(value);
      return { label: value, kind: CompletionItemKind.EnumMember, ...(detail ? { detail } : {}) };
    });
  }
  return frontMatterNames(pathOf(parents)).keys.map((name) => ({
    label: name,
    kind: CompletionItemKind.Property,
    insertText: HOLDS_LINES.has(name) ? `${name}:` : `${name}: `,
    ...documented(name),
  }));
}

function documented(name: string): Pick<CompletionItem, 'documentation'> {
  const documentation = MEANING.get(name);
  return documentation === undefined ? {} : { documentation };
}

/** What a value means: the limit of a kind, the name of a specialty. */
function detailOf(value: string): string | undefined {
  if ((KINDS as readonly string[]).includes(value)) {
    const { characters } = limitFor(value as Kind);
    return characters === undefined ? 'no limit of characters' : `${characters} characters`;
  }
  return SPECIALTIES.find(({ id }) => id === value)?.name;
}

/** What the key of a line means, and what may stand there. */
export function hoverFrontMatter(text: string, position: Position, _end: number): Hover | undefined {
  const line = text.split(/\r?\n/)[position.line] ?? '';
  const key = LINE.exec(line)?.[3];
  if (key === undefined || !MEANING.has(key)) return undefined;
  const { parents } = placeAt(text, { line: position.line, character: line.length });
  const { keys, values } = frontMatterNames([...pathOf(parents), key, ...(key === 'setbacks' ? [0] : [])]);
  const names = values.length > 0 ? values : keys;
  const known = names.length > 0 ? `\n\nKnown here: ${names.map((name) => `\`${name}\``).join(', ')}` : '';
  const start = line.indexOf(key);
  return {
    contents: { kind: MarkupKind.Markdown, value: `**${key}**: ${MEANING.get(key)}${known}` },
    range: {
      start: { line: position.line, character: start },
      end: { line: position.line, character: start + key.length },
    },
  };
}

/** The edits that set a key at the top level of front matter, which is made where it is missing. */
export function setFrontMatter(document: TextDocument, key: string, value: string): TextEdit[] {
  const text = document.getText();
  const end = frontMatterEnd(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (end === undefined || !/^(?:---|\.\.\.)/.test(text.slice(end))) {
    const head = document.positionAt(text.startsWith('\uFEFF') ? 1 : 0);
    const block = `---${newline}${key}: ${value}${newline}---${newline}${newline}`;
    return [{ range: { start: head, end: head }, newText: block }];
  }
  const start = text.indexOf('\n') + 1;
  const yaml = parseYaml(text.slice(start, end));
  const pair = isMap(yaml.contents)
    ? yaml.contents.items.find((item) => String(item.key) === key)
    : undefined;
  const node = pair?.value as
    | { readonly range?: readonly [number, number, number] | null }
    | null
    | undefined;
  if (node?.range) {
    const range = {
      start: document.positionAt(start + node.range[0]),
      end: document.positionAt(start + node.range[1]),
    };
    const needsSpace = text.charAt(start + node.range[0] - 1) === ':';
    return [{ range, newText: needsSpace ? ` ${value}` : value }];
  }
  const at = document.positionAt(start);
  return [{ range: { start: at, end: at }, newText: `${key}: ${value}${newline}` }];
}
