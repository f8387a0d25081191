import { bySentence } from '../document/shape.ts';
import type { NarrativeDocument, Sentence, TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import type { Hit } from '../language/patterns.ts';
import { inWords, stretchesOf } from '../narrative/story.ts';
import { defineRule } from './types.ts';

const SLIGHTS: readonly FamilyName[] = [
  'kind-slighted',
  'slighting-word',
  'slighting-turn',
  'slighting-phrase',
];

/** What is good of somebody not to do: "attendings who do not mind being asked why". */
const PRAISES =
  /\b(?:who|that) (?:do|does|did) not (?:mind|hesitate|tire|hurry|give up|look away|rush|pretend)\b/i;
/** So many UTF-16 code units after a slight what it denies may stand. */
const AFTER = 12;

/** Whether a sentence holds words of the kind at all, and does not take them back. */
const mayTalkDown = bySentence(
  (sentence, language: LanguageAnalysis) =>
    language.has(sentence, 'unsupervised-boast', ...SLIGHTS) && !language.has(sentence, 'view-taken-back'),
);

export default defineRule({
  meta: {
    id: 'no-dismissive-language',
    group: 'colleague',
    severity: 'warning',
    summary: 'Nobody the writer works with or cares for is talked down, and no help is waved away.',
    why: 'A director reads each line about a nurse, a clerk or another field as the way you will talk on a bad night. Residents seldom get into trouble for what they do not know; they do for not being told, and for not listening.',
    ask: 'What did these people know or carry that you could not have done without?',
    source:
      'What directors look for beside scores: respect for nurses, staff and other services, and a resident who welcomes supervision and feedback.',
    options: {},
    messages: {
      slight: {
        text: 'You write "{{words}}", and a reader who works beside those people hears contempt, even if you meant a joke.',
      },
      boast: {
        text: 'You write "{{words}}", and a reader who will have to supervise you hears that you would rather not be supervised.',
        ask: 'When did somebody who looked over your work show you a thing that you still do?',
      },
    },
  },
  check({ document, language, report }) {
    for (const sentence of document.sentences) {
      if (!mayTalkDown(sentence, language) || isDisowned(document, language, sentence)) continue;
      const boasts = language.within(sentence, 'unsupervised-boast');
      const slights = language
        .within(sentence, ...SLIGHTS)
        .filter((hit) => !boasts.some((boast) => boast.start < hit.end && hit.start < boast.end));
      for (const [messageId, hits] of [
        ['slight', slights],
        ['boast', boasts],
      ] as const) {
        const own = hits.filter(
          (hit) =>
            !isQuoted(document, sentence, hit.start) &&
            !isDenied(document, hit) &&
            !isOfTheWriter(sentence, hit),
        );
        for (const at of joined(document, stretchesOf(document, own)))
          report({ messageId, at, data: { words: inWords(document.source, at) } });
      }
    }
  },
  examples: {
    invalid: [
      {
        text: 'Most who came were uneducated and never listened to advice.',
        messageId: 'slight',
        at: 'Most who came were uneducated and never listened to advice',
      },
      {
        text: 'I can handle any emergency alone.',
        messageId: 'boast',
        at: 'I can handle any emergency alone',
      },
      {
        text: 'The smokers have only themselves to blame.',
        messageId: 'slight',
        at: 'The smokers have only themselves to blame',
      },
      {
        text: 'I learned to read a monitor early, since the floor nurses panic at every number.',
        messageId: 'slight',
        at: 'since the floor nurses panic at every number',
      },
      {
        text: 'In the emergency room I sorted the frequent flyers from the people who were ill.',
        messageId: 'slight',
        at: 'In the emergency room I sorted the frequent flyers from the people who were ill',
      },
      {
        text: 'Surgery suits me. Internists talk for hours and decide nothing.',
        messageId: 'slight',
        at: 'Internists talk for hours and decide nothing',
      },
      {
        text: 'By October I no longer needed supervision for lines, and I am proud of that.',
        messageId: 'boast',
        at: 'By October I no longer needed supervision for lines',
      },
      {
        text: 'The clerks at the front desk, who could not schedule their own lunch, lost the form.',
        messageId: 'slight',
        at: 'The clerks at the front desk, who could not schedule their own lunch',
      },
      {
        text: 'I like a full board. I have never needed a babysitter.',
        messageId: 'boast',
        at: 'I have never needed a babysitter',
      },
      {
        text: 'The plan came from a roomful of lawyers who have never held a stethoscope.',
        messageId: 'slight',
        at: 'The plan came from a roomful of lawyers who have never held a stethoscope',
      },
    ],
    valid: [
      {
        text: 'I hope to train with attendings who do not mind being asked why.',
        nearMiss: 'what they do not do is good of them',
      },
      {
        text: 'New Mexico has few psychiatrists, and most of them are along one highway.',
        nearMiss: 'where people work, and no word on how',
      },
      {
        text: 'An older student called them frequent flyers. I do not, and I was ashamed that I had laughed.',
        nearMiss: "somebody else's word, disowned in the next sentence",
      },
      {
        text: 'Many of the women were illiterate, so we drew the doses on the box.',
        nearMiss: 'what people cannot do, without a word against them',
      },
      {
        text: 'I was the only student who spoke Tagalog.',
        nearMiss: 'the only one with a skill, not with a conscience',
      },
      {
        text: 'I learned to listen from the midwives, to whom I brought my notes every evening.',
        nearMiss: 'whom the writer went to, and no word against them',
      },
      {
        text: 'Family medicine is mostly the hand on the door.',
        nearMiss: 'what the work is mostly about, and no word against those who do it',
      },
      {
        text: 'I asked two of the night physicians to write to me each month about my notes.',
        nearMiss: 'colleagues who write, and were asked to',
      },
      { text: 'The charge nurse saw the change before any of us and told me where to look.' },
      { text: 'Internists stay with a question, and I would like to learn how.' },
      { text: 'My senior corrected my notes each evening, and I asked her to go on doing it.' },
      { text: 'Some of our patients could not read the label, so we drew the sun and the moon on it.' },
      {
        text: 'I used to think that the nurses only follow orders. On nights they taught me to see a sick child from the door.',
        nearMiss: 'a view that was held once and is owned up to',
      },
      {
        text: 'A surgeon told me that "internists talk for hours and decide nothing," and I went to see for myself.',
        nearMiss: "somebody else's words, in quotation marks",
      },
      {
        text: 'By October the woman with the new hip no longer needed supervision on the stairs.',
        nearMiss: 'a patient, and not the writer, goes without supervision',
      },
    ],
  },
});

/** Somebody else's words, reported: "a senior called them", "we were told", "he pointed: there are the ...". */
const REPORTED =
  /^(?!\s*(?:I|We)\b)[^.;!?]*\b(?:called|calls|says?|said|told|taught|joked|muttered|pointed|shouted|whispered|named|labell?ed)\b/;

/** Sentences after the words of others in which the writer may turn away from them. */
const DISOWNED_WITHIN = 2;

/** Whether a sentence reports the words of others, and the next one has the writer turn away from them. */
function isDisowned(document: NarrativeDocument, language: LanguageAnalysis, sentence: Sentence): boolean {
  if (!REPORTED.test(document.source.slice(sentence.start, sentence.end))) return false;
  return document.sentences
    .slice(sentence.index + 1, sentence.index + 1 + DISOWNED_WITHIN)
    .some((next) => next.paragraph === sentence.paragraph && language.has(next, 'words-disowned'));
}

/** Whether an offset lies between quotation marks of its sentence: then the words are somebody else's. */
function isQuoted({ source }: NarrativeDocument, sentence: Sentence, offset: number): boolean {
  const marks = source.slice(sentence.start, offset).match(/["\u201C\u201D]/g) ?? [];
  return marks.length % 2 === 1;
}

/**
 * Whether the words just before a phrase that needs no group ("not complainers") turn it round, or what is not
 * done is good not to do.
 */
function isDenied({ source }: NarrativeDocument, { family, start, end }: Hit<FamilyName>): boolean {
  if (PRAISES.test(source.slice(start, end + AFTER))) return true;
  return (
    (family === 'slighting-phrase' || family === 'slighting-turn') &&
    /(?:\b(?:not|never|no)|n['\u2019]t)\s$/i.test(source.slice(Math.max(0, start - 8), start))
  );
}

/** Whether the writer comes between the group and what follows: then it is said of the writer. */
function isOfTheWriter({ tokens }: Sentence, { family, first, last }: Hit<FamilyName>): boolean {
  return (
    family === 'kind-slighted' && tokens.slice(first, last).some(({ norm }) => norm === 'i' || norm === 'we')
  );
}

/** What may stand between two parts of one remark: up to a few words, and none of the writer. */
const BETWEEN = /^(?!.*\b(?:I|me|my|we|us)\b)[^.;:!?]{0,40}$/;

/** Puts the parts of one remark together. */
function joined({ source }: NarrativeDocument, stretches: readonly TextRange[]): TextRange[] {
  const remarks: TextRange[] = [];
  for (const next of stretches) {
    const last = remarks.at(-1);
    if (last && BETWEEN.test(source.slice(last.end, next.start)))
      remarks[remarks.length - 1] = { start: last.start, end: next.end };
    else remarks.push(next);
  }
  return remarks;
}
