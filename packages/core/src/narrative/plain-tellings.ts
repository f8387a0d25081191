import type { NarrativeDocument, TextRange } from '../document/types.ts';
import type { Clause, LanguageAnalysis } from '../language/analysis.ts';
import { type ExamClaim, readExamClaims } from './exam-claims.ts';
import { plainText } from './exam-topics.ts';
import { LICENSING_EXAMS, type SetbackKind } from './types.ts';
import { isTheirs } from './whose-exam.ts';

/** A clause that says in so many words that something of the writer's went wrong. */
export interface PlainTelling {
  readonly clause: Clause;
  /** The words in it that tell the setback; where they are not all, the rest tells that it was passed. */
  readonly at: TextRange;
  /** Other clauses of its sentence that say in as plain words that it was passed. */
  readonly passed: readonly Clause[];
}

const LICENSING: ReadonlySet<SetbackKind | undefined> = new Set(LICENSING_EXAMS);

const EXAM = `(?:(?:my|the|usmle|comlex(?:-usa)?) ){0,2}(?:step|level) ?[123]`;
const COURSE = String.raw`(?:(?:my|the|a|an|one|two|three|both|several|first-year|second-year|preclinical|basic science|medical school|surgery|medicine|internal medicine|pediatrics?|psychiatry|neurology|ob-?gyn|family medicine|core) ){0,3}(?:shelf|shelves|courses?|clerkships?|rotations?|blocks?|modules?|anatomy|biochemistry|physiology|pathology|pharmacology|histology|neuroscience|microbiology|immunology|embryology|nbmes?|in-training exam|boards)\b(?! of\b)`;
const YEAR = String.raw`(?:(?:my|the|a) )(?:(?:entire|whole|first|second|third|fourth|fifth|m[1-4]|ms[1-4]|preclinical|clinical|final|academic|medical school) ){0,2}year\b(?! (?:of )?(?:college|high school|undergrad))`;
const ANY = `(?:${EXAM}|${COURSE}|${YEAR})`;
const SPAN = String.raw`(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen|eighteen|\d{1,2}) (?:weeks|months|years)\b`;
const SCHOOL = `(?:my |the )?(?:medical school|med school|(?:first|second|third|fourth|preclinical|clinical) (?:and second )?years?|preclinical (?:record|studies)|student years)`;
const HELPED = String.raw`\bi (?:(?:had|have|also|then|later|once|first|initially|unfortunately|subsequently|ultimately|did) ){0,2}`;

/** What the writer says of themselves and nobody could mean otherwise. */
const TOLD_BY_I: readonly RegExp[] = [
  `${HELPED}(?:failed|flunked) ${ANY}`,
  `${HELPED}(?:retook|re-?sat|remediated|repeated|withdrew from) ${ANY}`,
  `${HELPED}(?:had to|needed to|was required to|was asked to) (?:retake|re-?sit|remediate|repeat) (?:(?:two|three|four|five|six|eight|[2-8]) (?:weeks|months) of )?${ANY}`,
  `${HELPED}(?:fell short|came up short|stumbled|was unsuccessful) (?:on|at|in) ${ANY}`,
  `${HELPED}(?:was|were) (?:held|kept) back\\b(?! by\\b)`,
  `${HELPED}graduated? (?:a|one|two|one full|a full) years? (?:later than|behind|after) (?:(?:my|the) (?:original |entering |own )?(?:class|classmates|cohort|peers|rest)|planned|expected|scheduled)\\b`,
  `${HELPED}(?:took|needed|requested) (?:a|an|my) (?:[\\w-]+ ){0,3}leave of absence\\b`,
  `${HELPED}(?:was|went) on (?:a |an |my )?(?:[\\w-]+ ){0,2}leave\\b`,
  `${HELPED}(?:took|needed|requested) (?:a|an|my) (?:[\\w-]+ ){0,1}(?:medical|personal|mental health) leave\\b`,
  `${HELPED}(?:took|needed) (?:some )?time (?:off|away) (?:from (?:medical school|med school|school|my studies|training|residency)|after|because|when|while|for my|to (?:care|recover|heal|grieve|be with|look after))\\b`,
  `${HELPED}(?:took|needed) time (?:off|away) ?[,.;:]?$`,
  `${HELPED}(?:took|needed) (?:a|one|two|an extra|three|six|four|five) (?:years?|semesters?|terms?|months) (?:off|away|out) (?:from|of|during|in) (?:my )?(?:medical school|med school|school|studies|training|second|third|clinical)\\b`,
  `${HELPED}(?:withdrew|stepped (?:away|back)) from (?:medical school|med school|school|my studies|training|classes|my classes|the semester)\\b`,
  `${HELPED}(?:went|was|ended up|remained|came out|came up|found myself) unmatched\\b`,
  `\\bi (?:was|had) (?:also |again )?not (?:been )?matched\\b(?! (?:with|to|by))`,
  `\\bi (?:did not|didn't|failed to|could not|was unable to) match(?: (?:last|in|into|that|this|the first|on my|at|because|when|for)\\b| ?(?:[,.;:]|$))`,
  `${HELPED}(?:went through|entered) the match\\b[^.;:]{0,30}\\b(?:without success|unsuccessfully)\\b`,
  `${HELPED}(?:was|were) (?:placed|put) on (?:academic |professional |a )?probation\\b`,
  `${HELPED}(?:was|were) dismissed (?:from (?:medical school|med school|school|my (?:medical )?school|my residency|my program|the program|residency)|for my grades|for academic reasons|after (?:my|the) (?:first|second|third) year)\\b`,
  `${HELPED}(?:made|committed) (?:a|an) (?:[\\w-]+ ){0,1}(?:medication|dosing|prescribing|prescription|charting|clinical|diagnostic) (?:error|mistake)\\b`,
  `${HELPED}(?:ordered|gave|prescribed|administered) (?:him |her |them |a patient |my patient )?the wrong (?:dose|drug|medication|medicine)\\b`,
].map((pattern) => new RegExp(pattern));

/** The same in words that do not need the writer for their subject. */
const TOLD_OF_MINE: readonly RegExp[] = [
  `\\b(?:after|having|despite|since|by) (?:first |initially |narrowly |just |once )?(?:failing|failed|not passing) ${ANY}`,
  `\\bafter (?:a|my|one) (?:first |initial )?(?:failed|failing|unsuccessful) (?:first |initial )?(?:attempt|try|sitting) (?:at|on|in|of) ${ANY}`,
  `\\bmy (?:first |initial )?(?:attempt|try|sitting) (?:at|on|of) ${ANY} (?:(?:was|ended) (?:unsuccessful|not successful|in failure|a fail)|fell short|came up short|did not succeed|failed)\\b`,
  `\\b(?:a|the|one|my) (?:fail|failure|failed (?:attempt|course|clerkship|exam|shelf)|failing (?:grade|attempt|score))\\b[^.;:]{0,30}\\b(?:on|in) my (?:transcript|record|application|file)\\b`,
  `\\bmy (?:[\\w-]+ ){0,3}(?:transcript|record|application) (?:shows|includes|has|lists|contains) (?:a|one|two|three) (?:failed|failing|failures?|fails?|attempts|leaves?|leave of absence)\\b`,
  `\\b(?:a|my|one) (?:[\\w-]+ ){0,2}leave of (?:absence\\b|${SPAN})`,
  `\\b(?:a|my) (?:medical|personal|mental health) leave (?:in|of|from|for|during|after|before|between)\\b`,
  `\\b(?:a|the|my) gap of (?:about |nearly |almost )?${SPAN} (?:between|in|after|before|on|from|during)\\b`,
  `\\b(?:years?|months) (?:on|in) my (?:cv|resume|record|application) (?:without|with no|in which)\\b`,
  `\\bi was not (?:enrolled|in (?:clinical work|school|medical school|training))\\b`,
  `\\bi (?:did )?(?:hit|had|have had|went through) (?:a|one) (?:rough|hard|difficult|tough|bad|rocky) (?:spot|patch|stretch|start|semester|term) [\\w ]{0,12}\\b(?:${SCHOOL})\\b`,
  `\\b(?:${SCHOOL}) (?:had|held|contained|was not without|did not pass without|was marked by) (?:a|one) (?:rough|hard|difficult|tough|bad|bump|setback|stretch|stumble|disappointment)\\b`,
  `\\b(?:stretch|part|semester|term|period) (?:of|in|during) (?:${SCHOOL}) (?:that )?(?:did not|didn't) go\\b`,
  `\\b(?:record|transcript|path|training) was not without (?:a|its|some) (?:bumps?|setbacks?|stumbles?|blemish\\w*|interruptions?)\\b`,
  `\\bmy (?:medical )?school dismissed me\\b`,
  `\\ban f in [\\w ]{3,25} on my transcript\\b`,
  `\\bmy (?:medical )?(?:training|education|studies|schooling) (?:was|were) interrupted\\b`,
  `\\bgap (?:of [\\w -]{3,20} )?in my (?:education|training|medical education|studies|cv|resume|record|application|file)\\b`,
  `\\b(?:second|third) (?:application cycle|match cycle|time applying|time in the match)\\b`,
  `\\b(?:am|i'm) (?:now )?(?:reapplying|re-applying|a reapplicant)\\b`,
].map((pattern) => new RegExp(pattern));

/** Supposed, denied, dreamed or feared: no telling, whatever follows. */
const UNTOLD =
  /\b(?:never|if|unless|without (?:(?:a|any|ever|having|taking|needing) )+(?:fail\w*|leave|second|repeat\w*|retak\w*|attempt)|whether|lest|thought|think|believed|sure|certain|convinced|dream\w*|dreamt|nightmares?|afraid|fear\w*|worr\w+|almost|nearly|would|might|could have|imagin\w+|pretend\w*|as though|suppose|wondered|scared|terrified|college|high school|undergraduate|driving|driver's|road test|(?:whole|entire) class|choir|simulat\w+|mannequin|himself|herself)\b|\?/;

/** Without one of these words a sentence tells nothing of the kind, and is not looked at any further. */
const MAY_TELL =
  /fail|flunk|retake|retook|re-?si?at|remediat|repeat|attempt|tries|\btry\b|time|twice|short|stumbl|unsuccess|back|leave|off\b|away|with|unmatched|match|probation|dismiss|error|mistake|wrong|gap|cycle|reappl|re-appl|transcript|record|year|go\b|goes\b|until|pass|rough|hard|difficult|tough|rocky|stretch|bump|setback|enrolled|interrupt/;

/** After "failing Step 1," who failed it is the one who goes on. */
const GOES_ON_WITH_I = /^[^,.;:]{0,60}, ?(?:[\w -]{0,40}, ?)?(?:and |but )?i\b/;

/**
 * The clauses that tell a setback of the writer's in so many words, in text order. Only words that cannot be
 * meant otherwise count, be there nothing else of a story in the draft.
 */
export function plainTellings(document: NarrativeDocument, language: LanguageAnalysis): PlainTelling[] {
  const claims = readExamClaims(document, language).filter(isSetback);
  const found: PlainTelling[] = [];
  for (const clause of language.clauses) {
    const text = plainText(document, clause);
    const sentence = plainText(document, clause.sentence);
    if (!MAY_TELL.test(sentence) || UNTOLD.test(sentence)) continue;
    const claim = claims.find(({ start, end }) => start >= clause.start && end <= clause.end);
    const at =
      claim && isMine(text, sentence.slice(clause.end - clause.sentence.start))
        ? withoutPass(clause, text, claim)
        : tellingIn(document, language, clause, text, sentence);
    if (at) found.push({ clause, at, passed: passedBeside(document, language, clause) });
  }
  return found;
}

/** Whether a clause, or what its sentence goes on with, has the writer in it. */
function isMine(text: string, after: string): boolean {
  return /\b(?:i|my|me)\b/.test(text) || GOES_ON_WITH_I.test(`,${after}`);
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
): TextRange | undefined {
  for (const pattern of TOLD_BY_I) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = { start: clause.start + match.index + match[0].length, end: clause.end };
    return language.has(rest, 'grade-or-honor', 'named-pass')
      ? { start: clause.start, end: rest.start }
      : clause;
  }
  const match = TOLD_OF_MINE.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (!match) return undefined;
  const start = clause.start + match.index;
  if (isTheirs(prose.slice(clause.sentence.start, start))) return undefined;
  const after = sentence.slice(start + match[0].length - clause.sentence.start);
  const isOwn = /\b(?:i|my|me|i'm)\b/.test(text) || GOES_ON_WITH_I.test(`,${after}`);
  return isOwn ? clause : undefined;
}

const PASSED = /\b(?:pass(?:ed|ing)?|clear(?:ed|ing)?|succeeded)\b/;
const AT_WHICH =
  /\b(?:only )?(?:(?:on|at|in|with|after|by) )?(?:(?:my|the|a|an|only|just) ){0,2}(?:second|third|fourth|2nd|3rd|4th|two|three|four|2|3|4) (?:[\w-]+ )?(?:attempts?|try|tries|sittings?|times?|takes?|go|goes|administrations?)\b/;

/** Whether a stretch says no more than at which attempt something was passed. */
export function isWhichAttempt(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[\s.,;:]+$/, '')
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
