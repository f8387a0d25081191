import { spawn } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import { folder, linesOf, PLACEHOLDER, reportOf, SAMPLES } from './run.ts';

const here = await folder();
const SAMPLE = join(SAMPLES, 'personal-statement.md');
const WORD = join(SAMPLES, 'personal-statement.docx');
await here.write('error.md', PLACEHOLDER);
await here.write(
  'clean.md',
  '---\nkind: experience\n---\nI taught anatomy to first-year students every week.\n',
);

describe('jsonl', () => {
  it('has a line for each draft with what the JSON report holds of it', async () => {
    const args = ['error.md', 'missing.md', 'clean.md'];
    const lines = linesOf((await here.run([...args, '--format', 'jsonl'])).out);
    const whole = reportOf(await here.run([...args, '--format', 'json']));
    expect(lines.map((line) => JSON.parse(line))).toEqual(whole.files);
  });

  it('tells of a draft while the next one is still awaited', async () => {
    const bin = fileURLToPath(new URL('../../packages/cli/bin/narrative-lint.js', import.meta.url));
    const child = spawn(process.execPath, [bin, 'error.md', '-', '--format', 'jsonl'], { cwd: here.path });
    const first = await new Promise<string>((resolve) => {
      child.stdout.setEncoding('utf8').once('data', resolve);
    });
    expect(JSON.parse(first)).toMatchObject({ path: 'error.md' });
    child.stdin.end(PLACEHOLDER);
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
  });
});

describe('csv', () => {
  it('has a row for each finding, in columns that a spreadsheet reads', async () => {
    const { out, err } = await here.run([SAMPLE, WORD, 'clean.md', 'missing.md', '--format', 'csv']);
    expect(err).toBe('');
    expect(out.startsWith('\uFEFFpath,kind,rule,severity,place,words,message,why,ask,since\r\n')).toBe(true);
    const rows: Record<string, string>[] = parse(out, { bom: true, columns: true });
    const gaps = rows.filter(({ rule }) => rule === 'no-placeholders');
    expect(gaps.map(({ place }) => place)).toEqual(['26:191', 'paragraph 8, sentence 2']);
    expect(gaps[0]).toMatchObject({ path: SAMPLE, severity: 'error', words: '[Program]' });
    expect(rows.find(({ path }) => path === 'clean.md')).toMatchObject({ kind: 'experience', rule: '' });
    expect(rows.at(-1)).toMatchObject({ path: 'missing.md', severity: 'unread' });
  });

  it('has no cell that a spreadsheet takes for a formula', async () => {
    const odd = await folder();
    for (const sign of ['=', '+', '-', '@']) await odd.write(`${sign}draft.md`, `${sign}${PLACEHOLDER}`);
    await odd.write('draft.md', 'I hope to train at your hospital and =SUM(1) will do @ [Program].\n');
    const { out } = await odd.run(['*.md', '--format', 'csv']);
    const rows: string[][] = parse(out, { bom: true });
    expect(new Set(rows.slice(1).map(([path]) => path))).toEqual(
      new Set(["'=draft.md", "'+draft.md", "'-draft.md", "'@draft.md", 'draft.md']),
    );
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

describe('junit', () => {
  interface Suite {
    readonly '@name': string;
    readonly '@failures': string;
    readonly testcase: unknown;
  }
  const suitesOf = (xml: string): Suite[] => {
    const { testsuites } = create(xml).end({ format: 'object' }) as unknown as {
      testsuites: { testsuite: Suite | Suite[] };
    };
    return [testsuites.testsuite].flat();
  };

  it('fails a case for each finding that counts, and passes the others', async () => {
    const { out } = await here.run([SAMPLE, 'clean.md', 'missing.md', '--format', 'junit']);
    const [sample, clean, missing] = suitesOf(out);
    const whole = reportOf(await here.run([SAMPLE, '--format', 'json']));
    expect(sample).toMatchObject({
      '@name': SAMPLE,
      '@tests': String(whole.files[0]?.messages.length),
      '@failures': String(whole.summary.errors),
      '@errors': '0',
    });
    expect(clean).toMatchObject({ '@tests': '1', '@failures': '0', testcase: { '@name': 'lint' } });
    expect(missing).toMatchObject({ '@errors': '1', testcase: { error: { '@type': 'unread' } } });
    const strict = await here.run([SAMPLE, '--format', 'junit', '--fail-on', 'suggestion']);
    expect(suitesOf(strict.out)[0]?.['@failures']).toBe(String(whole.files[0]?.messages.length));
    const never = await here.run([SAMPLE, '--format', 'junit', '--fail-on', 'never']);
    expect(suitesOf(never.out)[0]?.['@failures']).toBe('0');
  });

  it('is XML whatever a draft holds', async () => {
    await here.write('odd.md', 'I "train" <b>at</b> & with \u0001\uFFFE \u{1F389} ]]> [Program] now.\n');
    const { out } = await here.run(['odd.md', '--format', 'junit']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0008\uFFFE]/);
    expect(JSON.stringify(suitesOf(out)[0]?.testcase)).toContain('[Program]');
  });
});

describe('sarif', () => {
  const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv as unknown as Parameters<typeof addFormats>[0]);
  const validate = ajv.compile(schema);

  interface Sarif {
    readonly runs: readonly [
      {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly invocations: readonly [Record<string, unknown>];
        readonly results: readonly {
          readonly ruleId: string;
          readonly level: string;
          readonly locations: readonly [
            {
              readonly physicalLocation: {
                readonly artifactLocation: { readonly uri: string };
                readonly region?: Readonly<Record<string, number>>;
              };
              readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
            },
          ];
          readonly suppressions?: readonly { readonly kind: string }[];
          readonly fixes?: readonly unknown[];
        }[];
      },
    ];
  }
  async function sarif(args: readonly string[]): Promise<Sarif['runs'][0]> {
    const { out } = await here.run([...args, '--format', 'sarif']);
    const log: Sarif = JSON.parse(out);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    return log.runs[0];
  }

  it('is valid against the schema, with drafts of all kinds in it', async () => {
    await here.write('with space/\u00FC #1.md', PLACEHOLDER);
    const run = await sarif([SAMPLE, WORD, 'with space', 'clean.md', 'missing.md']);
    const ids = run.tool.driver.rules.map(({ id }) => id);
    for (const { ruleId } of run.results) expect(ids).toContain(ruleId);
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false });
    const gaps = run.results.filter(({ ruleId }) => ruleId === 'no-placeholders');
    const [text, word, spaced] = gaps.map(({ locations }) => locations[0]);
    expect(text?.physicalLocation.artifactLocation.uri).toMatch(/^file:\/\/.*personal-statement\.md$/);
    expect(text?.physicalLocation.region).toMatchObject({ startLine: 26, startColumn: 191, charLength: 9 });
    expect(word?.physicalLocation.region).toBeUndefined();
    expect(word?.logicalLocations?.[0]?.fullyQualifiedName).toBe('paragraph 8, sentence 2');
    expect(spaced?.physicalLocation.artifactLocation.uri).toBe('with%20space/%C3%BC%20%231.md');
    expect(run.results.filter(({ fixes }) => fixes)).not.toHaveLength(0);
  });

  it('is valid with nothing in it, and from standard input', async () => {
    expect((await sarif(['clean.md'])).results).toEqual([]);
    expect((await sarif(['-'])).invocations[0]).toMatchObject({ executionSuccessful: false });
  });

  it('shows what was settled as suppressions', async () => {
    const settled = await folder();
    const comment = '<!-- narrative-lint disable no-placeholders -->\n\n';
    await settled.write('a.md', comment + PLACEHOLDER);
    await settled.write('b.md', PLACEHOLDER.replace('glad', 'happy'));
    await settled.run(['dismiss', 'b.md', 'no-placeholders']);
    const { out } = await settled.run(['a.md', 'b.md', '--format', 'sarif']);
    const results = (JSON.parse(out) as Sarif).runs[0].results.filter(
      ({ ruleId }) => ruleId === 'no-placeholders',
    );
    expect(results.map(({ suppressions }) => suppressions?.[0]?.kind)).toEqual(['inSource', 'external']);
  });
});

describe('github', () => {
  it('writes workflow commands that no draft can forge', async () => {
    await here.write(
      'a,b:c.md',
      [
        'I failed Step 1 on my first attempt.',
        '::error::The testing center was loud and the air conditioning broke,',
        '::error::which cost me the exam. I hope to train at [Insert 100% of it].',
      ].join('\n'),
    );
    const { out } = await here.run(['a,b:c.md', 'missing.md', '--format', 'github']);
    const lines = linesOf(out);
    expect(lines[0]).toMatch(/^::\w+ file=a%2Cb%3Ac\.md,/);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) file=(?:a%2C|missing)/);
    expect(lines.at(-1)).toMatch(/^::error file=missing\.md::missing\.md does not exist/);
  });

  it('has lines for text, and paragraphs in words for Word', async () => {
    const text = (await here.run([SAMPLE, '--format', 'github'])).out;
    expect(text).toMatch(
      /,line=26,endLine=26,col=191,endColumn=200,title=narrative-lint%3A no-placeholders::/,
    );
    const word = (await here.run([WORD, '--format', 'github'])).out;
    expect(word).toMatch(/docx,title=narrative-lint%3A no-placeholders::paragraph 8, sentence 2: /);
  });
});

describe('--output', () => {
  it('writes several reports at once, each whole and for its owner', async () => {
    const out = await folder();
    await out.write('error.md', PLACEHOLDER);
    const args = ['error.md', '--format', 'pretty', '--output', 'new/r.json', '--output', 'r.csv'];
    const run = await out.run([...args, '--format', 'sarif', '--output', 'r.sarif', '--output', 'page.txt']);
    expect(run.code).toBe(1);
    expect(run.out).toBe('');
    expect(linesOf(run.err).sort()).toEqual(
      ['new/r.json', 'page.txt', 'r.csv', 'r.sarif'].map((name) => `narrative-lint: wrote ${name}`),
    );
    expect(JSON.parse(await out.read('new/r.json')).files).toHaveLength(1);
    expect(JSON.parse(await out.read('r.sarif')).version).toBe('2.1.0');
    expect(await out.read('r.csv')).toContain('no-placeholders');
    expect(await out.read('page.txt')).toContain('In all:');
    expect((await readdir(out.path)).sort()).toEqual(['error.md', 'new', 'page.txt', 'r.csv', 'r.sarif']);
    if (process.platform !== 'win32') {
      expect((await stat(join(out.path, 'r.csv'))).mode & 0o777).toBe(0o600);
    }
  });

  it.each([
    [['--format', 'pretty', '--output', 'a.json'], 'In all:', 'a.json', '"files"'],
    [['--format', 'sarif', '--output', 'b.json'], '', 'b.json', '"runs"'],
    [['--output', 'c.xml', '--format', 'junit'], '', 'c.xml', '<testsuites'],
    [['--format', 'github,json', '--output', 'd.json'], '::error', 'd.json', '"files"'],
    [['--format', 'json', '--output', 'e.out'], '', 'e.out', '"files"'],
    [['--output', 'f.jsonl'], '', 'f.jsonl', '"path":"error.md"'],
    [['--format', 'pretty,github', '--output', 'g.txt'], 'In all:', 'g.txt', '::error'],
  ])('%j gives each file its format', async (args, shown, file, holds) => {
    const { out } = await here.run(['error.md', ...args]);
    if (shown) expect(out).toContain(shown);
    else expect(out).toBe('');
    expect(await here.read(file)).toContain(holds);
  });

  it('tells problems on the terminal where no report there does', async () => {
    const run = await here.run(['missing.md', 'error.md', '--output', 'p.json']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('missing.md does not exist');
    expect(JSON.parse(await here.read('p.json')).files).toHaveLength(2);
  });

  it.each([
    [['--output', './error.md'], /error\.md is one of the drafts/],
    [['--output', 'x.json', '--output', './x.json'], /named twice/],
    [['--output', 'folder'], /is a folder/],
    [['--output', 'x.docx'], /ending of a draft/],
    [['--format', 'json,csv'], /json and csv cannot share standard output/],
    [['--format', 'json,jnit'], /Did you mean junit\?/],
    [['--since', 'nope.json'], /nope\.json does not exist; --since needs/],
    [['--since', 'error.md'], /error\.md is not JSON/],
    [['--since', 'other.json'], /other\.json is not a report/],
  ])('%j is one line that helps, and changes nothing', async (args, says) => {
    await mkdir(join(here.path, 'folder'), { recursive: true });
    await here.write('other.json', '{}');
    const { code, out, err } = await here.run(['error.md', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(linesOf(err)).toHaveLength(1);
    expect(err).toMatch(says);
    expect(await here.read('error.md')).toBe(PLACEHOLDER);
  });

  it('says which report could not be written, and writes the others', async () => {
    const { code, err } = await here.run(['error.md', '--output', 'error.md/r.json', '--output', 'q.csv']);
    expect(code).toBe(2);
    expect(err).toMatch(/error\.md\/r\.json could not be written/);
    expect(await here.read('q.csv')).toContain('no-placeholders');
  });
});
