import { CHANGE_SIDE, FAILURE_SIDE, ROLES, type Role } from '@narrative-lint/core';
import { type Score, scoreOf } from './score.ts';

export interface RoleScores {
  readonly words: number;
  readonly accuracy: number;
  readonly roles: Readonly<Record<Role, Score>>;
  /** Mean F1 of all seven roles. */
  readonly macro: number;
  /** Mean F1 of the six roles of the story, `other` left out. */
  readonly storyMacro: number;
  readonly failureSide: Score;
  readonly changeSide: Score;
}

/** A stretch of a text with a role. */
export interface RoleRange {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** A text with the roles it has and the roles it was given. */
export interface RoleCase {
  readonly text: string;
  readonly gold: readonly RoleRange[];
  readonly found: readonly RoleRange[];
}

/** Words by the role they have and the role they were given, `gold * 7 + found`, in the order of `ROLES`. */
export type Confusion = Float64Array;

const COUNT = ROLES.length;

/** The role of each word of a text: that of the range which holds most of it, `other` outside all ranges. */
export function wordRoles(text: string, ranges: readonly RoleRange[]): Role[] {
  return [...text.matchAll(/\S+/g)].map((word) => {
    const start = word.index;
    const end = start + word[0].length;
    let role: Role = 'other';
    let most = 0;
    for (const range of ranges) {
      const shared = Math.min(end, range.end) - Math.max(start, range.start);
      if (shared > most) {
        most = shared;
        role = range.role;
      }
    }
    return role;
  });
}

/** Counts the words of one text. */
export function confusionOf({ text, gold, found }: RoleCase): Confusion {
  const confusion = new Float64Array(COUNT * COUNT);
  const given = wordRoles(text, found);
  wordRoles(text, gold).forEach((role, at) => {
    const cell = ROLES.indexOf(role) * COUNT + ROLES.indexOf(given[at] ?? 'other');
    confusion[cell] = (confusion[cell] ?? 0) + 1;
  });
  return confusion;
}

/** Counts the words of several texts together. */
export function sumConfusions(confusions: readonly Confusion[]): Confusion {
  const total = new Float64Array(COUNT * COUNT);
  for (const confusion of confusions)
    for (let cell = 0; cell < total.length; cell += 1)
      total[cell] = (total[cell] as number) + (confusion[cell] as number);
  return total;
}

/** Scores roles by words. */
export function scoreRoles(cases: readonly RoleCase[]): RoleScores {
  return scoreConfusion(sumConfusions(cases.map(confusionOf)));
}

/** The scores that follow from counted words. */
export function scoreConfusion(confusion: Confusion): RoleScores {
  const question = (belongs: (role: Role) => boolean): Score => {
    let [hit, extra, missed] = [0, 0, 0];
    ROLES.forEach((gold, g) => {
      ROLES.forEach((found, f) => {
        const words = confusion[g * COUNT + f] as number;
        if (belongs(gold) && belongs(found)) hit += words;
        else if (belongs(found)) extra += words;
        else if (belongs(gold)) missed += words;
      });
    });
    return scoreOf(hit, extra, missed);
  };
  const roles = Object.fromEntries(ROLES.map((role) => [role, question((one) => one === role)])) as Record<
    Role,
    Score
  >;
  const mean = (names: readonly Role[]) =>
    names.reduce((sum, role) => sum + roles[role].f1, 0) / names.length;
  const words = confusion.reduce((sum, count) => sum + count, 0);
  const right = ROLES.reduce((sum, _, at) => sum + (confusion[at * COUNT + at] as number), 0);
  return {
    words,
    accuracy: words === 0 ? 1 : right / words,
    roles,
    macro: mean(ROLES),
    storyMacro: mean(ROLES.filter((role) => role !== 'other')),
    failureSide: question((role) => FAILURE_SIDE.has(role)),
    changeSide: question((role) => CHANGE_SIDE.has(role)),
  };
}

/**
 * Cohen's kappa of two readings of the same words: agreement beyond what two readers would have who only
 * knew how often each role is given (Cohen 1960). 1 where there is nothing to agree about.
 */
export function kappa(confusion: Confusion): number {
  const { words, accuracy } = scoreConfusion(confusion);
  let chance = 0;
  for (let role = 0; role < COUNT; role += 1) {
    let [first, second] = [0, 0];
    for (let other = 0; other < COUNT; other += 1) {
      first += confusion[role * COUNT + other] as number;
      second += confusion[other * COUNT + role] as number;
    }
    chance += words === 0 ? 0 : (first / words) * (second / words);
  }
  return chance === 1 || words === 0 ? 1 : (accuracy - chance) / (1 - chance);
}

/** Words that were given another role than they have, by the two roles, the most frequent first. */
export function confusedRoles(confusion: Confusion): { gold: Role; found: Role; words: number }[] {
  return ROLES.flatMap((gold, g) =>
    ROLES.map((found, f) => ({ gold, found, words: confusion[g * COUNT + f] as number })),
  )
    .filter(({ gold, found, words }) => gold !== found && words > 0)
    .sort((a, b) => b.words - a.words);
}
