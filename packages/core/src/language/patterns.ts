/** Finds the phrases of compiled patterns in sentences, in time linear in the number of tokens. */
import type { TextRange, Token } from '../document/types.ts';
import { compileTable, type PatternTable } from './pattern-table.ts';

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

/**
 * Compiles families of patterns into one matcher.
 *
 * @param families - Patterns by family name.
 * @param classes - Phrases by class name, for `@name`; a class may use classes declared before it.
 * @throws {SyntaxError} when a pattern is malformed, names an unknown class or matches nothing at all.
 */
export function compilePatterns<F extends string>(
  families: Readonly<Record<F, readonly string[]>>,
  classes: Readonly<Record<string, readonly string[]>> = {},
): Matcher<F> {
  return matcherOf<F>(compileTable(families, classes));
}

/** A matcher that is made when it is first used. */
export function lazyMatcher<F extends string>(make: () => Matcher<F>): Matcher<F> {
  let made: Matcher<F> | undefined;
  return {
    match(tokens) {
      made ??= make();
      return made.match(tokens);
    },
  };
}

/** Makes the matcher of a table whose families are named by `F`. */
export function matcherOf<F extends string>(table: PatternTable): Matcher<F> {
  const automaton: Automaton = {
    ...table,
    states: new Int32Array(table.states),
    wordIds: new Map(table.words.map((word, id) => [word, id])),
    starts: new Array<Start | undefined>(table.words.length + 1),
  };
  return {
    match(tokens) {
      const run = new Run(automaton, tokens);
      const hits: Hit<F>[] = [];
      for (let first = 0; first < tokens.length; first += 1) {
        const start = tokens[first]?.start ?? 0;
        const found = run.longestAt(first);
        for (let i = 0; i < found.length; i += 2) {
          const last = found[i + 1] ?? first;
          const end = tokens[last - 1]?.end ?? start;
          hits.push({ family: table.families[found[i] ?? 0] as F, first, last, start, end });
        }
      }
      return hits;
    },
  };
}

interface Automaton extends Omit<PatternTable, 'states'> {
  readonly states: Int32Array;
  readonly wordIds: ReadonlyMap<string, number>;
  /** The ways on from the root at a word, by the word's number and one; found when the word first occurs. */
  readonly starts: (Start | undefined)[];
}

/** All that may begin at a token with a certain word: where the root leads without another look at the root. */
interface Start {
  /** States after the word. */
  readonly states: number[];
  /** Pairs of a class that may begin with the word and the state after it. */
  readonly classes: number[];
  /** States after a token that is a number, and after one that is a capitalised word. */
  readonly numbers: number[];
  readonly capitals: number[];
  /** Pairs of a gap's length and the state after it. */
  readonly gaps: number[];
}

/** Marks that a gap never crosses. */
const GAP_STOPS = new Set(['.', ';', ':', '!', '?', '"', '(', ')']);
const NONE: readonly number[] = [];
const DIGIT = /^\d/;
const CAPITAL = /^\p{Lu}/u;

/** One sentence being matched. */
class Run {
  private readonly automaton: Automaton;
  private readonly states: Int32Array;
  private readonly classes: readonly number[];
  private readonly tokens: readonly Token[];
  /** The number of each token's word; -1 for a word that no pattern knows. */
  private readonly words: Int32Array;
  /** Where the phrases of a class that begin at a token end, by token and class. */
  private readonly ends = new Map<number, readonly number[]>();
  /** What was accepted, and where: pairs. */
  private accepted: number[] = [];

  constructor(automaton: Automaton, tokens: readonly Token[]) {
    this.automaton = automaton;
    this.states = automaton.states;
    this.classes = automaton.classes;
    this.tokens = tokens;
    this.words = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i += 1)
      this.words[i] = automaton.wordIds.get(tokens[i]?.norm ?? '') ?? -1;
  }

  /** The families found at a token in the order of their numbers, each with the end of its longest match: pairs. */
  longestAt(first: number): readonly number[] {
    this.begin(first);
    const { accepted } = this;
    if (accepted.length === 0) return NONE;
    this.accepted = [];
    if (accepted.length === 2) return accepted;
    const longest = new Map<number, number>();
    for (let i = 0; i < accepted.length; i += 2) {
      const family = accepted[i] ?? 0;
      longest.set(family, Math.max(longest.get(family) ?? 0, accepted[i + 1] ?? 0));
    }
    return [...longest].sort(([a], [b]) => a - b).flat();
  }

  /** Follows the automaton from its root at a token. */
  private begin(at: number): void {
    const token = this.tokens[at];
    if (!token) return;
    const start = this.startOf(this.words[at] ?? -1);
    for (const state of start.states) this.walk(state, at + 1);
    for (let i = 0; i < start.classes.length; i += 2) {
      const ends = this.endsOf(start.classes[i] ?? 0, at);
      for (const end of ends) this.walk(start.classes[i + 1] ?? 0, end);
    }
    if (start.numbers.length > 0 && DIGIT.test(token.norm))
      for (const state of start.numbers) this.walk(state, at + 1);
    if (start.capitals.length > 0 && token.isWord && CAPITAL.test(token.text))
      for (const state of start.capitals) this.walk(state, at + 1);
    for (let i = 0; i < start.gaps.length; i += 2) this.cross(start.gaps[i] ?? 0, start.gaps[i + 1] ?? 0, at);
  }

  private startOf(word: number): Start {
    const known = this.automaton.starts[word + 1];
    if (known) return known;
    const start: Start = { states: [], classes: [], numbers: [], capitals: [], gaps: [] };
    this.addStart(start, this.automaton.root, word);
    this.automaton.starts[word + 1] = start;
    return start;
  }

  private addStart(start: Start, state: number, word: number): void {
    let place = state + 1 + this.take(state);
    for (let left = this.take(place++); left > 0; left -= 1) {
      const most = this.take(place++);
      const to = this.take(place++);
      if (most === 0 && this.take(to) === 0) this.addStart(start, to, word);
      else start.gaps.push(most, to);
    }
    const number = this.take(place++);
    const capital = this.take(place++);
    if (number > 0) start.numbers.push(number);
    if (capital > 0) start.capitals.push(capital);
    for (let left = this.take(place++); left > 0; left -= 1) {
      const index = this.take(place++);
      const to = this.take(place++);
      if (this.mayBegin(this.classes[index] ?? 0, word)) start.classes.push(index, to);
    }
    const next = this.after(place, word);
    if (next > 0) start.states.push(next);
  }

  /** Whether what follows a state may begin with a word; true where more than the word must be known. */
  private mayBegin(state: number, word: number): boolean {
    const start: Start = { states: [], classes: [], numbers: [], capitals: [], gaps: [] };
    this.addStart(start, state, word);
    return Object.values(start).some((ways) => ways.length > 0);
  }

  /** Follows the automaton from a state at a token, noting what is accepted. */
  private walk(state: number, at: number): void {
    let place = state;
    for (let left = this.take(place++); left > 0; left -= 1) this.accepted.push(this.take(place++), at);
    for (let left = this.take(place++); left > 0; left -= 1) {
      this.cross(this.take(place++), this.take(place++), at);
    }
    const number = this.take(place++);
    const capital = this.take(place++);
    const token = this.tokens[at];
    if (!token) return;
    if (number > 0 && DIGIT.test(token.norm)) this.walk(number, at + 1);
    if (capital > 0 && token.isWord && CAPITAL.test(token.text)) this.walk(capital, at + 1);
    for (let left = this.take(place++); left > 0; left -= 1) {
      const ends = this.endsOf(this.take(place++), at);
      const to = this.take(place++);
      for (const end of ends) this.walk(to, end);
    }
    const next = this.after(place, this.words[at] ?? -1);
    if (next > 0) this.walk(next, at + 1);
  }

  private cross(most: number, to: number, from: number): void {
    for (let at = from; at <= from + most; at += 1) {
      this.walk(to, at);
      const over = this.tokens[at];
      if (!over || (most > 0 && GAP_STOPS.has(over.norm))) return;
    }
  }

  /** The state after a word, in the list of words at a place; 0 for none. */
  private after(place: number, word: number): number {
    const count = this.take(place);
    if (word < 0 || count === 0) return 0;
    let low = place + 1;
    let high = place + count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.take(middle) < word) low = middle + 1;
      else high = middle;
    }
    return this.take(low) === word ? this.take(low + count) : 0;
  }

  private endsOf(index: number, at: number): readonly number[] {
    const root = this.classes[index] ?? 0;
    // Most classes begin with a word, and cannot begin with this one; that must cost next to nothing.
    const onlyWords =
      this.take(root + 1) + this.take(root + 2) + this.take(root + 3) + this.take(root + 4) === 0;
    if (onlyWords && this.after(root + 5, this.words[at] ?? -1) === 0) return NONE;
    const key = at * this.classes.length + index;
    const known = this.ends.get(key);
    if (known) return known;
    const outer = this.accepted;
    this.accepted = [];
    this.walk(root, at);
    const ends = [...new Set(this.accepted.filter((_, i) => i % 2 === 1))];
    this.accepted = outer;
    this.ends.set(key, ends);
    return ends;
  }

  private take(place: number): number {
    return this.states[place] ?? 0;
  }
}
