import type { Sentence } from './types.ts';

/**
 * Stands for the characters and the words of a sentence: the same object means the same ones, wherever they
 * stand. What they alone decide is found once and kept here, for as long as somebody has the sentence.
 */
export class Shape {
  readonly #found: unknown[] = [];

  /** What was found before under a number. */
  get<T>(number: number): T | undefined {
    return this.#found[number] as T | undefined;
  }

  set(number: number, found: unknown): void {
    this.#found[number] = found;
  }
}

let numbers = 0;

/** A number under which no other caller keeps anything. */
export function newNumber(): number {
  return numbers++;
}

/**
 * Makes a function of a sentence that works once for each shape.
 *
 * @param find - Must depend on the characters and words of the sentence alone, and give places counted from its
 *   start, in UTF-16 code units. What else it is given may only tell it more of the same sentence.
 */
export function bySentence<T extends object | boolean, A extends readonly unknown[]>(
  find: (sentence: Sentence, ...rest: A) => T,
): (sentence: Sentence, ...rest: A) => T {
  const number = newNumber();
  return (sentence, ...rest) => {
    const before = sentence.shape.get<T>(number);
    if (before !== undefined) return before;
    const found = find(sentence, ...rest);
    sentence.shape.set(number, found);
    return found;
  };
}
