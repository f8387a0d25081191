/**
 * Follows a table of patterns along a sentence, one step for each token.
 *
 * All ways through the table that are open at once are one state here, and where a word leads from a state is
 * found once and kept: most words lead from most states nowhere, which a few bits say at once.
 */
import { beginsWithCapital } from '../document/capitals.ts';
import { byLexeme, type Lexeme } from '../document/lexeme.ts';
import { lexemeOf } from '../document/tokens.ts';
import type { Token } from '../document/types.ts';
import type { PatternTable } from './pattern-table.ts';

/** Beyond this many states the memory is dropped, so that a huge text cannot fill it. */
const MOST_STATES = 6000;
/** Marks that a gap never crosses. */
const GAP_STOPS = new Set(['.', ';', ':', '!', '?', '"', '(', ')']);

/** What a token is beside its word; the sum tells all of it. */
const Sort = { Number: 1, Capital: 2, GapStop: 4 } as const;
const SORTS = 8;
/** Words share the bits of so many numbers in the row of a state. */
const WORD_NUMBERS = 6;
/** In tokens; for a longer one more room is made. */
const LONG_SENTENCE = 200;
/** No class to go on behind. */
const OUTERMOST = 0;

/**
 * Ways through the table that are open together. What stands behind a gap is followed by itself from each token that
 * the gap reaches, so that states do not have to tell how much of each gap is left: there would be no end of them.
 *
 * What each step asks of a state lies in a row of numbers of its own; here is what is asked when a way is new.
 */
interface State {
  /** The families whose phrases end here. */
  readonly accepts: readonly number[];
  /** Lists of words in the table, each with the classes within which it is read. */
  readonly words: ReadonlyMap<number, readonly number[]>;
  /** Pairs of a place and the classes within which it is read. */
  readonly numbers: readonly number[];
  readonly capitals: readonly number[];
  /** The same, behind the number of tokens that may be passed over before. */
  readonly gaps: readonly number[];
  /** The rows of the states to which the gaps lead that reach over so many tokens. */
  readonly beyond: (number | undefined)[];
  /** The rows of the states to which tokens lead whose words some list may have, by word and sort. */
  readonly next: Map<number, number>;
}

/** What stands where in the row of a state: sixteen numbers, so that a step reads one line of the processor's memory. */
const Row = {
  /** Families whose phrases end here: how many. */
  Accepts: 0,
  /** Tokens that the longest gap reaches over. */
  Reach: 1,
  /** Bits, each of which stands for many words: a word without its bit is in none of the lists. */
  Words: 2,
  /** Where tokens lead whose words no list has, by their sort. */
  Others: 2 + WORD_NUMBERS,
  Size: 16,
} as const;
/** No state: no way goes on. */
const NOWHERE = 0;
/** Not looked up yet. */
const UNKNOWN = -1;

/** The ways on from the root: for each word the number of its first one, from 1, and for each way that of the next. */
interface WaysByWord {
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** Where it leads, and the classes within which it is read. */
  readonly to: Int32Array;
  readonly nestings: Int32Array;
}

/** A sentence that is being matched. */
interface Sentence {
  /** Tokens in it; what stands behind them in the lists is of an earlier sentence. */
  count: number;
  /** The number of each token's word; -1 for one that no pattern has. */
  words: Int32Array;
  sorts: Uint8Array;
  /** Families found at the token that is looked at, and the ends of their longest phrases, in pairs. */
  longest: number[];
}

/** Follows one table; what it finds out on the way serves all sentences. */
export class PatternRunner {
  private readonly table: Int32Array;
  private readonly classes: readonly number[];
  private readonly rootPlace: number;
  /** Words in the table. */
  private readonly words: number;
  private readonly wordOf: (lexeme: Lexeme) => number;
  private readonly sentence: Sentence = {
    count: 0,
    words: new Int32Array(LONG_SENTENCE),
    sorts: new Uint8Array(LONG_SENTENCE),
    longest: [],
  };
  /** States by the number of their row, from 1. */
  private states: (State | undefined)[] = [undefined];
  private rows = new Int32Array(Row.Size);
  private numbers = new Map<string, number>();
  private root = NOWHERE;
  /** Where tokens lead from there, by word and sort; nearly each of them leads nowhere. */
  private fromRoot: (number | undefined)[] = [];
  private ways: WaysByWord | undefined;
  /** Classes within classes: where to go on behind each, and the number of the outer ones. */
  private readonly onward: number[] = [0];
  private readonly outer: number[] = [OUTERMOST];
  private readonly nestings = new Map<number, number>();

  constructor({ states, classes, root, words }: PatternTable) {
    this.table = new Int32Array(states);
    this.classes = classes;
    this.rootPlace = root;
    const ids = new Map<string, number>();
    for (let id = 0; id < words.length; id += 1) ids.set(words[id] as string, id);
    this.words = words.length;
    this.wordOf = byLexeme((norm) => ids.get(norm) ?? -1);
  }

  /**
   * Finds the longest phrase of each family at each token.
   *
   * @param found - Told of each by the family's number, its first token, and the one after its last: by first
   *   token, and then by family.
   */
  match(tokens: readonly Token[], found: (family: number, first: number, last: number) => void): void {
    const count = tokens.length;
    const { sentence } = this;
    if (count > sentence.words.length) {
      sentence.words = new Int32Array(2 * count);
      sentence.sorts = new Uint8Array(2 * count);
    }
    sentence.count = count;
    const { words, sorts } = sentence;
    for (let at = 0; at < count; at += 1) {
      const token = tokens[at] as Token;
      words[at] = this.wordOf(lexemeOf(token));
      sorts[at] = sortOf(token);
    }
    if (this.states.length > MOST_STATES) this.forget();
    if (this.root === NOWHERE) this.root = this.stateAt([this.rootPlace, OUTERMOST]);
    const { root } = this;
    // A phrase begins with a word as a rule, and most words begin none.
    const begins = this.ask(root, Row.Accepts) === 0 && this.ask(root, Row.Reach) === 0;
    for (let first = 0; first < count; first += 1) {
      if (begins) {
        const state = this.stepFromRoot(words[first] as number, sorts[first] as number);
        if (state === NOWHERE) continue;
        this.walk(sentence, state, first + 1);
      } else this.walk(sentence, root, first);
      const { longest } = sentence;
      if (longest.length === 0) continue;
      for (let one = 0; one < longest.length; one += 2)
        found(longest[one] as number, first, longest[one + 1] as number);
      sentence.longest = [];
    }
  }

  private forget(): void {
    this.states = [undefined];
    this.numbers = new Map();
    this.root = NOWHERE;
    this.fromRoot = [];
  }

  private waysByWord(lists: State['words']): WaysByWord {
    let size = 1;
    for (const [list, nestings] of lists) size += this.take(list) * nestings.length;
    const ways = {
      first: new Int32Array(this.words),
      next: new Int32Array(size),
      to: new Int32Array(size),
      nestings: new Int32Array(size),
    };
    // From the last to the first, so that each word has its ways in the order of the lists.
    for (const [list, nestings] of [...lists].reverse()) {
      const count = this.take(list);
      for (const nesting of [...nestings].reverse())
        for (let entry = list + 1; entry <= list + count; entry += 1) {
          const word = this.take(entry);
          size -= 1;
          ways.to[size] = this.take(entry + count);
          ways.nestings[size] = nesting;
          ways.next[size] = ways.first[word] as number;
          ways.first[word] = size;
        }
    }
    return ways;
  }

  private ask(state: number, what: number): number {
    return this.rows[state * Row.Size + what] as number;
  }

  private stepFromRoot(word: number, sort: number): number {
    const key = (word + 1) * SORTS + sort;
    const before = this.fromRoot[key];
    if (before !== undefined) return before;
    const found = word < 0 ? this.step(this.root, word, sort) : this.stateAfterRoot(word, sort);
    this.fromRoot[key] = found;
    return found;
  }

  /** As `stateAfter`; each word of a draft is asked for here, so that its ways are not looked for list by list. */
  private stateAfterRoot(word: number, sort: number): number {
    const { words, numbers, capitals } = this.states[this.root] as State;
    this.ways ??= this.waysByWord(words);
    const places = [...(sort & Sort.Number ? numbers : []), ...(sort & Sort.Capital ? capitals : [])];
    const { first, next, to, nestings } = this.ways;
    for (let way = first[word] as number; way !== 0; way = next[way] as number)
      places.push(to[way] as number, nestings[way] as number);
    return places.length > 0 ? this.stateAt(places) : NOWHERE;
  }

  /** Goes on from a state that is reached before a token. */
  private walk(sentence: Sentence, from: number, before: number): void {
    const { words, sorts, count } = sentence;
    let state = from;
    for (let at = before; state !== NOWHERE; at += 1) {
      if (this.ask(state, Row.Accepts) > 0)
        for (const family of (this.states[state] as State).accepts) note(sentence.longest, family, at);
      const reach = this.ask(state, Row.Reach);
      for (let over = 1; over <= reach; over += 1) {
        const last = at + over - 1;
        if (last >= count || ((sorts[last] as number) & Sort.GapStop) !== 0) break;
        this.walk(sentence, this.beyond(state, over), at + over);
      }
      if (at >= count) return;
      state = this.step(state, words[at] as number, sorts[at] as number);
    }
  }

  private beyond(from: number, over: number): number {
    const state = this.states[from] as State;
    const before = state.beyond[over];
    if (before !== undefined) return before;
    const places: number[] = [];
    for (let at = 0; at < state.gaps.length; at += 3)
      if ((state.gaps[at] as number) >= over)
        places.push(state.gaps[at + 1] as number, state.gaps[at + 2] as number);
    const found = this.stateAt(places);
    state.beyond[over] = found;
    return found;
  }

  private step(state: number, word: number, sort: number): number {
    const row = state * Row.Size;
    if (word < 0 || (((this.rows[row + placeOfBit(word)] as number) >>> (word & 31)) & 1) === 0) {
      const place = row + Row.Others + sort;
      const other = this.rows[place] as number;
      if (other !== UNKNOWN) return other;
      const found = this.stateAfter(state, -1, sort);
      this.rows[place] = found;
      return found;
    }
    const { next } = this.states[state] as State;
    const key = word * SORTS + sort;
    const before = next.get(key);
    if (before !== undefined) return before;
    const found = this.stateAfter(state, word, sort);
    next.set(key, found);
    return found;
  }

  private stateAfter(from: number, word: number, sort: number): number {
    const state = this.states[from] as State;
    const places: number[] = [];
    if (sort & Sort.Number) for (const one of state.numbers) places.push(one);
    if (sort & Sort.Capital) for (const one of state.capitals) places.push(one);
    if (word >= 0)
      for (const [list, nestings] of state.words) {
        const to = this.after(list, word);
        if (to > 0) for (const nesting of nestings) places.push(to, nesting);
      }
    return places.length > 0 ? this.stateAt(places) : NOWHERE;
  }

  /** The state of all ways that begin at some places. */
  private stateAt(places: readonly number[]): number {
    const key = places.join();
    const before = this.numbers.get(key);
    if (before !== undefined) return before;
    const made = this.opened(places);
    this.numbers.set(key, made);
    return made;
  }

  /** Follows from some places all that takes no token. */
  private opened(places: readonly number[]): number {
    const accepts = new Set<number>();
    const words = new Map<number, number[]>();
    const numbers: number[] = [];
    const capitals: number[] = [];
    const gaps: number[] = [];
    let reach = 0;
    const made = this.states.length;
    const row = made * Row.Size;
    if (row + Row.Size > this.rows.length) {
      const more = new Int32Array(2 * this.rows.length + Row.Size);
      more.set(this.rows);
      this.rows = more;
    }
    this.rows.fill(0, row, row + Row.Others);
    this.rows.fill(UNKNOWN, row + Row.Others, row + Row.Others + SORTS);
    const pending = [...places];
    const seen = new Set<number>();
    for (let next = 0; next < pending.length; next += 2) {
      let at = pending[next] as number;
      const nesting = pending[next + 1] as number;
      const one = nesting * this.table.length + at;
      if (seen.has(one)) continue;
      seen.add(one);
      for (let left = this.take(at++); left > 0; left -= 1) {
        const family = this.take(at++);
        if (nesting === OUTERMOST) accepts.add(family);
        else pending.push(this.onward[nesting] as number, this.outer[nesting] as number);
      }
      for (let left = this.take(at++); left > 0; left -= 1) {
        const most = this.take(at++);
        const to = this.take(at++);
        pending.push(to, nesting);
        if (most > 0) gaps.push(most, to, nesting);
        reach = Math.max(reach, most);
      }
      const number = this.take(at++);
      const capital = this.take(at++);
      if (number > 0) numbers.push(number, nesting);
      if (capital > 0) capitals.push(capital, nesting);
      for (let left = this.take(at++); left > 0; left -= 1) {
        const root = this.classes[this.take(at++)] as number;
        pending.push(root, this.within(nesting, this.take(at++)));
      }
      const count = this.take(at);
      if (count === 0) continue;
      const nestings = words.get(at);
      if (nestings) {
        nestings.push(nesting);
        continue;
      }
      words.set(at, [nesting]);
      for (let entry = at + 1; entry <= at + count; entry += 1) {
        const word = this.take(entry);
        const place = row + placeOfBit(word);
        this.rows[place] = (this.rows[place] as number) | (1 << (word & 31));
      }
    }
    const sorted = [...accepts].sort((a, b) => a - b);
    this.rows[row + Row.Accepts] = sorted.length;
    this.rows[row + Row.Reach] = reach;
    this.states.push({ accepts: sorted, words, numbers, capitals, gaps, beyond: [], next: new Map() });
    return made;
  }

  /** The number of a class within others, behind which the table goes on at a place. */
  private within(outer: number, onward: number): number {
    const key = outer * this.table.length + onward;
    const before = this.nestings.get(key);
    if (before !== undefined) return before;
    const made = this.onward.length;
    this.onward.push(onward);
    this.outer.push(outer);
    this.nestings.set(key, made);
    return made;
  }

  /** The state after a word, in the list of words at a place; 0 for none. */
  private after(place: number, word: number): number {
    const count = this.take(place);
    let low = place + 1;
    let high = place + count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.take(middle) < word) low = middle + 1;
      else high = middle;
    }
    return this.take(low) === word ? this.take(low + count) : 0;
  }

  private take(place: number): number {
    return this.table[place] as number;
  }
}

/** Where the number with the bit of a word stands in a row. */
function placeOfBit(word: number): number {
  return Row.Words + ((word >>> 5) % WORD_NUMBERS);
}

function sortOf({ norm, text, isWord }: Token): number {
  const digit = norm.charCodeAt(0) - 48;
  const number = digit >= 0 && digit < 10 ? Sort.Number : 0;
  if (!isWord) return number | (GAP_STOPS.has(norm) ? Sort.GapStop : 0);
  return (
    number |
    (beginsWithCapital(text) ? Sort.Capital : 0) |
    (norm.length === 1 && GAP_STOPS.has(norm) ? Sort.GapStop : 0)
  );
}

/** Notes a phrase of a family that ends before a token, where it is the longest. Families are kept in order. */
function note(longest: number[], family: number, end: number): void {
  let at = 0;
  while (at < longest.length && (longest[at] as number) < family) at += 2;
  if (longest[at] === family) longest[at + 1] = Math.max(longest[at + 1] as number, end);
  else longest.splice(at, 0, family, end);
}
