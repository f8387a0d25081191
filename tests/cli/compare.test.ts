import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Folder, folder, linesOf, SAMPLES } from './run.ts';

const OPENING = 'My father bakes bread, and I learned patience at his table before I could read.\n\n';
const FAILED = 'I failed Step 1 on my first attempt.';
const BLAME =
  'The testing center was loud that morning and the air conditioning broke twice, which cost me the exam.';
const CHANGE =
  'I then met a tutor every Tuesday, kept an error log, and passed Step 1 with the next attempt.\n\n';
const CLOSING = 'The town of [Program] has a bakery, and its van is blue.\n';
const OLD = `${OPENING}${FAILED} ${BLAME} ${CHANGE}${CLOSING}`;

/** A draft of a report, as far as these tests look at it. */
interface Compared {
  readonly earlier: string;
  readonly messages: readonly { readonly ruleId: string; readonly since: string; readonly quote?: Quote }[];
  readonly solved: readonly { readonly ruleId: string; readonly quote?: Quote }[];
}
interface Quote {
  readonly exact: string;
}

async function compared(here: Folder, later: string): Promise<Compared> {
  await here.write('old.md', OLD);
  await here.write('new.md', later);
  const { out } = await here.run(['compare', 'old.md', 'new.md', '--format', 'json']);
  return JSON.parse(out).files[0];
}

const ids = (findings: readonly { readonly ruleId: string }[]) => findings.map(({ ruleId }) => ruleId);
const having = (state: string, { messages }: Compared) =>
  ids(messages.filter(({ since }) => since === state));

describe('compare', () => {
  let here: Folder;
  beforeAll(async () => {
    here = await folder();
  });

  it('calls nothing new or solved in the same draft', async () => {
    const same = await compared(here, OLD);
    expect(same.earlier).toBe('old.md');
    expect(having('stayed', same)).toContain('no-excuse-framing');
    expect(having('stayed', same)).toContain('no-placeholders');
    expect([having('new', same), same.solved]).toEqual([[], []]);
  });

  it('knows findings again where paragraphs moved and text came before them', async () => {
    const more = 'On the wards I keep a list of questions for the evening, and I read for each of them.\n\n';
    const moved = await compared(
      here,
      `# A title\n\n${CLOSING}\n${more}${OPENING}${FAILED} ${BLAME} ${CHANGE}`,
    );
    for (const rule of ['no-placeholders', 'more-change-than-failure', 'carry-forward']) {
      expect(having('stayed', moved)).toContain(rule);
      expect(ids(moved.solved)).not.toContain(rule);
    }
    expect(having('new', moved)).toEqual(['eras-plain-text']);
  });

  it('knows a finding again after an edit of its own words', async () => {
    const edited = BLAME.replace('was loud', 'was really loud').replace('twice', 'two times');
    const draft = await compared(here, OLD.replace(BLAME, edited));
    expect(having('stayed', draft)).toContain('no-excuse-framing');
    expect(ids(draft.solved)).not.toContain('no-excuse-framing');
    expect(having('new', draft)).not.toContain('no-excuse-framing');
  });

  it('calls a finding of the same rule new where other words draw it', async () => {
    const other = 'Unfortunately my school gave us an unfair schedule, and that is why I did not pass.';
    const draft = await compared(here, OLD.replace(BLAME, other));
    const solved = draft.solved.filter(({ ruleId }) => ruleId === 'no-excuse-framing');
    expect(solved.map(({ quote }) => quote?.exact)).toEqual([BLAME]);
    expect(having('new', draft)).toContain('no-excuse-framing');
  });

  it('says which of several alike is solved', async () => {
    const twice =
      'I would bring to [Program] the patience of a baker, and [City] is where my family lives.\n';
    await here.write('two.md', OPENING + twice);
    await here.write('one.md', OPENING + twice.replace('[Program]', 'your program'));
    const { out } = await here.run(['compare', 'two.md', 'one.md', '--format', 'json']);
    const [draft] = JSON.parse(out).files as Compared[];
    expect(draft?.solved.map(({ quote }) => quote?.exact)).toEqual(['[Program]']);
    expect(
      draft?.messages
        .filter(({ ruleId }) => ruleId === 'no-placeholders')
        .map(({ quote, since }) => [quote?.exact, since]),
    ).toEqual([['[City]', 'stayed']]);
  });

  it('reads well, and its exit code is that of the new draft', async () => {
    await here.write('old.md', OLD);
    await here.write('new.md', OLD.replace('[Program]', 'your program'));
    const { code, out, err } = await here.run(['compare', 'old.md', 'new.md']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/Since old\.md: \d+ solved, \d+ stayed, 0 new\./);
    expect(out).toMatch(/Solved\n {4}\+ no-placeholders {2}"\[Program\]"/);
    expect(out).not.toContain('\n  New\n');
    expect((await here.run(['compare', 'old.md', 'new.md', '--fail-on', 'never'])).code).toBe(0);
  });

  it('shows a new finding in full', async () => {
    const { out } = await here.run(['compare', 'new.md', 'old.md']);
    const fresh = out.slice(out.indexOf('\n  New\n'), out.indexOf('\n  Stayed\n'));
    expect(fresh).toContain('no-placeholders');
    expect(fresh).toMatch(/\n {4}why {2}/);
  });

  it('says where a rule is drawn again by other words', async () => {
    await here.write('old.md', OLD);
    await here.write(
      'new.md',
      OLD.replace('[Program]', 'your program').replace('bakes bread', 'bakes bread in [City]'),
    );
    const { out } = await here.run(['compare', 'old.md', 'new.md']);
    expect(out).toMatch(/\+ no-placeholders {2}"\[Program\]" \(other words draw it now\)/);
    expect(out.slice(out.indexOf('\n  New\n'))).toContain('[City]');
  });

  it('compares files of different kinds', async () => {
    const word = join(SAMPLES, 'personal-statement.docx');
    const text = join(SAMPLES, 'personal-statement.md');
    const { out } = await here.run(['compare', word, text, '--format', 'json']);
    const [draft] = JSON.parse(out).files as Compared[];
    expect(draft?.solved).toEqual([]);
    expect(draft?.messages.every(({ since }) => since === 'stayed')).toBe(true);
  });

  it('says what is wrong with either draft', async () => {
    const { code, out, err } = await here.run(['compare', 'nope.md', 'new.md']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/nope\.md does not exist/);
    expect((await here.run(['compare', 'old.md', 'nope.md'])).code).toBe(2);
    expect((await here.run(['compare', '-', '-'])).err).toMatch(/standard input holds one draft/);
    expect((await here.run(['compare', 'old.md', 'new.md', '--output', 'old.md'])).err).toMatch(
      /one of the drafts/,
    );
    expect(await here.read('old.md')).toBe(OLD);
  });
});

describe('--since', () => {
  it('compares a folder with its report, by path and then by name', async () => {
    const here = await folder();
    await here.write('a/one.md', OLD);
    await here.write('a/two.md', OLD);
    await here.run(['a', '--format', 'json', '--output', 'r.json']);
    await here.write('a/one.md', OLD.replace('[Program]', 'your program'));
    await copyFile(join(here.path, 'a/two.md'), join(here.path, 'two.md'));
    await here.write('a/three.md', OLD);
    const { out, err } = await here.run(['a', 'two.md', '--since', 'r.json', '--format', 'jsonl']);
    const drafts: (Compared & { path: string })[] = linesOf(out).map((line) => JSON.parse(line));
    const of = (path: string) => drafts.find((draft) => draft.path === path);
    expect(ids(of('a/one.md')?.solved ?? [])).toEqual(['no-placeholders']);
    expect(of('a/two.md')?.solved).toEqual([]);
    expect(of('two.md')?.solved).toEqual([]);
    expect(of('a/three.md')).not.toHaveProperty('solved');
    expect(linesOf(err)).toEqual([
      'narrative-lint: a/three.md is not in r.json; there is nothing to compare',
    ]);
  });

  it('reaches the other formats', async () => {
    const here = await folder();
    await here.write('a.md', OLD);
    await here.run(['a.md', '--output', 'r.json']);
    await here.write('a.md', OLD.replace('[Program]', 'your program'));
    const since = ['a.md', '--since', 'r.json', '--format'];
    expect((await here.run([...since, 'csv'])).out).toMatch(
      /no-placeholders,error,,\[Program\],[^\r]*,solved\r\n/,
    );
    const { results } = JSON.parse((await here.run([...since, 'sarif'])).out).runs[0];
    const states = new Map<string, string>();
    for (const { ruleId, baselineState } of results) states.set(ruleId, baselineState);
    expect(states.get('no-placeholders')).toBe('absent');
    expect(states.get('no-excuse-framing')).toBe('unchanged');
    expect((await here.run(['a.md', '--since', 'r.json'])).out).toContain('Since r.json: 1 solved');
  });
});
