import { UsageError } from './errors.ts';

/**
 * The day that a run speaks of, `YYYY-MM-DD`: what `--today` says, or the day on this machine.
 *
 * @throws {UsageError} for what is no day.
 */
export function todayOf(given: string | undefined): string {
  if (given === undefined) {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  }
  const day = new Date(`${given}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(given) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(given)
  )
    return given;
  throw new UsageError(`--today ${given} is no date; write it as 2026-08-01`);
}
