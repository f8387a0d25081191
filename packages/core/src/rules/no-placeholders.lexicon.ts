/** Nouns that stand in a gap to fill in. */
const NOUN =
  'program|hospital|clinic|school|university|college|institution|institute|city|state|town|location|region|specialty|residency|name|score|scores|number|date|year|month|grade|attending|mentor|doctor|physician|preceptor|professor|faculty|patient|diagnosis|story|example|anecdote|detail|details|quote|rotation|project|award|title|reason|reasons|percentile|rank|placeholder|text|word|x|n|adjective|exam|step|organization|department|journal';
/** Words that stand beside them there. */
const BESIDE =
  "of|the|a|an|your|my|his|her|their|our|this|that|specific|local|first|last|full|in|at|here|for|from|or|and|medical|home|dream|target|clinical|patient\u2019s|patient's|attending's|program's|mentor's|personal|brief|short|number|step|level|ck|1|2|3";

const NOUNS = new Set(NOUN.split('|'));
const BESIDES = new Set(BESIDE.split('|'));

/** Whether a text is nothing but words of a gap, such as `Program Name` or `your city`. */
function isGapWords(text: string): boolean {
  const words = text.toLowerCase().split(/[\s,/&-]+/);
  return words.some((word) => NOUNS.has(word)) && words.every((word) => NOUNS.has(word) || BESIDES.has(word));
}

/** Text that asks somebody to fill it in. */
const ASKS =
  /^(?:insert|add|enter|fill in|type|put|replace|choose|select|name of|description of|describe|mention|your|specific|todo|to do|tbd|tba|fixme|tk|placeholder|xx+|click (?:here )?to|why (?:this|your|the)|finish|click or tap)\b/i;
/** A reminder to oneself inside a bracket. */
const REMINDS =
  /\b(?:check|confirm|verify|double-check|look up|spelling|fix (?:this|before|later)|before (?:submitting|sending)|to be (?:added|determined|confirmed)|goes here|here)\b/i;
/** A note on the draft itself, as a bracket may hold one: "need an opening", "maybe cut". */
const EDITS =
  /^(?:maybe |perhaps |possibly |still )?(?:needs?|cut|trim|shorten|expand|rewrite|rephrase|reword|revise|delete|remove|move|end (?:with|on)|start with|open with|tie (?:in|this)|expand on|more (?:here|on|about)|better|stronger|fix|polish)\b/i;
/** What only a draft has: an order about it does not stand in prose. */
const OF_DRAFT =
  /\b(?:this|here|ending|opening|intro(?:duction)?|conclusion|transition|sentence|paragraph|line|story|example|anecdote|hook|wording|word|part|section|details?|quote|closing)\b/i;

/** Words set as a title or in capitals, as gaps are and remarks are not. */
const title = () =>
  /^(?:\p{Lu}[\p{L}\d'\u2019.]*|of|the|a|an|in|at|for|and|or|your|#?\d+)(?:[\s,/&:-]+(?:\p{Lu}[\p{L}\d'\u2019.]*|of|the|a|an|in|at|for|and|or|your|#?\d+))*$/u;

/** Text in angle brackets, braces and `[...]` that is nothing but signs: `[#]`, `[ ]`, `[__]`, `[...?]`. */
const BLANK = /^[\s_#?.*xX]*$/;

/** Text an editor puts into a quotation, or a note, and no gap. */
const EDITORIAL =
  /^(?:sic|emphasis|redacted|withheld|omitted|translated|name (?:redacted|withheld|changed)|\.\.\.|\u2026|\d+)/i;

/**
 * Whether the text inside a bracket is left to fill in.
 *
 * @param quoted - Inside a quotation, where brackets are an editor's, only an order to fill in counts.
 */
export function isGap(inside: string, quoted: boolean): boolean {
  const text = inside.trim();
  if (ASKS.test(text)) return true;
  if (quoted || text === 'x' || EDITORIAL.test(text)) return false;
  if ((BLANK.test(text) && !/^[xX]$/.test(text)) || REMINDS.test(text) || isGapWords(text)) return true;
  if (isEdit(text)) return true;
  return (
    title().test(text) &&
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => NOUNS.has(word))
  );
}

function isEdit(text: string): boolean {
  return EDITS.test(text) && OF_DRAFT.test(text);
}

/** What a person would say in parentheses only to fill it in later; parentheses are common in prose. */
export function isGapInParentheses(inside: string): boolean {
  const text = inside.trim();
  if (/^(?:insert|fill in|enter|tbd|todo|placeholder)\b/i.test(text) || /^(?:#|_+|x{2,}|\?{2,})$/i.test(text))
    return true;
  if (/^(?:maybe |still )?needs? an? /i.test(text) && isEdit(text)) return true;
  return /^(?:your )?(?:(?:program|hospital|school|city|institution|university|specialty|attending|mentor|exam) )?(?:name|number|score|date|month|year)(?: here)?$/i.test(
    text,
  );
}

const NAMED =
  'program|hospital|school|university|institution|specialty|city|state|attending|mentor|residency|organization|clinic';

/** Phrases that are a gap wherever they stand. */
const GAP_PHRASES = new RegExp(
  [
    String.raw`\blorem ipsum\b`,
    String.raw`\binsert(?:ed)? (?:(?:${NOUN}|${BESIDE}) ){0,4}(?:${NOUN})(?: (?:here|later|below))\b`,
    String.raw`\b(?:${NAMED})(?:'s)? (?:full )?name here\b`,
    String.raw`\byour (?:full )?name here(?=\s*(?:[.,;:!?)]|$))`,
    String.raw`\b(?:score|scores|name|example|anecdote|quote|date) (?:goes|to go) here\b`,
    String.raw`\bname of (?:the |your |this )?(?:${NAMED}) here\b`,
    String.raw`\bclick (?:or tap )?here to (?:enter|add|type)\b[^.\n]{0,20}`,
    String.raw`\b(?:XYZ) (?:program|hospital|university|school|residency|clinic|medical)\b`,
    String.raw`\bdr\. ?(?:last ?name|so-and-so)\b`,
    String.raw`\bnotes? to self(?=\s*[:\u2013\u2014-])`,
  ].join('|'),
  'gi',
);

/** Every phrase that is a gap; it takes long to compile, and hardly any draft has the words that each one needs. */
export function gapPhrasesIn(text: string): Iterable<RegExpExecArray> {
  const lower = text.toLowerCase();
  const has = (...signs: readonly string[]) => signs.some((sign) => lower.includes(sign));
  const may =
    has(
      'lorem ipsum',
      'name here',
      'go here',
      'goes here',
      'here to ',
      'xyz ',
      'last name',
      'lastname',
      'so-and-so',
      'to self',
    ) ||
    (has('insert') && has(' here', ' later', ' below')) ||
    (has('name of ') && has(' here'));
  return may ? text.matchAll(GAP_PHRASES) : [];
}

/** Gaps in capitals: "PROGRAM NAME", "NAME OF HOSPITAL", "Dr. NAME", "%CITY%", "###". */
export const capitals = () =>
  /(?<![\p{L}\p{N}_])(?:(?:PROGRAM|HOSPITAL|SCHOOL|UNIVERSITY|INSTITUTION|CITY|STATE|MENTOR|ATTENDING|CLINIC|SPECIALTY)(?:'S)? NAME|(?:INSERT )?NAME OF (?:THE |YOUR )?(?:PROGRAM|HOSPITAL|SCHOOL|UNIVERSITY|INSTITUTION|CITY|STATE|MENTOR|ATTENDING|CLINIC|SPECIALTY)|(?:Dr|DR|Mr|Ms|Mrs|Prof)\.? (?:(?:FIRST|LAST|FULL)[ _]?)?NAME|%[A-Z][A-Z _]{1,30}%|#{2,})(?![\p{L}\p{N}_#])/gu;

/** Notes to oneself, as they are left in drafts; "todo" in small letters is a word of Spanish. */
export const notes = () => /(?<![\p{L}\p{N}_])(?:TODO|FIXME|TBD|tbd|FILL IN(?=\s*:))(?![\p{L}\p{N}_])/gu;

/** A date of which the day and month are open: "xx/xx/2023", "__/__/2023". */
export const openDates = () =>
  /(?<![\p{L}\p{N}_/])(?:(?:[xX]{2}|_{1,4}|\?{2})\/(?:[xX]{2}|_{1,4}|\?{2}|\d\d?)\/(?:\d{4}|\d\d|[xX]{2,4}|_{2,4})|(?:[xX]{2}|_{2,4}|\?{2})\/(?:19|20)\d\d)(?![\p{L}\p{N}_/])/gu;

/** A score with its last digits drawn as signs: "2??", "24?", "24*"; what they are of has to be an exam. */
export const signedDigits = () => /(?<![\p{L}\p{N}_.,/*-])[1-9](?:\d[?*]|[?*]{2})(?![\p{L}\p{N}_*?])/gu;

/** Whether a number that ends in a sign stands where a score would, and the sign does not end the sentence. */
export function isOpenScore(text: string, before: string, after: string): boolean {
  const about =
    EXAM_AFTER.test(after) ||
    /\b(?:scored|score of|earned|received|obtained|got)\s+(?:an?\s+)?$/i.test(before);
  if (!about) return false;
  // "Did I score 24? I asked": a single question mark before a new sentence is one.
  return !text.endsWith('?') || /^\s*(?:[.,;)]|[a-z(])|^\s+(?:on|in|for)\b/.test(after);
}

/** A sign or a form that may be told of, and that something stood on it. */
const FORM =
  /\b(?:forms?|whiteboards?|boards?|charts?|signs?|labels?|stickers?|tags?|bracelets?|wristbands?|consents?|templates?|screens?|questionnaires?|posters?|envelopes?|certificates?|of them)\b/i;
const STOOD = /\b(?:said|says|read|reads|asked|asks|showed|shows|stated|began|begins)\b/i;
/** A letter may be told of in words that are the draft's own, so that only its quoted words count. */
const LETTER = /\b(?:letters?|e-?mails?|notes?|cards?|invitations?)\b/i;
const WROTE = /\b(?:said|says|read|reads|began|begins|opened)\b/i;
const QUOTE = /["'\u201C\u2018\u201D\u2019]/g;

/**
 * Whether a gap is what a sign or form said, and not one of the draft.
 *
 * @param before - The text before it, back to the start of its sentence or a little more.
 */
export function isToldOf(before: string): boolean {
  const sentence = before.split(/[.!?\n]/).at(-1) ?? '';
  const form = FORM.exec(sentence);
  if (form && STOOD.test(sentence.slice(form.index))) return true;
  const letter = LETTER.exec(sentence);
  const quoted = letter && WROTE.exec(sentence.slice(letter.index));
  if (!letter || !quoted) return false;
  // An odd number of marks leaves a quotation open.
  return (sentence.slice(letter.index + quoted.index).match(QUOTE)?.length ?? 0) % 2 === 1;
}

/** A date still in the letters of its form. */
export const dateForms = () =>
  /(?<![\p{L}\p{N}_])(?:(?:DD\/)?MM\/(?:DD\/)?YY(?:YY)?|(?:DD-)?MM-YYYY|YYYY-MM(?:-DD)?|YYYY)(?![\p{L}\p{N}_])/gu;

/** A score with digits left open (24X, 2XX, 5XX), and XX for anything. */
export const openDigits = () =>
  /(?<![\p{L}\p{N}_.,/-])(?:[1-9]\d?[Xx]{1,2}|[1-9]XXX?|(?:19|20)(?:XX|\dX)|[Xx]{3,}|X{2})(?![\p{L}\p{N}_/]|,\d|-\p{L})/gu;

/** Gaps drawn with underscores, digits before them included; `__init__` and `snake_case` are none. */
export const underscores = () => /(?<![\p{L}\p{N}_])(?:(?:[1-9]\d?)?_{2,}|[1-9]\d_)(?![\p{L}\p{N}_])/gu;

/** Question marks in place of a word. */
export const questionMarks = () => /(?<=[\s(])\?{2,}(?=[\s).,;%])/gu;

const MULTIPLE =
  /^\s*(?:-?fold\b|magnif|objective|lens|power\b|speed|zoom|faster|slower|more|less|better|larger|bigger|higher|growth|increase|return|the\b|as\b|oil)/i;
const SCALE =
  /(?:\b(?:at|under|by|nearly|almost|roughly|grew|increased|up|to|through)\s+|magnification\s+of\s+)$/i;
const EXAM = /\b(?:score\w*|step|level|comlex|usmle|ck|earned|received|percentile|passed)\b/i;
const EXAM_AFTER = /^\s*(?:on|in|for)\s+(?:my\s+)?(?:step|level|comlex|usmle|ck)\b/i;
const GENETIC =
  /^\s*(?:chromosom|karyotyp|genotyp|sex\b|female|male|pair|gene|fetus|embryo|zygote|mosaic|DSD|and (?:an? )?(?:XY|XO)\b)/i;
const SEXED = /\b(?:XY|twins?|chromosom\w*|karyotyp\w*|genotyp\w*)\b/i;
/** What is counted in Roman numerals: a congress, a district of Paris. */
const NUMBERED =
  /^\s+(?:(?:International|World|National|European|Annual|Pan-?American|Latin|Ibero-?American|Panhellenic)\s+)*(?:congress|conference|symposium|century|arrondissement|olympi\w*|games|edition|corps|legion|dynasty|festival|assembly|session|meeting|bowl|amendment)\b/i;
const NUMERAL =
  /(?:\b(?:chapter|title|volume|vol|part|section|article|act|appendix|book|bowl|olympiad|nerve|nerves|cn|factor|type|class|stage|grade|amendment|phase|psalm|canto|opus|century|generation|louis|pius|john|benedict|king|pope|queen|triple|system|rexx?)\.?\s+|\b4[5-9],\s?|[/-])$/i;

/**
 * Whether open digits really wait for a number: not a magnification, a chromosome or a Roman numeral.
 *
 * @param before - A few dozen characters before the match.
 * @param after - A few dozen after it.
 */
export function isOpenNumber(text: string, before: string, after: string): boolean {
  if (!/^\d/.test(text))
    return !(
      /^X{2,3}$/.test(text) &&
      (GENETIC.test(after) ||
        NUMERAL.test(before) ||
        NUMBERED.test(after) ||
        (/\ban\s+$/.test(before) && SEXED.test(`${before} ${after}`)))
    );
  if (MULTIPLE.test(after) || text.length === 2) return false;
  if (text.length === 4) return text.endsWith('X');
  const aboutExam = EXAM.test(before.slice(-30)) || EXAM_AFTER.test(after);
  if (/^\dXX$/.test(text)) return true;
  // A three-digit score begins with 1 or 2; round figures and small letters are rather multiples.
  if (/^[12][1-9]X$/.test(text)) return aboutExam || !SCALE.test(before);
  return aboutExam && !SCALE.test(before);
}
