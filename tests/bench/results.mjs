import { ratio, summary } from './statistics.mjs';

/** What one contestant took in one case, a number for each round. */
/** @typedef {{ bench: string, case: string, name: string, unit: string, rounds: number[] }} Row */

export class Results {
  /** @type {Row[]} */
  rows = [];

  constructor(rows = []) {
    this.rows = rows;
  }

  add({ round, ...row }) {
    const known = this.find(row.bench, row.case, row.name);
    // More digits than can be measured would only make the file long.
    const rounded = Number(round.toPrecision(5));
    if (known) known.rounds.push(rounded);
    else this.rows.push({ ...row, rounds: [rounded] });
  }

  find(bench, inCase, name) {
    return this.rows.find((row) => row.bench === bench && row.case === inCase && row.name === name);
  }

  /** The rows of a bench, those of a case together. */
  byCase(bench) {
    const cases = new Map();
    for (const row of this.rows) {
      if (row.bench !== bench) continue;
      cases.set(row.case, [...(cases.get(row.case) ?? []), row]);
    }
    return cases;
  }
}

/**
 * What became of the goals of a bench; those are left out for which a contestant did not take part.
 *
 * @param {string} own - The name under which narrative-lint took part.
 */
export function goalsOf(bench, results, own, quick) {
  const roundsOf = ([inCase, name]) => results.find(bench.name, inCase, name)?.rounds;
  const ratioOf = (one, other) => {
    const [ones, others] = [roundsOf(one), roundsOf(other)];
    return ones && others && ratio(ones, others);
  };
  const medianOf = (one) => {
    const rounds = roundsOf(one);
    return rounds && summary(rounds);
  };
  return bench
    .goals({ ratioOf, medianOf, own, quick })
    .filter(({ got }) => got)
    .map((goal) => ({
      ...goal,
      met: goal.most === undefined ? goal.got.median >= goal.least : goal.got.median <= goal.most,
    }));
}
