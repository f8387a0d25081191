/** What an applicant does in the year before submission. */
export type SeasonTask = 'retake' | 'step-2-ck' | 'statement' | 'letters' | 'sub-internship' | 'submission';

/** A task with its months, `YYYY-MM`; it is late when the last one is over. */
export interface SeasonDate {
  readonly task: SeasonTask;
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

export interface SeasonCalendar {
  /** Named by the year in which its residents start. */
  readonly season: number;
  readonly dates: readonly SeasonDate[];
  readonly source: string;
}

/**
 * Calendars by season. Months, since the days of a season are set anew each year by the AAMC.
 *
 * Source: the project's founding essay, the year before a September submission.
 */
export const SEASON_CALENDARS: readonly SeasonCalendar[] = [
  {
    season: 2027,
    dates: [
      { task: 'retake', name: 'retake passed', from: '2026-02', until: '2026-02' },
      { task: 'step-2-ck', name: 'Step 2 CK', from: '2026-03', until: '2026-06' },
      { task: 'statement', name: 'statement drafted', from: '2026-06', until: '2026-06' },
      { task: 'letters', name: 'letters asked for', from: '2026-07', until: '2026-07' },
      { task: 'sub-internship', name: 'sub-internship with a mentor', from: '2026-07', until: '2026-07' },
      { task: 'submission', name: 'ERAS submitted', from: '2026-09', until: '2026-09' },
    ],
    source: "the project's founding essay, the year before a September submission",
  },
];

/**
 * The calendar of the season that a day belongs to: the one whose submission month is not over.
 *
 * @param today - `YYYY-MM-DD`.
 * @returns `confirmed` is false where the season has no entry of its own; its months are then those of the
 *   nearest season that has one.
 */
export function calendarOf(today: string): SeasonCalendar & { readonly confirmed: boolean } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const season = month > 9 ? year + 2 : year + 1;
  const own = SEASON_CALENDARS.find((calendar) => calendar.season === season);
  if (own) return { ...own, confirmed: true };
  const nearest = SEASON_CALENDARS.reduce((best, calendar) =>
    Math.abs(calendar.season - season) < Math.abs(best.season - season) ? calendar : best,
  );
  const moved = (day: string) => `${Number(day.slice(0, 4)) + season - nearest.season}${day.slice(4)}`;
  const dates = nearest.dates.map((date) => ({ ...date, from: moved(date.from), until: moved(date.until) }));
  return { season, dates, source: nearest.source, confirmed: false };
}
