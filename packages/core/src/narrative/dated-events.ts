import { bySentence } from '../document/shape.ts';
import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { type DateSpan, findDates } from '../language/dates.ts';
import { plainText } from './exam-topics.ts';
import { examMentions } from './naming.ts';

/** What happened at a date, as far as it bears on the order of things. */
export type EventType =
  | 'failed'
  | 'passed'
  | 'retook'
  | 'left'
  | 'returned'
  | 'entered'
  | 'studied'
  | 'graduated'
  | 'practised'
  | 'joined'
  | 'worked';

export interface DatedEvent extends TextRange {
  readonly type: EventType;
  readonly date: DateSpan;
  /** The exam or subject it is about, when the draft says or the one before goes on. */
  readonly topic: string | undefined;
  readonly named: boolean;
  /** Whether the draft says that it came after what was dated before it. */
  readonly sequel: boolean;
  readonly paragraph: number;
}

/** What a student comes back to; back in a town or at a hobby is no return from a leave. */
const SCHOOL =
  '(?:(?:the|my|our|full|full-time|first|second|third|fourth|final|clinical|medical|regular|in-person) ){0,3}(?:school|medicine|wards?|curriculum|program|studies|stud(?:y|ying)|clerkships?|training|rotations?|campus|duty|duties|class(?:es)?|years?|coursework|courses?|lectures?|full-time|hospital|university|college|residency|clinicals?|clinic|work|service|student|cohort|practice)\\b';
const RETURNED = new RegExp(
  [
    `\\b(?:return(?:ed|ing) (?:to ${SCHOOL}|in\\b|from (?:my )?leave|that)`,
    '(?<!was |were )returned(?! (?:to|as|with|a|the|for|home|from)\\b)',
    `came back(?: to ${SCHOOL}|(?! (?:as|with|a|to|for|home|from)\\b)| from (?:my |the )?leave)`,
    'was back|back (?:on the wards|in (?:class|classes|lectures|school|clinic|training)|at school)',
    '(?:removed|lifted|closed|cleared) the (?:citation|probation|matter|note)',
    'probation (?:was lifted|ended)|(?:came )?off probation',
    'readmitted|readmission|reinstated|resum(?:ed|ing)|re-?entered|re-?enrolled|rejoined)\\b',
  ].join('|'),
  'g',
);

/**
 * Words for each event, and parts of words of which each of them has one: what no part is there for need not be
 * compiled. Of several in reach the nearest to the date counts.
 */
const EVENTS: readonly (readonly [EventType, RegExp, readonly string[]])[] = [
  [
    'failed',
    /\b(?:fail(?:ed|s|ing|ure)?|(?:not|\w{2,6}n't|never|unable to|without) (?:able to )?(?:pass(?:ed|ing)?|clear(?:ed)?|successful|a pass|match(?:ed)?)|unsuccessful(?:ly)?|bombed|flunked|below (?:the )?(?:passing|pass)\w*|came up short|no pass)\b/g,
    'fail pass clear success match bombed flunk short'.split(' '),
  ],
  [
    'retook',
    /\b(?:retook|retake|retaken|retaking|re-?sat|repeat(?:ed|ing)?|took (?:it|the (?:exam|test|course))? ?(?:again|over)|took over again|(?:sat|wrote|tried) (?:for )?(?:it )?again|took it (?:again|a second time)|did (?:it|the \w+|\w+) over|remediated|(?:second|third|final|last) (?:attempt|try|sitting|time|take|go))\b/g,
    'reto reta sat repeat again over remediat second third final last'.split(' '),
  ],
  [
    'passed',
    /\b(?:pass(?:ed|es)|a pass|passing (?:score|result)|cleared|reached the passing)\b/g,
    'pass clear'.split(' '),
  ],
  [
    'returned',
    RETURNED,
    'return back removed lifted closed cleared probation readmi reinstat resum enter enroll rejoin'.split(
      ' ',
    ),
  ],
  [
    'left',
    /\b(?:leave of absence|medical leave|took (?:a )?(?:\w+ )?leave|on leave|leave|(?:placed|put) on (?:\w+ )?probation|citation|withdrew|stepped away|dismissed|dismissal|suspended|interrupted)\b/g,
    'leave probation citation withdrew stepped dismiss suspend interrupt'.split(' '),
  ],
  [
    'graduated',
    /\b(?:graduat(?:ed|ion|ing) from (?:medical|med|the (?:medical|university))|graduated|(?:finished|completed) (?:medical|med) school|(?:received|earned|obtained|got) my (?:medical degree|m\.?d\.?|mbbs|d\.?o\.?|degree in medicine|medical diploma)|became a (?:doctor|physician))\b/g,
    'graduat school received earned obtained got became'.split(' '),
  ],
  [
    'practised',
    /\b(?:(?:began|started|completed|finished|entered|did) (?:a |my |the )?(?:residency|internship|intern year|house job)|(?:my|rotating|an) internship(?: year)?|house officer|general practitioner|medical officer|after (?:graduating|graduation|medical school)|as a (?:licensed |practicing )?(?:physician|doctor)(?!['\u2019]|[- ]assistant)|practiced medicine)\b/g,
    'residency intern house practitioner officer graduat school physician doctor practiced'.split(' '),
  ],
  [
    'entered',
    /\b(?:(?:entered|started|began|enrolled in) (?:medical|med) school|matriculated)\b/g,
    'school matriculated'.split(' '),
  ],
  [
    'studied',
    /\b(?:as a (?:first|second|third|fourth)[- ]year(?: (?:medical )?student)?|(?:first|second|third|fourth)[- ]year medical student|during (?:my )?(?:first|second|third|fourth) year of medical school)\b/g,
    'year'.split(' '),
  ],
  [
    'joined',
    /\b(?:(?:since|when|after) i (?:joined|started|began|came to)|i (?:joined|started at|came to) (?:the|this|that) (?:clinic|lab|laboratory|position|project|team|group|job|program))\b/g,
    'joined started began came'.split(' '),
  ],
];
const SEQUEL =
  /\b(?:(?:months?|weeks?|years?|days) (?:after that|later|afterwards?)|after that|afterwards?|subsequently)\b/;
const SUBJECT =
  /\b(anatomy|biochem\w*|physiology|pharm\w*|pathology|histology|neuroscience|microbiology|immunology|genetics|surgery|medicine|pediatrics|psychiatry|ob-?gyn|obstetrics|neurology|family medicine|emergency medicine|shelf|toefl|comprehensive|match)\b/;
/** Somebody else of whom an event may be told. */
const PERSON =
  'brother|sister|father|mother|wife|husband|patient|cousin|friend|roommate|classmate|flatmate|colleague|peer|study partner|partner|fianc[e\u00e9]+|son|daughter|uncle|aunt|nephew|niece|student|mentee|grand(?:mother|father)|mom|dad';
/** The telling of somebody else's dates, of plans, or of school before medicine. */
const NOT_OWN = new RegExp(
  `\\b(?:will|would|expect(?:ed)? to|plan to|hope to|high school|college|undergraduate|bachelor\\w*|master\\w*|nursing school|conservatory|secondary school|he|she|they|his|her|their|brother|sister|father|mother|wife|husband|patient|cousin|friend|(?:my|a|another|one|the) (?:${PERSON}))\\b`,
);
/** Somebody else as the subject of what follows: no word for the writer comes after. */
const OTHERS = new RegExp(
  `\\b(?:he|she|they|(?:my|our|his|her|a|another|one) (?:\\w+ )?(?:${PERSON}|parents|friends|classmates))\\b(?!.*\\b(?:i|we|me)\\b)`,
);
/** What is passed when it is the exam or course that was told of before. */
const SAME_EXAM =
  /^(?:the|my|this|that|same|very|exam|exams|examination|test|course|class|step|level|board|boards|retake|repeat|remediation|makeup|make-up|resit|second|third|first|next|final|attempt|try|time|sitting|licensing|usmle|comlex|ck|ce|cs|block|clerkship|rotation|year|shelf|module|one|it|and|again|\d)$/;

/** The dated events of the writer's own training, in text order. */
export function readDatedEvents(document: NarrativeDocument, language: LanguageAnalysis): DatedEvent[] {
  if (!/(?:19|20)\d\d|['\u2019]\d\d|\d\/\d\d/.test(document.prose)) return [];
  const events: DatedEvent[] = [];
  let topic: string | undefined;
  for (const sentence of document.sentences) {
    const dated = datedIn(sentence, document, language);
    let last: EventType | undefined;
    for (const { told, goesOn, later, date, subject, sequel, start, end } of dated.parts) {
      const type = told ?? (goesOn ? last : undefined) ?? later;
      last = type;
      if (!type) continue;
      events.push({
        type,
        date,
        topic: subject ?? topic,
        named: subject !== undefined,
        sequel,
        paragraph: sentence.paragraph,
        start: sentence.start + start,
        end: sentence.start + end,
      });
    }
    topic = dated.topic ?? topic;
  }
  return events;
}

/** What a sentence says of a date; places count from the start of the sentence. */
interface DatedPart extends TextRange {
  readonly date: DateSpan;
  readonly told: EventType | undefined;
  /** Whether the event told before it goes on, where the sentence tells none. */
  readonly goesOn: boolean;
  /** What it is of where neither tells any. */
  readonly later: EventType | undefined;
  readonly subject: string | undefined;
  readonly sequel: boolean;
}

interface Dated {
  readonly parts: readonly DatedPart[];
  /** What the sentences after it go on to speak of. */
  readonly topic: string | undefined;
}

const datedIn = bySentence((sentence, document: NarrativeDocument, language: LanguageAnalysis): Dated => {
  const text = plainText(document, sentence);
  const exams = examMentions(language, sentence).map((exam) => ({
    name: exam.kind as string,
    start: exam.start - sentence.start,
  }));
  const dates = findDates(text);
  const parts = dates.flatMap((date, i): DatedPart | readonly [] => {
    const from = dates[i - 1]?.end ?? 0;
    const to = dates[i + 1]?.start ?? text.length;
    const before = text.slice(from, date.start);
    const after = text.slice(date.end, to);
    if (NOT_OWN.test(ownPart(before))) return [];
    const reach = untilOwnDate(untilReason(after));
    const barred = barredAt(date, before);
    // "In July 2023 and passed it in February": what comes after the conjunction has the next date.
    const event =
      (dates[i + 1] ? nearest(before, untilNextVerb(reach), barred) : undefined) ??
      nearest(before, reach, barred);
    if (event && event.start >= 0 && OTHERS.test(after.slice(0, event.start))) return [];
    const follows = i > 0 && /^[\s,]*(?:(?:and(?: again)?|then)[\s,]*)?(?:(?:in|on)\s*)?$/.test(before);
    const within = exams.filter(({ start }) => start >= from && start < to);
    // "In June 2021 Step 3 came back": a name right after the date is its own, one further on is not.
    const next = within.find(({ start }) => start >= date.end);
    const between = next ? text.slice(date.end, next.start) : '';
    const own = next && (between.length < 4 || !/[,;]|\band /.test(between.slice(1))) ? next : undefined;
    const told = within.filter(({ start }) => start < date.start).at(-1);
    const near = (between.length < 4 ? own : undefined) ?? told ?? own;
    const other = event && otherExam(event, before, after);
    const far = exams.filter(({ start }) => start < from).at(-1);
    const exam = near ?? (other === undefined ? far : undefined);
    return {
      date,
      told: event?.type,
      goesOn: follows || (i > 0 && isList(before)),
      later: SEQUEL.test(after.slice(0, 40)) ? 'worked' : undefined,
      subject: exam?.name ?? SUBJECT.exec(before)?.[1] ?? other,
      sequel: SEQUEL.test(before.slice(-60)) || SEQUEL.test(after.slice(0, 40)),
      start: event && event.start < 0 ? date.start + event.start : date.start,
      end: event && event.start >= 0 ? date.end + event.end : date.end,
    };
  });
  const topic = exams.at(-1)?.name ?? (/\bfail|\brepeat/.test(text) ? SUBJECT.exec(text)?.[1] : undefined);
  return parts.length === 0 && topic === undefined ? UNDATED : { parts, topic };
});

const UNDATED: Dated = { parts: [], topic: undefined };

/** Nothing is failed for a stretch of time or until a day, and nothing is passed since one. */
function barredAt(date: DateSpan, before: string): readonly EventType[] {
  if (date.unit !== 'stretch' && /\b(?:since|from)\s+(?:early |late )?$/.test(before))
    return ['passed', 'retook'];
  return date.unit === 'stretch' || /\b(?:until|till)\s+$/.test(before) ? ['failed'] : [];
}

/** The words up to a further verb that is joined on and has a date of its own. */
function untilNextVerb(after: string): string {
  if (!/\b(?:in|on|by|at|during)\s+(?:the |early |late |mid-? ?)*$/.test(after)) return after;
  return after.split(/\b(?:and|but|then|before|until)\b/, 1)[0] ?? after;
}

/** What was passed, where it is named and is not the exam told of before: a driving test, all courses. */
function otherExam({ type, start, end }: Found, before: string, after: string): string | undefined {
  if (type !== 'passed') return undefined;
  const rest = start < 0 ? before.slice(before.length + end) : after.slice(end);
  const object = /^ ((?:the|my|an?|all|every|each|both|our|his|her)(?: [\w-]+){1,6})/.exec(rest)?.[1];
  const words = object?.split(
    / (?:in|on|upon|with|without|at|by|after|before|during|through|from|until|since|for|and|but|that|which|when|once|as|to|of)(?: |$)/,
    1,
  )[0];
  return words?.split(' ').every((word) => SAME_EXAM.test(word)) ? undefined : words;
}

/** "Step 1 in 2019 and Step 2 CK in 2020": the event goes on. */
function isList(before: string): boolean {
  return /^[\s,]*and (?:[\w-]+ ){1,4}(?:in|on) $/.test(before);
}

/** The clause that holds the date, so that another subject before it does not count. */
function ownPart(before: string): string {
  return before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
}

/** The words up to a reason: "in May, because I had failed in March" dates the fail in March. */
function untilReason(after: string): string {
  return after.split(/,? (?:since|because) (?=i\b|my\b)/, 1)[0] ?? after;
}

/** A month or season that goes without its year as the sentence has given one. */
const OWN_DATE =
  /\b(?:that|the (?:same|following|next)) (?:january|february|march|april|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter)\b/;

/** The words up to a clause with a date of its own: "in May 2020, and came back that July". */
function untilOwnDate(after: string): string {
  const own = OWN_DATE.exec(after);
  return own ? after.slice(0, Math.max(0, after.lastIndexOf(',', own.index))) : after;
}

interface Found extends TextRange {
  readonly type: EventType;
  readonly distance: number;
}

/** The event told nearest to a date, but for barred ones; `start` is counted back from it when it is told before. */
function nearest(before: string, after: string, barred: readonly EventType[]): Found | undefined {
  const found: Found[] = [];
  for (const [type, pattern, signs] of EVENTS) {
    if (!signs.some((sign) => before.includes(sign) || after.includes(sign))) continue;
    for (const match of before.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({
        type,
        start: match.index - before.length,
        end: end - before.length,
        distance: before.length - end,
      });
    }
    for (const match of after.matchAll(pattern))
      found.push({
        type,
        start: match.index,
        end: match.index + match[0].length,
        distance: match.index + (/[,;:]/.test(after.slice(0, match.index)) ? 30 : 2),
      });
  }
  // "Did not pass" is a fail, whatever passing word it holds: of overlapping words the first type counts.
  const kept = found.filter(
    (one, i) => !found.some((other, j) => j < i && other.start < one.end && one.start < other.end),
  );
  return kept.filter(({ type }) => !barred.includes(type)).sort((a, b) => a.distance - b.distance)[0];
}
