import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type Folder, folder, SAMPLES } from '../cli/run.ts';
import { reportIn } from './drafts.ts';

const EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)>&amp;"\'';
const STORY = 'I failed Step 1, and the proctor was at fault. I met with a tutor weekly. I passed in May.';

async function pages(here: Folder, report = 'report'): Promise<Map<string, string>> {
  const names = (await readdir(join(here.path, report), { recursive: true })).filter((name) =>
    name.endsWith('.html'),
  );
  return new Map(
    await Promise.all(names.map(async (name) => [name, await here.read(`${report}/${name}`)] as const)),
  );
}

describe('pages', () => {
  it('show whatever a draft, a file name or a roster holds, and run none of it', async () => {
    const here = await folder();
    await here.write(`drafts/a <b>"'&.txt`, `${EVIL} ${STORY}\n\n</script></style><!-- ${EVIL}\n`);
    await here.write('drafts/b.docx', EVIL);
    await here.write(
      'roster.csv',
      `file,applicant,specialty\n"a <b>""'&.txt","${EVIL.replaceAll('"', '""')}",IM\nnone,${EVIL.replace(/["']/g, '')},IM\n`,
    );
    await here.run(['cohort', 'drafts', '--roster', 'roster.csv']);
    const all = await pages(here);
    expect(all.size).toBe(2);
    for (const [name, html] of all) {
      expect(html).toContain('alert(1)');
      expect(html).not.toMatch(/<img|<b>"|<script>alert/);
      expect(html.match(/<script/g) ?? []).toHaveLength(name === 'index.html' ? 1 : 0);
      expect(html.match(/<\/style/g)).toHaveLength(1);
    }
  });

  it('have a policy that lets nothing in and nothing out but their own style and script', async () => {
    const here = await folder();
    await here.write('drafts/a.txt', STORY);
    await here.run(['cohort', 'drafts']);
    const all = await pages(here);
    expect(all.size).toBe(2);
    for (const html of all.values()) {
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
        .exec(html)?.[1]
        ?.replaceAll('&#x27;', "'");
      const parts = [...html.matchAll(/<(style|script)>([\s\S]*?)<\/\1>/g)].map(([, tag, text]) => {
        const hash = createHash('sha256')
          .update(text ?? '')
          .digest('base64');
        return `${tag}-src 'sha256-${hash}'`;
      });
      expect(policy?.split('; ').sort()).toEqual(
        ["default-src 'none'", "base-uri 'none'", "form-action 'none'", ...parts].sort(),
      );
      expect(html.replace(/<script>[\s\S]*?<\/script>/, '')).not.toMatch(
        /\s(?:style|on\w+)=|(?:href|src)="(?:https?:)?\/\/|@import|url\(/,
      );
    }
  });

  it('name roles and number findings, so that colour is never alone', async () => {
    const here = await folder();
    await here.write('drafts/a.docx', await readFile(join(SAMPLES, 'personal-statement.docx')));
    await here.run(['cohort', 'drafts', '--today', '2026-07-01']);
    const page = await here.read('report/drafts/a-docx.html');
    for (const role of ['setback', 'excuse', 'change', 'evidence'])
      expect(page).toContain(`<span class="tag">${role}</span>`);
    // Once for sentences that follow each other in one role.
    expect(page).not.toMatch(
      /<span class="tag">(\w+)<\/span>(?:(?!class="role)[\s\S])*?<\/span>\s*<span class="role \1"><span class="tag">/,
    );
    const numbers = [...page.matchAll(/id="finding-(\d+)"/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    for (const [, number] of page.matchAll(/href="#finding-(\d+)"/g))
      expect(numbers).toContain(Number(number));
    expect(page).toContain('<mark class="error">[Program]</mark>');
    expect(page).toContain('Talk sheet');
    expect(page).toContain('Letters asked for (July 2026): due now.');
    // Every word of the draft is there, once the tags of roles and numbers of findings are out.
    const shown = /<div class="text">([\s\S]*?)<\/div>/
      .exec(page)?.[1]
      ?.replace(/<span class="tag">.*?<\/span>|<sup[^>]*>.*?<\/sup>|<[^>]*>/g, '');
    expect(shown).toContain('I gave it everything I had, and I never gave up on my dream.');
  });
});

describe('--redact', () => {
  it('leaves no name of an applicant or a file, and keeps its codes', async () => {
    const here = await folder();
    const name = "Zo\u00EB O'Brien-M\u00FCller";
    await here.write(
      `drafts/${name} PS.txt`,
      `My name is ${name}. Zo\u00EB's tutor wrote to Ms. O\u2019Brien-M\u00FCller. ${STORY}`,
    );
    await here.write('drafts/Kim_surgery.txt', `In surgery they call me Kim. Surgery suits me. ${STORY}`);
    const hebrew = '\u05E9\u05E8\u05D4 \u05DB\u05D4\u05DF';
    await here.write(
      `drafts/in the end/${hebrew} McAllister.txt`,
      `${hebrew} MCALLISTER. In May I failed. ${STORY}`,
    );
    await here.write('drafts/Broken Okafor.docx', 'no Word file');
    await here.write('roster.csv', `name,specialty\n${name},IM\nTom Novak,IM\n`);
    const args = ['cohort', 'drafts', '--roster', 'roster.csv', '--redact', '--today', '2026-07-01'];
    const run = await here.run(args);
    expect(run.out).toContain('The codes are in drafts/narrative-lint.codes.json');
    expect((await stat(join(here.path, 'drafts/narrative-lint.codes.json'))).mode & 0o777).toBe(0o600);
    const names = await readdir(join(here.path, 'report'), { recursive: true });
    const all = await Promise.all(
      names.filter((file) => /\.(?:html|json|csv)$/.test(file)).map((file) => here.read(`report/${file}`)),
    );
    all.push(JSON.stringify(await readSheet(join(here.path, 'report/summary.xlsx'))));
    expect([...names, ...all].join('\n')).not.toMatch(
      /Zo\u00EB|Brien|M\u00FCller|Kim\b|Okafor|Novak|McAllister|\p{Script=Hebrew}/iu,
    );
    expect(all.some((text) => text.includes('In May I failed'))).toBe(true);
    const report = await reportIn(here);
    expect(report.files.map(({ path }) => path)).toEqual([...report.files.map(({ path }) => path)].sort());
    const page = all.find((text) => text.startsWith('<!doctype') && text.includes('My name is')) ?? '';
    expect(page.replaceAll('&#x27;', "'")).toMatch(
      /My name is applicant-\d{5}\. applicant-\d{5}'s tutor wrote to Ms\. applicant-\d{5}\./,
    );
    expect(page).toMatch(/<span class="tag">setback<\/span>(?:<mark[^>]*>)?I failed Step 1/);
    expect(all.some((text) => text.includes('Surgery suits me'))).toBe(true);
    await here.run(args);
    expect(await here.read('report/report.json')).toBe(
      all[names.filter((file) => /\.\w+$/.test(file)).indexOf('report.json')],
    );
  });

  it('asks for a file of codes that can be read', async () => {
    const here = await folder();
    await here.write('drafts/a.txt', STORY);
    await here.write('drafts/narrative-lint.codes.json', '[]');
    const run = await here.run(['cohort', 'drafts', '--redact']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('holds no codes');
  });
});
