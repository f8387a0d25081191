import type { Order, Work } from './types.ts';

/** Loads a kind of work with what only it needs. */
export async function loadWork(name: Order['work']): Promise<Work> {
  return name === 'lint'
    ? (await import('./lint-work.ts')).lintWork
    : (await import('./cohort-work.ts')).cohortWork;
}
