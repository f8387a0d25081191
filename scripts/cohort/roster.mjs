import { nameOf } from './people.mjs';

const COLUMNS = [
  ['file', 'file'],
  ['applicant', 'Applicant'],
  ['specialty', 'Specialty'],
  ['kind', 'Kind'],
  ['step1Attempts', 'Step 1 attempts'],
  ['step1Passed', 'Step 1 passed'],
  ['step2Score', 'Step 2 CK score'],
  ['comlex1Attempts', 'COMLEX Level 1 attempts'],
  ['setbacks', 'Setbacks'],
  ['year', 'Graduation year'],
  ['advisor', 'Advisor'],
];
const SPECIALTIES = [
  'internal medicine',
  'FM',
  'Pediatrics',
  'psychiatry',
  'general surgery',
  'EM',
  'ob-gyn',
];
/** Cells that cannot be right, and what should be said of each. */
const BAD = [
  { step2Score: '947', says: 'says "947" for Step 2 CK score' },
  { step1Attempts: 'several', says: 'says "several" for Step 1 attempts' },
  { step1Passed: 'perhaps', says: 'says "perhaps" for Step 1 passed' },
  { year: '20x5', says: 'says "20x5" for graduation year' },
  { kind: 'a poem', says: 'kind: "a-poem"' },
  { specialty: 'wizardry', says: 'specialty: "wizardry"' },
  { setbacks: 'lost keys', says: 'setbacks: "lost-keys"' },
];

/** A share of the drafts has each sort of trouble, and a cohort of any size has one of each. */
const some = (drafts, share) => Math.max(1, Math.round(drafts.length * share));

/**
 * A roster of drafts: a row for most, some without a draft, drafts without a row, names that fit twice, cells
 * that cannot be right; and for each of these the problem that should be told.
 *
 * @param drafts - With `file`, `person`, `profile` and `kind`; those with `twin` are of one applicant.
 * @param absent - People who handed in nothing.
 */
export function rosterOf(drafts, absent, random) {
  const rows = [];
  const problems = [];
  const add = (row) => {
    rows.push(row);
    return rows.length + 1;
  };
  const single = drafts.filter(({ twin }) => !twin);
  const mixed = random.shuffled(single);
  const without = mixed.splice(0, some(single, 0.02));
  const claimedTwice = mixed.splice(0, some(single, 0.005));
  const wrong = mixed.splice(0, Math.max(BAD.length, Math.round(single.length * 0.02)));
  const wrongSet = new Set(wrong);
  const left = new Set([...without, ...claimedTwice]);
  for (const draft of single) {
    if (left.has(draft)) continue;
    const cells = rowOf(draft, random);
    if (wrongSet.has(draft)) {
      const { says, ...cell } = BAD[wrong.indexOf(draft) % BAD.length];
      const row = add({ ...cells, ...cell });
      problems.push({ code: 'bad-value', about: `row ${row}`, says });
    } else add(cells);
  }
  for (const { file } of without)
    problems.push({ code: 'no-row', about: file, says: 'only the draft itself was read' });
  for (const { file, person } of claimedTwice) {
    const one = add({ applicant: nameOf(person), specialty: 'FM' });
    const two = add({ applicant: nameOf(person), specialty: 'EM' });
    problems.push({ code: 'ambiguous-draft', about: file, says: `fits rows ${one} and ${two}` });
  }
  for (const person of new Set(drafts.filter(({ twin }) => twin).map((draft) => draft.person))) {
    const row = add({ applicant: nameOf(person), specialty: 'IM' });
    problems.push({ code: 'ambiguous-row', about: `row ${row}`, says: 'name the file in a column "file"' });
  }
  for (const person of absent.slice(0, some(single, 0.01))) {
    const row = add({ applicant: nameOf(person), specialty: 'IM' });
    problems.push({ code: 'no-draft', about: `row ${row}`, says: 'check the name, or hand in the draft' });
  }
  const table = [COLUMNS.map(([, title]) => title), ...rows.map((row) => COLUMNS.map(([key]) => row[key]))];
  return { table, rows: rows.length, problems };
}

function rowOf({ file, person, profile, kind }, random) {
  const byFile = random.chance(0.4);
  const { specialty, setbacks = [], scores = {} } = profile;
  const [step1, comlex1] = ['usmle-step-1', 'comlex-level-1'].map((exam) =>
    setbacks.find(({ what, attempts }) => what === exam && attempts !== undefined),
  );
  const others = setbacks.filter((setback) => setback !== step1 && setback !== comlex1);
  return {
    ...(byFile ? { file: random.chance(0.5) ? file : file.replace(/\.\w+$/, '') } : {}),
    applicant:
      random.chance(0.3) && /^\p{Script=Latin}/u.test(person.last)
        ? `${person.last}, ${person.first}`
        : nameOf(person),
    specialty: specialty ?? random.pick(SPECIALTIES),
    kind: kind.replaceAll('-', ' '),
    step1Attempts: step1?.attempts,
    step1Passed: step1?.passed === undefined ? undefined : step1.passed ? 'passed' : 'failed',
    step2Score: scores['usmle-step-2-ck'],
    comlex1Attempts: comlex1?.attempts,
    setbacks: others.map(setbackCell).join('; ') || undefined,
    year: 2024 + Math.floor(random.next() * 4),
    advisor: random.pick(['Dr. Lund', 'Dr. Ortiz']),
  };
}

function setbackCell({ what, attempts, passed }) {
  const end = passed === undefined ? '' : passed ? ':passed' : ':failed';
  return `${what}${attempts === undefined ? (end ? ':' : '') : `:${attempts}`}${end}`;
}

/** A table as Excel saves "CSV UTF-8", which begins with a mark. */
export function csv(table) {
  const cell = (value = '') =>
    /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return `\uFEFF${[...table.map((row) => row.map(cell).join(',')), ''].join('\r\n')}`;
}
