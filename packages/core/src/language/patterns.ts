/**
 * Phrase patterns, compiled once into one automaton over tokens.
 *
 * The automaton has no loops, so matching takes time linear in the number of tokens.
 */
import type { TextRange, Token } from '../document/types.ts';
import { type Element, parsePattern } from './pattern-syntax.ts';

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
  readonly id: number;
  words?: Map<string, State>;
  /** Classes that may stand here, each matched by an automaton of its own. */
  classes?: Map<PhraseClass, State>;
  /** States that are reached without a token. */
  joins?: State[];
  number?: State;
  capital?: State;
  gaps?: { readonly most: number; readonly to: State }[];
  accepts?: number[];
}

/** The phrases of a class, compiled once and shared by all patterns that name it. */
interface PhraseClass {
  readonly index: number;
  readonly root: State;
}

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
  const builder = new Builder();
  for (const [name, phrases] of Object.entries(classes)) builder.addClass(name, phrases);
  const root = builder.state();
  names.forEach((name, family) => {
    for (const pattern of families[name]) builder.add(root, pattern, family);
  });
  const longest = new Int32Array(names.length);
  return {
    match(tokens) {
      const hits: Hit<F>[] = [];
      const run: Run = { tokens, classCount: builder.classes.size, ends: new Map() };
      const touched: number[] = [];
      const accept = (family: number, end: number) => {
        if (longest[family] === 0) touched.push(family);
        if ((longest[family] ?? 0) < end) longest[family] = end;
      };
      for (let first = 0; first < tokens.length; first += 1) {
        walk(run, root, first, accept);
        if (touched.length === 0) continue;
        const start = tokens[first]?.start ?? 0;
        for (const family of touched.sort((a, b) => a - b)) {
          const last = longest[family] ?? 0;
          const name = names[family];
          const end = tokens[last - 1]?.end;
          if (name !== undefined && end !== undefined) hits.push({ family: name, first, last, start, end });
          longest[family] = 0;
        }
        touched.length = 0;
      }
      return hits;
    },
  };
}

/** One sentence being matched. */
interface Run {
  readonly tokens: readonly Token[];
  readonly classCount: number;
  /** Where the phrases of a class that begin at a token end, by token and class. */
  readonly ends: Map<number, readonly number[]>;
}

type Accept = (accepted: number, end: number) => void;

function walk(run: Run, state: State, at: number, accept: Accept): void {
  if (state.accepts) for (const accepted of state.accepts) accept(accepted, at);
  if (state.joins) for (const shared of state.joins) walk(run, shared, at, accept);
  const token = run.tokens[at];
  if (!token) return;
  const next = state.words?.get(token.norm);
  if (next) walk(run, next, at + 1, accept);
  if (state.classes) {
    for (const [phraseClass, to] of state.classes) {
      for (const end of endsOf(run, phraseClass, at)) walk(run, to, end, accept);
    }
  }
  if (state.number && /^\d/.test(token.norm)) walk(run, state.number, at + 1, accept);
  if (state.capital && token.isWord && /^\p{Lu}/u.test(token.text)) walk(run, state.capital, at + 1, accept);
  if (!state.gaps) return;
  for (const gap of state.gaps) {
    for (let skipped = 0, to = at; skipped <= gap.most; skipped += 1, to += 1) {
      walk(run, gap.to, to, accept);
      const over = run.tokens[to];
      if (!over || GAP_STOPS.has(over.norm)) break;
    }
  }
}

const NONE: readonly number[] = [];

function endsOf(run: Run, phraseClass: PhraseClass, at: number): readonly number[] {
  const { root } = phraseClass;
  const norm = run.tokens[at]?.norm ?? '';
  // Most classes cannot begin at most words; that must cost next to nothing.
  const onlyWords = !(root.classes || root.number || root.capital || root.gaps || root.joins);
  if (onlyWords && !root.words?.has(norm)) return NONE;
  const key = at * run.classCount + phraseClass.index;
  const known = run.ends.get(key);
  if (known) return known;
  const ends: number[] = [];
  walk(run, root, at, (_, end) => {
    if (!ends.includes(end)) ends.push(end);
  });
  run.ends.set(key, ends);
  return ends;
}

/** Makes the states of one automaton. */
class Builder {
  readonly classes = new Map<string, PhraseClass>();
  private count = 0;
  private readonly joined = new Map<string, State>();

  state(): State {
    this.count += 1;
    return { id: this.count };
  }

  addClass(name: string, phrases: readonly string[]): void {
    const made: PhraseClass = { index: this.classes.size, root: this.state() };
    for (const phrase of phrases) this.add(made.root, phrase, 0);
    this.classes.set(name, made);
  }

  /** Adds a pattern to an automaton, so that its end accepts `accepted`. */
  add(root: State, pattern: string, accepted: number): void {
    for (const state of this.extend([root], parsePattern(pattern, this.classes))) {
      if (state === root) throw new SyntaxError(`Pattern "${pattern}" matches nothing at all`);
      state.accepts ??= [];
      if (!state.accepts.includes(accepted)) state.accepts.push(accepted);
    }
  }

  /** Adds the elements after each state of a frontier and returns the new frontier. */
  extend(from: readonly State[], elements: readonly Element[]): State[] {
    let frontier = [...from];
    for (const element of elements) frontier = this.step(this.join(frontier), element);
    return frontier;
  }

  /** Leads all states of a frontier to one, so that what follows a class is built once and not for each phrase. */
  private join(frontier: State[]): State[] {
    if (frontier.length < 2) return frontier;
    const key = frontier.map(({ id }) => id).join();
    let shared = this.joined.get(key);
    if (!shared) {
      shared = this.state();
      this.joined.set(key, shared);
      for (const state of frontier) state.joins = [...(state.joins ?? []), shared];
    }
    return [shared];
  }

  private step(frontier: readonly State[], element: Element): State[] {
    if (element.type === 'choice') {
      const reached = new Set<State>(element.optional ? frontier : []);
      for (const elements of element.options)
        for (const state of this.extend(frontier, elements)) reached.add(state);
      return [...reached];
    }
    return frontier.map((state) => {
      if (element.type === 'word') {
        state.words ??= new Map();
        return this.next(state.words, element.norm);
      }
      if (element.type === 'class') {
        const named = this.classes.get(element.name);
        if (!named) throw new SyntaxError(`No class @${element.name}`);
        state.classes ??= new Map();
        return this.next(state.classes, named);
      }
      if (element.type === 'gap') {
        const same = state.gaps?.find((gap) => gap.most === element.most);
        if (same) return same.to;
        const to: State = this.state();
        state.gaps = [...(state.gaps ?? []), { most: element.most, to }];
        return to;
      }
      const next = state[element.type] ?? this.state();
      state[element.type] = next;
      return next;
    });
  }

  private next<K>(steps: Map<K, State>, key: K): State {
    const known = steps.get(key);
    if (known) return known;
    const made = this.state();
    steps.set(key, made);
    return made;
  }
}
