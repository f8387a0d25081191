import { readFile } from 'node:fs/promises';
import { Results } from './results.mjs';
import { median } from './statistics.mjs';
import { figure, table } from './table.mjs';

/**
 * Two saved runs. The machine may have been slower in one of them, so that what a contestant took of the time of
 * another that did not change (the one named last) says more than the times.
 *
 * @throws {Error} where a file is no report of this program.
 */
export async function compareRuns(paths) {
  const [earlier, later] = await Promise.all(paths.map(readRun));
  const rows = [];
  for (const row of earlier.rows) {
    const same = later.find(row.bench, row.case, row.name);
    if (!same) continue;
    const change = median(same.rounds) / median(row.rounds);
    const reference = referenceOf(row, earlier, later);
    rows.push([
      `${row.bench}, ${row.case}`,
      row.name,
      figure(median(row.rounds)),
      figure(median(same.rounds)),
      row.unit,
      figure(change),
      reference && row.unit !== 'MB' ? `${figure(change / reference.change)} of ${reference.name}` : '',
    ]);
  }
  return table(['', '', 'earlier', 'later', '', 'later / earlier', 'beside another'], rows).join('\n');
}

/** How another contestant fared in the same case. */
function referenceOf({ bench, case: inCase, name }, earlier, later) {
  for (const reference of ['write-good', 'node -e 0']) {
    if (reference === name) continue;
    const [one, other] = [earlier, later].map((run) => run.find(bench, inCase, reference));
    if (one && other) return { name: reference, change: median(other.rounds) / median(one.rounds) };
  }
  return undefined;
}

async function readRun(path) {
  let run;
  try {
    run = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} could not be read: ${error.message}; name a file that --json wrote`);
  }
  if (!Array.isArray(run?.rows))
    throw new Error(`${path} is no report of the benchmark; name one that --json wrote`);
  return new Results(run.rows);
}
