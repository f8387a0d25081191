import type { FamilyName } from '../language/lexicons/index.ts';
import { SAFETY_FAMILIES } from '../language/lexicons/safety.ts';
import { namesSomeExam } from '../narrative/naming.ts';
import { TOLD_BY_DEED } from '../narrative/types.ts';
import { defineRule } from './types.ts';

const HELPERS: readonly FamilyName[] = ['helper', 'quizzed-by', 'not-alone'];

export default defineRule({
  meta: {
    id: 'safety-evidence',
    group: 'evidence',
    severity: 'suggestion',
    summary: 'A statement that tells a failed exam or course also shows a colleague one can trust.',
    why: 'Residents who worry a director are seldom the ones with a low score. They are the ones who do not call. One small scene of asking, telling or following through answers a question that a score cannot.',
    ask: 'When did you ask for help, call somebody, own a mistake or close a loop, and who would remember it?',
    source:
      'What directors look for beside scores: recognizes and escalates when over their head, follows through, owns mistakes, is wanted back by nurses, residents and faculty.',
    options: {},
    kinds: ['personal-statement'],
    messages: {
      missing: {
        text: 'The statement tells of an exam or course that went wrong, and no sentence shows you asking for help, telling somebody, following a thing through or being trusted by the people around you.',
      },
    },
  },
  check({ document, language, narrative, profile, report }) {
    const listed = profile.setbacks ?? [];
    const elsewhere = listed.length > 0 && listed.every((setback) => TOLD_BY_DEED.has(setback.what));
    const story = narrative.segments.filter((segment) => segment.role !== 'other');
    // A story in which nothing names an exam or a course may be that of a leave.
    const hinted =
      !elsewhere && (listed.length > 0 || story.some((segment) => namesSomeExam(language, segment)));
    const exam = narrative.arcs.some((arc) =>
      arc.kind === undefined ? hinted : !TOLD_BY_DEED.has(arc.kind),
    );
    if (!exam) return;
    if (document.sentences.some((sentence) => language.has(sentence, ...SAFETY_FAMILIES))) return;
    // Help that was sought for studying is help that was sought.
    if (story.some((segment) => segment.role === 'change' && language.has(segment, ...HELPERS))) return;
    report({ messageId: 'missing' });
  },
  examples: {
    invalid: [
      {
        text: 'I like to look at slides. [[setback|I failed Step 1.]] [[change|I bought a box of blank cards.]] [[evidence|I passed in May.]]',
        messageId: 'missing',
      },
      {
        text: 'I paint a little. [[setback|I failed gross anatomy.]] [[change|I drew every region in a sketchbook.]] [[evidence|I took the course over and got a B.]]',
        messageId: 'missing',
      },
      {
        text: '[[setback|I failed Level 1.]] [[change|I slept eight hours and did sixty timed questions a day.]] [[evidence|I passed.]] [[growth|I keep the cards for residency.]]',
        messageId: 'missing',
      },
      {
        text: 'My mother sold ice. [[setback|I stumbled on one of the licensing exams.]] [[change|I redoubled my efforts.]] [[evidence|I passed.]]',
        messageId: 'missing',
      },
    ],
    valid: [
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I passed.]] I told the parents that I was the one who missed it.',
        nearMiss: 'a mistake that is owned',
      },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I passed.]] I never leave before every result of the day is checked.',
        nearMiss: 'a thing followed through',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a learning specialist every week.]] [[evidence|I passed.]]',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I did forty questions a day.]] [[evidence|I passed.]] On nights I called my senior before I was sure.',
      },
      { text: '[[setback|I failed Step 1.]] [[evidence|I passed.]] The nurses asked for me by name.' },
      { text: 'I like to look at slides, and I like to be alone with them.' },
      {
        text: '[[setback|I failed Step 1.]] [[change|On Sundays a fourth-year made me explain every wrong one out loud.]] [[evidence|I passed.]]',
      },
      {
        text: '[[setback|I failed biochemistry while I was drinking.]] [[change|I did forty questions a day.]] [[evidence|I passed.]] I still talk with my sponsor on Thursdays.',
      },
      {
        text: '[[setback|I failed Level 1.]] [[change|I slept eight hours and did sixty timed questions a day.]] [[evidence|I passed.]] When I cannot find the pulse I say so.',
      },
      {
        text: '[[setback|There was a season in the middle of my studies that I had not planned.]] [[change|I kept on walking.]]',
        nearMiss: 'nothing says that it was an exam or a course',
      },
      {
        text: '[[setback|I was on leave for a year.]] [[evidence|I returned on time.]]',
        nearMiss: 'a leave is no exam and no course',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I bought a box of cards.]] [[evidence|I passed.]]',
        kind: 'secondary',
        nearMiss: 'a short answer has no room for it',
      },
    ],
  },
});
