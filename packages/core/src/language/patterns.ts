/**
 * Phrase patterns, compiled once into one automaton over tokens.
 *
 * A pattern is a line of elements separated by spaces:
 *
 * | element    | matches |
 * | ---------- | ------- |
 * | `word`     | that token, compared in lower case |
 * | `~fail`    | any inflection of the verb or noun (`fail`, `fails`, `failed`, `failing`) |
 * | `a\|b`     | one of several words, inflections or classes |
 * | `(a b\|c)` | one of several phrases |
 * | `@name`    | any phrase of a class given to `compilePatterns` |
 * | `#`        | a number, in digits |
 * | `Cap`      | a capitalised word |
 * | `..3`      | up to three words of any kind, within the clause punctuation |
 * | `x?`       | the element or nothing |
 *
 * The automaton has no loops, so matching takes time linear in the number of tokens.
 */
import type { TextRange, Token } from '../document/types.ts';
import { inflect } from './inflect.ts';

/** A phrase found in a sentence. */
export interface Hit<F extends string = string> extends TextRange {
  readonly family: F;
  /** Index of its first token in the sentence. */
  readonly first: number;
  /** Index after its last token. */
  readonly last: number;
}

export interface Matcher<F extends string> {
  /** Finds the longest match of each family at each token; hits come by start. */
  match(tokens: readonly Token[]): Hit<F>[];
}

interface State {
  readonly words: Map<string, State>;
  number?: State;
  capital?: State;
  gaps?: { readonly most: number; readonly to: State }[];
  accepts?: number[];
}

type Element =
  | { readonly type: 'word'; readonly norm: string }
  | { readonly type: 'number' | 'capital' }
  | { readonly type: 'gap'; readonly most: number }
  | { readonly type: 'choice'; readonly of: readonly (readonly Element[])[]; readonly optional: boolean };

/** Marks that a gap never crosses. */
const GAP_STOPS = new Set(['.', ';', ':', '!', '?', '"', '(', ')']);

/**
 * Compiles families of patterns into one matcher.
 *
 * @param families - Patterns by family name.
 * @param classes - Phrases by class name, for `@name`; a class may use classes declared before it.
 * @throws {SyntaxError} when a pattern is malformed or names an unknown class.
 */
export function compilePatterns<F extends string>(
  families: Readonly<Record<F, readonly string[]>>,
  classes: Readonly<Record<string, readonly string[]>> = {},
): Matcher<F> {
  const names = Object.keys(families) as F[];
  const known = new Map<string, readonly (readonly Element[])[]>();
  for (const [name, phrases] of Object.entries(classes)) {
    known.set(
      name,
      phrases.map((phrase) => parse(phrase, known)),
    );
  }
  const root: State = { words: new Map() };
  names.forEach((name, family) => {
    for (const pattern of families[name]) {
      for (const state of extend([root], parse(pattern, known))) {
        if (state === root) throw new SyntaxError(`Pattern "${pattern}" matches nothing at all`);
        state.accepts = state.accepts ?? [];
        if (!state.accepts.includes(family)) state.accepts.push(family);
      }
    }
  });
  const longest = new Int32Array(names.length);
  return {
    match(tokens) {
      const hits: Hit<F>[] = [];
      for (let first = 0; first < tokens.length; first += 1) {
        longest.fill(0);
        walk(root, tokens, first, longest);
        const start = tokens[first]?.start ?? 0;
        for (let family = 0; family < names.length; family += 1) {
          const last = longest[family] ?? 0;
          const name = names[family];
          const end = tokens[last - 1]?.end;
          if (last > 0 && name !== undefined && end !== undefined)
            hits.push({ family: name, first, last, start, end });
        }
      }
      return hits;
    },
  };
}

function walk(state: State, tokens: readonly Token[], at: number, longest: Int32Array): void {
  if (state.accepts) {
    for (const family of state.accepts) if ((longest[family] ?? 0) < at) longest[family] = at;
  }
  const token = tokens[at];
  if (!token) return;
  const next = state.words.get(token.norm);
  if (next) walk(next, tokens, at + 1, longest);
  if (state.number && /^\d/.test(token.norm)) walk(state.number, tokens, at + 1, longest);
  if (state.capital && token.isWord && /^\p{Lu}/u.test(token.text))
    walk(state.capital, tokens, at + 1, longest);
  if (!state.gaps) return;
  for (const gap of state.gaps) {
    for (let skipped = 0, to = at; skipped <= gap.most; skipped += 1, to += 1) {
      walk(gap.to, tokens, to, longest);
      const over = tokens[to];
      if (!over || GAP_STOPS.has(over.norm)) break;
    }
  }
}

/** Adds the elements after each state of a frontier and returns the new frontier. */
function extend(from: readonly State[], elements: readonly Element[]): State[] {
  let frontier = [...from];
  for (const element of elements) frontier = step(frontier, element);
  return frontier;
}

function step(frontier: readonly State[], element: Element): State[] {
  if (element.type === 'choice') {
    const reached = new Set<State>(element.optional ? frontier : []);
    for (const elements of element.of) for (const state of extend(frontier, elements)) reached.add(state);
    return [...reached];
  }
  return frontier.map((state) => {
    if (element.type === 'word') {
      let next = state.words.get(element.norm);
      if (!next) {
        next = { words: new Map() };
        state.words.set(element.norm, next);
      }
      return next;
    }
    if (element.type === 'gap') {
      const same = state.gaps?.find((gap) => gap.most === element.most);
      if (same) return same.to;
      const to: State = { words: new Map() };
      state.gaps = [...(state.gaps ?? []), { most: element.most, to }];
      return to;
    }
    state[element.type] = state[element.type] ?? { words: new Map() };
    return state[element.type] as State;
  });
}

/** Parses a pattern; `known` holds the classes it may use. */
function parse(pattern: string, known: ReadonlyMap<string, readonly (readonly Element[])[]>): Element[] {
  const elements: Element[] = [];
  for (const piece of splitOutside(pattern, ' ')) {
    const optional = piece.endsWith('?') && piece.length > 1;
    const body = optional ? piece.slice(0, -1) : piece;
    const gap = /^\.\.(\d+)$/.exec(body);
    if (gap) {
      elements.push({ type: 'gap', most: Number(gap[1]) });
      continue;
    }
    const inner = body.startsWith('(') && body.endsWith(')') ? body.slice(1, -1) : body;
    const options: Element[][] = [];
    for (const choice of splitOutside(inner, '|')) {
      if (choice.includes(' ') || choice.startsWith('(')) options.push(parse(choice, known));
      else options.push(...atoms(choice, pattern, known).map((atom) => [...atom]));
    }
    const only = options[0];
    if (options.length === 1 && !optional && only) elements.push(...only);
    else elements.push({ type: 'choice', of: options, optional });
  }
  if (elements.length === 0) throw new SyntaxError('A pattern must not be empty');
  return elements;
}

function atoms(
  word: string,
  pattern: string,
  known: ReadonlyMap<string, readonly (readonly Element[])[]>,
): readonly (readonly Element[])[] {
  if (word === '#') return [[{ type: 'number' }]];
  if (word === 'Cap') return [[{ type: 'capital' }]];
  if (word.startsWith('~')) return inflect(word.slice(1)).map((norm) => [{ type: 'word', norm }]);
  if (word.startsWith('@')) {
    const phrases = known.get(word.slice(1));
    if (!phrases) throw new SyntaxError(`Pattern "${pattern}" names an unknown class ${word}`);
    return phrases;
  }
  if (word === '') throw new SyntaxError(`Pattern "${pattern}" has an empty choice`);
  return [[{ type: 'word', norm: word.toLowerCase() }]];
}

/** Splits at a character that stands outside parentheses. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char === separator && depth === 0) {
      if (part !== '') parts.push(part);
      part = '';
    } else part += char;
  }
  if (depth !== 0) throw new SyntaxError(`Unbalanced parentheses in "${text}"`);
  if (part !== '') parts.push(part);
  return parts;
}
