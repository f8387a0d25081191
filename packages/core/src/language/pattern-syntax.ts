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
    const options: (readonly Element[])[] = [];
    for (const choice of splitOutside(inner, '|')) {
      // What is no shorter than the whole has a parenthesis within a word, as in `(a )?b`.
      if (choice === pattern && /[()]/.test(choice)) throw misplaced(pattern);
      if (choice.includes(' ') || choice.startsWith('(')) options.push(parsePattern(choice, known));
      else options.push(...atoms(choice, pattern, known));
    }
    const only = options[0];
    if (options.length === 1 && !optional && only) elements.push(...only);
    else elements.push({ type: 'choice', options, optional });
  }
  if (elements.length === 0) throw new SyntaxError('A pattern must not be empty');
  return elements;
}

/** Whether an element can be passed without a token. */
export function mayBeNothing(element: Element): boolean {
  if (element.type === 'gap') return true;
  if (element.type !== 'choice') return false;
  return element.optional || element.options.some((elements) => elements.every(mayBeNothing));
}

function misplaced(pattern: string): SyntaxError {
  return new SyntaxError(`A parenthesis stands within a word in "${pattern}"`);
}

function atoms(
  word: string,
  pattern: string,
  known: ReadonlyMap<string, unknown>,
): readonly (readonly Element[])[] {
  if (/[()]/.test(word)) throw misplaced(pattern);
  if (/^\.\.\d+$|.\?$/.test(word))
    throw new SyntaxError(`${word} cannot be one of several choices in "${pattern}"`);
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
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at];
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0 || (depth > 0 && char === undefined))
      throw new SyntaxError(`Unbalanced parentheses in "${text}"`);
    if (depth > 0 || (char !== separator && char !== undefined)) continue;
    if (at > from) parts.push(text.slice(from, at));
    from = at + 1;
  }
  return parts;
}
