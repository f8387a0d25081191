import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { core, roster as rosters } from '../built.mjs';
import { brokenArchives, brokenFiles } from '../bytes.mjs';
import { must, mustBeOwn, mustBePlain } from '../properties.mjs';
import { ODD } from '../texts.mjs';

const XLSX = Uint8Array.from(readFileSync(new URL('../../../fixtures/rosters/roster.xlsx', import.meta.url)));
const header = fc.constantFrom(
  'file',
  'Applicant',
  'First name',
  'last name',
  'Specialty',
  'kind',
  'setbacks',
  'Graduation year',
  'Step 1',
  'Step 1 attempts',
  'Step 2 CK',
  'step ii ck score',
  'COMLEX',
  'COMLEX Level 1 passed',
  'attempts step 3',
  '',
  'email',
  'constructor',
  '__proto__',
  'toString',
  'valueOf',
  ...ODD.slice(0, 12),
);
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    'n/a',
    'a.md',
    "Zoe O'Brien",
    'internal medicine',
    'usmle-step-1',
    'gap, usmle-step-1',
    '2',
    '-1',
    '244',
    '1e9',
    'yes',
    'Fail',
    '2024',
    '99999',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '"a\nb"',
    '=1+1',
    '2024-05-01',
  ),
  fc.constantFrom(...ODD),
  fc.string({ maxLength: 6 }),
);
const csv = fc
  .tuple(
    fc.array(header, { maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }),
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '\uFEFF'),
  )
  .map(([head, rows, comma, newline, mark]) =>
    Uint8Array.from(Buffer.from(mark + [head, ...rows].map((row) => row.join(comma)).join(newline))),
  );

/** Rosters: what can be used of them, or one error. */
export const roster = {
  weight: 1,
  property: () =>
    fc.asyncProperty(
      fc.oneof(
        { weight: 3, arbitrary: csv },
        { weight: 1, arbitrary: brokenFiles([XLSX]) },
        { weight: 1, arbitrary: brokenArchives([XLSX]) },
      ),
      async (bytes) => {
        const given = Buffer.from(bytes).toString('latin1') + Buffer.from(bytes).toString();
        let read;
        try {
          read = await rosters.readRoster(bytes, 'roster', core.parseProfile);
        } catch (error) {
          mustBeOwn(error, 'RosterError', given);
          must(error.message.startsWith('roster'), () => `the file is not named in ${error.message}`);
          return;
        }
        for (const { message } of read.problems) mustBePlain(message, given);
        const drafts = ['a.md', 'Zoe OBrien PS.docx', 'constructor.md', '\u{1F389}.txt'];
        for (const { message } of rosters.matchRoster(read.rows, drafts, 'roster').problems ?? [])
          mustBePlain(message, given);
      },
    ),
};
