import type { TextRange } from '../document/types.ts';
import { stretchesWithImages } from '../narrative/images.ts';
import { overwrought } from '../narrative/intensity.ts';
import { aroundSetback, inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

/** So many tokens may stand between "everything I had" and "turned to ash". */
const REACH = 7;

/** "The longest, coldest night of my life". */
const SUPERLATIVE = /\b(?:worst|(?!best\b)\w{3,}est)\b[^.;!?]{0,40}\bof my (?:whole |entire |young )?life\b/i;

const OWN = /\b(?:i|my|me|myself|we|our)\b/i;
const THEIRS = /\b(?:he|she|they|his|her|their)\b/i;

export default defineRule({
  meta: {
    id: 'no-melodrama',
    group: 'what-happened',
    severity: 'warning',
    summary: 'The setback is told in a level voice.',
    why: 'What you felt was real and needs no defending. On the page a plain sentence shows somebody who can look at a bad day steadily, and it leaves room for what came after.',
    ask: 'What would you say here to a colleague you trust, months later, in one calm sentence? Would the story lose anything without it?',
    source: 'Advisors on gaps and failed exams: fact, reason, action, no melodrama.',
    options: {},
    messages: {
      phrase: {
        text: 'You write "{{words}}", and the size of the feeling takes the reader\'s eye off what you did about it.',
      },
    },
  },
  check({ document, language, narrative, report }) {
    const { source } = document;
    const phrases: TextRange[] = [];
    const images: TextRange[] = [];
    for (const sentence of aroundSetback(document, narrative)) {
      const ruins = language.within(sentence, 'ruin');
      for (const hope of language.within(sentence, 'hope')) {
        const ruin = ruins.find((hit) => hit.first >= hope.last && hit.first - hope.last <= REACH);
        if (ruin) phrases.push({ start: hope.start, end: ruin.end });
      }
      phrases.push(...language.within(sentence, 'melodrama').filter((hit) => isOwn(sentence, hit)));
      images.push(
        ...language.within(sentence, 'drama-line').filter((hit) => isOwn(sentence, hit) && !isDenied(hit)),
      );
    }
    for (const segment of narrative.segments) {
      if (segment.role !== 'setback') continue;
      // In the telling of a clinical error, blood in the night is blood in the night.
      const clinical = language.has(segment, 'clinical-slip', 'clinical-person', 'clinical-failure');
      for (const clause of clinical ? [] : language.clausesIn(segment)) {
        const inside = {
          start: Math.max(clause.start, segment.start),
          end: Math.min(clause.end, segment.end),
        };
        phrases.push(...overwrought(language, inside));
      }
      if (!clinical) images.push(...language.within(segment, 'drama-image').filter((hit) => !isDenied(hit)));
      const whole = SUPERLATIVE.exec(source.slice(segment.start, segment.end));
      if (whole)
        phrases.push({
          start: segment.start + whole.index,
          end: segment.start + whole.index + whole[0].length,
        });
      phrases.push(...language.within(segment, 'melodrama-word').filter((word) => !isDenied(word)));
    }
    for (const at of stretchesWithImages(document, phrases, images)) {
      report({ messageId: 'phrase', at, data: { words: inWords(source, at) } });
    }

    /** Whether the word before says that it was not so. */
    function isDenied({ start }: TextRange): boolean {
      return /\b(?:no|not|never|without|nothing)\s+$|n['\u2019]t\s+$/i.test(
        source.slice(Math.max(0, start - 12), start),
      );
    }

    /** Somebody else's worst day is their story: a third person before the phrase, and no "I" or "my" around it. */
    function isOwn(sentence: TextRange, hit: TextRange): boolean {
      return (
        language.clausesIn(hit).some(({ start, end }) => OWN.test(source.slice(start, end))) ||
        !THEIRS.test(source.slice(sentence.start, hit.start))
      );
    }
  },
  examples: {
    invalid: [
      {
        text: '[[setback|When I failed Step 1 my whole world came crashing down.]] [[change|I met with a tutor.]]',
        messageId: 'phrase',
        at: 'When I failed Step 1 my whole world came crashing down',
      },
      {
        text: '[[setback|I failed Level 1.]] [[setback|It was the darkest moment of my life.]] [[change|I joined a study group.]]',
        messageId: 'phrase',
        at: 'It was the darkest moment of my life',
      },
      {
        text: '[[setback|I did not match]], [[setback|and I cried on the bathroom floor for hours]]. [[change|I called my dean.]]',
        messageId: 'phrase',
        at: 'I cried on the bathroom floor for hours',
      },
      {
        text: '[[setback|I failed my clerkship; every hope I had was put out in a minute.]] [[setback|I wept.]]',
        messageId: 'phrase',
        at: ['every hope I had was put out in a minute', 'I wept'],
      },
      {
        text: '[[setback|I failed Step 2 CK.]] [[setback|It was as if I stood at my own funeral.]] [[change|I joined a study group.]]',
        messageId: 'phrase',
        at: 'It was as if I stood at my own funeral',
      },
      {
        text: '[[setback|I failed Step 3.]] [[setback|It was as though somebody had switched off the stars.]] [[change|I met with a tutor.]]',
        messageId: 'phrase',
        at: 'It was as though somebody had switched off the stars',
      },
    ],
    valid: [
      {
        text: '[[setback|I failed Step 3, and the letter lay on the table for a week.]] [[change|I met with a tutor.]]',
        nearMiss: 'a letter that only lies there',
      },
      {
        text: '[[setback|At four in the morning I gave the wrong dose of glargine, and his sugar fell to 38.]] [[change|I called the resident.]]',
        nearMiss: 'the hour of a night shift',
      },
      {
        text: '[[setback|I failed Step 1.]] [[setback|I was embarrassed, and I told my family that evening.]]',
      },
      {
        text: '[[setback|I failed Step 1, and I was disappointed in the way I had prepared.]] [[change|I hired a tutor.]]',
      },
      {
        text: '[[setback|I did not match.]] [[setback|It was a hard spring.]] [[change|I asked six programs for feedback.]]',
      },
      {
        text: '[[setback|I did not pass Level 3.]] [[change|From five in the morning I worked through cases.]]',
      },
      {
        text: 'Her mother cried, and I cried with her. The darkest moment of that winter was hers.',
        nearMiss: 'tears over a patient, in a draft without a setback',
      },
      {
        text: 'A mother laughed until she cried when I tried my first word of Mixtec.\n\n[[setback|I failed Step 1 in May.]] [[change|I drew pathways with a friend.]]',
        nearMiss: 'tears far away from the setback',
      },
      {
        text: '[[setback|I failed Step 1, and I did not cry about it.]] [[change|I called the learning center.]]',
        nearMiss: 'tears that are denied',
      },
    ],
  },
});
