import type { TextRange } from '../document/types.ts';

/** A date or a stretch of time, as exactly as the draft gives it. */
export interface DateSpan extends TextRange {
  /** First day it may mean: `YYYY-MM-DD`, so that dates compare as text. */
  readonly from: string;
  /** Last day it may mean. */
  readonly to: string;
  /** The day, month, season or year alone, or a stretch from one of them to another. */
  readonly unit: 'day' | 'month' | 'season' | 'year' | 'stretch';
}

const MONTH =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?';
const YEAR = "(?:19|20)\\d\\d|[\u2019']\\d\\d";
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DATE = new RegExp(
  [
    `\\b(?:(?<day>${DAY}) (?:of )?)?(?<month>${MONTH})(?: (?<day2>${DAY}))?,? (?:of )?(?:the year )?(?<year>${YEAR})(?![\\d/])`,
    `\\b(?<season>spring|summer|fall|autumn|winter),? (?:of )?(?<seasonYear>${YEAR})(?!\\d)`,
    '\\b(?<m>\\d{1,2})\\/(?<d>\\d{1,2})\\/(?<y>(?:19|20)\\d\\d|\\d\\d)(?!\\d)',
    '\\b(?<m2>\\d{1,2})\\/(?<y2>(?:19|20)\\d\\d)(?!\\d)',
    '\\b(?<y3>(?:19|20)\\d\\d)-(?<m3>0[1-9]|1[0-2])(?:-(?<d3>[0-3]\\d))?(?![\\d-])',
    '(?<![\\d,.$#/])(?<y5>(?:19|20)\\d\\d)[-\u2013/](?<y6>\\d\\d)(?![\\d%/-])',
    '(?<![\\d,.$#/])(?<y4>(?:19|20)\\d\\d)(?![\\d,%/]\\d|[\\d%])',
  ].join('|'),
  'gi',
);
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** First and last month of a season; a winter begins in the year before or in this one. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [2, 6],
  summer: [5, 9],
  fall: [8, 12],
  autumn: [8, 12],
  winter: [0, 15],
};
/** After a bare number these say that it counts something and is no year. */
const COUNTED = new Set(
  (
    'patient patients people hour hours question questions card cards call calls case cases chart ' +
    'charts word words mile miles feet dollar dollars bed beds student students participant participants ' +
    'record records household households step steps page pages slide slides meal meals dose doses ' +
    'items units men women children calories mg ml gram grams'
  ).split(' '),
);
/** How far before a date the month that opens a stretch is looked for, in UTF-16 code units. */
const LOOK_BACK = 40;
const OPENING_MONTH = new RegExp(
  `\\b(?<month>${MONTH})(?: ${DAY})?,? (?:to|through|until|till|and|into) (?:the )?(?:end of )?$`,
  'i',
);

/**
 * Finds the dates with a year in a piece of text.
 *
 * @param text - For example the prose of a sentence.
 * @param offset - Where it starts in the source; added to every range.
 */
export function findDates(text: string, offset = 0): DateSpan[] {
  if (!/\d\d/.test(text)) return [];
  const found: DateSpan[] = [];
  for (const match of text.matchAll(DATE)) {
    const range = { start: offset + match.index, end: offset + match.index + match[0].length };
    const span = readDate(match.groups ?? {});
    if (!span) continue;
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    if (span.unit === 'year' && isNoYear(before, text.slice(match.index + 4))) continue;
    found.push({ ...range, ...opened(span, before) });
  }
  return joined(found, text, offset);
}

function isNoYear(before: string, after: string): boolean {
  const next = /^\s+(\w+)/.exec(after)?.[1] ?? '';
  return (
    COUNTED.has(next.toLowerCase()) ||
    /(?:class of|scout|model|\bno\.?|room|route|suite|form)\s+$/i.test(before)
  );
}

type Span = Omit<DateSpan, 'start' | 'end'>;

function readDate(groups: Readonly<Record<string, string | undefined>>): Span | undefined {
  const { month, season, m, m2, m3, y4, y5 } = groups;
  if (month !== undefined) {
    const day = groups.day ?? groups.day2;
    return ofMonth(fullYear(groups.year), monthOf(month), day ? Number.parseInt(day, 10) : undefined);
  }
  if (season !== undefined) {
    const [first, last] = SEASONS[season.toLowerCase()] ?? [1, 12];
    const year = fullYear(groups.seasonYear);
    return { from: isoDay(year, first, 1), to: isoDay(year, last + 1, 0), unit: 'season' };
  }
  if (m !== undefined) return ofMonth(fullYear(groups.y), Number(m), Number(groups.d));
  if (m2 !== undefined) return ofMonth(fullYear(groups.y2), Number(m2), undefined);
  if (m3 !== undefined)
    return ofMonth(fullYear(groups.y3), Number(m3), groups.d3 ? Number(groups.d3) : undefined);
  if (y5 !== undefined) {
    // "2017-18" and "2017/18" are two years of school.
    const last = `${y5.slice(0, 2)}${groups.y6}`;
    if (last > y5) return { from: `${y5}-01-01`, to: `${last}-12-31`, unit: 'stretch' };
    return { from: `${y5}-01-01`, to: `${y5}-12-31`, unit: 'year' };
  }
  if (y4 === undefined) return undefined;
  return { from: `${y4}-01-01`, to: `${y4}-12-31`, unit: 'year' };
}

function ofMonth(year: number, month: number, day: number | undefined): Span | undefined {
  if (month < 1 || month > 12) return undefined;
  if (day !== undefined) {
    if (day < 1 || day > 31) return undefined;
    const iso = isoDay(year, month, day);
    return { from: iso, to: iso, unit: 'day' };
  }
  return { from: isoDay(year, month, 1), to: isoDay(year, month + 1, 0), unit: 'month' };
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function fullYear(text = ''): number {
  const digits = text.replace(/\D/g, '');
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) > 50 ? 1900 : 2000);
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** "From October to May 2022": the month before the date opens the stretch, in the same year or the one before. */
function opened(span: Span, before: string): Span {
  const month = OPENING_MONTH.exec(before)?.groups?.month;
  if (month === undefined || span.unit === 'year') return span;
  const year = Number(span.from.slice(0, 4));
  const first = monthOf(month);
  const from = isoDay(first > Number(span.from.slice(5, 7)) ? year - 1 : year, first, 1);
  return { from, to: span.to, unit: 'stretch' };
}

/** Joins two dates that are the ends of one stretch; a stretch may run backwards by mistake. */
function joined(spans: readonly DateSpan[], text: string, offset: number): DateSpan[] {
  const result: DateSpan[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last) {
      const between = text.slice(last.end - offset, span.start - offset);
      const before = text.slice(Math.max(0, last.start - offset - 12), last.start - offset);
      const plain =
        /^\s*(?:to|until|till|through|[-\u2013])\s*(?:the )?$/i.test(between) ||
        (/^\s+and\s+$/.test(between) && /\bbetween\s+(?:the )?$/i.test(before));
      if (plain && last.unit !== 'stretch') {
        result[result.length - 1] = {
          start: last.start,
          end: span.end,
          from: last.from,
          to: span.to,
          unit: 'stretch',
        };
        continue;
      }
    }
    result.push(span);
  }
  return result;
}
