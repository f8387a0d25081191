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

const OPENERS: Readonly<Record<string, (typeof EDGES)[number]>> = {
  and: 'and',
  or: 'and',
  nor: 'and',
  then: 'and',
  but: 'but',
  yet: 'but',
  so: 'but',
  although: 'but',
  though: 'but',
  whereas: 'but',
  because: 'because',
  since: 'because',
  as: 'because',
  due: 'because',
  after: 'after',
  before: 'after',
  when: 'after',
  while: 'after',
  once: 'after',
  until: 'after',
  which: 'which',
  who: 'which',
  where: 'which',
  whose: 'which',
  ';': ';',
  ':': ';',
  '-': '-',
  '(': '(',
  ')': '(',
  ',': ',',
  ',ing': ',',
};

/** The index in `EDGES` of the boundary between two clauses. */
export function edgeBetween(before: Clause, clause: Clause): number {
  if (before.sentence.paragraph !== clause.sentence.paragraph) return 0;
  if (before.sentence.index !== clause.sentence.index) return 1;
  return EDGES.indexOf(OPENERS[clause.opener] ?? 'other');
}
