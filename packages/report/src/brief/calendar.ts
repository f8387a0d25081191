import { calendarOf, isScored, type SeasonDate } from '@narrative-lint/core';
import type { GivenDraft } from '../types.ts';
import type { KnownSetback } from './setbacks.ts';
import type { BriefLine, BriefSection } from './types.ts';

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
);

/** The tasks of the season with what is done, due or late on a day. */
export function calendarSection(
  draft: GivenDraft,
  setbacks: readonly KnownSetback[],
  today: string,
): BriefSection {
  const { season, dates, source, confirmed } = calendarOf(today);
  const lines = dates.flatMap((date) => taskLine(date, draft, setbacks, today));
  const { graduationYear } = draft;
  return {
    title: `Calendar of the ${season} season, on ${today}`,
    lines: [
      ...lines,
      ...(graduationYear === undefined ? [] : [{ text: graduationText(graduationYear, season) }]),
      {
        text: confirmed
          ? 'Months only; the AAMC sets the days anew each season.'
          : `The ${season} season is not in the table yet, so these are the months of an earlier one; the AAMC sets the days anew each season.`,
        source,
      },
    ],
  };
}

function taskLine(
  date: SeasonDate,
  draft: GivenDraft,
  setbacks: readonly KnownSetback[],
  today: string,
): BriefLine[] {
  const known = doneBy(date, draft, setbacks);
  if (known === 'not-asked') return [];
  const name = date.name.charAt(0).toUpperCase() + date.name.slice(1);
  const when = date.from === date.until ? month(date.until) : `${month(date.from)} to ${month(date.until)}`;
  if (known !== undefined) return [{ text: `${name} (${when}): done, ${known}.` }];
  const thisMonth = today.slice(0, 7);
  const state =
    date.until < thisMonth
      ? 'late, unless it was done; nothing here says so'
      : date.from <= thisMonth
        ? 'due now'
        : `due from ${month(date.from)}`;
  return [{ text: `${name} (${when}): ${state}.` }];
}

/** What says that a task is done; nothing where nothing says so, `not-asked` where it does not apply. */
function doneBy(
  { task }: SeasonDate,
  draft: GivenDraft,
  setbacks: readonly KnownSetback[],
): string | undefined {
  const { profile } = draft.result;
  if (task === 'statement') return 'this draft';
  if (task === 'step-2-ck')
    return profile.scores?.['usmle-step-2-ck'] === undefined &&
      profile.scores?.['comlex-level-2'] === undefined
      ? undefined
      : 'by the profile';
  if (task !== 'retake') return undefined;
  const exams = setbacks.filter(({ kind }) => kind !== undefined && isScored(kind));
  if (exams.length === 0) return 'not-asked';
  if (exams.every(({ listed }) => listed?.passed === true)) return 'by the profile';
  return exams.every(tellsPass) ? 'by what the draft says' : undefined;
}

/** Whether a pass is told among the evidence of an exam, or listed; a profile that says otherwise is right. */
function tellsPass({ listed, arc }: KnownSetback): boolean {
  if (listed?.passed !== undefined) return listed.passed;
  return arc?.evidence.some(({ text }) => /\bpass(?:ed)?\b/i.test(text)) ?? false;
}

function graduationText(year: number, season: number): string {
  const years = season - year;
  if (years <= 0) return `Graduation in ${year}, by the roster.`;
  return `Graduation in ${year}, by the roster, is ${years} ${years === 1 ? 'year' : 'years'} before the residents of this season start.`;
}

function month(text: string): string {
  return `${MONTHS[Number(text.slice(5, 7)) - 1]} ${text.slice(0, 4)}`;
}
