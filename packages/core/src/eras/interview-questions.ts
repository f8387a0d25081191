import type { SetbackKind } from '../narrative/types.ts';

/** What an interviewer is likely to ask about a kind of setback. */
export interface InterviewQuestion {
  readonly kinds: readonly SetbackKind[];
  readonly question: string;
}

export const QUESTION_SOURCE =
  "the project's founding essay, what directors ask themselves about a failed Step 1, a failed Step 2, evaluations and a pattern";

/** By kind of setback, in the order of the founding essay; worded here as questions to an applicant. */
export const INTERVIEW_QUESTIONS: readonly InterviewQuestion[] = [
  {
    kinds: ['usmle-step-1', 'comlex-level-1'],
    question: 'Was it the way you take tests, stress, or time, and how do you know that it is fixed?',
  },
  {
    kinds: [
      'usmle-step-2-ck',
      'comlex-level-2',
      'usmle-step-3',
      'comlex-level-3',
      'shelf-exam',
      'in-training-exam',
    ],
    question: 'Which gap in your knowledge did the exam show, and what closed it?',
  },
  {
    kinds: ['professionalism', 'probation', 'dismissal', 'clinical-error'],
    question: 'What would the team you work with now say about relying on you, and who would say it?',
  },
];

/** For several setbacks. */
export const PATTERN_QUESTION =
  'It happened more than once. What is different now, when the pressure comes back?';

/** For a setback that the table does not name: the three parts of an answer. */
export const THREE_PART_QUESTION = 'What happened, what did you change, and what shows that it worked?';
