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
/** So many UTF-16 code units before an event its subject is looked for. */
const LONGEST_LEAD = 60;
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
        text: 'You write "{{later}}" ({{laterDate}}), which can only come after "{{earlier}}" ({{earlierDate}}). One of the two dates may be a slip.',
      },
      leave: {
        text: 'You write "{{later}}" ({{laterDate}}), and "{{earlier}}" lasts longer than that, until {{earlierDate}}. One of the two dates may be a slip.',
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
      const lasts =
        first.type === 'left' && first.date.unit === 'stretch' && second.date.to >= first.date.from;
      report({
        messageId: lasts ? 'leave' : 'order',
        at: spanOf(at),
        data: {
          later: inWords(source, fromSubject(source, second)),
          laterDate: monthOf(second.date.from, second.date.unit),
          earlier: inWords(source, fromSubject(source, first)),
          earlierDate: monthOf(lasts ? first.date.to : first.date.from, first.date.unit),
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
        text: '[[setback|I failed Level 1 in August 2022]] [[evidence|and passed it in April 2022.]]',
        messageId: 'order',
        at: 'passed it in April 2022',
      },
      {
        text: '[[setback|I failed Step 3 in 2022]] [[evidence|but passed in 2020.]]',
        messageId: 'order',
        at: 'passed in 2020',
      },
      {
        text: '[[setback|I took a leave of absence from March 2019 to May 2020.]] [[setback|I came back to my clerkships in November 2019.]]',
        messageId: 'leave',
        at: 'came back to my clerkships in November 2019',
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
        text: '[[setback|I failed Step 1 in August 2022]] [[evidence|and passed it in April 2023.]]',
        nearMiss: 'joined in one sentence, and in order',
      },
      {
        text: '[[setback|I failed Step 1 in August 2022.]] My flatmate passed in April 2022. [[evidence|I passed in May 2023.]]',
        nearMiss: "somebody else's pass",
      },
      {
        text: '[[setback|I failed Step 1 in August 2022.]] In April 2022 I had passed the lifeguard exam. [[evidence|I passed Step 1 in May 2023.]]',
        nearMiss: 'a pass of something else',
      },
      {
        text: '[[setback|I failed Step 1 in August 2022.]] From 2019 on I had run a tutoring group, [[evidence|until I passed in May 2023.]]',
        nearMiss: 'the date is that of the group',
      },
      {
        text: '[[setback|I was on leave from March 2019 to May 2020.]] In October 2019 I returned to Quito for a wedding, and in December 2019 my sister came back with me.',
        nearMiss: 'a journey, and somebody else who comes back',
      },
      {
        text: "I graduated from medical school in 2019. In 2012 I worked as a doctor's receptionist.",
        nearMiss: 'a job beside a doctor',
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

/** The words of an event with what they need before them to be read alone: "I", "in". */
function fromSubject(source: string, { start, end }: DatedEvent): { start: number; end: number } {
  const before = source.slice(Math.max(0, start - LONGEST_LEAD), start);
  const lead =
    /\b(?:(?:I|[Mm]y)(?: [a-z']{1,12}){0,3}|(?:[Ii]n|[Oo]n|[Bb]y|[Ss]ince)(?: the| early| late)?) $/.exec(
      before,
    );
  return { start: start - (lead?.[0].length ?? 0), end };
}

function monthOf(day: string, unit: DatedEvent['date']['unit']): string {
  return day.slice(0, unit === 'year' ? 4 : 7);
}
