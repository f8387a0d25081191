/**
 * Stands for a word in its normal form, or for a mark: tokens of the same form have the same object. What the form
 * alone decides is found once and kept here, so that nobody has to look it up by its letters again.
 */
export class Lexeme {
  /** As `Token.norm`. */
  readonly norm: string;
  readonly #found: unknown[] = [];

  constructor(norm: string) {
    this.norm = norm;
  }

  /** What was found before under a number. */
  get<T>(number: number): T | undefined {
    return this.#found[number] as T | undefined;
  }

  set(number: number, found: unknown): void {
    this.#found[number] = found;
  }
}

let numbers = 0;

/**
 * Makes a function of a lexeme that works once for each.
 *
 * @param find - Must depend on the normal form alone; `undefined` is found anew each time.
 */
export function byLexeme<T>(find: (norm: string) => T): (lexeme: Lexeme) => T {
  const number = numbers++;
  return (lexeme) => {
    const before = lexeme.get<T>(number);
    if (before !== undefined) return before;
    const found = find(lexeme.norm);
    lexeme.set(number, found);
    return found;
  };
}

const known = new Map<string, Lexeme>();
/** Beyond this many distinct words the memory is dropped, so that a huge text cannot fill it. */
const MOST_KNOWN = 20_000;

/** The lexeme of a normal form. */
export function lexemeOfNorm(norm: string): Lexeme {
  const before = known.get(norm);
  if (before) return before;
  if (known.size > MOST_KNOWN) known.clear();
  const lexeme = new Lexeme(norm);
  known.set(norm, lexeme);
  return lexeme;
}
