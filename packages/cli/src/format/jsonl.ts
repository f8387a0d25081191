import type { Outcome } from '../run.ts';
import { fileOf } from './json.ts';

/** The report as JSON Lines: for each draft one line with what `files` of the JSON report holds of it. */
export function formatJsonLines(outcomes: readonly Outcome[]): string {
  return outcomes.map((outcome) => `${JSON.stringify(fileOf(outcome))}\n`).join('');
}
