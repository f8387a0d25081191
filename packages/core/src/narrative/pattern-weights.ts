import type { FamilyName } from '../language/lexicons/index.ts';
import type { Role } from './types.ts';

/** The order of roles in the tables below. */
export const ROLE_ORDER: readonly Role[] = [
  'setback',
  'context',
  'excuse',
  'change',
  'evidence',
  'growth',
  'other',
];

/** How much a phrase of a family speaks for each role, set by hand; families not listed say nothing alone. */
export const FAMILY_WEIGHTS: Readonly<Partial<Record<FamilyName, readonly number[]>>> = {
  //                      setb  cont  excu  chan  evid  grow  other
  'fail-outcome': [2.5, 0.0, 0.5, -1.5, -1.0, -1.0, -1.0],
  'exam-failed': [3.0, 0.0, 0.0, -2.0, -1.0, -1.5, -2.0],
  'leave-taken': [2.5, 0.0, 0.0, -0.5, 0.5, -1.0, -2.0],
  'gap-told': [2.0, 0.0, 0.5, -1.0, 0.0, 0.0, -2.0],
  'unmatched-told': [3.0, 0.0, 0.5, -1.5, -0.5, -1.0, -2.0],
  'year-repeated': [1.5, 0.0, 0.0, -0.5, 1.5, -1.0, -1.5],
  'dismissal-told': [2.5, 0.0, 0.5, -0.5, 0.0, -1.0, -1.0],
  'probation-told': [2.5, 0.0, 0.5, -1.0, 0.0, -1.0, -1.5],
  'professionalism-told': [1.5, 0.0, 1.0, 0.0, 0.5, -0.5, -1.0],
  'error-told': [2.0, 0.5, 0.0, 0.0, -1.0, 0.0, -1.0],
  allusion: [1.2, -0.5, 0.0, -1.0, 0.0, 0.6, 0.0],
  consequence: [2.0, 0.0, 0.5, -1.5, -0.5, -1.0, -0.5],
  feeling: [1.2, 0.5, 0.2, -0.5, -2.0, 0.0, 0.0],
  circumstance: [0.0, 2.2, 0.8, -0.3, -1.0, -1.0, -0.3],
  blame: [-0.5, -0.5, 4.0, -2.5, -2.0, -0.5, -1.0],
  minimising: [0.0, -0.5, 3.5, -1.0, -1.0, -1.0, -0.5],
  'exam-dismissed': [-1.0, -0.5, 3.5, -1.0, -1.0, 0.0, -0.3],
  act: [-1.0, 0.0, -1.5, 1.3, -1.0, 0.0, -0.3],
  method: [-1.0, 0.3, -0.7, 1.2, -0.6, 0.2, -0.7],
  helper: [-0.8, -0.7, 0.0, 0.9, -0.4, 0.1, 0.0],
  regularity: [-2.0, -0.2, 0.0, 1.6, -1.2, -0.2, -0.8],
  effort: [-0.8, -0.5, 0.0, 1.6, 0.0, 0.4, -0.8],
  'exam-any': [1.0, -0.2, 0.0, -0.5, 1.1, -1.2, -1.0],
  'pass-outcome': [0.2, -1.5, -0.5, -0.8, 2.4, -1.2, -1.0],
  score: [0.5, -1.0, -0.8, -1.0, 2.0, -2.0, -1.5],
  'vague-result': [-0.3, -1.0, 0.0, -0.2, 1.6, 0.3, -0.5],
  evaluator: [-0.5, -0.8, -0.7, -0.5, 1.3, -1.2, 0.2],
  lesson: [-0.7, -0.7, 0.0, -0.6, -0.4, 1.4, 0.0],
  residency: [-0.8, -1.0, -1.0, -1.0, -0.6, 1.8, -0.2],
  'present-habit': [-0.4, -1.5, -0.8, -0.5, -0.8, 1.8, -0.5],
  intention: [-0.6, -0.7, -0.5, -0.8, -0.8, 1.4, 0.2],
  'clinical-failure': [-3.0, -0.4, 0.0, -0.4, -0.5, -0.5, 3.0],
  'other-person': [-2.0, -0.3, 0.0, -0.3, -1.0, 0.0, 1.5],
  clinical: [-0.8, -0.3, 0.0, -0.4, -0.9, 0.2, 0.7],
  interest: [-0.9, -0.2, 0.0, -0.2, -1.2, -0.2, 0.9],
  sequence: [0.0, -0.8, -0.3, 0.5, 0.7, -0.4, -0.4],
};

/** How one sentence leads to the next: rows are the role before (first row: the beginning), columns the role after. */
export const SENTENCE_TURNS: readonly (readonly number[])[] = [
  [-0.5, -2.5, -3.5, -2.5, -2.0, -3.0, 0.0],
  [-0.6, 0.0, -0.6, -0.4, -2.0, -1.6, -1.6],
  [-1.0, -0.8, -2.0, 0.0, -2.0, -2.2, -2.4],
  [-1.2, -1.8, -0.2, 0.0, -1.6, -2.2, -2.0],
  [-2.5, -2.5, -3.0, 0.0, -0.1, -1.0, -1.8],
  [-1.5, -2.5, -2.5, -1.2, -0.6, 0.0, -0.7],
  [-1.6, -2.5, -3.0, -1.5, -1.8, 0.0, -0.2],
  [-1.5, -2.5, -3.0, -2.2, -2.6, -2.4, 0.3],
];
