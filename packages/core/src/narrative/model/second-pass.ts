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

/** Takes a feature of a clause by its number; asks for its name only to tell it to a person. */
type Visit = (clause: number, feature: number, text: (() => string) | undefined) => void;

/** Numbers that each kind of feature has for itself; the largest value of any is below it. */
const VALUES = 1024;
/** The hash of each feature, by its number. */
export const SECOND_PASS_IDS: Int32Array = Int32Array.from(
  { length: Object.keys(Kind).length * VALUES },
  (_, feature) => mix(SEED, Math.floor(feature / VALUES) * 100_000 + (feature % VALUES)),
);

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
  const ids: number[][] = clauses.map(() => []);
  visitSecondPass(clauses, node, (at, feature, text) => {
    const id = SECOND_PASS_IDS[feature] as number;
    ids[at]?.push(id);
    const name = describe && text?.();
    if (name) describe(at, id, name);
  });
  return ids.map((own) => Int32Array.from(own));
}

/** As `secondPassFeatures`, told one by one. */
export function visitSecondPass(clauses: readonly Clause[], node: Float64Array, visit: Visit): void {
  const view = viewOf(clauses, node);
  const amounts = Array.from(view.amount, (amount) => stepOf(amount, AMOUNTS));
  for (let at = 0; at < clauses.length; at += 1) {
    const clause = clauses[at] as Clause;
    const own = view.label[at] as number;
    const add = (kind: Kind, value: number, text?: () => string) => visit(at, kind * VALUES + value, text);
    for (let role = 0; role < ROLES; role += 1)
      add(Kind.Own, role * 10 + stepOf(node[at * ROLES + role] as number, STEPS));
    addNeighbours(clauses, view, at, add);
    for (let role = 0; role < ROLES; role += 1) {
      const before = (view.before[at * ROLES + role] as number) > READS ? 2 : 0;
      const after = (view.after[(at + 1) * ROLES + role] as number) > READS ? 1 : 0;
      const name = SPOKEN[ROLE_ORDER[role] as Role];
      add(Kind.Elsewhere, role * 4 + before + after, () => saysWhere(name, before > 0, after > 0));
      add(Kind.ElsewhereAndOwn, (role * 4 + before + after) * 10 + own);
      const { paragraph, sentence } = view.around(clause, role);
      add(Kind.Paragraph, role * 10 + (stepOf(paragraph, STEPS) >> 1));
      add(Kind.Sentence, role * 10 + (sentence < 0 ? 0 : 1 + (stepOf(sentence, STEPS) >> 1)));
      if (role === ROLES - 1) continue;
      const amount = amounts[role] as number;
      add(Kind.Amount, role * 10 + amount);
      add(Kind.AmountAndOwn, (role * 10 + amount) * 10 + own);
    }
    const first = distance(clause, view.firstSetback);
    add(Kind.FromFirst, first);
    add(Kind.FromFirstAndOwn, first * 10 + own);
    add(Kind.FromLast, distance(clause, view.lastSetback));
  }
}

interface View {
  /** The likeliest role of each clause. */
  readonly label: Int32Array;
  /** The highest probability of each role before a clause, and from a clause on. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Expected number of clauses of each role. */
  readonly amount: Float64Array;
  readonly firstSetback: Clause | undefined;
  readonly lastSetback: Clause | undefined;
  /** The highest probability of a role elsewhere in the paragraph and in the sentence; -1 where the clause is alone in its sentence. */
  around(clause: Clause, role: number): { paragraph: number; sentence: number };
}

function viewOf(clauses: readonly Clause[], node: Float64Array): View {
  const count = clauses.length;
  const label = new Int32Array(count);
  const before = new Float64Array((count + 1) * ROLES);
  const after = new Float64Array((count + 2) * ROLES);
  const amount = new Float64Array(ROLES);
  const probability = (at: number, role: number) => node[at * ROLES + role] as number;
  for (let at = 0; at < count; at += 1) {
    for (let role = 0; role < ROLES; role += 1) {
      const value = probability(at, role);
      if (value > probability(at, label[at] as number)) label[at] = role;
      before[(at + 1) * ROLES + role] = Math.max(before[at * ROLES + role] as number, value);
      amount[role] = (amount[role] as number) + value;
    }
  }
  for (let at = count - 1; at >= 0; at -= 1)
    for (let role = 0; role < ROLES; role += 1)
      after[at * ROLES + role] = Math.max(after[(at + 1) * ROLES + role] as number, probability(at, role));
  const told = clauses.filter((_, at) => probability(at, 0) > READS);
  const paragraphs = topTwo(clauses, node, (clause) => clause.sentence.paragraph);
  const sentences = topTwo(clauses, node, (clause) => clause.sentence.index);
  return {
    label,
    before,
    after,
    amount,
    firstSetback: told[0],
    lastSetback: told.at(-1),
    around(clause, role) {
      const paragraph = paragraphs(clause.sentence.paragraph, role, clause.index);
      return {
        paragraph: Math.max(0, paragraph),
        sentence: sentences(clause.sentence.index, role, clause.index),
      };
    },
  };
}

/** The highest probability of a role among the clauses of a group, one clause left out; -1 where it is alone. */
function topTwo(
  clauses: readonly Clause[],
  node: Float64Array,
  groupOf: (clause: Clause) => number,
): (group: number, role: number, without: number) => number {
  const best = new Map<number, { at: Int32Array; first: Float64Array; second: Float64Array }>();
  clauses.forEach((clause, index) => {
    const group = groupOf(clause);
    let tops = best.get(group);
    if (!tops) {
      tops = {
        at: new Int32Array(ROLES).fill(-1),
        first: new Float64Array(ROLES).fill(-1),
        second: new Float64Array(ROLES).fill(-1),
      };
      best.set(group, tops);
    }
    for (let role = 0; role < ROLES; role += 1) {
      const value = node[index * ROLES + role] as number;
      if (value > (tops.first[role] as number)) {
        tops.second[role] = tops.first[role] as number;
        tops.first[role] = value;
        tops.at[role] = index;
      } else if (value > (tops.second[role] as number)) tops.second[role] = value;
    }
  });
  return (group, role, without) => {
    const tops = best.get(group);
    if (!tops) return -1;
    return (tops.at[role] === without ? tops.second[role] : tops.first[role]) as number;
  };
}

function addNeighbours(
  clauses: readonly Clause[],
  view: View,
  at: number,
  add: (kind: Kind, value: number, text?: () => string) => void,
): void {
  const own = view.label[at] as number;
  const { sentence } = clauses[at] as Clause;
  for (let offset = -REACH; offset <= REACH; offset += 1) {
    if (offset === 0) continue;
    const neighbour = clauses[at + offset];
    const label = neighbour ? (view.label[at + offset] as number) : EDGE;
    const apart =
      !neighbour || neighbour.sentence.index === sentence.index
        ? 0
        : neighbour.sentence.paragraph === sentence.paragraph
          ? 1
          : 2;
    const place = (offset + REACH) * 10 + label;
    const role = ROLE_ORDER[label];
    const text =
      role === undefined || role === 'other' || Math.abs(offset) > 1
        ? undefined
        : () => `${SPOKEN[role]} right ${offset < 0 ? 'before' : 'after'} it`;
    add(Kind.Neighbour, place * 3 + apart, text);
    add(Kind.NeighbourAndOwn, place * 10 + own);
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
