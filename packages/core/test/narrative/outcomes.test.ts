import { lint, parseMarkedDraft } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

/** Each arc as its kind and the words of its changes and outcomes. */
function outcomes(marked: string): Record<string, string[]> {
  const { text, spans } = parseMarkedDraft(marked);
  const { arcs } = lint(text, { kind: 'secondary', roles: spans, ruleSet: [] }).narrative;
  return Object.fromEntries(
    arcs.map(({ kind = 'unknown', label, changes, evidence }) => [
      arcs.filter((arc) => arc.kind === kind).length > 1 ? label : kind,
      [...changes, ...evidence].map((segment) => segment.text),
    ]),
  );
}

const STEP_1 = '[[setback|I failed Step 1.]]';

describe('change and evidence', () => {
  it.each([
    [
      'of both setbacks belong to both',
      `${STEP_1} [[setback|Then I did not match.]] [[evidence|I have passed both.]]`,
      { 'usmle-step-1': ['I have passed both.'], unmatched: ['I have passed both.'] },
    ],
    [
      'of both belong only to what was told before',
      `${STEP_1} [[evidence|I passed both.]] [[setback|Then I did not match.]]`,
      { 'usmle-step-1': ['I passed both.'], unmatched: [] },
    ],
    [
      'that come back to a course belong to the first one told',
      '[[setback|I failed anatomy.]] [[setback|I also failed histology.]] [[change|I retook the course.]]',
      { 'I failed anatomy.': ['I retook the course.'], 'I also failed histology.': [] },
    ],
    [
      'that come back to what was told in passing belong to it',
      `${STEP_1} [[setback|Years later I also took a leave of absence.]] [[change|After my return I met with a dean.]]`,
      { 'usmle-step-1': [], leave: ['After my return I met with a dean.'] },
    ],
    [
      'with a score belong to the exam, and to nothing told beside it',
      `${STEP_1} [[setback|The next year I took a leave of absence.]] [[evidence|I got a 231.]]`,
      { 'usmle-step-1': ['I got a 231.'], leave: [] },
    ],
    [
      'with a bare pass belong to the exam, and to nothing told beside it',
      `${STEP_1} [[setback|The next year I took a leave of absence.]] [[evidence|I passed in May.]]`,
      { 'usmle-step-1': ['I passed in May.'], leave: [] },
    ],
    [
      'with a score of another exam belong to all that was told before',
      `${STEP_1} [[setback|The next year I took a leave of absence.]] [[evidence|I got a 231 on Step 2 CK.]]`,
      {
        'usmle-step-1': ['I got a 231 on Step 2 CK.'],
        leave: ['I got a 231 on Step 2 CK.'],
      },
    ],
    [
      'with a number of hours belong to all that was told before',
      `${STEP_1} [[setback|The next year I took a leave of absence.]] [[evidence|I logged 240 hours.]]`,
      { 'usmle-step-1': ['I logged 240 hours.'], leave: ['I logged 240 hours.'] },
    ],
    [
      'of an exam by name are not those of a clerkship',
      `${STEP_1} [[setback|Then I failed my surgery clerkship.]] [[evidence|I passed Step 1 during a rotation.]]`,
      { 'usmle-step-1': ['I passed Step 1 during a rotation.'], clerkship: [] },
    ],
    [
      'of an exam by name are not those of a year',
      '[[setback|I repeated my first year.]] [[setback|Then I failed Step 2 CK.]] [[evidence|I passed Step 2 CK within the year.]]',
      { year: [], 'usmle-step-2-ck': ['I passed Step 2 CK within the year.'] },
    ],
    [
      'of an exam by name are not those of a course',
      '[[setback|I failed anatomy.]] [[setback|Then I failed Step 2 CK.]] [[evidence|I passed Step 2 CK after a course.]]',
      { course: [], 'usmle-step-2-ck': ['I passed Step 2 CK after a course.'] },
    ],
    [
      'of an exam by name may be those of a leave as well',
      `[[setback|I took a leave of absence.]] [[setback|Then I failed Step 3.]] [[evidence|After my return I passed Step 3.]]`,
      { leave: ['After my return I passed Step 3.'], 'usmle-step-3': ['After my return I passed Step 3.'] },
    ],
    [
      'that name nothing follow those that name one of several',
      '[[setback|I failed Step 1 and did not match.]] [[change|For Step 1 I hired a tutor.]] [[change|We met on Mondays.]]',
      {
        'usmle-step-1': ['For Step 1 I hired a tutor.', 'We met on Mondays.'],
        unmatched: [],
      },
    ],
    [
      'that name nothing belong to all that were told together',
      '[[setback|I failed Step 1 and did not match.]] [[change|We met on Mondays.]]',
      { 'usmle-step-1': ['We met on Mondays.'], unmatched: ['We met on Mondays.'] },
    ],
    [
      'told before everything belong to what is told next',
      `[[evidence|I am proud of a 250.]] ${STEP_1} [[setback|Then I did not match.]]`,
      { 'usmle-step-1': ['I am proud of a 250.'], unmatched: [] },
    ],
    [
      'belong to all that was told since the last of them',
      `${STEP_1} [[change|I met with a tutor.]] [[setback|Then I did not match.]] [[setback|Then I took a leave of absence.]] [[change|We met on Mondays.]]`,
      {
        'usmle-step-1': ['I met with a tutor.'],
        unmatched: ['We met on Mondays.'],
        leave: ['We met on Mondays.'],
      },
    ],
    [
      'belong to what was told first, be it told with an also',
      '[[setback|I also failed Step 1.]] [[setback|Then I did not match.]] [[change|We met on Mondays.]]',
      { 'usmle-step-1': ['We met on Mondays.'], unmatched: ['We met on Mondays.'] },
    ],
    [
      'that come back to an earlier setback belong to the one told last as well',
      '[[setback|I took a leave of absence.]] [[change|I rested.]] [[setback|Years later I failed Step 3.]] [[change|After my return I met with a dean.]]',
      {
        leave: ['I rested.', 'After my return I met with a dean.'],
        'usmle-step-3': ['After my return I met with a dean.'],
      },
    ],
    [
      'with a bare pass are not those of an exam told in passing',
      '[[setback|I did not match.]] [[setback|I also failed Step 3.]] [[evidence|I passed in May.]]',
      { unmatched: ['I passed in May.'], 'usmle-step-3': [] },
    ],
    [
      'are no pass where they are a change',
      `${STEP_1} [[setback|The next year I took a leave of absence.]] [[change|I passed my days in the library.]]`,
      {
        'usmle-step-1': ['I passed my days in the library.'],
        leave: ['I passed my days in the library.'],
      },
    ],
    [
      'stand in the order of the draft, be some named and some not',
      `${STEP_1} [[evidence|My evaluations were strong.]] [[evidence|I passed Step 1.]]`,
      { 'usmle-step-1': ['My evaluations were strong.', 'I passed Step 1.'] },
    ],
    [
      'belong to the clerkship whose subject they have',
      '[[setback|I failed my pediatrics clerkship.]] [[setback|Then I did not match.]] [[evidence|I honored pediatrics in May.]]',
      { clerkship: ['I honored pediatrics in May.'], unmatched: [] },
    ],
    [
      'belong to the shelf exam whose subject they have',
      '[[setback|I failed the pediatrics shelf.]] [[setback|Then I did not match.]] [[evidence|I honored pediatrics in May.]]',
      { 'shelf-exam': ['I honored pediatrics in May.'], unmatched: [] },
    ],
    [
      'have no subject in the words that all drafts have',
      '[[setback|I failed anatomy in the spring.]] [[setback|Then I did not match.]] [[evidence|My evaluations were strong that spring.]]',
      {
        course: ['My evaluations were strong that spring.'],
        unmatched: ['My evaluations were strong that spring.'],
      },
    ],
    [
      'stand in the order of the draft',
      `${STEP_1} [[change|We met on Mondays.]] [[change|For Step 1 I hired a tutor.]] [[evidence|A 231 came.]] [[evidence|I passed Step 1.]]`,
      {
        'usmle-step-1': [
          'We met on Mondays.',
          'For Step 1 I hired a tutor.',
          'A 231 came.',
          'I passed Step 1.',
        ],
      },
    ],
  ] as [string, string, Record<string, string[]>][])('%s', (_, marked, found) => {
    expect(outcomes(marked)).toEqual(found);
  });
});
