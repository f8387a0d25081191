import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Folder, folder, SAMPLES } from '../cli/run.ts';

const PASSAGE =
  'My grandmother kept her pills in an egg carton, one hollow for each morning, and nobody at the clinic had ever asked to see it.';
const OWN = [
  'I row on the river before rounds, and the cold has taught me to begin slowly.',
  'The bus to the clinic took two hours, so I read the charts of the day on it.',
  'In the kitchen of our church I cooked for sixty people every second Sunday.',
];

async function cohort(): Promise<Folder> {
  const here = await folder();
  await here.write('drafts/lee.md', `---\nkind: secondary\n---\n${OWN[0]} ${PASSAGE}`);
  await here.write('drafts/ray.txt', `${OWN[1]}\n\n${PASSAGE} ${OWN[1]}`);
  await here.write('drafts/own.txt', `${OWN[2]} I hope to see you in the winter.`);
  await here.write('roster.csv', 'file,applicant\nlee.md,Ann Lee\nray.txt,Bob Ray\nown.txt,Cy Own\n');
  return here;
}
const sharedIn = async (here: Folder) => JSON.parse(await here.read('report/report.json')).shared;

describe('text that drafts share', () => {
  it('is told on the terminal, in the tables and on the pages of both', async () => {
    const here = await cohort();
    const run = await here.run(['cohort', 'drafts', '--roster', 'roster.csv']);
    expect(run.out).toContain(
      '1 passage stands in more than one draft; see Shared text in report/index.html.',
    );
    expect(await sharedIn(here)).toMatchObject([
      {
        words: 25,
        text: PASSAGE.slice(0, -1),
        places: [{ path: 'lee.md', applicant: 'Ann Lee' }, { path: 'ray.txt' }],
      },
    ]);
    const rows = (await here.read('report/summary.csv')).split('\r\n').map((row) => row.split(','));
    const column = rows[0]?.indexOf('shared words') ?? -1;
    expect(rows.slice(1, 4).map((row) => row[column])).toEqual(['25', '0', '25']);
    const index = await here.read('report/index.html');
    expect(index).toMatch(
      /25 words in <a href="drafts\/lee-md.html">Ann Lee<\/a> \(61%\) and <a href="[^"]*">Bob Ray<\/a> \(\d\d%\)/,
    );
    const [lee, own] = await Promise.all(
      ['lee-md', 'own-txt'].map((page) => here.read(`report/drafts/${page}.html`)),
    );
    expect(lee).toContain(
      '25 words (61% of this draft), also in <a href="../drafts/ray-txt.html">Bob Ray</a>',
    );
    expect(own).not.toContain('Shared text');
  });

  it('is no matter in drafts of one applicant, nor where the office allows it', async () => {
    const here = await cohort();
    await here.write('one.csv', 'file,applicant\nlee.md,Ann Lee\nray.txt,Ann Lee\n');
    await here.run(['cohort', 'drafts', '--roster', 'one.csv']);
    expect(await sharedIn(here)).toEqual([]);
    await here.write('template.txt', `Write something like this: ${PASSAGE}`);
    await here.run(['cohort', 'drafts', '--allow-shared', 'template.txt']);
    expect(await sharedIn(here)).toEqual([]);
    const missing = await here.run(['cohort', 'drafts', '--allow-shared', 'none.txt']);
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toContain('--allow-shared none.txt could not be read (ENOENT)');
  });

  it('is found in drafts of earlier years, which a report without names does not name', async () => {
    const here = await cohort();
    await here.write('2024/zoe.md', `${OWN[2]} I was glad of it. I hope to see you in the winter.`);
    await here.write('2024/yan.md', `${PASSAGE} ${OWN[2]}`);
    await here.write('2024/bad.docx', 'no document');
    const run = await here.run([
      'cohort',
      'drafts',
      '--roster',
      'roster.csv',
      '--against',
      '2024',
      '--redact',
    ]);
    // What was meant to count did not.
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/2024\/bad\.docx .*; it was not compared/);
    const shared = await sharedIn(here);
    expect(shared.map(({ places }: { places: { path: string }[] }) => places.length)).toEqual([3, 2]);
    expect(JSON.stringify(shared)).toContain('"path":"earlier draft 1"');
    for (const file of ['report/report.json', 'report/index.html'])
      expect(await here.read(file)).not.toMatch(/Ann|Bob|lee\.md|zoe|yan/);
  });

  it('is prose: neither comments nor marks, which one office puts into all drafts', async () => {
    const here = await folder();
    const note = `<!-- Keep this note from the dean until the last day. ${PASSAGE} -->`;
    await here.write('drafts/a.md', `${OWN[0]} ${note}`);
    await here.write('drafts/b.md', `${OWN[1]} ${note}`);
    await here.write('drafts/c.md', `${OWN[2]} ${PASSAGE.replace('pills in', '**pills** in')}`);
    await here.write('2024/d.md', `${note} ${PASSAGE}`);
    await here.run(['cohort', 'drafts', '--against', '2024']);
    const [passage, ...more] = await sharedIn(here);
    expect(more).toEqual([]);
    expect(passage.places.map(({ path }: { path: string }) => path)).toEqual(['2024/d.md', 'c.md']);
    expect(passage.text).toBe(PASSAGE.replace('pills in', '**pills** in').slice(0, -1));
  });

  it('is never that of a draft with itself, and names nobody on a handout', async () => {
    const here = await cohort();
    const run = await here.run(['cohort', 'drafts', '--against', '.', '--against', 'drafts']);
    expect(run.out).toContain('1 passage stands');
    expect((await sharedIn(here))[0].places.map(({ path }: { path: string }) => path)).toEqual([
      'lee.md',
      'ray.txt',
    ]);
    expect(await here.read('report/drafts/lee-md.html')).toContain('<section class="shared screen"');
  });

  it('is allowed by a Word document, too, and a wrong call is told of', async () => {
    const here = await folder();
    const sample = await readFile(join(SAMPLES, 'personal-statement.docx'));
    await here.write('drafts/a.docx', sample);
    await here.write('drafts/b.docx', sample);
    await here.write('template.docx', sample);
    await here.run(['cohort', 'drafts', '--allow-shared', 'template.docx']);
    expect(await sharedIn(here)).toEqual([]);
    await here.write('broken.docx', 'no document');
    for (const [args, words] of [
      [['--against', 'nowhere'], '--against nowhere does not exist'],
      [['--against', 'template.docx'], '--against template.docx is a file'],
      [['--allow-shared', 'broken.docx'], 'broken.docx is not a Word document'],
    ] as const) {
      const run = await here.run(['cohort', 'drafts', ...args]);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain(words);
      expect(run.err.trim().split('\n')).toHaveLength(1);
    }
  });
});
