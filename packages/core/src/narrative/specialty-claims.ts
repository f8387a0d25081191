import { SPECIALTIES, specialtyId } from '../config/specialties.ts';
import type { NarrativeDocument, TextRange } from '../document/types.ts';
import { SPECIALTY_WORDS } from '../eras/specialty-words.ts';

/** Words by which a draft says which specialty it applies to. */
export interface SpecialtyClaim extends TextRange {
  readonly id: string;
}

const each = (key: 'field' | 'person') => SPECIALTY_WORDS.flatMap((words) => words[key] ?? []).join('|');
const FIELD = `(?<field>${each('field')})`;
const PERSON = `(?<person>${each('person')})`;
/** A specialty within a field is no field of its own: "pediatric cardiology", "surgery rotation". */
const END = '(?![\\w&])(?!-(?:based|trained|bound|focused))';
const ADJECTIVES =
  '(?:(?:categorical|combined|integrated|full|bright|long|lifelong|clinical|academic|community|rural|specialty of|field of|discipline of|specialty|career in|world of) ){0,2}';

/** The turns in which somebody says what they apply to; `S` stands for the specialty. */
const TURNS = [
  `\\b(?:apply|applying|application|applicant)(?: now| again| today| this year| myself| for (?:a )?(?:residency|training|position)s?)? (?:to|in|into|for)? ?(?:your |a |an |the |train in )?(?:residency (?:training )?(?:in|program in) |program in |training in |position in |categorical )?${ADJECTIVES}S`,
  `\\bresidenc(?:y|ies) (?:training |program(?:me)? |position |spot )?(?:in|at) (?:the )?(?:field of |specialty of )?${ADJECTIVES}S`,
  `\\b(?:positions?|spots?|place|slot) in (?:a )?${ADJECTIVES}S(?: (?:residency|program))?`,
  `\\b(?:next|future) ${ADJECTIVES}S residents?`,
  `\\b(?:your|a|an|any) program(?:me)?s? (?:in|of) ${ADJECTIVES}S`,
  `\\byour ${ADJECTIVES}S(?: (?:residency|program(?:me)?s?|training|department|family|residents?))`,
  `\\b(?:a|an|this|any) ${ADJECTIVES}S (?:residency|program that|program where|program with|training program)`,
  `\\b(?:pursu(?:e|ing)|enter(?:ing)?|choos(?:e|ing)|chose|chosen|decided (?:on|upon|for)|devote myself to|dedicate myself to|commit(?:ted)? (?:myself )?to|specializ(?:e|ing) in|train(?:ing)? in|future in|life in|career in|place in|calling (?:is|in)|home (?:is|in)|match(?:ing)? (?:in|into)) (?:residency in |a residency in |training in |a career in |the field of |the specialty of |your )?${ADJECTIVES}S`,
  `\\bS,? is (?:where i belong|the (?:field|specialty|place|work|one) (?:for me|i |where|in which|that i)|my (?:calling|home|future|field|choice)|what i (?:want|choose)|for me\\b|all i want)`,
  `\\b(?:why|reasons?) (?:i (?:choose|chose|want|love|am choosing)|for choosing|for) (?:to (?:do|enter|practice|pursue) )?S`,
  `\\b(?:become|becoming|be|being|train as|training as|work as|practice as|life as|career as|future as|future) (?:a|an|your|the)(?: kind of| sort of| type of)? ?(?:(?:good|great|better|excellent|compassionate|skilled|rural|academic|community|general|thoughtful|careful|future|practicing|board-certified) ){0,2}P`,
] as const;

const SOURCES = TURNS.map((turn) =>
  turn.replace(/S(?![a-z])/g, `${FIELD}${END}`).replace(/P$/, `${PERSON}\\b`),
);
let compiled: readonly RegExp[] | undefined;
function patterns(): readonly RegExp[] {
  compiled ??= SOURCES.map((source) => new RegExp(source, 'gi'));
  return compiled;
}

/** A draft without any of these names no specialty that it applies to. */
const HINT =
  /\b(?:appl(?:y|ying|ied|icant|ication)|residenc|program|pursu|enter|cho(?:ose|osing|sen|se)|decided|devote|dedicate|commit|speciali|train|career|future|belong|field|calling|home|position|join|drawn|become|be an? |match)/i;
/** Told of another time, of somebody else, or of what was not chosen. */
const ELSEWHERE =
  /\b(?:once|originally|at first|initially|used to|had planned|had hoped|thought (?:that )?i|almost|nearly|instead of|rather than|before (?:i )?(?:chose|choosing|finding)|considered|considering|last (?:year|cycle|season)|previous(?:ly)?|earlier|in (?:19|20)\d\d|years ago|did not match|didn't match|not to|never|not (?:want|apply|choose|going)|no longer|switched from|left|leaving|dual|also applied|as a child|when i was)\b/i;
const THEIRS =
  /\b(?:mother|father|sister|brother|wife|husband|uncle|aunt|cousin|friend|mentor|partner|parents|daughter|son|he|she|they|his|her|their|who|patient|classmates?)\b/i;
/** What somebody was once going to be; "would be honored" is of now. */
const PAST_PLAN =
  /\b(?:was|were|had|would|wanted|thought|expected|supposed|planned|dreamed|dreamt|imagined|assumed|saw|meant)\b(?! (?:be (?:honou?red|glad|proud|grateful|happy)|love|like))/i;
const FELLOWSHIP =
  /^[^.;]{0,30}\b(?:fellow(?:ship)?|rotation|clerkship|elective|clinic|ward|service|shelf|interest group|consult(?:s|ation)?|attending|sub-?i|month|team|patients?|department|floor|unit|lab(?:oratory)?|exam|block|case|colleagues?|within|journal|conference|society|textbook|certificate|observership|externship|research)\b/i;

/** Every place where the draft says, of its writer and of now, which specialty it is for; in text order. */
export function readSpecialtyClaims(document: NarrativeDocument): SpecialtyClaim[] {
  const claims: SpecialtyClaim[] = [];
  for (const sentence of document.sentences) {
    const text = document.prose
      .slice(sentence.start, sentence.end)
      .replace(/[\u2019]/g, "'")
      .replace(/\s/g, ' ');
    if (!HINT.test(text)) continue;
    for (const pattern of patterns()) {
      for (const match of text.matchAll(pattern)) {
        const { field, person } = match.groups ?? {};
        const id = idOf(field, person);
        const after = text.slice(match.index + match[0].length);
        const before = text.slice(0, match.index);
        const clause = before.slice(
          Math.max(...[',', ';', ':', '"'].map((mark) => before.lastIndexOf(mark))) + 1,
        );
        if (THEIRS.test(clause) || (person !== undefined && PAST_PLAN.test(clause))) continue;
        if (!id || ELSEWHERE.test(`${before.slice(-60)}${match[0]}`) || FELLOWSHIP.test(nextWord(after)))
          continue;
        const start = sentence.start + match.index;
        const claim = { id, start, end: start + match[0].length };
        if (!claims.some((other) => other.start < claim.end && claim.start < other.end)) claims.push(claim);
      }
    }
  }
  return claims.sort((a, b) => a.start - b.start);
}

/** The two words after a specialty, which may make something else of it. */
function nextWord(after: string): string {
  return /^(?:[ -]+[\w-]+){0,2}/.exec(after)?.[0] ?? '';
}

let readers: readonly (readonly [id: string, field: RegExp, person: RegExp | undefined])[] | undefined;

function idOf(field: string | undefined, person: string | undefined): string | undefined {
  readers ??= SPECIALTY_WORDS.map(
    (words) =>
      [
        words.id,
        new RegExp(`^(?:${words.field})$`, 'i'),
        words.person === undefined ? undefined : new RegExp(`^(?:${words.person})$`, 'i'),
      ] as const,
  );
  if (field !== undefined) return readers.find(([, pattern]) => pattern.test(field))?.[0];
  if (person !== undefined) return readers.find(([, , pattern]) => pattern?.test(person))?.[0];
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
