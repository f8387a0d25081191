import type { Clause } from '../../language/analysis.ts';

/** The kinds of boundary between a clause and the one before it; each has its own table of role changes. */
export const EDGES = [
  'paragraph',
  'sentence',
  'and',
  'but',
  'because',
  'after',
  'which',
  ';',
  '-',
  '(',
  ',',
  'other',
] as const;

type Edge = (typeof EDGES)[number];

const WORDS_OF_EDGE: readonly (readonly [Edge, string])[] = [
  ['and', 'and or nor then'],
  ['but', 'but yet so although though whereas'],
  ['because', 'because since as due'],
  ['after', 'after before when while once until'],
  ['which', 'which who where whose'],
  [';', '; :'],
  ['-', '-'],
  ['(', '( )'],
  [',', ', ,ing'],
];
const EDGE_OF_OPENER = new Map(
  WORDS_OF_EDGE.flatMap(([edge, words]) =>
    words.split(' ').map((word) => [word, EDGES.indexOf(edge)] as const),
  ),
);

/** The index in `EDGES` of the boundary between two clauses. */
export function edgeBetween(before: Clause, clause: Clause): number {
  if (before.sentence.paragraph !== clause.sentence.paragraph) return 0;
  if (before.sentence.index !== clause.sentence.index) return 1;
  return EDGE_OF_OPENER.get(clause.opener) ?? EDGES.length - 1;
}
