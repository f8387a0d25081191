/** Who sits exams beside the writer, in the singular; a group of them counts as one. */
const PEOPLE = new Set(
  [
    'friend classmate roommate housemate flatmate schoolmate teammate batchmate partner peer buddy colleague coworker',
    'brother sister sibling twin mother father mom mum dad parent cousin uncle aunt nephew niece son daughter child kid',
    'wife husband spouse fiance fiancee fianc\u00e9 fianc\u00e9e girlfriend boyfriend neighbor neighbour family household',
    'tutor tutee apprentice mentor mentee coach teacher professor advisor adviser dean preceptor instructor upperclassman upperclasswoman',
    'student taker test-taker candidate applicant examinee graduate trainee intern resident co-resident fellow attending senior chief',
    'doctor physician surgeon psychiatrist nurse author img amg person man woman folk member',
    'upperclassmen upperclasswomen children buddies families people men women',
    'somebody someone everybody everyone anybody anyone nobody others those',
    'class cohort batch group section team',
  ].flatMap((words) => words.split(' ')),
);
/** What stands before them and belongs to them: "two of my other classmates". */
const BEFORE_THEM = new Set(
  [
    'a an the my our his her their this that these those its',
    'most many some all both each every several few half none neither another other older younger elder eldest little big',
    'one two three four five six seven eight nine ten eleven twelve percent % of no',
    'best close good dear old young fellow first-time own whole entire very medical international foreign former future',
    'study lab reading first second third fourth year first-year second-year third-year fourth-year twin brightest smartest',
  ].flatMap((words) => words.split(' ')),
);
const DETERMINERS = new Set('a an the my our his her their this that these those'.split(' '));
const COUNTED = new Set(
  'one two three four five six seven eight nine ten eleven twelve most many some half none few several rest percent %'.split(
    ' ',
  ),
);
/** After these a clause has its subject; after others somebody is its object. */
const BEGINS = new Set(
  ', ; : ( ) " - -- \u2013 \u2014 and but or that because while when where if although though since as than whether how so know knew say says said took takes taken cost costs needs then now today later once even only nearly almost soon before after until till'.split(
    ' ',
  ),
);
/** Between a subject and its verb. */
const HELPING = new Set(
  'had has have having then also later never once twice thrice already just all both since each only finally again'.split(
    ' ',
  ),
);
const I = new Set("i i'd i've i'm i'll we we'd we've".split(' '));
const SHE = new Set(
  "he she they he'd she'd they'd he's she's they've who whose who'd who've nobody".split(' '),
);
const HERS = new Set('his her their'.split(' '));
const SITTING =
  /^(?:attempts?|try|tries|sittings?|scores?|results?|records?|transcripts?|steps?|levels?|exams?|boards?|first|second|third|fourth)$/;
/** "As somebody who failed", "I am the student who failed". */
const I_AM = new Set("am i'm was became remain remained as me i".split(' '));
/** Such words name an exam, or open a sentence. */
const NO_NAME =
  /^(?:i|and|but|so|not|step|level|comlex|usmle|it|this|there|here|first|my|our|the|an?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|still|today|now|after|before|when|having|none|took|taken|sat|failed|passed|needed|got|wrote|made|went|did|cleared|was|is|biochem\w*|\w+(?:ly|ing|ed|ogy|try|omy|ics|ine))$/i;
/** So many words before a verb its subject is looked for. */
const REACH = 60;

/**
 * Whether a sitting that is told of is somebody else's, as far as the words before it say: of all that may be the
 * subject of its verb, what stands last before it counts.
 *
 * @param before - The sentence as it was written, up to where the sitting is told.
 */
export function isTheirs(before: string): boolean {
  const written = (
    before.replace(/\u2019/g, "'").match(/[\p{L}\p{N}][\p{L}\p{N}'-]*|[,;:()"%\u2013\u2014]|-+/gu) ?? []
  ).slice(-REACH);
  const words = written.map((word) => word.toLowerCase());
  const at = (index: number) => words[index] ?? '';
  let last = words.length - 1;
  while (HELPING.has(at(last))) last -= 1;
  if (isCounted(words, last) || isNamed(written, last)) return true;
  for (let here = last; here >= 0; here -= 1) {
    const word = at(here);
    // "The students I tutor" are the subject, and not the writer in their midst.
    const whom = at(here - 1) === 'whom' ? here - 2 : here - 1;
    if (I.has(word) && isPeople(at(whom)) && here < last) continue;
    if (I.has(word)) return false;
    if (word === 'who' && isWriter(words, here)) return false;
    if (SHE.has(word)) return true;
    if (HERS.has(word) && (SITTING.test(at(here + 1)) || SITTING.test(at(here + 2)))) return true;
    if (word === 'my' || word === 'our') return false;
    if (word.endsWith("'s") && isPeople(word.slice(0, -2))) {
      if (SITTING.test(at(here + 1)) || SITTING.test(at(here + 2))) return true;
      here = startOf(words, here);
      continue;
    }
    if (!isPeople(word)) continue;
    const start = startOf(words, here);
    if (at(start - 1) === 'as') return false;
    // "The three classmates that failed" are the subject wherever they stand.
    if (start === 0 || BEGINS.has(at(start - 1)) || (at(here + 1) === 'that' && here + 1 === last))
      return true;
    here = start;
  }
  return false;
}

function isPeople(word: string): boolean {
  return PEOPLE.has(word) || (word.endsWith('s') && PEOPLE.has(word.replace(/(?:(?<=ch)e)?s$/, '')));
}

/** Where the words for people begin that end at a place. */
function startOf(words: readonly string[], end: number): number {
  let start = end;
  while (start > 0 && isTheirDetail(words[start - 1] ?? '')) start -= 1;
  if (start < end) return start;
  // "My brilliant roommate": a word or two that only describe them.
  for (const by of [2, 3]) {
    const between = words.slice(Math.max(0, start - by + 1), start);
    if (start >= by && DETERMINERS.has(words[start - by] ?? '') && between.every(describes))
      return start - by;
  }
  return start;
}

function describes(word: string): boolean {
  return (
    /^[a-z-]+$/.test(word) && !BEGINS.has(word) && !/^(?:to|with|from|by|for|in|on|at|i|who)$/.test(word)
  );
}

function isTheirDetail(word: string): boolean {
  return BEFORE_THEM.has(word) || /^\d+$|-\w+$|'s$|s'$/.test(word) || COUNTED.has(word);
}

/** "Eight of them passed", "ninety percent passed"; but not the number in the name of an exam. */
function isCounted(words: readonly string[], last: number): boolean {
  const of = words[last - 1] === 'of' && /^(?:them|us|whom|these|those)$/.test(words[last] ?? '');
  const at = of ? last - 2 : last;
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  if (word === 'percent' || word === '%') return true;
  if ((before === 'in' || before === 'of') && COUNTED.has(word) && COUNTED.has(words[at - 2] ?? ''))
    return true;
  return (
    (COUNTED.has(word) || /-(?:one|two|three|four|five|six|seven|eight|nine)$/.test(word)) &&
    (at === 0 || BEGINS.has(before) || before === 'the' || before === 'no')
  );
}

/** "Rahul had failed", and "Rahul, two years ahead of me, had failed". */
function isNamed(written: readonly string[], last: number): boolean {
  const isName = (at: number) => {
    const word = written[at] ?? '';
    const before = (written[at - 1] ?? ',').toLowerCase();
    if (!/^\p{Lu}\p{Ll}+$/u.test(word)) return false;
    return /^(?:dr|mr|mrs|ms|prof|professor)$/.test(before) || (!isOfEveryDay(word) && BEGINS.has(before));
  };
  if (isName(last)) return true;
  if (written[last] !== ',') return false;
  if (isName(last - 1)) return true;
  const comma = written.lastIndexOf(',', last - 1);
  return comma > 0 && isName(comma - 1);
}

function isOfEveryDay(word: string): boolean {
  const small = word.toLowerCase();
  return NO_NAME.test(small) || [BEFORE_THEM, COUNTED, HELPING, BEGINS].some((words) => words.has(small));
}

/** Whether "who" is the writer: "I am somebody who", "as a student who", "I, who". */
function isWriter(words: readonly string[], who: number): boolean {
  let before = who - 1;
  if (words[before] === ',') before -= 1;
  if (words[before] === 'i') return true;
  if (isPeople(words[before] ?? '') || words[before] === 'one') before = startOf(words, before) - 1;
  return I_AM.has(words[before] ?? '');
}
