import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { Clause, LanguageAnalysis } from '../language/analysis.ts';
import { type ExamClaim, readExamClaims } from './exam-claims.ts';
import { plainText } from './exam-topics.ts';
import { HINTED, TOLD_BY_I, TOLD_OF_MINE } from './plain-tellings.lexicon.ts';
import { LICENSING_EXAMS, type SetbackKind } from './types.ts';
import { isTheirs } from './whose-exam.ts';

/** A clause that says in so many words that something of the writer's went wrong. */
export interface PlainTelling {
  readonly clause: Clause;
  /** The words in it that tell the setback; where they are not all, the rest tells that it was passed. */
  readonly at: TextRange;
  /** Whether it says no more than that something went wrong, and not what. */
  readonly isHint: boolean;
  /** Other clauses of its sentence that say in as plain words that it was passed. */
  readonly passed: readonly Clause[];
}

const LICENSING: ReadonlySet<SetbackKind | undefined> = new Set(LICENSING_EXAMS);

/** Supposed, denied, dreamed or feared: no telling, whatever follows. */
const UNTOLD =
  /\b(?:never|if|unless|without (?:(?:a|any|ever|having|taking|needing) )+(?:fail\w*|leave|second|repeat\w*|retak\w*|attempt)|whether|lest|thought|think|believed|sure|certain|convinced|dream\w*|dreamt|nightmares?|afraid|fear\w*|worr\w+|(?:almost|nearly)(?! (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d))|would|might|could have|imagin\w+|pretend\w*|as though|suppose|wondered|scared|terrified|college|high school|undergraduate|driving|driver's|road test|(?:whole|entire) class|choir|simulat\w+|mannequin|himself|herself)\b|\?/;

/** After "failing Step 1," who failed it is the one who goes on. */
const GOES_ON_WITH_I = /^[^,.;:]{0,60}, ?(?:[\w -]{0,40}, ?)?(?:and |but )?i\b/;

/**
 * The clauses that tell a setback of the writer's in so many words, in text order. Only words that cannot be
 * meant otherwise count, be there nothing else of a story in the draft.
 */
export function plainTellings(document: NarrativeDocument, language: LanguageAnalysis): PlainTelling[] {
  const claims = readExamClaims(document, language).filter(isSetback);
  const found: PlainTelling[] = [];
  for (const sentence of document.sentences) {
    const whole = plainText(document, sentence);
    if (UNTOLD.test(whole)) continue;
    for (const clause of language.clausesIn(sentence)) {
      const text = plainText(document, clause);
      const claim = claims.find(({ start, end }) => start >= clause.start && end <= clause.end);
      const isClaimed = claim && isMine(text, whole.slice(clause.end - sentence.start));
      const told = isClaimed
        ? { at: withoutPass(clause, text, claim), isHint: false }
        : tellingIn(document, language, clause, text, whole);
      if (told) found.push({ clause, ...told, passed: passedBeside(document, language, clause) });
    }
  }
  return found;
}

/** Whether a clause, or what its sentence goes on with, has the writer in it. */
function isMine(text: string, after: string): boolean {
  return /\b(?:i|my|me|i'm)\b/.test(text) || GOES_ON_WITH_I.test(`,${after}`);
}

/** A second sitting that went well tells the setback only where nothing else does. */
export function plainest(tellings: readonly PlainTelling[]): readonly PlainTelling[] {
  const whole = tellings.filter((telling) => !tellsPass(telling));
  return whole.length > 0 ? whole : tellings;
}

/** Whether a clause tells beside its setback that it was passed. */
export function tellsPass({ clause, at }: PlainTelling): boolean {
  return at.start > clause.start || at.end < clause.end;
}

/** "I took Step 1 twice | before I passed." */
const PASSED_IT =
  /^,? ?(?:and |but |then |before |until |which |, )*(?:i )?(?:then |later |finally |ultimately |did |had )?(?:passed|cleared)\b/;

function passedBeside(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  told: Clause,
): readonly Clause[] {
  return language
    .clausesIn(told.sentence)
    .filter((clause) => clause !== told && PASSED_IT.test(plainText(document, clause)));
}

/** Whether a claim of a licensing exam that it names says that the first sitting was not enough. */
function isSetback({ type, count, exam, named }: ExamClaim): boolean {
  if (!named || !LICENSING.has(exam)) return false;
  if (type === 'passed-at' || type === 'sittings' || type === 'either') return count > 1;
  return type === 'failed-at' || type === 'not-passed' || type === 'more' || (type === 'fails' && count > 0);
}

/** The words of a clause that tell a setback, where they are of those above. */
function tellingIn(
  { prose }: NarrativeDocument,
  language: LanguageAnalysis,
  clause: Clause,
  text: string,
  sentence: string,
): Pick<PlainTelling, 'at' | 'isHint'> | undefined {
  for (const pattern of TOLD_BY_I) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = { start: clause.start + match.index + match[0].length, end: clause.end };
    const isPassed = language.has(rest, 'grade-or-honor', 'named-pass');
    return { at: isPassed ? { start: clause.start, end: rest.start } : clause, isHint: false };
  }
  for (const pattern of [...TOLD_OF_MINE, ...HINTED]) {
    const match = pattern.exec(text);
    if (!match) continue;
    const start = clause.start + match.index;
    const after = sentence.slice(start + match[0].length - clause.sentence.start);
    if (!isTheirs(prose.slice(clause.sentence.start, start)) && isMine(text, after))
      return { at: clause, isHint: HINTED.includes(pattern) };
  }
  return undefined;
}

const PASSED = /\b(?:pass(?:ed|ing)?|clear(?:ed|ing)?|succeeded)\b/;
const AT_WHICH =
  /\b(?:only )?(?:(?:on|at|in|with|after|by) )?(?:(?:my|the|a|an|only|just) ){0,2}(?:second|third|fourth|2nd|3rd|4th|two|three|four|2|3|4) (?:[\w-]+ )?(?:attempts?|try|tries|sittings?|times?|takes?|go|goes|administrations?)\b/;

/** Whether a stretch says no more than at which attempt something was passed. */
export function isWhichAttempt(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/(?<![\s.,;:])[\s.,;:]+$/, '')
    .trimStart();
  const which = AT_WHICH.exec(words);
  return which?.index === 0 && which[0].length === words.length;
}

/** The words of a claim without those that tell the pass, where a clause has both. */
function withoutPass(clause: Clause, text: string, claim: ExamClaim): TextRange {
  const passed = PASSED.exec(text);
  if (!passed || claim.type === 'failed-at' || claim.type === 'fails' || claim.type === 'not-passed')
    return clause;
  const end = claim.end - clause.start;
  if (passed.index >= end) return { start: clause.start, end: claim.end };
  const which = AT_WHICH.exec(text.slice(passed.index, end));
  return which ? { start: clause.start + passed.index + which.index, end: claim.end } : clause;
}
