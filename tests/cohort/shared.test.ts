import { describe, expect, it } from 'vitest';
import { type Folder, folder } from '../cli/run.ts';

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
      /25 words in <a href="drafts\/lee-md.html">Ann Lee<\/a> and <a href="[^"]*">Bob Ray<\/a>/,
    );
    const [lee, own] = await Promise.all(
      ['lee-md', 'own-txt'].map((page) => here.read(`report/drafts/${page}.html`)),
    );
    expect(lee).toContain('25 words, also in <a href="../drafts/ray-txt.html">Bob Ray</a>');
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
    expect(run.err).toMatch(/2024\/bad\.docx .*; it was not compared/);
    const shared = await sharedIn(here);
    expect(shared.map(({ places }: { places: { path: string }[] }) => places.length)).toEqual([3, 2]);
    expect(JSON.stringify(shared)).toContain('"path":"earlier draft 1"');
    for (const file of ['report/report.json', 'report/index.html'])
      expect(await here.read(file)).not.toMatch(/Ann|Bob|lee\.md|zoe|yan/);
  });
});
