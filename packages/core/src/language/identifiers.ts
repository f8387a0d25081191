import { bySentence } from '../document/shape.ts';
import type { NarrativeDocument, Sentence, TextRange } from '../document/types.ts';
import { type DateSpan, findDates } from './dates.ts';
import { isPersonIn } from './people.ts';

/** Words that could tell somebody who a patient was. */
export interface Identifier extends TextRange {
  readonly kind: 'name' | 'initials' | 'birth' | 'record' | 'phone' | 'address';
}

/** An expression that knows the letters of all languages takes long to make, and hardly any draft needs it. */
function once(make: () => RegExp): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const WORD = "\\p{Lu}[\\p{Ll}\u2019']+(?:-\\p{Lu}\\p{Ll}+)?";
const NAME = `(?<name>${WORD}(?: \\p{Lu}\\.)?(?: ${WORD}){1,2})`;
const AGE = '(?:aged? )?(?:1[01]\\d|[1-9]?\\d)';
const AGE_IN_WORDS =
  '(?:aged )?(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?(?=[,;.)])';
const AGED = `(?:, ?${AGE}(?=[,;.)]| (?:years|and|when|with))|, ?${AGE_IN_WORDS}|,? \\(${AGE}\\)|,? (?:who|he|she) (?:was|had just turned|turned|is) ${AGE}\\b|,?(?: was| is)? an? (?:\\d{1,3}|[a-z]+)[- ]years?[- ]old|, an? (?:man|woman|boy|girl|lady|gentleman) of ${AGE}\\b|,? (?:was|is) ${AGE}(?: years old|,| and)|,? age ${AGE}\\b)`;
const BORN = ',? \\(?(?:DOB|D\\.O\\.B\\.|date of birth|birth ?date|born)\\b[ :]*';
/** A full name with an age or a date of birth right after it. */
const namedAndAged = once(() => new RegExp(`(?<![\\p{L}'\u2019-])${NAME}(?:${AGED}|${BORN})`, 'gu'));
/** "A 44-year-old man named ...", "my patient, ...", "her name was ...". */
const called = once(
  () =>
    new RegExp(
      `\\b(?:[Pp]atient|man|woman|boy|girl|lady|gentleman|child|infant|veteran|[Hh]er name (?:was|is)|[Hh]is name (?:was|is)),?(?: (?:named|called|by the name of))?,? ${NAME}`,
      'gu',
    ),
);
const initials = once(
  () =>
    new RegExp(
      `(?<![\\p{L}.])(?:Mrs?\\.? |Ms\\.? )?\\p{Lu}\\. ?\\p{Lu}\\.(?: ?\\p{Lu}\\.)?(?:${AGED})`,
      'gu',
    ),
);
/** How the number itself follows its name: "no. 883412", "was 943 476 5919", "number, 123-45-6789". */
const NUMBERED = String.raw`[ :#,]*(?:(?:was|is|of) )?[A-Z]{0,4}[-/]?\d(?:[\d-]{3,}|\d\d \d{3} \d{4}\b)`;
const NUMBER = String.raw`(?:number\b|no\.?(?=[ :\d])|#|ID\b)`;
const RECORD = new RegExp(
  String.raw`\b(?:(?:MRN|UHID|SSN|record(?= (?:is|was) \d{5}))\b|(?:(?:medical )?record|chart|hospital|patient|account|social security|NHS|insurance|case|admission) ${NUMBER})${NUMBERED}`,
  'gi',
);
/** Schools, councils and journals number things, too: these tell of a patient only where care is spoken of. */
const RECORD_IN_CARE = new RegExp(
  String.raw`\b(?:file|card|registration|regn?\.?) ${NUMBER}${NUMBERED}`,
  'gi',
);
/** Who else gives such numbers: to doctors, to studies, to cars. */
const REGISTER =
  /\b(?:councils?|boards?|licen[sc]\w*|GMC|NMC|MCI|PMDC|ECFMG|register(?:ed|s)?|doctors?|Drs?|physicians?|trials?|study|cars?|vans?|vehicles?)\b/i;
const PATIENT = /\b(?:patient|man|woman|boy|girl|child|baby|infant)\b/i;
const BIRTH_WORD = /\b(?:DOB|D\.O\.B|dates? of birth|birth ?date|born)/i;
const BIRTH = /\b(?:DOB|D\.O\.B\.|dates? of birth|birth ?date|born)\b[ :,]*(?:(?:was|is|on) )?/gi;
const PHONE = /(?<![\d-])(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])?\d{3}[-.]\d{4}(?![\d-])/g;
/** Numbers as other countries write them, which only the words before them tell from others. */
const PHONE_ABROAD =
  /\b(?:phone|mobile|telephone|cell(?:phone)?|whatsapp|contact)(?: (?:number|no\.?))?(?: (?:was|is|of|at|on))?[ ,:]*(\+?\d[\d ()-]{7,16}\d)(?![\d-])/gi;
/** The number of a place, not of a person. */
const PHONE_OF_PLACE =
  /\b(?:clinic|hospital|office|department|program|school|hotline|helpline|switchboard|ward|unit|desk)(?:['\u2019]s)?,?(?: (?:main|front|phone|telephone|number|line|desk|is|was|at)\b,?){0,4} ?$/i;
const address = () =>
  /(?<![\d-])\d{1,5} (?:[NSEW]\.? )?(?:\p{Lu}[\p{L}'\u2019.]* ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Boulevard|Blvd|Terrace|Court|Ct|Place|Circle|Parkway|Crescent)\b\.?(?:,? (?:Apartment|Apt\.?|Unit|#) ?\w+)?/gu;

/** The writer's own people, and those who taught or worked with them. */
const KIN =
  '(?:mother|father|sister|brother|wife|husband|son|daughter|uncle|aunt|cousin|niece|nephew|grandmother|grandfather|grandson|granddaughter|partner|fianc\\S+)';
const notPatient = once(
  () =>
    new RegExp(
      `\\b(?:Drs?|Prof|Professor|Dean|Chief|Coach|Father|Sister|Rev|[Mm]entors?|[Aa]ttendings?|[Pp]receptors?|[Aa]dvis[eo]rs?|[Rr]esidents?|[Rr]egistrar|[Cc]onsultant|[Ii]ntern|[Ff]ellow|[Nn]urse|[Mm]atron|[Mm]idwife|[Pp]harmacist|[Tt]herapist|[Cc]haplain|[Tt]eacher|[Tt]utor|[Ii]nstructor|[Ll]ecturer|[Cc]lassmate|[Rr]oommate|[Ff]riend|[Cc]olleague|[Dd]irector|[Ss]upervisor|[Ff]ounder(?: of [^,.;]{0,25},)?|[Mm]y (?:\\w+ ){0,2}(?:${KIN}|boss|hero)|(?:[Oo]ur|[Mm]y) (?:\\w+ )?(?:son|daughter|baby|twins)|I am|I'm|[Mm]y name is|[Bb]y|[Rr]ead|author|poet|novelist|surgeon|physician)\\.?,? $`,
      'u',
    ),
);
const NOT_PATIENT_AFTER =
  /^[^.;]{0,25}\b(?:M\.?D|D\.?O|Ph\.?D|RN|NP|PA-C|my (?:mentor|attending|preceptor|advisor|friend|tutor|classmate|brother|sister|mother|father|wife|husband)|the (?:chief|attending|dean|director|charge nurse)|a (?:nurse|resident|fellow|tutor|classmate)|wrote|writes|author)\b/;
const CARE =
  /\b(?:patients?|admitted|admission|discharged?|treated|diagnos\w+|surgery|ward|bed|clinic|hospital|cancer|tumou?r|stroke|seizures?|pain|dialysis|insulin|cared for|caring for|observership|potassium|sodium|nurses?|medics?|ambulance|operat\w+|died|dying|hospice|intubated|rounds?|chart|seen|symptoms?|heart|blood|kidneys?|lungs?|shocked|ICU|ER|nursing home|fever|cough|surg\w+|medication|prescribed|doses?|exam room|consult\w*)\b/i;
const OWN_BIRTH = new RegExp(
  String.raw`\b(?:I|me|my|we|our|myself|mother|father|son|daughter|twins|baby|sister|brother|wife|husband|niece|nephew)\b(?: (?:was|were|am|had been|is|and \w+)){0,6},? ?$|\b(?:[Mm]y|[Oo]ur) (?:\w+ ){0,2}(?:${KIN}|baby),?(?: [A-Z\u00C0-\u1FFF][^\s,.;]+){1,3},? ?(?:\(|who (?:is|was) )?$`,
);
const NOT_NAMES =
  /^(?:Step|Level|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|In|On|At|My|Our|Since|After|When|During|From|And|But|Dr|Mr|Mrs|Ms|Miss|Dona|Do\u00f1a|Se\u00f1ora?|Senhora?|Madame|Auntie|Aunt|Uncle|Mama|First|Grand|North|South|East|West|New|San|Saint|St|Los|Las|Mount|Fort|Lake|Class|Room|Chapter|Unit|Ward|Bed|Section)\b/;
const NOT_NAME_END =
  /\b(?:Hospital|Clinic|Center|University|College|School|Medicine|Medical|County|City|Street|Road|Avenue|Disease|Syndrome|Award|Society|Program|Institute|Foundation|Church|Rounds|General|Health|Team|Trial|Study|Journal|Exam|Score|Scale|Surgery|Service|Lymphoma|Unit|Day|Night|Year|Prize|Park|Valley|Beach|Island)$/;

/** A capital letter, or one beyond ASCII: to tell those apart takes long to compile, and is done where it matters. */
const CAPITAL = String.raw`[A-Z\u00C0-\u1FFF\u2070-\uFFFF]`;
const SMALL = String.raw`[a-z'\u2019\u00B5\u00DF-\u1FFF\u2070-\uFFFF]`;

/** A draft in which none of this stands has nothing that identifies anybody. */
const HINT = new RegExp(
  String.raw`\b(?:aged|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b|\brecord (?:is|was) \d|\b\d{1,3}[,;.)]|years?[- ]old|\b(?:age[d]?|was|is|turned) \d|\b(?:MRN|UHID|DOB|D\.O\.B|SSN|born)\b|\bdate of birth\b|birth ?date|\b(?:[Nn]umber|NUMBER|ID|[Nn]o|NO)\W|\b(?:phone|mobile|cell|whatsapp|contact)\b[^.]{0,20}\d|\d{3}[-.]\d{4}|\d ${CAPITAL}|\b(?:named|called|name (?:was|is)|[Pp]atient,?) ${CAPITAL}`,
);

/** A page holds thousands of words and hardly a name, so what costs little is asked first. */
const LIKELY = {
  record:
    /\b(?:MRN|UHID|SSN|NHS|record|chart|hospital|patient|account|social security|insurance|case|admission)\b/i,
  recordInCare: /\b(?:file|card|registration|regn?\.?) /i,
  phone: /\d{3}[-.]\d{4}/,
  phoneWord: /phone|mobile|cell|whatsapp|contact/i,
  address: new RegExp(String.raw`\d (?:[NSEW]\.? )?${CAPITAL}`),
  initials: new RegExp(String.raw`${CAPITAL}\. ?${CAPITAL}\.`),
  /** Two names in a row, or one and an initial. */
  name: new RegExp(` (?=${CAPITAL})(?<=${CAPITAL}${SMALL}[^ ]* )`),
};

/** Those for a name, each with what else it needs. */
const NAMED = [
  [namedAndAged, /\d|ty\b|years?[- ]old|DOB|D\.O\.B|birth|born/],
  [called, /atient|man|boy|girl|lady|child|infant|veteran|(?:er|is) name /],
] as const;

/** Everything that could identify a patient, in text order; overlapping ones are one. */
export function findIdentifiers(document: NarrativeDocument): Identifier[] {
  const { prose, sentences } = document;
  const found: Identifier[] = [];
  for (const sentence of sentences) {
    const known = outsideCare(sentence, prose);
    if (known === NOTHING) continue;
    const cares = known.waiting && CARE.test(around(document, sentence));
    for (const { kind, start, end } of (cares ? withinCare(sentence, prose) : known).found)
      found.push({ kind, start: sentence.start + start, end: sentence.start + end });
  }
  return merged(
    found.sort((a, b) => a.start - b.start || b.end - a.end),
    prose,
  );
}

/** What identifies somebody in a sentence; places count from its start. */
interface Identifying {
  readonly found: readonly Identifier[];
  /** Whether there is more where the paragraph speaks of care. */
  readonly waiting: boolean;
}

const NOTHING: Identifying = { found: [], waiting: false };
const outsideCare = bySentence((sentence, prose: string) => identifyingIn(sentence, prose, false));
const withinCare = bySentence((sentence, prose: string) => identifyingIn(sentence, prose, true));

function identifyingIn({ start, end }: Sentence, prose: string, cares: boolean): Identifying {
  const text = prose.slice(start, end).replace(/\s/g, ' ');
  if (!HINT.test(text)) return NOTHING;
  const found: Identifier[] = [];
  let waiting = false;
  const add = (kind: Identifier['kind'], start: number, end: number) => found.push({ kind, start, end });
  const all = (pattern: () => RegExp, likely: RegExp) =>
    likely.test(text) ? [...text.matchAll(pattern())] : [];
  let dates: readonly DateSpan[] | undefined;
  const days = () => {
    dates ??= findDates(text).filter(({ unit }) => unit === 'day');
    return dates;
  };

  for (const match of all(() => RECORD, LIKELY.record))
    add('record', match.index, match.index + match[0].length);
  for (const match of all(() => RECORD_IN_CARE, LIKELY.recordInCare)) {
    const before =
      text
        .slice(Math.max(0, match.index - 30), match.index)
        .split(/[.;,]/)
        .at(-1) ?? '';
    const end = match.index + match[0].length;
    const beside = /^[^.;]{0,40}/.exec(text.slice(end))?.[0] ?? '';
    if (/\b(?:my|our|own)\b/i.test(before)) continue;
    const told = text
      .slice(Math.max(0, match.index - 60), match.index)
      .split(PATIENT)
      .at(-1);
    if (REGISTER.test(`${told}${beside}`)) continue;
    if (cares) add('record', match.index, end);
    else waiting = true;
  }
  for (const match of all(() => BIRTH, BIRTH_WORD)) {
    const end = match.index + match[0].length;
    const day = days().find(({ start }) => start >= end && start <= end + 4);
    const own = /^born/i.test(match[0]) && OWN_BIRTH.test(text.slice(0, match.index));
    if (day && !own) add('birth', match.index, day.end);
  }
  for (const match of all(() => PHONE, LIKELY.phone)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const plain = /^\d{3}[-.]\d{4}$/.test(match[0]);
    if (isOwnNumber(before)) continue;
    if (plain && !/\b(?:phone|call(?:ed|ing)?|reach\w*|number|dial\w*|text\w*|cell|at)\b/i.test(before))
      continue;
    add('phone', match.index, match.index + match[0].length);
  }
  for (const match of all(() => PHONE_ABROAD, LIKELY.phoneWord)) {
    const end = match.index + match[0].length;
    const start = end - (match[1] as string).length;
    if (!isOwnNumber(text.slice(Math.max(0, match.index - 40), start))) add('phone', start, end);
  }
  for (const match of all(address, LIKELY.address)) {
    const before = text.slice(0, match.index);
    if (
      /\b(?:I|we) (?:live|lived|grew up|moved|stayed|worked)\b[^,;.]{0,20}$|\b(?:my|our) [^,;.]{0,25}$|\b(?:clinic|hospital|office|shelter|school|library|center|church)\b[^.;]{0,20}$/i.test(
        before,
      )
    )
      continue;
    add('address', match.index, match.index + match[0].length);
  }
  for (const match of all(initials, LIKELY.initials)) {
    const end = match.index + match[0].length;
    const day = days().find((date) => date.end >= end && date.start - end < 60) ?? days()[0];
    if (day) add('initials', Math.min(match.index, day.start), Math.max(end, day.end));
  }
  for (const [pattern, likely] of NAMED)
    for (const match of likely.test(text) ? all(pattern, LIKELY.name) : []) {
      const name = match.groups?.name ?? '';
      const start = match.index + match[0].indexOf(name);
      const before = text.slice(0, start);
      const after = text.slice(start + name.length);
      if (NOT_NAMES.test(name) || NOT_NAME_END.test(name)) continue;
      if (notPatient().test(before) || NOT_PATIENT_AFTER.test(after)) continue;
      // A name without more says who somebody was, and only around care that it was a patient.
      if (!BORN_END.test(match[0]) && !cares) {
        waiting = true;
        continue;
      }
      if (!isPersonIn(text, name)) continue;
      const end = match.index + match[0].length;
      const day = days().find((date) => date.start >= end && date.start - end < 30);
      add('name', start, day && BORN_END.test(match[0]) ? day.end : end);
    }
  return found.length > 0 || waiting ? { found, waiting } : NOTHING;
}

/** Whether what stands before a phone number says that it is the writer's own, or that of a place. */
function isOwnNumber(before: string): boolean {
  return (
    /\b(?:me|my|our|us)\b(?!.*\b(?:his|her|their)\b)/i.test(before.split(/[;.]|, (?=\w)/).at(-1) ?? '') ||
    PHONE_OF_PLACE.test(before)
  );
}

const BORN_END = /(?:DOB|birth|birth ?date|born)\W*$/i;

/** The prose of the paragraph of a sentence. */
function around({ paragraphs, prose }: NarrativeDocument, { paragraph }: Sentence): string {
  const whole = paragraphs[paragraph];
  return whole ? prose.slice(whole.start, whole.end) : '';
}

/** Joins what overlaps, and an address that belongs to the name before it ("..., 71, of 18 Levee Road"). */
function merged(found: readonly Identifier[], prose: string): Identifier[] {
  const result: Identifier[] = [];
  for (const next of found) {
    const last = result.at(-1);
    const between = last ? prose.slice(last.end, next.start) : '';
    const belongs =
      last && next.kind === 'address' && /^,? (?:of|at|from|living at|who lived at) $/.test(between);
    if (last && (next.start < last.end || belongs))
      result[result.length - 1] = { ...last, end: Math.max(last.end, next.end) };
    else result.push(next);
  }
  return result;
}
