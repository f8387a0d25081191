import type { TextRange } from '../document/types.ts';
import { stretchesWithImages } from '../narrative/images.ts';
import { aroundSetback, inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

/** A person who thought well of themselves passed no sentence, and neither did one who was merely busy or unsure. */
const APPROVES =
  /\b(?:good|strong|solid|successful|capable|hard|diligent|confident|prepared|excellent|disciplined|visual|auditory|decent|lifelong|careful|fast|serious|steady|resident|physician|clinician|intern|learner|teacher|leader|advocate|better|ready|lucky|part|member|same|believer)\b/i;

/** "I am not a failure". */
const TAKEN_BACK = /(?:\b(?:not|never|no longer)|n['\u2019]t)\s(?:an?|the|just|only|some)\b/i;

export default defineRule({
  meta: {
    id: 'no-self-condemnation',
    group: 'what-happened',
    severity: 'warning',
    summary: 'The draft says what went wrong, and passes no sentence on the writer.',
    why: 'A result is about a day or a season, and not about your mind or your worth. A director who reads the verdict has to decide whether you still believe it, and you owe nobody that verdict.',
    ask: 'What did not work in the way you went about it, and not in who you are?',
    source:
      'Internal medicine program directors on personal statements: do not highlight negative personal traits.',
    options: {},
    messages: {
      verdict: {
        text: 'You write "{{words}}", which judges you as a person, where the file only shows a result.',
      },
    },
  },
  check({ document, language, narrative, report }) {
    const { source } = document;
    const verdicts: TextRange[] = [];
    const images: TextRange[] = [];
    for (const sentence of aroundSetback(document, narrative)) {
      const denied = (start: number) =>
        /\b(?:not|never|no longer|cannot|(?:do|did|does|is|was|are|were)n['\u2019]t)\b[^,;.]{0,25}$/i.test(
          source.slice(Math.max(sentence.start, start - 30), start),
        );
      const quoted = (start: number) =>
        (source.slice(sentence.start, start).match(/["\u201C\u201D]/g) ?? []).length % 2 === 1;
      verdicts.push(
        ...language.within(sentence, 'self-doubt'),
        ...language
          .within(sentence, 'self-verdict')
          .filter(
            (hit) =>
              !denied(hit.start) && !/\bnot\b|n['\u2019]t\b|\bno\b/i.test(source.slice(hit.start, hit.end)),
          ),
      );
      images.push(
        ...language
          .within(sentence, 'self-image')
          .filter(
            (hit) =>
              !denied(hit.start) &&
              !quoted(hit.start) &&
              !APPROVES.test(source.slice(hit.start, hit.end)) &&
              !TAKEN_BACK.test(source.slice(hit.start, hit.end)),
          ),
      );
    }
    for (const at of stretchesWithImages(document, verdicts, images)) {
      report({ messageId: 'verdict', at, data: { words: inWords(source, at) } });
    }
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1, and I thought that I was too stupid to be a doctor.]] [[change|I hired a tutor.]]',
        messageId: 'verdict',
        at: 'I thought that I was too stupid to be a doctor',
      },
      {
        text: '[[setback|I failed my shelf.]] [[setback|I felt like a fraud for weeks.]] [[change|I met with my dean.]]',
        messageId: 'verdict',
        at: 'I felt like a fraud for weeks',
      },
      {
        text: '[[setback|I did not match]], and [[setback|I was ashamed of myself]]. [[change|I asked for feedback.]]',
        messageId: 'verdict',
        at: 'I was ashamed of myself',
      },
      {
        text: '[[setback|I failed Level 2-CE.]] [[setback|I was not smart enough to be a physician, and I did not deserve to wear the coat.]]',
        messageId: 'verdict',
        at: ['I was not smart enough to be a physician', 'I did not deserve to wear the coat'],
      },
      {
        text: '[[setback|I failed my clerkship.]] [[setback|I saw myself as a burden to the team, and they had let the wrong person in.]] [[change|I asked for feedback.]]',
        messageId: 'verdict',
        at: ['I saw myself as a burden to the team', 'they had let the wrong person in'],
      },
      {
        text: '[[setback|I failed Level 1.]] [[setback|I regarded myself as a cracked jar.]] [[change|I met with my dean.]]',
        messageId: 'verdict',
        at: 'I regarded myself as a cracked jar',
      },
      {
        text: '[[setback|I failed Step 2 CK.]] [[setback|I was not one of the smart ones.]] [[change|I found a study partner.]]',
        messageId: 'verdict',
        at: 'I was not one of the smart ones',
      },
      {
        text: "[[setback|I failed my shelf.]] [[setback|At school I wasn't one of the gifted kids.]] [[setback|At home I have always been the dumb one of the family.]]",
        messageId: 'verdict',
        at: [
          "At school I wasn't one of the gifted kids",
          'At home I have always been the dumb one of the family',
        ],
      },
    ],
    valid: [
      {
        text: '[[context|I had thought of myself as a strong student.]] [[setback|I failed Level 1.]] [[change|I met with my dean.]]',
        nearMiss: 'the writer thought well of themselves',
      },
      {
        text: '[[setback|I failed Step 3.]] [[context|The plan was not made for a month on nights.]] [[change|I moved the date.]]',
        nearMiss: 'a plan is judged, and no person',
      },
      {
        text: '[[setback|I failed Step 1.]] [[context|I was not prepared for questions that make you reason.]]',
      },
      { text: '[[setback|I failed Step 1, and I was embarrassed to say so.]] [[change|I told my dean.]]' },
      {
        text: '[[setback|I failed Level 1.]] [[context|My reading was too slow for blocks of forty.]] [[change|I timed myself.]]',
      },
      {
        text: '[[setback|I failed my clerkship.]] [[context|My notes were late and my presentations incomplete.]]',
      },
      {
        text: '[[setback|I failed Step 1.]] [[growth|I know today that I am not a failure, and that asking early is a skill.]]',
        nearMiss: 'the verdict is taken back',
      },
      {
        text: '[[setback|I failed Step 1.]] [[context|I tutored a boy who was not one of the gifted ones, and whom they called the dumb one of the family.]] [[change|I made time for myself.]]',
        nearMiss: 'said of others',
      },
      {
        text: '[[setback|I did not match.]] [[context|I was not one of the lucky ones.]] [[change|I asked for feedback.]]',
        nearMiss: 'luck is no verdict',
      },
      {
        text: 'A patient told me that she was too stupid to understand her pills, and I put mine on the table beside hers.',
        nearMiss: "a patient's words, and no setback of the writer's",
      },
    ],
  },
});
