import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Folder, folder } from '../cli/run.ts';
import { reportIn } from './drafts.ts';

const XLSX = fileURLToPath(new URL('../../fixtures/rosters/roster.xlsx', import.meta.url));
const TEXT =
  'I failed Step 1. I met with a tutor every week, and I passed in June with my attending beside me.';

async function drafts(...names: readonly string[]): Promise<Folder> {
  const here = await folder();
  for (const name of names) await here.write(`drafts/${name}`, TEXT);
  return here;
}

async function withRoster(here: Folder, roster: string) {
  await here.write('roster.csv', roster);
  const run = await here.run(['cohort', 'drafts', '--roster', 'roster.csv', '--fail-on', 'never']);
  const report = await reportIn(here);
  const codes = report.roster.map(({ code }) => code);
  return { run, report, codes, of: (path: string) => report.files.find((file) => file.path === path) };
}

describe('a roster', () => {
  it('gives drafts their profiles by file and by name, accents and order aside', async () => {
    const here = await drafts(
      'rivera_ps.md',
      'MUELLER, Jonas v2.txt',
      "O'Brien Zoe final.txt",
      'MCALLISTER Tariq.txt',
      'YILMAZ Ece.txt',
      'late/kim_ps.md',
    );
    const { run, codes, of } = await withRoster(
      here,
      'File name;Student;Speciality;Step 1 attempts;USMLE Step 2 CK\r\nrivera_ps;;peds;2;244\r\n;Jonas M\u00FCller;FM;;\r\n;Zo\u00EB O\u2019Brien;psych;1;\r\n;Tariq McAllister;IM;;\r\n;Ece Y\u0131lmaz;IM;;\r\nlate/kim_ps;;EM;;\r\n',
    );
    expect(codes).toEqual([]);
    expect(run.code).toBe(0);
    expect(of('rivera_ps.md')).toMatchObject({ specialty: 'pediatrics', setbacks: ['usmle-step-1'] });
    expect(of('MUELLER, Jonas v2.txt')).toMatchObject({ specialty: 'family-medicine' });
    expect(of("O'Brien Zoe final.txt")).toMatchObject({ specialty: 'psychiatry' });
    expect(of('late/kim_ps.md')).toMatchObject({ specialty: 'emergency-medicine' });
  });

  it('is read from Excel', async () => {
    const here = await drafts('Zoe OBrien-Mueller.txt', 'AlmaRivera.txt');
    await here.write('roster.xlsx', await readFile(XLSX));
    const run = await here.run(['cohort', 'drafts', '--roster', 'roster.xlsx', '--fail-on', 'never']);
    const report = await reportIn(here);
    expect(report.roster).toEqual([]);
    expect(report.files.map(({ specialty }) => specialty)).toEqual(['family-medicine', 'internal-medicine']);
    expect(run.err).toContain('not needed: Advisor');
  });

  it('reaches the rules', async () => {
    const here = await folder();
    await here.write('drafts/ann.txt', 'I like the ward in the morning and the people on it.');
    const { report } = await withRoster(here, 'file,Step 1 attempts\nann.txt,2\n');
    expect(report.files[0]?.messages?.map(({ ruleId }) => ruleId)).toContain('acknowledge-failure');
  });

  it('lists what it cannot tell, and guesses nothing', async () => {
    const here = await drafts('Ann Lee IM.txt', 'Ann Lee FM.txt', 'Bo Chan.txt', 'Cy Park.txt');
    const { run, report, codes, of } = await withRoster(
      here,
      'name,specialty\nAnn Lee,IM\nBo Chan,FM\nBo Chan,IM\nDee Ray,IM\n,FM\n',
    );
    expect(run.code).toBe(2);
    expect(codes.sort()).toEqual([
      'ambiguous-draft',
      'ambiguous-row',
      'bad-value',
      'no-draft',
      'no-draft',
      'no-row',
    ]);
    expect(report.roster.map(({ message }) => message).join('\n')).toMatch(/Bo Chan\.txt fits rows 3 and 4/);
    for (const { path } of report.files) expect(of(path)?.specialty).toBeUndefined();
  });

  it('prefers the row whose whole name is the file', async () => {
    const here = await drafts('Ann Lee.txt', 'Ann Lee Park.txt');
    const { codes, of } = await withRoster(here, 'name,specialty\nAnn Lee,IM\nAnn Lee Park,FM\n');
    expect(codes).toEqual([]);
    expect(of('Ann Lee.txt')?.specialty).toBe('internal-medicine');
    expect(of('Ann Lee Park.txt')?.specialty).toBe('family-medicine');
  });

  it('takes the good cells of a row with bad ones', async () => {
    const here = await drafts('ann.txt');
    const { report, of } = await withRoster(
      here,
      'file,specialty,Step 1 attempts,Step 2 CK score,setbacks,COMLEX\nann.txt,internl medicine,two,944,leave; shelff; course:2:passed,500\n',
    );
    const said = report.roster.map(({ message }) => message).join('\n');
    for (const words of ['internl medicine', '"two"', '"944"', ': setbacks: "shelff"', 'column "COMLEX"'])
      expect(said).toContain(words);
    expect(report.roster).toHaveLength(5);
    expect(of('ann.txt')?.setbacks).toEqual(expect.arrayContaining(['leave', 'course']));
    expect(of('ann.txt')?.specialty).toBeUndefined();
  });

  it('says what to do about a file that is none', async () => {
    const here = await drafts('ann.txt');
    const cases: [string | Uint8Array, RegExp][] = [
      ['', /is empty; .*--roster-template/],
      ['colour,size\nred,2\n', /no column that says whom/],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Excel file or protected/],
      ['PK\u0003\u0004 broken', /damaged/],
      [Buffer.from('name\nM\u00FCller\n', 'latin1'), /not in UTF-8/],
      ['name\n"Ann\n', /never closed/],
    ];
    for (const [bytes, words] of cases) {
      await here.write('roster.csv', bytes);
      const run = await here.run(['cohort', 'drafts', '--roster', 'roster.csv']);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toMatch(words);
    }
  });

  it('has a template that reads without a problem, and is never written over another', async () => {
    const here = await drafts('rivera_ps.docx.txt', 'Jonas Mueller.txt', 'Niamh OBrien.txt');
    await here.write('drafts/rivera_ps.docx', 'no Word file');
    expect((await here.run(['cohort', '--roster-template'])).code).toBe(0);
    const run = await here.run(['cohort', 'drafts', '--roster', 'roster.csv']);
    expect(run.err).not.toMatch(/roster\.csv row/);
    const again = await here.run(['cohort', '--roster-template']);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('is there already');
    expect((await here.run(['cohort', '--roster-template', '-'])).out).toMatch(/^file,applicant/);
  });
});
