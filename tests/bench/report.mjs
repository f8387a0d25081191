import { ratio, summary } from './statistics.mjs';
import { figure, spread, table } from './table.mjs';

/** The table of a bench: every contestant in every case, and how much more it takes than the first of ours. */
export function benchReport({ name, title }, results, own) {
  const rows = [];
  for (const [inCase, contestants] of results.byCase(name)) {
    const ours = contestants.find((row) => row.name.startsWith(own));
    for (const [at, row] of contestants.entries()) {
      const of = summary(row.rounds);
      const times = ours && row !== ours ? figure(ratio(row.rounds, ours.rounds).median) : '';
      rows.push([at === 0 ? inCase : '', row.name, figure(of.median), spread(of), row.unit, times]);
    }
  }
  return [title, ...table(['', '', 'median', 'quartiles', '', 'times ours'], rows), ''].join('\n');
}

export function goalsReport(goals) {
  const rows = goals.map(({ says, most, least, got, met }) => [
    says,
    met ? 'met' : 'MISSED',
    most === undefined ? `at least ${least}` : `at most ${most}`,
    figure(got.median),
    spread(got),
  ]);
  return ['Goals', ...table(['', '', 'wanted', 'median', 'quartiles'], rows), ''].join('\n');
}

/** Two versions of ours that took part in the same run. */
export function versionsReport(results, earlier, later) {
  const rows = [];
  for (const row of results.rows) {
    if (!row.name.startsWith(earlier)) continue;
    const other = results.find(row.bench, row.case, row.name.replace(earlier, later));
    if (!other) continue;
    const change = ratio(other.rounds, row.rounds);
    rows.push([
      `${row.bench}, ${row.case}${row.name.slice(earlier.length)}`,
      verdict(change),
      figure(summary(row.rounds).median),
      figure(summary(other.rounds).median),
      row.unit,
      figure(change.median),
      spread(change),
    ]);
  }
  const head = ['', '', earlier, later, '', 'later / earlier', 'quartiles'];
  return ['Two versions', ...table(head, rows), ''].join('\n');
}

/** Only where three rounds of four agree is there a difference. */
function verdict({ low, high }) {
  if (low === undefined) return '';
  if (high < 1) return 'less';
  return low > 1 ? 'more' : 'same';
}
