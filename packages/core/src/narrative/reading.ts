import type { NarrativeDocument } from '../document/types.ts';
import type { Clause } from '../language/analysis.ts';
import { stretchesBySentence } from './stretches.ts';
import { ROLES, type Role, type Segment } from './types.ts';

/** A figure that is not known for sure: what is expected, and how far off it may well be (one standard deviation). */
export interface Estimate {
  readonly expected: number;
  readonly deviation: number;
}

/**
 * How a draft reads when no clause is held to its likeliest role. Counts made from roles jump when one clause
 * is read wrongly; these do not, so limits and absences are judged by them.
 */
export interface Reading {
  /** Words with one of the roles. */
  words(roles: ReadonlySet<Role>): Estimate;
  /** Sentences with a clause of one of the roles. */
  sentences(roles: ReadonlySet<Role>): Estimate;
  /** 0 to 1: that at least one clause of the draft has the role. */
  chance(role: Role): number;
}

interface Piece {
  readonly words: number;
  readonly sentence: number;
  probability(role: Role): number;
}

const INDEX = new Map(ROLES.map((role, index) => [role, index]));

/**
 * The reading of a draft by the probabilities of its clauses.
 *
 * @param node - Probability of each role of each clause, `clause * roles + role`.
 */
export function readingOfClauses(clauses: readonly Clause[], node: Float64Array): Reading {
  return readingOf(
    clauses.map(({ words, sentence }, at) => ({
      words,
      sentence: sentence.index,
      probability: (role) => node[at * ROLES.length + (INDEX.get(role) ?? 0)] ?? 0,
    })),
  );
}

/** The reading of a draft whose roles are given: nothing in it is in doubt. */
export function readingOfSegments(document: NarrativeDocument, segments: readonly Segment[]): Reading {
  return readingOf(
    stretchesBySentence(document, segments).map(({ words, sentence, segment }) => ({
      words,
      sentence,
      probability: (role) => (segment.role === role ? 1 : 0),
    })),
  );
}

function readingOf(pieces: readonly Piece[]): Reading {
  const chanceOf = (piece: Piece, roles: ReadonlySet<Role>) => {
    let sum = 0;
    for (const role of roles) sum += piece.probability(role);
    return Math.min(1, sum);
  };
  return {
    words: (roles) =>
      estimate(pieces.map((piece): [number, number] => [chanceOf(piece, roles), piece.words])),
    sentences(roles) {
      const without = new Map<number, number>();
      for (const piece of pieces)
        without.set(piece.sentence, (without.get(piece.sentence) ?? 1) * (1 - chanceOf(piece, roles)));
      return estimate([...without.values()].map((none): [number, number] => [1 - none, 1]));
    },
    chance: (role) => 1 - pieces.reduce((none, piece) => none * (1 - piece.probability(role)), 1),
  };
}

/** Adds up things that count with some chance, each by itself. */
function estimate(things: readonly (readonly [chance: number, size: number])[]): Estimate {
  let expected = 0;
  let variance = 0;
  for (const [chance, size] of things) {
    expected += chance * size;
    variance += chance * (1 - chance) * size * size;
  }
  return { expected, deviation: Math.sqrt(variance) };
}
