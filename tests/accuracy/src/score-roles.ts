import { CHANGE_SIDE, FAILURE_SIDE, ROLES, type Role } from '@narrative-lint/core';

/** Counts of one yes-or-no question, and what follows from them. */
export interface Score {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

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

/** Precision, recall and F1; a question nobody asked or answered counts as right. */
export function scoreOf(truePositives: number, falsePositives: number, falseNegatives: number): Score {
  const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    truePositives,
    falsePositives,
    falseNegatives,
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    f1: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}

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

/** Scores roles by words. */
export function scoreRoles(cases: readonly RoleCase[]): RoleScores {
  const pairs = cases.flatMap(({ text, gold, found }) => {
    const right = wordRoles(text, gold);
    const given = wordRoles(text, found);
    return right.map((role, i): readonly [Role, Role] => [role, given[i] ?? 'other']);
  });
  const question = (belongs: (role: Role) => boolean): Score => {
    let [hit, extra, missed] = [0, 0, 0];
    for (const [gold, found] of pairs) {
      if (belongs(gold) && belongs(found)) hit += 1;
      else if (belongs(found)) extra += 1;
      else if (belongs(gold)) missed += 1;
    }
    return scoreOf(hit, extra, missed);
  };
  const roles = Object.fromEntries(ROLES.map((role) => [role, question((one) => one === role)])) as Record<
    Role,
    Score
  >;
  const mean = (names: readonly Role[]) =>
    names.reduce((sum, role) => sum + roles[role].f1, 0) / names.length;
  return {
    words: pairs.length,
    accuracy: pairs.length === 0 ? 1 : pairs.filter(([gold, found]) => gold === found).length / pairs.length,
    roles,
    macro: mean(ROLES),
    storyMacro: mean(ROLES.filter((role) => role !== 'other')),
    failureSide: question((role) => FAILURE_SIDE.has(role)),
    changeSide: question((role) => CHANGE_SIDE.has(role)),
  };
}
