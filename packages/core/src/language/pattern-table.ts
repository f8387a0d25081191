/**
 * Phrase patterns as one automaton in a flat table of numbers, which can be stored and read back.
 *
 * The automaton has no loops. States that continue alike are one state, so the table is small.
 */
import { type Element, mayBeNothing, parsePattern } from './pattern-syntax.ts';

/** A compiled set of patterns. Plain data: it goes through JSON unchanged. */
export interface PatternTable {
  /** Names of the families, in the order of their numbers. */
  readonly families: readonly string[];
  /** Every word of every pattern, in the order of their numbers. */
  readonly words: readonly string[];
  /** Where the state lies at which the patterns begin. */
  readonly root: number;
  /** The same for the phrases of each class. */
  readonly classes: readonly number[];
  /**
   * The states. Each is a row of counted lists: what it accepts; pairs of a gap's length and the state
   * after it; the states after a number and after a capitalised word (0 for none); pairs of a class and
   * the state after it; words in ascending order, and then the states after them.
   */
  readonly states: ArrayLike<number>;
}

/** Most states have one way on, or none: what a state lacks is not made. */
interface State {
  readonly id: number;
  accepts?: number[];
  /** Gaps by length; a gap of no word joins states that continue alike. */
  gaps?: { readonly most: number; readonly to: State }[];
  words?: Map<string, State>;
  /** Classes that may stand here, each matched by an automaton of its own. */
  classes?: Map<number, State>;
  number?: State;
  capital?: State;
}

/**
 * Compiles families of patterns into a table.
 *
 * @param families - Patterns by family name.
 * @param classes - Phrases by class name, for `@name`; a class may use classes declared before it.
 * @throws {SyntaxError} when a pattern is malformed, names an unknown class or matches nothing at all.
 */
export function compileTable(
  families: Readonly<Record<string, readonly string[]>>,
  classes: Readonly<Record<string, readonly string[]>>,
): PatternTable {
  const builder = new Builder();
  const classRoots = Object.entries(classes).map(([name, phrases]) => builder.addClass(name, phrases));
  const root = builder.state();
  Object.values(families).forEach((patterns, family) => {
    for (const pattern of patterns) builder.add(root, pattern, family);
  });
  const writer = new Writer();
  return {
    classes: classRoots.map((state) => writer.write(state)),
    root: writer.write(root),
    families: Object.keys(families),
    words: [...writer.words.keys()],
    states: writer.states,
  };
}

/** Makes the states of an automaton. */
class Builder {
  private readonly classes = new Map<string, number>();
  private readonly joined = new Map<string, State>();
  private count = 0;

  state(): State {
    this.count += 1;
    return { id: this.count };
  }

  addClass(name: string, phrases: readonly string[]): State {
    const root = this.state();
    for (const phrase of phrases) this.add(root, phrase, 0);
    this.classes.set(name, this.classes.size);
    return root;
  }

  /** Adds a pattern to an automaton, so that its end accepts `accepted`. */
  add(root: State, pattern: string, accepted: number): void {
    const elements = parsePattern(pattern, this.classes);
    if (elements.every(mayBeNothing)) throw new SyntaxError(`Pattern "${pattern}" matches nothing at all`);
    for (const state of this.extend([root], elements)) {
      state.accepts ??= [];
      if (!state.accepts.includes(accepted)) state.accepts.push(accepted);
    }
  }

  /** Adds the elements after each state of a frontier and returns the new frontier. */
  private extend(from: readonly State[], elements: readonly Element[]): readonly State[] {
    let frontier = from;
    for (const element of elements) frontier = this.step(this.join(frontier), element);
    return frontier;
  }

  /** Leads all states of a frontier to one, so that what follows is built once and not after each of them. */
  private join(frontier: readonly State[]): readonly State[] {
    if (frontier.length < 2) return frontier;
    const key = frontier.map(({ id }) => id).join();
    let shared = this.joined.get(key);
    if (!shared) {
      shared = this.state();
      this.joined.set(key, shared);
      for (const state of frontier) state.gaps = [...(state.gaps ?? []), { most: 0, to: shared }];
    }
    return [shared];
  }

  private step(frontier: readonly State[], element: Element): readonly State[] {
    if (element.type !== 'choice') return frontier.map((state) => this.follow(state, element));
    const reached = new Set<State>(element.optional ? frontier : []);
    for (const elements of element.options)
      for (const state of this.extend(frontier, elements)) reached.add(state);
    return [...reached];
  }

  /** The state that an element leads to, made when it is not there yet. */
  private follow(state: State, element: Exclude<Element, { readonly type: 'choice' }>): State {
    if (element.type === 'word') {
      state.words ??= new Map();
      return this.next(state.words, element.norm);
    }
    if (element.type === 'class') {
      state.classes ??= new Map();
      return this.next(state.classes, this.classes.get(element.name) ?? 0);
    }
    if (element.type === 'gap') {
      const same = state.gaps?.find(({ most }) => most === element.most && most > 0);
      const to = same?.to ?? this.state();
      if (!same) state.gaps = [...(state.gaps ?? []), { most: element.most, to }];
      return to;
    }
    const next = state[element.type] ?? this.state();
    state[element.type] = next;
    return next;
  }

  private next<K>(steps: Map<K, State>, key: K): State {
    const known = steps.get(key);
    if (known) return known;
    const made = this.state();
    steps.set(key, made);
    return made;
  }
}

/** Writes states into a table, those that others lead to first. */
class Writer {
  /** Place 0 stands for no state. */
  readonly states: number[] = [0];
  readonly words = new Map<string, number>();
  private readonly places = new Map<State, number>();
  private readonly rows = new Map<string, number>();

  /** Writes a state and all that follow it; returns its place. */
  write(state: State): number {
    const known = this.places.get(state);
    if (known !== undefined) return known;
    const row = this.row(state);
    const key = row.join();
    let place = this.rows.get(key);
    if (place === undefined) {
      place = this.states.length;
      for (const entry of row) this.states.push(entry);
      this.rows.set(key, place);
    }
    this.places.set(state, place);
    return place;
  }

  private row({ accepts = [], gaps = [], number, capital, classes, words }: State): number[] {
    const row = [accepts.length, ...accepts, gaps.length];
    for (const { most, to } of gaps) row.push(most, this.write(to));
    row.push(number ? this.write(number) : 0, capital ? this.write(capital) : 0, classes?.size ?? 0);
    for (const [index, to] of classes ?? []) row.push(index, this.write(to));
    row.push(words?.size ?? 0);
    if (!words) return row;
    const steps: (readonly [word: number, to: number])[] = [];
    for (const [word, to] of words) steps.push([this.wordId(word), this.write(to)]);
    steps.sort(([a], [b]) => a - b);
    for (const [word] of steps) row.push(word);
    for (const [, to] of steps) row.push(to);
    return row;
  }

  private wordId(word: string): number {
    let id = this.words.get(word);
    if (id === undefined) {
      id = this.words.size;
      this.words.set(word, id);
    }
    return id;
  }
}
