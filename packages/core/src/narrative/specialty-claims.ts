import { SPECIALTIES, specialtyId } from '../config/specialties.ts';
import { bySentence } from '../document/shape.ts';
import type { NarrativeDocument, TextRange } from '../document/types.ts';
import { SPECIALTY_WORDS, type SpecialtyWords } from '../eras/specialty-words.ts';

/** Words by which a draft says which specialty it applies to. */
export interface SpecialtyClaim extends TextRange {
  readonly id: string;
}

/** A specialty within a field is no field of its own: "pediatric cardiology", "surgery rotation". */
const END = '(?![\\w&])(?!-(?:based|trained|bound|focused))';

const SURGERY = 'general-surgery';

/** Any specialty that a text may name, or who practises it; one expression, so that a sentence is searched once. */
function specialtiesIn(text: string): RegExp | undefined {
  const lower = text.toLowerCase();
  // An expression of all of them takes longer to compile than a draft takes to be searched.
  const likely = SPECIALTY_WORDS.filter((words) => hasSign(words, lower));
  const surgical = lower.includes('surgical ') ? [SURGICAL] : [];
  const key = [...likely.map(({ id }) => id), ...surgical].join();
  if (newest?.key !== key) {
    const each = (of: 'field' | 'person') => likely.flatMap((words) => words[of] ?? []);
    const names = [...each('person'), ...each('field'), ...surgical].join('|');
    newest = { key, pattern: names === '' ? undefined : new RegExp(`\\b(?:${names})${END}`, 'gi') };
  }
  return newest.pattern;
}

/** What was made last: a draft that is being written names the same specialties most of the time. */
let newest: { readonly key: string; readonly pattern: RegExp | undefined } | undefined;

function hasSign({ signs }: SpecialtyWords, lower: string): boolean {
  return signs.some((sign) => lower.includes(sign));
}

/** "A surgical resident" applies to surgery as well; the adjective alone says nothing. */
const SURGICAL = 'surgical(?= (?:residents?|residency|training program|program)\\b)';

const ADJECTIVES =
  '(?:(?:categorical|combined|integrated|full|bright|long|lifelong|clinical|academic|community|rural|specialty of|field of|discipline of|specialty|career in|world of) ){0,2}';

/** A turn of phrase around a specialty. */
interface Turn {
  readonly around: 'field' | 'person';
  readonly before: RegExp;
  readonly after: RegExp;
  /** Parts of words of which what stands before has one, in small letters; none where nothing has to stand there. */
  readonly signs: readonly string[];
}

/** So many UTF-16 code units before a specialty its turn is looked for. */
const REACH = 120;

function turn(around: Turn['around'], signs: string, before: string, after = ''): Turn {
  return {
    around,
    before: new RegExp(`${before}$`, 'i'),
    after: new RegExp(`^${after}`, 'i'),
    signs: signs === '' ? [] : signs.split('|'),
  };
}

/** The turns in which somebody says what they apply to. */
const TURNS: readonly Turn[] = [
  turn('person', 'the', '\\bthe ', ' (?:that )?i (?:intend|hope|want|plan|aim|mean) to (?:become|be)'),
  turn(
    'field',
    'appl',
    `\\b(?:apply|applying|application|applicant)(?: now| again| today| this year| myself| for (?:a )?(?:residency|training|position)s?)? (?:to|in|into|for)? ?(?:your |a |an |the |train in )?(?:residency (?:training )?(?:in|program in) |program in |training in |position in |categorical )?${ADJECTIVES}`,
  ),
  turn(
    'field',
    'residenc',
    `\\bresidenc(?:y|ies) (?:training |program(?:me)? |position |spot )?(?:in|at) (?:the )?(?:field of |specialty of )?${ADJECTIVES}`,
  ),
  turn(
    'field',
    'position|spot|place|slot',
    `\\b(?:positions?|spots?|place|slot) in (?:a )?${ADJECTIVES}`,
    '(?: (?:residency|program))?',
  ),
  turn('field', 'next|future', `\\b(?:next|future) ${ADJECTIVES}`, ' residents?'),
  turn(
    'field',
    'become|be|work as|serve as|train as',
    `\\b(?:be|become|work as|serve as|train as) (?:an?|your|the) ${ADJECTIVES}`,
    " residents?\\b(?!')",
  ),
  turn(
    'field',
    'team|group|class|family',
    `\\b(?:join|part of) (?:an?|your|the) (?:team|group|class|family) of ${ADJECTIVES}`,
    ' residents?',
  ),
  // A patient is a candidate for surgery, too; a strong one is an applicant.
  turn(
    'field',
    'candidate|applicant|fit for',
    `\\b(?:i am|i'm|i will be|i would be|makes? me|made me|me as|myself) (?:an? )?(?:strong|good|great|right|excellent|competitive|solid|suitable|natural|ideal) (?:candidate|applicant|fit) for (?:a (?:place|spot|position) in )?(?:your |the )?${ADJECTIVES}`,
  ),
  turn(
    'field',
    'department|division',
    `\\b(?:join|train in|train at|work in|be part of|become part of|learn in) your (?:department|division|team) (?:of|in) ${ADJECTIVES}`,
  ),
  turn(
    'field',
    'resident',
    `\\b(?:be|become|work as|serve as|train as) (?:an?|your) resident (?:in|of) ${ADJECTIVES}`,
  ),
  turn('field', 'program', `\\b(?:your|a|an|any) program(?:me)?s? (?:in|of) ${ADJECTIVES}`),
  turn(
    'field',
    'your',
    `\\byour ${ADJECTIVES}`,
    '(?: (?:residency|program(?:me)?s?|training|department|family|residents?))',
  ),
  turn(
    'field',
    '',
    `\\b(?:a|an|this|any) ${ADJECTIVES}`,
    ' (?:residency|program that|program where|program with|training program)',
  ),
  turn(
    'field',
    'pursu|enter|choos|chose|decided|devote|dedicate|commit|speciali|train|future in|life in|career in|place in|calling i|home i|match',
    `\\b(?:pursu(?:e|ing)|enter(?:ing)?|choos(?:e|ing)|chose|chosen|decided (?:on|upon|for)|devote (?:myself|my (?:life|career|work|years)) to|dedicate (?:myself|my (?:life|career|work|years)) to|commit(?:ted)? (?:myself )?to|specializ(?:e|ing) in|train(?:ing)? in|future in|life in|career in|place in|calling (?:is|in)|home (?:is|in)|match(?:ing)? (?:in|into)) (?:residency in |a residency in |training in |a career in |the field of |the specialty of |your )?${ADJECTIVES}`,
  ),
  turn(
    'field',
    '',
    ``,
    "(?: alone| itself)?,? (?:is|remains) (?:where i belong|the (?:(?:only|right|best|perfect|ideal) )?(?:field|specialty|residency|career|training|life|path|place|work|one|thing|choice) (?:for me|i |where|in which|that i)|my (?:calling|home|future|field|choice|specialty)|what i(?:'m| am|'ve| have| now)? (?:want|choose|cho|seek|appl|going|here|asking|hop|ask)|for me\\b|all i want)",
  ),
  turn(
    'field',
    '',
    ``,
    '(?: alone)? (?:(?:for|to|in) which|that) i (?:now |hereby |today )?(?:apply|make|submit|seek|hope to|am applying|am asking)',
  ),
  turn(
    'field',
    'going|go|head|aiming|bound',
    `\\b(?:i am|i'm|i will be|i'll be|i want to|i hope to|i plan to|i mean to|i'd like to|i would like to) (?:now )?(?:going|go|heading|headed|aiming|bound) (?:into|for|toward|towards) (?:a (?:residency|career) in )?${ADJECTIVES}`,
  ),
  turn(
    'field',
    ' me ',
    `\\b(?:(?:put|sign|count|mark|write) me (?:down |up |in )?(?:for|as)|(?:receive|accept|admit|welcome|take) me (?:into|to|in|for)) (?:the |your |a |residency in )?${ADJECTIVES}`,
  ),
  turn(
    'field',
    'specialty|field|choice|calling|path|residency',
    `\\b(?:my (?:chosen |intended |first )?(?:specialty|field|choice|calling|path)|the (?:residency|specialty|field) (?:that )?i (?:want|seek|chose|choose|am applying (?:to|for)|hope for)) (?:is|remains|will be|has to be) ${ADJECTIVES}`,
  ),
  turn(
    'field',
    '',
    '(?<!-)(?<! of )',
    '(?: itself)? (?:chose|has chosen|picked|claimed) me\\b(?! (?:for|as|to|from|over)\\b)',
  ),
  turn(
    'field',
    'why|reason',
    `\\b(?:why|reasons?) (?:i (?:choose|chose|want|love|am choosing)|for choosing|for) (?:to (?:do|enter|practice|pursue) )?`,
  ),
  turn(
    'person',
    'a|your|the',
    `\\b(?:become|becoming|be|being|train as|training as|work as|practice as|life as|career as|future as|future) (?:a|an|your|the)(?: kind of| sort of| type of)? ?(?:(?:good|great|better|excellent|compassionate|skilled|rural|academic|community|general|thoughtful|careful|future|practicing|board-certified) ){0,2}`,
  ),
  turn(
    'person',
    'grow|future|thrive|develop|mature|flourish',
    `\\b(?:(?:grow|thrive|develop|mature|flourish) (?:as|into) an? (?:\\w+ )?|(?:as|i am|i'm) (?:an?|your|the) future )`,
  ),
];

/** A draft without any of these names no specialty that it applies to. */
const HINT =
  /\b(?:grow|thrive|mature|flourish|candidate|consider|appl(?:y|ying|ied|icant|ication)|residen|program|pursu|enter|cho(?:ose|osing|sen|se)|decided|devote|dedicate|commit|speciali|train|career|future|belong|field|calling|home|position|join|drawn|becom|be an? |match|spots?|slot|seat|receive|accept|admit|welcome|going (?:into|for)|headed|what i|(?:put|sign|count) me|for which i|speciality|specialty)/i;
/** Told of another time, of somebody else, or of what was not chosen. */
const ELSEWHERE =
  /\b(?:once|originally|at first|initially|used to|had planned|had hoped|thought (?:that )?i|almost|nearly|instead of|rather than|before (?:i )?(?:chose|choosing|finding)|(?<!\bbe )considered|considering(?! me\b| my application\b)|last (?:year|cycle|season)|previous(?:ly)?|earlier|in (?:19|20)\d\d|years ago|did not match|didn't match|not to|never|not (?:want|apply|choose|going)|(?:did|do)n't (?:want|choose)|no longer|switched from|left|leaving|dual|also applied|as a child|when i was)\b/i;
/** "I did not choose it; it chose me". */
const TURNED_ROUND = /\bi (?:did not|didn't|never) (?:choose|chose) [^,;:.]{1,30}[,;:-]+ ?(?:but )?$/i;
/** An application, a training or a place that is over, with the words for it before the specialty. */
const OVER =
  /\b(?:applied|sought|interviewed|matched|began|started|entered|completed|finished|did|left|quit|resigned|withdrew|trained|worked|served|spent|held|was (?:offered|granted|given|in|a|enrolled)|had been|have been|lost|gave up|(?<!\bbe )accepted|turned down|declined|promised|contract|walked away|came from|behind me|former|prior|abandon\w*|years? (?:of|in|into)|months? (?:of|in|into)|after|since)\b/i;
/** And after it: "that my uncle finished", "which I left". */
const OVER_AFTER =
  /^[^.;:]{0,30}?(?:,? ?(?:that|which|where)?,? ?(?:my|his|her|our|a|the) (?:\w+ )?(?:mother|father|sister|brother|wife|husband|spouse|partner|uncle|aunt|cousin|friend|mentor|son|daughter|roommate|classmates?|rivals?)\b|,? ?(?:that|which)? ?i (?:had |have )?(?:left|began|started|finished|completed|did|held|gave up|quit|abandoned|trained in|lost|once)\b|\bin (?:19|20)\d\d\b|\b(?:last|years? ago|back home|in my (?:own |home )?country)\b)/i;
/** "My residency in surgery in Tehran required": what had rules of its own is over. */
const OVER_THERE =
  /^(?: residency| program(?:me)?| position)?(?: (?:in|at) (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2})? (?:had|was|were|did not|didn't|required|taught|ended|lasted)\b/;
/** "I began writing, and this is why I apply": what is told of now comes last. */
const NOW =
  /\b(?:i have (?:come|chosen|decided)|am|i'm|will|would|want|hope|plan|intend|wish|now|today|seek|look(?:ing)? forward|apply|applying|ask|why)\b/i;
const THEIRS =
  /\b(?:mother|father|sister|brother|wife|husband|spouse|fianc[e\u00e9]+|twin|uncle|aunt|cousin|nephew|niece|friend|roommate|mentor|partner|parents|daughter|son|rival|colleague|he|she|they|his|her|their|who|patient|classmates?)\b/i;
/** "I watched her study, pass, and match into". */
const WATCHED = /\bi (?:watched|saw|helped|heard|let) (?:her|him|them) [^.;:]{0,80}$/i;
/** A plan from before the one of now, or one that was only possible. */
const FORMER =
  /\b(?:began with|started (?:out )?with|(?:entered|came to|started|began|went to|applied to) (?:medical|med) school|had (?:\w+ )?(?:chosen|decided|committed|planned|hoped|wanted|meant)|(?:might|could|would|should|may) (?:\w+ )?have)\b/i;
/** The writer's own word for now. */
const I_NOW = /\b(?:now|today|i(?: am|'m| have|'ve| want| hope| plan| intend| wish| apply| will| choose))\b/i;
/** "A career in surgery was what my family expected": what stands first is not what the writer wants. */
const UNREAL =
  /^ (?:alone |itself )?(?:was|were|had|seemed|looked|tempted|(?:would|might|could|should) (?:\w+ )?have)\b/i;
const OPTION =
  /^(?:an? |the )?(?:career|life|future|residenc|training|place|pursuing|entering|specializing)/i;
/** Those of a neighbouring program, whom an applicant has met or worked with. */
const NEIGHBOR =
  /\b(?:residents?|interns?|faculty|friends?|colleagues|attendings?|fellows?|chiefs?|teachers?|nurses|members?|people|someone|somebody) (?:of|in|from|at)\s*$/i;
const BESIDE = /\b(?:with|alongside|beside|among|from|by)\s*$/i;
const JOINS = /\b(?:join|train|learn|work|be|become) (?:\w+ ){0,2}(?:them|it|there|you)\b/i;
/** What somebody was once going to be; "would be honored" is of now. */
const PAST_PLAN =
  /\b(?:was|were|had|would|wanted|thought|expected|supposed|planned|dreamed|dreamt|imagined|assumed|saw|meant)\b(?! (?:be (?:honou?red|glad|proud|grateful|happy)|love|like))/i;
/** Where the people of another program are, as seen from the one that is applied to. */
const NEXT_DOOR =
  /^ (?:shares?|works?|sits?|is|runs?|stands?)\b[^.;,]{0,30}\b(?:with|beside|alongside|next to|next door to|down the hall from) (?:us|me|ours|my|our|your|yours)\b/i;
/** The writer was there, and does not ask to come. */
const WAS_THERE =
  /\b(?:rotat(?:ed|ion|ing)|elective|clerkship|sub-?internship|sub-?i|observership|externship|months?|weeks?)(?: of \w+)? (?:in|at|with|on|within)\s*$/i;
/** "I chose pediatrics for my elective". */
const FOR_A_TIME =
  /^ (?:for|as) (?:my|an?|the|our) (?:[\w-]+ ){0,3}(?:elective|rotation|clerkship|sub-?internship|sub-?i|block|month|project|thesis|observership|externship)\b/i;
const FELLOWSHIP =
  /^[^.;]{0,30}\b(?:fellow(?:ship)?|rotation|clerkship|elective|clinic|ward|service|shelf|interest group|consult(?:s|ation)?|attending|sub-?i|month|team|patients?|department|floor|unit|lab(?:oratory)?|exam|block|case|colleagues?|within|journal|conference|society|textbook|certificate|observership|externship|research)\b/i;

/** Every place where the draft says, of its writer and of now, which specialty it is for; in text order. */
export function readSpecialtyClaims({ sentences, prose }: NarrativeDocument): SpecialtyClaim[] {
  const claims: SpecialtyClaim[] = [];
  const specialties = specialtiesIn(prose);
  if (!specialties) return claims;
  for (const sentence of sentences)
    for (const { id, start, end } of claimsIn(sentence, prose, specialties))
      claims.push({ id, start: sentence.start + start, end: sentence.start + end });
  return claims;
}

/** Those of a sentence; places count from its start. */
const claimsIn = bySentence((sentence, prose: string, specialties: RegExp): readonly SpecialtyClaim[] => {
  const text = prose
    .slice(sentence.start, sentence.end)
    .replace(/[\u2019]/g, "'")
    .replace(/\s/g, ' ');
  if (!HINT.test(text)) return NO_CLAIMS;
  const claims = [...text.matchAll(specialties)].flatMap((match) => {
    const range = turnAround(text, match[0], match.index);
    const named = range && identify(match[0]);
    return range && named ? [{ id: named.id, ...range }] : [];
  });
  return claims.length > 0 ? claims : NO_CLAIMS;
});

const NO_CLAIMS: readonly SpecialtyClaim[] = [];

/** The words that say, of the writer and of now, that a specialty is applied to; nothing where they do not. */
function turnAround(text: string, specialty: string, at: number): TextRange | undefined {
  const before = text.slice(0, at);
  const after = text.slice(at + specialty.length);
  const near = before.slice(-REACH);
  const lower = near.toLowerCase();
  for (const { around, before: opening, after: closing, signs } of TURNS) {
    if (around !== (identify(specialty)?.around ?? 'field')) continue;
    if (signs.length > 0 && !signs.some((sign) => lower.includes(sign))) continue;
    const first = opening.exec(near);
    const last = first && closing.exec(after);
    if (!first || !last) continue;
    const start = at - near.length + first.index;
    const end = at + specialty.length + last[0].trimEnd().length;
    const told = text.slice(0, start);
    const clause = told.slice(Math.max(...[',', ';', ':', '"'].map((mark) => told.lastIndexOf(mark))) + 1);
    if (THEIRS.test(clause) || (around === 'person' && PAST_PLAN.test(clause))) continue;
    if (ELSEWHERE.test(`${told.slice(-60).replace(TURNED_ROUND, '')}${text.slice(start, end)}`)) continue;
    if (WATCHED.test(told)) continue;
    if (isOver(clause, text.slice(start, at), after)) continue;
    const opened = `${clause}${text.slice(start, at)}`;
    const former = FORMER.exec(opened);
    if (former && !I_NOW.test(opened.slice(former.index))) continue;
    if (OPTION.test(text.slice(start, at)) && UNREAL.test(after)) continue;
    if (isNeighbor(clause, text.slice(start, end), text.slice(end))) continue;
    if (FOR_A_TIME.test(text.slice(end))) continue;
    if (FELLOWSHIP.test(nextWord(text.slice(end)))) continue;
    return { start, end };
  }
  return undefined;
}

/** Whether the people of a program are told of whom the writer has met, and does not ask to join. */
function isNeighbor(clause: string, words: string, after: string): boolean {
  if (!/^your\b/i.test(words)) return false;
  if (NEXT_DOOR.test(after)) return true;
  if (WAS_THERE.test(clause)) return !NOW.test(clause);
  if (!NEIGHBOR.test(clause) && !(BESIDE.test(clause) && /residents?$/i.test(words))) return false;
  return !NOW.test(clause) && !JOINS.test(after);
}

/** Whether a training or an application is told of that is over, or is somebody else's. */
function isOver(clause: string, opening: string, after: string): boolean {
  const before = `${clause}${opening}`;
  if (!/\b(?:residen\w+|positions?|spots?|place|slot|program\w*)\b/i.test(`${opening}${nextWord(after)}`))
    return false;
  if (/^ (?:is|remains) /.test(after)) return false;
  if (OVER_AFTER.test(after) || OVER_THERE.test(after)) return true;
  const over = OVER.exec(before);
  return (
    over !== null &&
    !NOW.test(before.slice(over.index)) &&
    !/\b(?:am|i'm|will|want|hope|plan|intend|would (?:like|love|be))\b/i.test(before)
  );
}

/** The two words after a specialty, which may make something else of it. */
function nextWord(after: string): string {
  return /^(?:[ -]+[\w-]+){0,2}/.exec(after)?.[0] ?? '';
}

/** What a specialty or who practises it is called by. */
interface Called {
  readonly id: string;
  readonly around: Turn['around'];
}

/** By the words as they were written, in lower case. */
const known = new Map<string, Called | undefined>();

function identify(words: string): Called | undefined {
  const name = words.toLowerCase();
  if (!known.has(name)) known.set(name, lookUp(name));
  return known.get(name);
}

function lookUp(name: string): Called | undefined {
  if (name === 'surgical') return { id: SURGERY, around: 'field' };
  for (const around of ['field', 'person'] as const)
    for (const words of SPECIALTY_WORDS) {
      const source = words[around];
      if (source !== undefined && hasSign(words, name) && new RegExp(`^(?:${source})$`).test(name))
        return { id: words.id, around };
    }
  return undefined;
}

/** The id of a specialty of a profile, whatever usual name it is given by. */
export function profileSpecialty(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const plain = (text: string) => text.replaceAll('-and-', '-');
  return (
    specialtyId(name) ?? SPECIALTIES.find(({ id }) => plain(id) === plain(name.toLowerCase()))?.id ?? name
  );
}
