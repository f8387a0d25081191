import { type DatedEvent, type EventType, readDatedEvents } from '../narrative/dated-events.ts';
import { inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

/** Events of which the second cannot come before the first. */
const ORDER: readonly (readonly [EventType, EventType])[] = [
  ['failed', 'retook'],
  ['failed', 'passed'],
  ['left', 'returned'],
  ['failed', 'returned'],
  ['entered', 'studied'],
  ['entered', 'graduated'],
  ['studied', 'graduated'],
  ['graduated', 'practised'],
];
/** These two are about the same exam or course, or say nothing of each other. */
const BY_TOPIC: ReadonlySet<EventType> = new Set<EventType>(['retook', 'passed']);
/** In some countries an internship of a year comes before the degree. */
const INTERNSHIP_MONTHS = 12;

export default defineRule({
  meta: {
    id: 'consistent-dates',
    group: 'facts',
    severity: 'warning',
    summary: 'Dated events follow each other in an order that can be.',
    why: 'A reader who lays the dates beside the transcript stops at the first two that cannot both be right, and wonders about the rest.',
    ask: 'Which of the two dates does your transcript give?',
    source: 'The application lists dates of education, exams and experiences beside the statement.',
    options: {},
    messages: {
      order: {
        text: 'You write "{{later}}" ({{laterDate}}) and "{{earlier}}" ({{earlierDate}}), and the second has to come first.',
      },
      backwards: { text: 'The stretch "{{words}}" ends before it begins.' },
    },
  },
  check({ document, language, report }) {
    const events = readDatedEvents(document, language);
    const { source } = document;
    const reported = new Set<DatedEvent>();
    for (const event of events) {
      if (isBackwards(event)) {
        reported.add(event);
        report({ messageId: 'backwards', at: event, data: { words: inWords(source, event) } });
      }
    }
    events.forEach((event, i) => {
      const before = events[i - 1];
      if (!event.sequel || !before || before.paragraph !== event.paragraph || isBackwards(before)) return;
      if (event.date.to >= before.date.from) return;
      reported.add(event);
      reportOrder(before, event, event);
    });
    for (const [earlierType, laterType] of ORDER)
      for (const second of events.filter(({ type }) => type === laterType)) {
        const first = events.find(
          (event) => event.type === earlierType && contradicts(event, second, laterType, events),
        );
        if (!first) continue;
        const at = first.start > second.start ? first : second;
        if (reported.has(at)) continue;
        reported.add(at);
        reportOrder(first, second, at);
      }

    function reportOrder(first: DatedEvent, second: DatedEvent, at: DatedEvent): void {
      const other = at === first ? second : first;
      report({
        messageId: 'order',
        at: spanOf(at),
        data: {
          later: inWords(source, second),
          laterDate: monthsOf(second),
          earlier: inWords(source, first),
          earlierDate: monthsOf(first),
        },
        related: { at: spanOf(other), text: 'the other date' },
      });
    }
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1 in June 2022.]] [[evidence|I retook it in March 2021 and passed.]]',
        messageId: 'order',
        at: 'retook it in March 2021',
      },
      {
        text: '[[setback|I failed Step 1 in May of 2023.]] [[evidence|I passed in February of 2023 and I scored a 246 on Step 2.]]',
        messageId: 'order',
        at: 'passed in February of 2023',
      },
      {
        text: '[[setback|My school dismissed me in May 2018.]] [[setback|I was readmitted in January 2018.]]',
        messageId: 'order',
        at: 'readmitted in January 2018',
      },
      {
        text: 'In 2015 I completed my residency in Kharkiv. I graduated from medical school in June 2017.',
        messageId: 'order',
        at: 'graduated from medical school in June 2017',
      },
      {
        text: 'I entered medical school in 2019. In 2017, as a second-year student, I opened a phone line.',
        messageId: 'order',
        at: '2017, as a second-year student',
      },
      {
        text: '[[setback|I was on leave from October 2021 until March 2020.]]',
        messageId: 'backwards',
        at: 'on leave from October 2021 until March 2020',
      },
    ],
    valid: [
      {
        text: '[[setback|The result of my Step 1, in May 2017, was a fail, and I had no post until 2019.]] [[evidence|I passed in October 2018 and obtained 240 in Step 2 CK.]]',
        nearMiss: 'the later year ends the time without a post',
      },
      {
        text: '[[setback|My graduation was moved from May 2024 to May 2025 because I failed Step 1 in March 2022.]] [[evidence|I passed in September 2022 and scored 238 on Step 2 CK.]]',
        nearMiss: 'the stretch is that of the graduation',
      },
      { text: '[[setback|I failed Step 1 in June 2021.]] [[evidence|I passed in February 2022.]]' },
      {
        text: '[[evidence|I passed Step 1 in 2019.]] [[setback|I failed Step 2 CK in 2021.]]',
        nearMiss: 'a pass of another exam',
      },
      {
        text: '[[setback|I was on leave from October 2020 to May 2021.]] [[evidence|I came back in May 2021.]]',
        nearMiss: 'the same month',
      },
      {
        text: '[[setback|I failed Level 1 in 2021.]] [[evidence|I passed in 2021.]]',
        nearMiss: 'one year holds both',
      },
      {
        text: '[[setback|Leave of absence, 2/2021-9/2021.]] [[evidence|Returned 9/20/2021.]]',
        nearMiss: 'back before the last month is over',
      },
      {
        text: '[[setback|The first year was repeated (2015-16, 2016-17): failed physiology.]] [[evidence|Passed in May 2017.]]',
        nearMiss: 'school years side by side',
      },
      {
        text: '[[setback|I was on leave from July 2018 to June 2020.]] [[evidence|I defended in May 2020, and returned to the wards that July.]]',
        nearMiss: 'the return has a date of its own',
      },
      {
        text: '[[setback|I failed Step 3 in 2021.]] [[evidence|I passed Step 3 in 2022.]] [[setback|Two years, 2018 and 2019, I was out of medicine.]]',
        nearMiss: 'two years that tell of something else',
      },
      {
        text: 'I graduated from college in 2012. In 2009 I had begun an internship in a bank.',
        nearMiss: 'a degree before medicine',
      },
    ],
  },
});

/** Whether a stretch ends before it begins. */
function isBackwards({ date }: DatedEvent): boolean {
  return date.from > date.to;
}

function contradicts(
  first: DatedEvent,
  second: DatedEvent,
  laterType: EventType,
  events: readonly DatedEvent[],
): boolean {
  if (isBackwards(first) || isBackwards(second)) return false;
  if (BY_TOPIC.has(laterType) && first.topic !== second.topic) return false;
  // A bare "passed" long before the fail in the text is that of something else.
  if (laterType === 'passed' && !second.named && second.start < first.start) return false;
  if (laterType === 'returned') {
    if (second.start < first.start || second.paragraph - first.paragraph > 1) return false;
    // A return belongs to the leave told last before it.
    const last = events.filter(({ type, start }) => type === first.type && start < second.start).at(-1);
    if (last !== first) return false;
    if (first.type === 'failed' && events.some(({ type }) => type === 'left')) return false;
    // Who comes back has been away until then, if not until the last day of the month.
    if (first.date.unit === 'stretch') return second.date.to.slice(0, 7) < first.date.to.slice(0, 7);
  }
  if (laterType === 'practised') return addMonths(second.date.from, INTERNSHIP_MONTHS) < first.date.from;
  return second.date.to < first.date.from;
}

function addMonths(day: string, months: number): string {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}${day.slice(7)}`;
}

function spanOf({ start, end }: DatedEvent): { start: number; end: number } {
  return { start, end };
}

function monthsOf({ date }: DatedEvent): string {
  return date.unit === 'year' ? date.from.slice(0, 4) : date.from.slice(0, 7);
}
