import type { NarrativeDocument } from '../document/types.ts';
import type { Clause } from '../language/analysis.ts';
import { stretchesBySentence } from './stretches.ts';
import { ROLES, type Role, type Segment } from './types.ts';

/** A figure that is not known for sure: what is expected, and how far off it may well be (one standard deviation). */
export interface Estimate {
  readonly expected: number;
  readonly deviation: number;
}

/** A clause as it was read. */
export interface ReadClause {
  readonly words: number;
  /** Index of its sentence. */
  readonly sentence: number;
  /** 0 to 1 for each role, in the order of `ROLES`. */
  readonly probabilities: readonly number[];
}

/**
 * How a draft reads when no clause is held to its likeliest role. Counts made from roles jump when one clause
 * is read wrongly; those made from a reading do not, so limits and absences are judged by them.
 */
export type Reading = readonly ReadClause[];

/**
 * The reading of a draft by the probabilities of its clauses.
 *
 * @param node - Probability of each role of each clause, `clause * roles + role`.
 * @param before - An earlier reading and what it was made of: a clause that reads the same is taken from there.
 */
export function readingOfClauses(
  clauses: readonly Clause[],
  node: Float64Array,
  before?: { readonly reading: Reading; readonly node: Float64Array },
): Reading {
  const by = before ? before.reading.length - clauses.length : 0;
  const known = (at: number, old: number): ReadClause | undefined => {
    const clause = clauses[at] as Clause;
    const read = before?.reading[old];
    if (read?.words !== clause.words || read.sentence !== clause.sentence.index) return undefined;
    for (let role = 0; role < ROLES.length; role += 1)
      if (node[at * ROLES.length + role] !== before?.node[old * ROLES.length + role]) return undefined;
    return read;
  };
  return clauses.map(
    ({ words, sentence }, at) =>
      known(at, at) ??
      (by === 0 ? undefined : known(at, at + by)) ?? {
        words,
        sentence: sentence.index,
        probabilities: Array.from(node.subarray(at * ROLES.length, (at + 1) * ROLES.length)),
      },
  );
}

/** The reading of a draft whose roles are given: nothing in it is in doubt. */
export function readingOfSegments(document: NarrativeDocument, segments: readonly Segment[]): Reading {
  return stretchesBySentence(document, segments).map(({ words, sentence, segment }) => ({
    words,
    sentence,
    probabilities: ROLES.map((role) => (segment.role === role ? 1 : 0)),
  }));
}

/** Words with one of the roles. */
export function expectedWords(reading: Reading, roles: ReadonlySet<Role>): Estimate {
  const sum = new Sum();
  const places = placesOf(roles);
  for (const clause of reading) sum.add(chanceOf(clause, places), clause.words);
  return sum.estimate();
}

/** Sentences with a clause of one of the roles. */
export function expectedSentences(reading: Reading, roles: ReadonlySet<Role>): Estimate {
  const sum = new Sum();
  const places = placesOf(roles);
  for (let at = 0; at < reading.length; ) {
    const sentence = reading[at]?.sentence;
    let without = 1;
    for (; reading[at]?.sentence === sentence && at < reading.length; at += 1)
      without *= 1 - chanceOf(reading[at] as ReadClause, places);
    sum.add(1 - without, 1);
  }
  return sum.estimate();
}

/** 0 to 1: that at least one clause of the draft has the role. */
export function chanceOfAny(reading: Reading, role: Role): number {
  const places = placesOf(new Set([role]));
  let none = 1;
  for (const clause of reading) none *= 1 - chanceOf(clause, places);
  return 1 - none;
}

/** From this chance on a draft is taken to tell a setback of the writer's. */
export const TOLD = 0.5;

/** Where the probabilities of roles stand in those of a clause. */
function placesOf(roles: ReadonlySet<Role>): readonly number[] {
  return [...ROLES.keys()].filter((at) => roles.has(ROLES[at] as Role));
}

function chanceOf({ probabilities }: ReadClause, places: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += probabilities[places[at] as number] ?? 0;
  return Math.min(1, sum);
}

/** Adds up things that count with some chance, each by itself. */
class Sum {
  private expected = 0;
  private variance = 0;

  add(chance: number, size: number): void {
    this.expected += chance * size;
    this.variance += chance * (1 - chance) * size * size;
  }

  estimate(): Estimate {
    return { expected: this.expected, deviation: Math.sqrt(this.variance) };
  }
}
