import type { NarrativeDocument, Sentence } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { tellsSetback } from '../narrative/in-words.ts';
import { clinicalSigns, examsNamed, setbacksNamed } from '../narrative/naming.ts';
import { findAllusion, isClinical, mentions } from '../narrative/plainness.ts';
import { chanceOfAny } from '../narrative/reading.ts';
import { inWords } from '../narrative/story.ts';
import { FAILURE_SIDE, type SetbackKind, TOLD_BY_NAME } from '../narrative/types.ts';
import { defineRule, type RuleContext } from './types.ts';

/** How a message calls each kind of setback. */
const NAMES: Readonly<Record<SetbackKind, string>> = {
  'usmle-step-1': 'Step 1',
  'usmle-step-2-ck': 'Step 2 CK',
  'usmle-step-2-cs': 'Step 2 CS',
  'usmle-step-3': 'Step 3',
  'comlex-level-1': 'COMLEX Level 1',
  'comlex-level-2': 'COMLEX Level 2-CE',
  'comlex-level-2-pe': 'COMLEX Level 2-PE',
  'comlex-level-3': 'COMLEX Level 3',
  'shelf-exam': 'a shelf exam',
  'in-training-exam': 'an in-training exam',
  course: 'a course',
  clerkship: 'a clerkship',
  year: 'a repeated year',
  leave: 'a leave of absence',
  gap: 'a gap',
  unmatched: 'a Match cycle without a position',
  dismissal: 'a dismissal',
  probation: 'a probation',
  professionalism: 'a professionalism citation',
  'clinical-error': 'a clinical error',
};

/** One of these told is the other one told. */
const SAME: Readonly<Partial<Record<SetbackKind, readonly SetbackKind[]>>> = {
  course: ['year', 'dismissal'],
  year: ['course', 'dismissal'],
  dismissal: ['year'],
  leave: ['gap'],
  gap: ['leave'],
  clerkship: ['shelf-exam', 'course'],
  'shelf-exam': ['clerkship', 'in-training-exam'],
  'in-training-exam': ['shelf-exam'],
  'comlex-level-2': ['comlex-level-2-pe'],
  'usmle-step-2-ck': ['usmle-step-2-cs'],
  probation: ['professionalism', 'dismissal'],
  professionalism: ['probation'],
};

/** A fail told without the name of its exam may be any of these. */
const FAILED: ReadonlySet<SetbackKind> = new Set<SetbackKind>([
  ...TOLD_BY_NAME,
  'shelf-exam',
  'in-training-exam',
  'course',
  'clerkship',
  'year',
]);

/** What a profile lists; to say "Step 1" alone would sound as if every exam had to be told. */
function asListed(kind: SetbackKind): string {
  return FAILED.has(kind) && kind !== 'year' ? `${NAMES[kind]} as failed or repeated` : NAMES[kind];
}

type Context = Pick<RuleContext, 'document' | 'language' | 'narrative'>;

/** From here on a setback may be told in words that fit no kind, and to say that it is missing would be wrong too often. */
const MAY_BE_TOLD = 0.3;

/** Whether a setback may be told without a word that says its kind; an exam has a name. */
function mayTell({ document, language, narrative }: Context, kind: SetbackKind): boolean {
  if (chanceOfAny(narrative.reading, 'setback') < MAY_BE_TOLD) return false;
  if (narrative.arcs.length > 0 && narrative.arcs.every((arc) => arc.kind !== undefined)) return false;
  return (
    !TOLD_BY_NAME.has(kind) ||
    document.sentences.some((sentence) => examsNamed(language, sentence).some((exam) => exam.kind === kind))
  );
}

/** Whether the writer tells in a sentence what they did to a patient, whatever the rest of it was taken for. */
function tellsSlip(document: NarrativeDocument, language: LanguageAnalysis, sentence: Sentence): boolean {
  return (
    language.has(sentence, 'slip-told') &&
    /\b(?:I|my)\b/.test(document.source.slice(sentence.start, sentence.end)) &&
    clinicalSigns(document, language, sentence) > 0
  );
}

/** Whether the draft tells a setback of this kind, in its arcs or anywhere in plain words. */
function tells({ document, language, narrative }: Context, kind: SetbackKind): boolean {
  const kinds = [kind, ...(SAME[kind] ?? [])];
  const inArcs = narrative.arcs.some((arc) =>
    arc.kind ? kinds.includes(arc.kind) : arc.named && FAILED.has(kind),
  );
  if (inArcs || tellsSetback(document, language, kinds)) return true;
  if (
    kind === 'clinical-error' &&
    document.sentences.some((sentence) => tellsSlip(document, language, sentence))
  )
    return true;
  // Two setbacks may stand in one sentence, and a slip is told by what happened to whom.
  return narrative.segments.some(
    (segment) =>
      segment.role !== 'other' &&
      (setbacksNamed(language, segment).some((name) => kinds.includes(name.kind)) ||
        (FAILURE_SIDE.has(segment.role) && mentions(language, segment, kind)) ||
        (kind === 'clinical-error' && segment.role === 'setback' && isClinical(document, language, segment))),
  );
}

export default defineRule({
  meta: {
    id: 'acknowledge-failure',
    group: 'what-happened',
    severity: 'error',
    summary: 'What the transcript shows is named plainly: the exam or course, and how it ended.',
    why: 'The transcript is in the same file. A director who has to guess guesses worse than the truth, and a plain sentence takes the guessing away.',
    ask: 'What was it (an exam, a course, a leave, a citation), and how did it end? Could one short sentence say both?',
    source:
      'Program directors and advisors on red flags: silence is the red flag; own it and show the fix. Several directors would rather read it elsewhere in the application.',
    share: 0.55,
    options: {},
    messages: {
      unnamed: {
        text: 'You write "{{words}}", and the draft never says plainly what that was and how it ended.',
      },
      missing: {
        why: 'A director may meet it elsewhere in the application. One who has to guess guesses worse than the truth, and a plain sentence takes the guessing away.',
        text: 'Your profile lists {{setback}}, and this draft does not mention it. Advice is split here: many directors want a sentence about it, and some prefer it told elsewhere in the application; if that is your plan, set addressedIn for it in the profile (addressedIn: interruption) and this finding goes away.',
        ask: 'Do you want to name it here, in a sentence or two, or will it stay elsewhere?',
      },
    },
  },
  check({ document, language, narrative, profile, report }) {
    const hint = findAllusion(document, language, narrative, profile);
    if (hint) {
      report({
        messageId: 'unnamed',
        at: hint.at,
        data: { words: inWords(document.source, hint.at) },
        confidence: hint.confidence,
      });
      return;
    }
    const context = { document, language, narrative };
    const silent = (profile.setbacks ?? []).filter(
      (setback) =>
        setback.addressedIn === undefined && !tells(context, setback.what) && !mayTell(context, setback.what),
    );
    // A setback told in words that fit no kind is taken for one of those that the profile lists.
    const unsorted = narrative.arcs.filter((arc) => arc.kind === undefined).length;
    for (const setback of silent.slice(unsorted))
      report({ messageId: 'missing', severity: 'warning', data: { setback: asListed(setback.what) } });
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I encountered an academic challenge early in medical school.]] [[change|I met with a tutor every week.]] [[evidence|I later earned honors in medicine.]]',
        messageId: 'unnamed',
        at: 'I encountered an academic challenge early in medical school.',
      },
      {
        text: 'Medicine was always my goal. [[setback|There was a bump in the road with a standardized exam.]] [[change|I made a schedule with our dean.]]',
        messageId: 'unnamed',
        at: 'There was a bump in the road with a standardized exam.',
      },
      {
        text: '[[setback|My second year was a season that did not go the way I had drawn it up.]] [[change|On Mondays I saw a learning specialist.]]',
        messageId: 'unnamed',
        at: 'My second year was a season that did not go the way I had drawn it up.',
      },
      {
        text: '[[setback|There was a stretch in my second year that I would as soon not itemize.]] [[change|Each Friday a tutor asked me for one pathway by heart, and before each patient I drew it.]]',
        messageId: 'unnamed',
        at: 'There was a stretch in my second year that I would as soon not itemize.',
      },
      {
        text: '[[setback|My second winter did not end as my winters end, and a nurse on the ward saw it before I did.]] [[change|Between patients I wrote one card from each chart.]]',
        messageId: 'unnamed',
        at: 'My second winter did not end as my winters end, and a nurse on the ward saw it before I did.',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
      },
      {
        text: "I like the long view of primary care, and I learned it at my grandmother's table.",
        messageId: 'missing',
        profile: { setbacks: [{ what: 'usmle-step-1', attempts: 2, passed: true }] },
      },
      {
        text: '[[setback|I failed anatomy in my first term.]] [[change|I drew every region with a partner.]] [[evidence|I passed the repeat with an 88.]]',
        messageId: 'missing',
        profile: { setbacks: [{ what: 'course' }, { what: 'unmatched' }] },
      },
      {
        text: '[[setback|I failed Step 1 in June.]] [[change|I met with a tutor every Monday.]] [[evidence|I passed in May.]] I leave the ward last, with no job undone.',
        messageId: 'missing',
        profile: { setbacks: [{ what: 'usmle-step-1' }, { what: 'leave' }] },
      },
    ],
    valid: [
      {
        text: '[[setback|My first attempt at Step 1 fell short]], and [[evidence|I passed the second with a 236 on Step 2 CK to follow]].',
        nearMiss: 'mild words for an outcome, with the exam named',
      },
      {
        text: 'On nights I gave ten times the dose of morphine to a patient, and I woke my senior. [[setback|I failed Step 1 in May.]] [[evidence|I passed in August.]]',
        profile: {
          setbacks: [{ what: 'clinical-error' }, { what: 'usmle-step-1', attempts: 2, passed: true }],
        },
        nearMiss: 'an error told in the words for what happened, beside an exam',
      },
      {
        text: '[[setback|It was I who had stood at the bed that evening.]] [[context|I had not looked at his chest.]] [[change|I told the attending within the hour.]]',
        nearMiss: 'a clinical error that the scene tells',
      },
      {
        text: '[[setback|I failed Step 1 on my first attempt.]] [[evidence|I passed on the second.]]',
        profile: { setbacks: [{ what: 'usmle-step-1' }] },
      },
      {
        text: '[[setback|My first Level 2-CE was not a pass.]] [[change|I hired a tutor.]]',
        profile: { setbacks: [{ what: 'comlex-level-2' }] },
      },
      {
        text: '[[setback|From March to August 2021 I was on medical leave.]] [[evidence|I returned on schedule.]]',
        profile: { setbacks: [{ what: 'leave' }] },
      },
      {
        text: 'I grew up above a bakery, and I still wake at four.',
        profile: { setbacks: [{ what: 'usmle-step-1', addressedIn: 'interruption' }] },
      },
      {
        text: '[[context|I had read for Step 1 without one practice question.]] [[setback|In June I learned that I had failed.]]',
        nearMiss: 'the exam is named one sentence before its outcome',
      },
      {
        text: '[[setback|As an intern I ordered ten times the dose of insulin for a man on the ward.]] [[change|I called the senior at once.]]',
        nearMiss: 'an error told in plain words needs no exam and no course',
      },
      {
        text: '[[setback|On my first night shift I drew up heparin for the wrong bed.]] [[change|I called the charge nurse before it ran.]]',
        nearMiss: 'the deed says what it was',
      },
      {
        text: '[[setback|My Step 2 CK is a 211, and I know that it is low.]] [[change|I did sixty timed questions a day.]]',
        nearMiss: 'a score says how it ended',
      },
      {
        text: '[[setback|I failed Step 1 in June 2021. Between second and third year there was a leave, ten months of it.]] [[change|I met with a tutor every Monday.]]',
        profile: { setbacks: [{ what: 'usmle-step-1' }, { what: 'leave' }] },
        nearMiss: 'beside an exam, a leave needs no more than its name',
      },
      {
        text: '[[setback|I failed Step 1 in 2021. There are also ten empty months after my degree.]] [[change|I met with a tutor every Monday.]]',
        profile: { setbacks: [{ what: 'usmle-step-1' }, { what: 'gap' }] },
        nearMiss: 'months can be empty without the word gap',
      },
      {
        text: '[[setback|Remediation was ordered in two subjects, both within my first year.]] [[change|I met with a tutor every Monday.]]',
        profile: { setbacks: [{ what: 'course' }] },
        nearMiss: 'remediation has no other name than its own',
      },
      {
        text: '[[setback|Remediation was required in two subjects, both within my first year.]] [[change|I met with a tutor every Monday.]]',
        nearMiss: 'it needs no profile to be plain',
      },
      {
        text: '[[setback|I went into that season with one letter and had zero interviews.]] [[change|I asked three attendings to read my file.]]',
        profile: { setbacks: [{ what: 'unmatched' }] },
        nearMiss: 'a season without interviews says how it ended',
      },
      {
        text: 'The bumps in the road to the clinic were real ones, and the ambulance knew each of them.',
        nearMiss: 'a road is only a road',
      },
    ],
  },
});
