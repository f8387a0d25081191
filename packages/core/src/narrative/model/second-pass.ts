import type { Clause } from '../../language/analysis.ts';
import { ROLE_ORDER } from '../pattern-weights.ts';
import type { Role } from '../types.ts';
import { hashText, mix } from './hash.ts';

/** Names a feature for a person; only asked for when somebody wants to know why. */
type Describe = (clause: number, id: number, text: string) => void;

const ROLES = ROLE_ORDER.length;
const SEED = hashText('second pass');
/** Clauses on each side whose first reading counts. */
const REACH = 3;
/** From this probability on, the first reading of a clause is taken to be what it tells. */
const READS = 0.5;
/** No clause: beyond the first or the last. */
const EDGE = ROLES;
/** Upper ends of the steps in which probabilities are told apart. */
const STEPS = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95];
/** The same for the expected number of clauses of a role in a draft. */
const AMOUNTS = [0.3, 1, 3];
const SPOKEN: Readonly<Record<Role, string>> = {
  setback: 'a setback',
  context: 'circumstances',
  excuse: 'an excuse',
  change: 'a change',
  evidence: 'evidence',
  growth: 'a lesson',
  other: 'another matter',
};

/** The kinds of second-pass features; each has its own number space. */
const Kind = {
  Own: 0,
  Neighbour: 1,
  NeighbourAndOwn: 2,
  Elsewhere: 3,
  ElsewhereAndOwn: 4,
  Paragraph: 5,
  Sentence: 6,
  FromFirst: 7,
  FromFirstAndOwn: 8,
  FromLast: 9,
  Amount: 10,
  AmountAndOwn: 11,
} as const;
type Kind = (typeof Kind)[keyof typeof Kind];

/** Numbers that each kind of feature has for itself; the largest value of any is below it. */
const VALUES = 1024;
/** Numbers that features may have are below it. */
export const SECOND_PASS_FEATURES = Object.keys(Kind).length * VALUES;

/** The hash of a feature, by its number. */
export function secondPassId(feature: number): number {
  return mix(SEED, Math.floor(feature / VALUES) * 100_000 + (feature % VALUES));
}

/**
 * What a first reading of the whole draft says of the surroundings of each clause: how the clauses beside it
 * read, what was told before and what comes after, how far the setback is.
 *
 * @param node - Probability of each role of each clause by the first pass, `clause * roles + role`.
 * @returns For each clause, feature hashes.
 */
export function secondPassFeatures(
  clauses: readonly Clause[],
  node: Float64Array,
  describe?: Describe,
): Int32Array[] {
  const rows = surroundingsOf(clauses, node);
  return clauses.map((_, at) => {
    const ids: number[] = [];
    visitFeatures(rows, at, (feature) => {
      const id = secondPassId(feature);
      ids.push(id);
      const name = describe && textOf(feature);
      if (name) describe(at, id, name);
    });
    return Int32Array.from(ids);
  });
}

/** Where each thing stands in a row of surroundings; what there is of each role takes as many numbers. */
const Place = {
  Steps: 0,
  Own: ROLES,
  Neighbours: ROLES + 1,
  Elsewhere: ROLES + 1 + 2 * REACH,
  Paragraph: 2 * ROLES + 1 + 2 * REACH,
  Sentence: 3 * ROLES + 1 + 2 * REACH,
  Amounts: 4 * ROLES + 1 + 2 * REACH,
  FromFirst: 5 * ROLES + 2 * REACH,
  FromLast: 5 * ROLES + 1 + 2 * REACH,
} as const;
/** Numbers in the row of a clause. */
export const SURROUNDINGS = Place.FromLast + 1;

/**
 * The surroundings of each clause as coarsely as features see them, `clause * SURROUNDINGS + place`. Equal rows
 * have equal features.
 */
export function surroundingsOf(clauses: readonly Clause[], node: Float64Array): Uint8Array {
  const count = clauses.length;
  const rows = new Uint8Array(count * SURROUNDINGS);
  const amount = new Float64Array(ROLES);
  /** The highest probability of each role so far. */
  const most = new Float64Array(ROLES);
  let first: Clause | undefined;
  let last: Clause | undefined;
  for (let at = 0; at < count; at += 1) {
    const row = at * SURROUNDINGS;
    let own = 0;
    for (let role = 0; role < ROLES; role += 1) {
      const value = node[at * ROLES + role] as number;
      if (value > (node[at * ROLES + own] as number)) own = role;
      rows[row + Place.Steps + role] = stepOf(value, STEPS);
      if ((most[role] as number) > READS) rows[row + Place.Elsewhere + role] = 2;
      if (value > (most[role] as number)) most[role] = value;
      amount[role] = (amount[role] as number) + value;
    }
    rows[row + Place.Own] = own;
    if ((node[at * ROLES] as number) > READS) {
      first ??= clauses[at];
      last = clauses[at];
    }
  }
  const amounts = Array.from(amount, (value) => stepOf(value, AMOUNTS));
  most.fill(0);
  for (let at = count - 1; at >= 0; at -= 1) {
    const row = at * SURROUNDINGS;
    const clause = clauses[at] as Clause;
    for (let role = 0; role < ROLES; role += 1) {
      if ((most[role] as number) > READS)
        rows[row + Place.Elsewhere + role] = (rows[row + Place.Elsewhere + role] as number) + 1;
      const value = node[at * ROLES + role] as number;
      if (value > (most[role] as number)) most[role] = value;
      if (role < ROLES - 1) rows[row + Place.Amounts + role] = amounts[role] as number;
    }
    rows[row + Place.FromFirst] = distance(clause, first);
    rows[row + Place.FromLast] = distance(clause, last);
    addNeighbours(rows, clauses, at);
  }
  addTops(rows, Place.Paragraph, clauses, node, (clause) => clause.sentence.paragraph);
  addTops(rows, Place.Sentence, clauses, node, (clause) => clause.sentence.index);
  return rows;
}

/** The features of a clause by their numbers, in an order that is always the same. */
export function visitFeatures(rows: Uint8Array, at: number, visit: (feature: number) => void): void {
  const row = at * SURROUNDINGS;
  const read = (place: number) => rows[row + place] as number;
  const add = (kind: Kind, value: number) => visit(kind * VALUES + value);
  const own = read(Place.Own);
  for (let role = 0; role < ROLES; role += 1) add(Kind.Own, role * 10 + read(Place.Steps + role));
  for (let beside = 0; beside < 2 * REACH; beside += 1) {
    const neighbour = read(Place.Neighbours + beside);
    const place = (beside < REACH ? beside : beside + 1) * 10 + Math.floor(neighbour / 3);
    add(Kind.Neighbour, place * 3 + (neighbour % 3));
    add(Kind.NeighbourAndOwn, place * 10 + own);
  }
  for (let role = 0; role < ROLES; role += 1) {
    const elsewhere = role * 4 + read(Place.Elsewhere + role);
    add(Kind.Elsewhere, elsewhere);
    add(Kind.ElsewhereAndOwn, elsewhere * 10 + own);
    const paragraph = read(Place.Paragraph + role);
    add(Kind.Paragraph, role * 10 + (paragraph === 0 ? 0 : paragraph - 1));
    add(Kind.Sentence, role * 10 + read(Place.Sentence + role));
    if (role === ROLES - 1) continue;
    const amount = role * 10 + read(Place.Amounts + role);
    add(Kind.Amount, amount);
    add(Kind.AmountAndOwn, amount * 10 + own);
  }
  const first = read(Place.FromFirst);
  add(Kind.FromFirst, first);
  add(Kind.FromFirstAndOwn, first * 10 + own);
  add(Kind.FromLast, read(Place.FromLast));
}

/** What a feature says, for a person; nothing for one that says little. */
function textOf(feature: number): string {
  const kind = Math.floor(feature / VALUES);
  const value = feature % VALUES;
  if (kind === Kind.Elsewhere) {
    const name = SPOKEN[ROLE_ORDER[value >> 2] as Role];
    return saysWhere(name, (value & 2) > 0, (value & 1) > 0);
  }
  if (kind !== Kind.Neighbour) return '';
  const place = Math.floor(value / 3);
  const offset = Math.floor(place / 10) - REACH;
  const role = ROLE_ORDER[place % 10];
  if (role === undefined || role === 'other' || Math.abs(offset) > 1) return '';
  return `${SPOKEN[role]} right ${offset < 0 ? 'before' : 'after'} it`;
}

/**
 * For each clause and role, in steps, the highest probability among the other clauses of its group; 0 where it is
 * alone. The clauses of a group follow each other.
 */
function addTops(
  rows: Uint8Array,
  place: number,
  clauses: readonly Clause[],
  node: Float64Array,
  groupOf: (clause: Clause) => number,
): void {
  for (let from = 0; from < clauses.length; ) {
    const group = groupOf(clauses[from] as Clause);
    let to = from + 1;
    while (to < clauses.length && groupOf(clauses[to] as Clause) === group) to += 1;
    for (let role = 0; to > from + 1 && role < ROLES; role += 1) {
      let best = from;
      let first = -1;
      let second = -1;
      for (let at = from; at < to; at += 1) {
        const value = node[at * ROLES + role] as number;
        if (value > first) {
          second = first;
          first = value;
          best = at;
        } else if (value > second) second = value;
      }
      const usual = 1 + (stepOf(first, STEPS) >> 1);
      for (let at = from; at < to; at += 1) rows[at * SURROUNDINGS + place + role] = usual;
      rows[best * SURROUNDINGS + place + role] = 1 + (stepOf(second, STEPS) >> 1);
    }
    from = to;
  }
}

function addNeighbours(rows: Uint8Array, clauses: readonly Clause[], at: number): void {
  const { sentence } = clauses[at] as Clause;
  for (let beside = 0; beside < 2 * REACH; beside += 1) {
    const other = at + (beside < REACH ? beside - REACH : beside - REACH + 1);
    const neighbour = clauses[other];
    const label = neighbour ? (rows[other * SURROUNDINGS + Place.Own] as number) : EDGE;
    const apart =
      !neighbour || neighbour.sentence.index === sentence.index
        ? 0
        : neighbour.sentence.paragraph === sentence.paragraph
          ? 1
          : 2;
    rows[at * SURROUNDINGS + Place.Neighbours + beside] = label * 3 + apart;
  }
}

/** Where a role told elsewhere stands; `other` is not worth a word. */
function saysWhere(name: string, before: boolean, after: boolean): string {
  if (name === SPOKEN.other || before === after) return '';
  return before ? `comes after ${name}` : `comes before ${name}`;
}

/** Sentences from a clause to another, bounded; a number of its own where there is no other. */
function distance(clause: Clause, other: Clause | undefined): number {
  return other ? 4 + Math.max(-4, Math.min(8, clause.sentence.index - other.sentence.index)) : 20;
}

function stepOf(value: number, steps: readonly number[]): number {
  let step = 0;
  while (step < steps.length && value >= (steps[step] as number)) step += 1;
  return step;
}
