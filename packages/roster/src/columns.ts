import type { Profile } from '@narrative-lint/core';
import type { RosterProblem } from './types.ts';

type Exam = keyof NonNullable<Profile['scores']>;

/** What a column says. */
export type Field =
  | 'file'
  | 'applicant'
  | 'first-name'
  | 'last-name'
  | 'specialty'
  | 'kind'
  | 'setbacks'
  | 'graduation-year'
  | `${'attempts' | 'score' | 'passed'}:${Exam}`;

/** Where each field stands, by the index of its column. */
export type Columns = ReadonlyMap<Field, number>;

const SYNONYMS: ReadonlyMap<string, Field> = new Map(
  (
    [
      ['file', 'file,filename,file name,path,draft,draft file,document,statement,statement file'],
      [
        'applicant',
        'applicant,applicant name,name,full name,student,student name,candidate,candidate name,advisee',
      ],
      ['first-name', 'first name,given name,forename,first'],
      ['last-name', 'last name,surname,family name,last'],
      ['specialty', 'specialty,speciality,specialty applied to,applying to,applying in,field,program type'],
      ['kind', 'kind,type,text type,kind of text,document type'],
      ['setbacks', 'setbacks,setback,what happened,transcript,transcript shows,red flags,concerns'],
      [
        'graduation-year',
        'graduation year,year of graduation,graduation,grad year,graduated,yog,class of,class,class year',
      ],
    ] as const
  ).flatMap(([field, names]) => names.split(',').map((name): [string, Field] => [name, field])),
);

const EXAMS: readonly (readonly [RegExp, Exam])[] = [
  [/^(?:usmle )?step ?(?:1|i)(?= |$)/, 'usmle-step-1'],
  [/^(?:usmle )?step ?(?:2|ii)(?: ck| clinical knowledge)?(?= |$)(?! cs)/, 'usmle-step-2-ck'],
  [/^(?:usmle )?ck(?= |$)/, 'usmle-step-2-ck'],
  [/^(?:usmle )?step ?(?:3|iii)(?= |$)/, 'usmle-step-3'],
  [/^(?:comlex )?(?:usa )?level ?(?:1|i)(?= |$)/, 'comlex-level-1'],
  [/^(?:comlex )?(?:usa )?level ?(?:2|ii)(?: ce)?(?= |$)(?! pe)/, 'comlex-level-2'],
  [/^(?:comlex )?(?:usa )?level ?(?:3|iii)(?= |$)/, 'comlex-level-3'],
];
const ATTEMPTS = /^(?:total |number of |no of |# ?)?(?:attempts?|tries|sittings|times taken)(?: total)?$/;
const SCORE = /^(?:scores?|best score|result score|3 digit score|three digit score)$/;
const PASSED = /^(?:passed|pass|pass fail|outcome|result|status)$/;

/**
 * Finds the column of each field by its header. A header that could be two things, or two headers that say the
 * same, are problems, and such columns are not used.
 *
 * @param name - Of the file, for the problems.
 */
export function findColumns(
  headers: readonly string[],
  name: string,
): {
  readonly columns: Columns;
  readonly problems: readonly RosterProblem[];
  readonly unused: readonly string[];
} {
  const found = new Map<Field, number[]>();
  const problems: RosterProblem[] = [];
  const unused: string[] = [];
  for (const [at, header] of headers.entries()) {
    const field = fieldOf(header);
    if (field === undefined) {
      if (header !== '') unused.push(header);
    } else if (field === 'unclear') {
      const message = `${name}: the column "${header}" can be attempts or a score; call it "${header} attempts" or "${header} score"${/comlex$/i.test(header) ? ', with the level' : ''}. It was not used.`;
      problems.push({ code: 'header', message });
    } else found.set(field, [...(found.get(field) ?? []), at]);
  }
  const columns = new Map<Field, number>();
  for (const [field, places] of found) {
    const [at, ...others] = places;
    if (at === undefined) continue;
    if (others.length === 0) columns.set(field, at);
    else {
      const names = places.map((place) => `"${headers[place]}"`).join(' and ');
      const message = `${name}: the columns ${names} say the same; keep one of them. None was used.`;
      problems.push({ code: 'header', message });
    }
  }
  return { columns, problems, unused };
}

function fieldOf(header: string): Field | 'unclear' | undefined {
  const words = header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
  const known = SYNONYMS.get(words);
  if (known) return known;
  if (words === 'comlex' || words === 'comlex usa') return 'unclear';
  for (const [pattern, exam] of EXAMS) {
    const match = pattern.exec(words);
    // "Attempts Step 1" and "Step 1 attempts" alike.
    const moved = match ? undefined : movedExam(words, pattern);
    const rest = match ? words.slice(match[0].length).trim() : moved;
    if (rest === undefined) continue;
    if (ATTEMPTS.test(rest)) return `attempts:${exam}`;
    if (SCORE.test(rest)) return `score:${exam}`;
    if (PASSED.test(rest)) return `passed:${exam}`;
    if (rest === '') return exam === 'usmle-step-2-ck' ? `score:${exam}` : 'unclear';
  }
  return undefined;
}

function movedExam(words: string, pattern: RegExp): string | undefined {
  const match = /^(attempts?|scores?|passed)(?: (?:at|on|of|for|in))? (.+)$/.exec(words);
  const exam = match?.[2] === undefined ? undefined : pattern.exec(match[2]);
  return exam && exam[0] === match?.[2] ? match[1] : undefined;
}
