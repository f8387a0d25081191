/**
 * The notation of phrase patterns.
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
 */
import { inflect } from './inflect.ts';

/** A part of a pattern. */
export type Element =
  | { readonly type: 'word'; readonly norm: string }
  | { readonly type: 'number' | 'capital' }
  | { readonly type: 'class'; readonly name: string }
  | { readonly type: 'gap'; readonly most: number }
  | {
      readonly type: 'choice';
      readonly options: readonly (readonly Element[])[];
      readonly optional: boolean;
    };

/**
 * Parses a pattern.
 *
 * @param known - The classes it may use, by name.
 * @throws {SyntaxError} when it is malformed or names an unknown class.
 */
export function parsePattern(pattern: string, known: ReadonlyMap<string, unknown>): Element[] {
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
      if (choice.includes(' ') || choice.startsWith('(')) options.push(parsePattern(choice, known));
      else options.push(...atoms(choice, pattern, known).map((atom) => [...atom]));
    }
    const only = options[0];
    if (options.length === 1 && !optional && only) elements.push(...only);
    else elements.push({ type: 'choice', options, optional });
  }
  if (elements.length === 0) throw new SyntaxError('A pattern must not be empty');
  return elements;
}

function atoms(
  word: string,
  pattern: string,
  known: ReadonlyMap<string, unknown>,
): readonly (readonly Element[])[] {
  if (word === '#') return [[{ type: 'number' }]];
  if (word === 'Cap') return [[{ type: 'capital' }]];
  if (word.startsWith('~')) return inflect(word.slice(1)).map((norm) => [{ type: 'word', norm }]);
  if (word.startsWith('@')) {
    const name = word.slice(1);
    if (!known.has(name)) throw new SyntaxError(`Pattern "${pattern}" names an unknown class ${word}`);
    return [[{ type: 'class', name }]];
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
