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
    /\b(?:return(?:ed|ing) (?:to (?:school|medical|class|clinical|full|the (?:wards|curriculum|program)|my (?:studies|clerkships|training)|training|rotations|campus|duty)|in\b|from (?:my )?leave|that)|(?<!was |were )returned(?! (?:to me|as|with|a|the)\b)|came back(?! (?:as|with|a|to me)\b)|was back|back (?:on the wards|in (?:class|classes|lectures|school|clinic|training)|at school)|(?:removed|lifted|closed|cleared) the (?:citation|probation|matter|note)|probation (?:was lifted|ended)|(?:came )?off probation|readmitted|readmission|reinstated|resum(?:ed|ing)|re-?entered|re-?enrolled|rejoined)\b/g,
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
    /\b(?:(?:began|started|completed|finished|entered|did) (?:a |my |the )?(?:residency|internship|intern year|house job)|(?:my|rotating|an) internship(?: year)?|house officer|general practitioner|medical officer|after (?:graduating|graduation|medical school)|as a (?:licensed |practicing )?(?:physician|doctor)|practiced medicine)\b/g,
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
/** The telling of somebody else's dates, of plans, or of school before medicine. */
const NOT_OWN =
  /\b(?:will|would|expect(?:ed)? to|plan to|hope to|high school|college|undergraduate|bachelor\w*|master\w*|nursing school|conservatory|secondary school|he|she|they|his|her|their|brother|sister|father|mother|wife|husband|patient|cousin|friend)\b/;

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
    // Nothing is failed for a stretch of time, or until a day.
    const lasts = date.unit === 'stretch' || /\b(?:until|till)\s+$/.test(before);
    const event = nearest(before, untilOwnDate(untilReason(after)), lasts ? 'failed' : undefined);
    const follows = i > 0 && /^[\s,]*(?:(?:and(?: again)?|then)[\s,]*)?(?:(?:in|on)\s*)?$/.test(before);
    const within = exams.filter(({ start }) => start >= from && start < to);
    // "In June 2021 Step 3 came back": a name right after the date is its own, one further on is not.
    const next = within.find(({ start }) => start >= date.end);
    const between = next ? text.slice(date.end, next.start) : '';
    const own = next && (between.length < 4 || !/[,;]|\band /.test(between.slice(1))) ? next : undefined;
    const told = within.filter(({ start }) => start < date.start).at(-1);
    const exam =
      (between.length < 4 ? own : undefined) ??
      told ??
      own ??
      exams.filter(({ start }) => start < from).at(-1);
    return {
      date,
      told: event?.type,
      goesOn: follows || (i > 0 && isList(before)),
      later: SEQUEL.test(after.slice(0, 40)) ? 'worked' : undefined,
      subject: exam?.name ?? SUBJECT.exec(before)?.[1],
      sequel: SEQUEL.test(before.slice(-60)) || SEQUEL.test(after.slice(0, 40)),
      start: event && event.start < 0 ? date.start + event.start : date.start,
      end: event && event.start >= 0 ? date.end + event.end : date.end,
    };
  });
  const topic = exams.at(-1)?.name ?? (/\bfail|\brepeat/.test(text) ? SUBJECT.exec(text)?.[1] : undefined);
  return parts.length === 0 && topic === undefined ? UNDATED : { parts, topic };
});

const UNDATED: Dated = { parts: [], topic: undefined };

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

/** The event told nearest to a date, but for a barred one; `start` is counted back from it when it is told before. */
function nearest(before: string, after: string, barred: EventType | undefined): Found | undefined {
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
  return kept.filter(({ type }) => type !== barred).sort((a, b) => a.distance - b.distance)[0];
}
