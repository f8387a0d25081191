import type { Profile } from '../config/profile.ts';
import { bySentence } from '../document/shape.ts';
import type { NarrativeDocument, Sentence, TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { clinicalSigns, saysOutcome } from '../narrative/naming.ts';
import { inWords } from '../narrative/story.ts';
import {
  type Arc,
  EXAM_KINDS,
  FAILURE_SIDE,
  type Narrative,
  type Role,
  type Segment,
  type SetbackKind,
} from '../narrative/types.ts';
import { defineRule } from './types.ts';

const EXAMS: ReadonlySet<SetbackKind> = new Set<SetbackKind>(EXAM_KINDS);

export default defineRule({
  meta: {
    id: 'own-the-error',
    group: 'colleague',
    severity: 'warning',
    summary: 'An error in the care of a patient is told with what the writer did about it.',
    why: 'Everybody errs on a ward, and directors know it. What they look for is who spoke up: the resident to fear is the one whose mistake is found by somebody else, and who then changes nothing.',
    ask: 'Whom did you tell, and when, or what did you change so that it is caught the next time?',
    source:
      'What directors look for beside scores: owns mistakes, reports and discloses them, and repairs what let them happen.',
    share: 0.55,
    options: {},
    messages: {
      unowned: {
        text: 'You tell "{{words}}", and no sentence says that you told somebody, reported it, or mended what let it happen.',
      },
    },
  },
  check({ document, language, narrative, profile, report }) {
    const error = errorOf(document, language, narrative, profile);
    if (!error || isOwned(document, language, narrative, error)) return;
    report({ messageId: 'unowned', at: error, data: { words: inWords(document.source, error) } });
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I was on my second week there. I gave the evening insulin to the wrong man.]] [[change|I read two chapters on diabetes.]]',
        messageId: 'unowned',
        at: 'I gave the evening insulin to the wrong man.',
        profile: { setbacks: [{ what: 'clinical-error' }] },
      },
      {
        text: '[[setback|I hung heparin at the wrong rate for an hour.]] [[change|I made flashcards of the cranial nerves that I go through each night.]]',
        messageId: 'unowned',
        at: 'I hung heparin at the wrong rate for an hour.',
      },
      {
        text: '[[setback|On nights I ordered ten times the dose of insulin for a man of seventy.]] He went home on Friday. [[growth|It taught me respect for the drug.]]',
        messageId: 'unowned',
        at: 'On nights I ordered ten times the dose of insulin for a man of seventy.',
      },
      {
        text: '[[setback|I charted the blood pressure of the wrong patient, and her evening pill was given on it.]] [[change|I signed up for a course in meditation.]]',
        messageId: 'unowned',
        at: 'I charted the blood pressure of the wrong patient, and her evening pill was given on it.',
      },
      {
        text: '[[setback|I left a strip of gauze behind in a wound.]] [[excuse|Nobody had told us to count.]] [[growth|I think of it often.]]',
        messageId: 'unowned',
        at: 'I left a strip of gauze behind in a wound.',
        profile: { setbacks: [{ what: 'clinical-error' }] },
      },
      {
        text: '[[setback|I prescribed amoxicillin to a girl whose chart said penicillin allergy.]] [[setback|I never told the attending.]] [[change|I went to the skills lab every Saturday.]]',
        messageId: 'unowned',
        at: 'I prescribed amoxicillin to a girl whose chart said penicillin allergy.',
      },
      {
        text: '[[setback|I hung heparin at the wrong rate for an hour.]] [[setback|I told my wife that night that I was done with medicine.]]',
        messageId: 'unowned',
        at: 'I hung heparin at the wrong rate for an hour.',
      },
      {
        text: '[[setback|I had told the team that her potassium was normal, and I had read the value of the day before.]] [[change|I read two chapters on electrolytes.]]',
        messageId: 'unowned',
        at: 'I had told the team that her potassium was normal, and I had read the value of the day before.',
        profile: { setbacks: [{ what: 'clinical-error' }] },
      },
      {
        text: '[[setback|I charted the blood pressure of the wrong patient, and her evening pill was given on it.]] [[change|I joined a course in meditation.]]\n\nOn surgery I told my resident when a wound looked wrong to me.',
        messageId: 'unowned',
        at: 'I charted the blood pressure of the wrong patient, and her evening pill was given on it.',
      },
    ],
    valid: [
      {
        text: 'In my first week in the lab I gave the wrong dose of insulin to two mice.',
        nearMiss: 'no patient had the dose',
      },
      {
        text: '[[setback|I hung heparin at the wrong rate for an hour.]] [[change|Now I go through every order with the nurse before I sign.]]',
        nearMiss: 'what is gone through is where it happened',
      },
      {
        text: '[[setback|On nights I ordered ten times the dose of insulin for a man of seventy.]] [[change|I woke my senior, and together we told him what I had done.]]',
      },
      {
        text: '[[setback|I charted the blood pressure of the wrong patient, and her evening pill was given on it.]] [[change|I filed the incident report the same night.]]',
      },
      {
        text: '[[setback|I hung heparin at the wrong rate for an hour.]] [[change|Since then a second nurse reads the pump back, and the step is still in our protocol.]]',
      },
      {
        text: '[[setback|I prescribed amoxicillin to a girl whose chart said penicillin allergy.]] [[change|I apologized to her mother.]]',
      },
      { text: '[[setback|I failed the surgery shelf.]] [[change|I did forty questions a day.]]' },
      {
        text: 'The intern hung the wrong dose of insulin, and I sat with the family until it wore off.',
        nearMiss: "the error is somebody else's",
      },
      {
        text: '[[setback|I pended potassium in the wrong chart.]] [[change|The pharmacist caught it, and I called the attending before she could.]]',
        nearMiss: 'somebody else caught it, and the writer still spoke up',
      },
    ],
  },
});

/** Where the first clinical error is told: by the roles of its words, or by the words alone where no role says so. */
function errorOf(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  { arcs, segments }: Narrative,
  profile: Profile,
): TextRange | undefined {
  const told = arcs.flatMap((arc) => mentionOf(document, language, profile, arc) ?? [])[0];
  if (told && language.has(told, 'slip-told', 'error-told'))
    return withinOneSentence(document, language, told);
  const supposed =
    told !== undefined || (profile.setbacks ?? []).some(({ what }) => what === 'clinical-error');
  const excuses = segments.filter(({ role }) => role === 'excuse');
  const slips = document.sentences.filter(
    (sentence) =>
      readsLikeSlip(document, language, sentence, supposed) &&
      !excuses.some((excuse) => excuse.start <= sentence.start && sentence.end <= excuse.end),
  );
  const signs = (range: TextRange) => clinicalSigns(document, language, range);
  const slip = slips.reduce<Sentence | undefined>(
    (best, one) => (best && signs(best) >= signs(one) ? best : one),
    undefined,
  );
  const act = told && withinOneSentence(document, language, told);
  return act && (!slip || signs(act) >= signs(slip)) ? act : slip;
}

/** How far before a slip (in tokens) the writer may be named as the one who made it. */
const REACH = 8;

/** Whether a sentence tells a slip of the writer's; where one is supposed to be told, fewer signs do. */
function readsLikeSlip(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  sentence: Sentence,
  supposed: boolean,
): boolean {
  const { signs, isError } = slipIn(sentence, document, language);
  return supposed ? signs > 0 : signs > 1 && isError;
}

/** What a sentence tells of a slip that the writer is named as the one who made. */
interface Slip {
  readonly signs: number;
  readonly isError: boolean;
}

/** Where a wrong dose or a wrong answer reaches no patient. */
const NOBODY_HARMED =
  /\b(?:mice|mouse|rats?|mannequin|manikin|simulat(?:ion|or)s?|sim lab|cell line|(?:wrong|incorrect) (?:answer|date on my|exit|bus|train|room number))\b/i;

const NO_SLIP: Slip = { signs: 0, isError: false };

const slipIn = bySentence((sentence, document: NarrativeDocument, language: LanguageAnalysis): Slip => {
  const { tokens } = sentence;
  const isOwn = language
    .within(sentence, 'slip-told')
    .some(({ first, last }) =>
      tokens.slice(Math.max(0, first - REACH), last).some(({ norm }) => norm === 'i'),
    );
  if (!isOwn || language.has(sentence, 'exam-any')) return NO_SLIP;
  if (NOBODY_HARMED.test(document.prose.slice(sentence.start, sentence.end))) return NO_SLIP;
  const signs = clinicalSigns(document, language, sentence);
  return { signs, isError: language.has(sentence, 'error-told') };
});

/** The stretch that tells a clinical error, where a setback is one. */
function mentionOf(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  profile: Profile,
  arc: Arc,
): Segment | undefined {
  const first =
    arc.mentions.find((mention) => language.has(mention, 'slip-told')) ??
    arc.mentions.find((mention) => clinicalSigns(document, language, mention) > 0) ??
    arc.mentions[0];
  if (!first || arc.kind === 'clinical-error') return first;
  const listed = (profile.setbacks ?? []).map(({ what }) => what);
  if (listed.includes('clinical-error')) {
    // A setback of no kind that the profile has beside it is the error; an exam is none, whatever the profile has.
    const isOther = arc.kind !== undefined && (EXAMS.has(arc.kind) || listed.includes(arc.kind));
    return !isOther || language.has(first, 'slip-told') ? first : undefined;
  }
  if (arc.kind !== undefined || saysOutcome(language, first)) return undefined;
  return language.has(first, 'slip-told') && clinicalSigns(document, language, first) > 0 ? first : undefined;
}

/** Before or within a phrase they turn it round; those at home hear of an error in another way than those who must. */
const NOT_OWNED =
  /\b(?:never|nobody|no one|not|my (?:wife|husband|mother|father|mom|dad|roommate|girlfriend|boyfriend|friends?))\b/i;
/** How far before a phrase (UTF-16 code units) a word may stand that turns it round. */
const BEFORE = 25;
/** What an error is answered in: who was told what in the error itself, or on another day, owns nothing. */
const ANSWERS: ReadonlySet<Role> = new Set<Role>(['context', 'change', 'evidence', 'growth']);

/** Whether the draft says, at the error or after it, that the writer spoke up or mended what let it happen. */
function isOwned(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  { segments }: Narrative,
  error: TextRange,
): boolean {
  const answers = segments.filter(({ role }) => ANSWERS.has(role));
  const aside = segments.filter(({ role }) => role === 'other');
  const isPart = (segment: TextRange) => segment.start < error.end && error.start < segment.end;
  const isTold = segments.some((segment) => FAILURE_SIDE.has(segment.role) && isPart(segment));
  const home = document.sentences.find((sentence) => sentence.end > error.start);
  return document.sentences
    .filter((sentence) => sentence.end > error.start)
    .some((sentence) => {
      const places = isTold && sentence.paragraph !== home?.paragraph ? answers : [...answers, ...aside];
      return language
        .within(sentence, 'owned-error', 'mended-error')
        .filter(({ start, end }) => places.some((place) => place.start < end && start < place.end))
        .some(
          ({ start, end }) =>
            !NOT_OWNED.test(document.source.slice(Math.max(sentence.start, start - BEFORE), end)),
        );
    });
}

/** The part of a stretch in the one of its sentences that tells the act: what led up to it may stand before. */
function withinOneSentence(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  { start, end, sentences }: Segment,
): TextRange {
  const parts = sentences.flatMap((index) => {
    const sentence = document.sentences[index];
    return sentence ? [{ start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) }] : [];
  });
  const tells = (part: TextRange) =>
    (language.has(part, 'slip-told') ? 4 : 0) +
    (clinicalSigns(document, language, part) > 0 ? 2 : 0) +
    (/\bI\b/.test(document.source.slice(part.start, part.end)) ? 1 : 0);
  return parts.reduce((best, part) => (tells(part) > tells(best) ? part : best), parts[0] ?? { start, end });
}
