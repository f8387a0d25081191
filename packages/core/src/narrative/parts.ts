import type { Role } from './types.ts';

/** The parts of a story as every face names them, with the roles that tell them and what is said where they are missing. */
export const STORY_PARTS: readonly {
  readonly title: string;
  readonly roles: readonly Role[];
  readonly missing: string;
}[] = [
  {
    title: 'What happened',
    roles: ['setback', 'context', 'excuse'],
    missing: 'No setback of yours is told.',
  },
  { title: 'What changed', roles: ['change'], missing: 'Nothing says what you did differently.' },
  { title: 'Evidence', roles: ['evidence'], missing: 'No outcome shows that it worked.' },
  { title: 'Carried forward', roles: ['growth'], missing: 'Nothing is carried into residency yet.' },
];
