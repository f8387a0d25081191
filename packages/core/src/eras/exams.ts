import type { SetbackKind } from '../narrative/types.ts';

/** A licensing exam that gives, or once gave, a score of three digits. */
export type ScoredExam = Extract<
  SetbackKind,
  'usmle-step-1' | 'usmle-step-2-ck' | 'usmle-step-3' | 'comlex-level-1' | 'comlex-level-2' | 'comlex-level-3'
>;

/** A passing standard, from the first day of its sittings on. */
export interface PassingStandard {
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly score: number;
}

export interface ExamFacts {
  /** As a sentence calls it. */
  readonly name: string;
  /** The scores that the exam can give at all. */
  readonly range: readonly [least: number, most: number];
  /** Scores outside of it are rare enough to be looked up again. */
  readonly usual: readonly [least: number, most: number];
  /** From this day on the exam is pass or fail and gives no number: `YYYY-MM-DD`. */
  readonly passFailFrom?: string;
  /** By date, the oldest first; what held before the first is not known here. */
  readonly passing: readonly PassingStandard[];
}

const USMLE = { range: [1, 300], usual: [150, 285] } as const;
const COMLEX = { range: [9, 999], usual: [200, 850] } as const;

/**
 * Scores and passing standards by exam.
 *
 * Sources: pass/fail reporting of Step 1 for tests from 2022-01-26 (USMLE program, by way of probsee, USMLE
 * score) and of Level 1 from 2022-05-10 (NBOME, Level 1 to Eliminate Numeric Scores). Step 2 CK: 196 in 2012,
 * 203 from 2013-07 (medicalopedia), 209 from 2014-07 (AMClinicals), 214 from 2022-07 (not confirmed), 218 from
 * 2025-07-01 (Medvily). Step 3: 190, 196 from 2016, 198 from 2020 (ccscases), 200 from 2024-01-01
 * (MedSchoolCoach). Step 1: 194, later 196 from a date that is
 * disputed (2021 or 2022-01-26; probsee), so 194 is listed alone. Level 2-CE 400 and Level 3 350 (NBOME bulletin
 * 2017-18; today not confirmed). Level 1 has no confirmed standard here. Ranges: USMLE 1 to 300 (probsee), COMLEX 9 to 999 (not
 * confirmed). The usual ranges are this project's own.
 */
export const EXAMS: Readonly<Record<ScoredExam, ExamFacts>> = {
  'usmle-step-1': {
    name: 'Step 1',
    ...USMLE,
    passFailFrom: '2022-01-26',
    passing: [{ from: '2014-01-01', score: 194 }],
  },
  'usmle-step-2-ck': {
    name: 'Step 2 CK',
    ...USMLE,
    passing: [
      { from: '2012-01-01', score: 196 },
      { from: '2013-07-01', score: 203 },
      { from: '2014-07-01', score: 209 },
      { from: '2022-07-01', score: 214 },
      { from: '2025-07-01', score: 218 },
    ],
  },
  'usmle-step-3': {
    name: 'Step 3',
    ...USMLE,
    passing: [
      { from: '2014-01-01', score: 190 },
      { from: '2016-01-01', score: 196 },
      { from: '2020-01-01', score: 198 },
      { from: '2024-01-01', score: 200 },
    ],
  },
  'comlex-level-1': {
    name: 'COMLEX Level 1',
    ...COMLEX,
    passFailFrom: '2022-05-10',
    passing: [],
  },
  'comlex-level-2': {
    name: 'COMLEX Level 2-CE',
    ...COMLEX,
    passing: [{ from: '2017-01-01', score: 400 }],
  },
  'comlex-level-3': {
    name: 'COMLEX Level 3',
    ...COMLEX,
    passing: [{ from: '2017-01-01', score: 350 }],
  },
};

/** Whether an exam is one with scores. */
export function isScored(exam: SetbackKind): exam is ScoredExam {
  return Object.hasOwn(EXAMS, exam);
}
