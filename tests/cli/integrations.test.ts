import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder, PLACEHOLDER, type Run } from './run.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { parse } = createRequire(root('packages/cli/package.json'))('yaml');
const here = await folder();
await here.write('my drafts/error.md', PLACEHOLDER);
await here.write(
  'clean.md',
  '---\nkind: experience\n---\nI taught anatomy to first-year students every week.\n',
);

function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const child = spawn(command, args, { cwd: here.path, env: { ...process.env, ...env } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

describe('pre-commit', () => {
  it('finds a script that lints the files it is given, from where it is called', async () => {
    const [hook] = parse(await readFile(root('.pre-commit-hooks.yaml'), 'utf8'));
    expect(hook).toMatchObject({ id: 'narrative-lint', language: 'script' });
    if (process.platform !== 'win32') expect((await stat(root(hook.entry))).mode & 0o111).not.toBe(0);
    const bad = await run(process.execPath, [root(hook.entry), 'my drafts/error.md']);
    expect(bad).toMatchObject({ code: 1, err: '' });
    expect(bad.out).toContain('no-placeholders');
    expect((await run(process.execPath, [root(hook.entry), 'clean.md'])).code).toBe(0);
  });

  it('looks at drafts, and not at what every repository has', async () => {
    const [hook] = parse(await readFile(root('.pre-commit-hooks.yaml'), 'utf8'));
    const plain = (pattern: string) => new RegExp(pattern.replace('(?i)', ''), 'i');
    const takes = (path: string) => plain(hook.files).test(path) && !plain(hook.exclude).test(path);
    for (const path of ['a.docx', 'x/My Statement.MD', 'b.txt', 'c.pdf']) expect(takes(path)).toBe(true);
    for (const path of ['README.md', 'x/Changelog.md', 'LICENSE.txt', 'a.doc'])
      expect(takes(path)).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('the GitHub Action', () => {
  interface Step {
    readonly name?: string;
    readonly if?: string;
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  async function steps(): Promise<{ inputs: Record<string, { default?: string }>; steps: readonly Step[] }> {
    const { inputs, runs } = parse(await readFile(root('action.yml'), 'utf8'));
    expect(runs.using).toBe('composite');
    return { inputs, steps: runs.steps };
  }
  /** Runs the step that lints, with inputs as GitHub would put them in. */
  async function lint(given: Readonly<Record<string, string>>): Promise<Run> {
    const action = await steps();
    const step = action.steps.find(({ name }) => name === 'Lint');
    const value = (text: string) =>
      text
        .replace(/\$\{\{ github\.action_path \}\}/, root('.'))
        .replace(
          /\$\{\{ inputs\.([\w-]+) \}\}/,
          (_, name) => given[name] ?? action.inputs[name]?.default ?? '',
        );
    const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([key, text]) => [key, value(text)]));
    return run('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? ''], env);
  }

  it('annotates every draft below, and fails on errors', async () => {
    const { code, out } = await lint({});
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=my drafts\/error\.md,line=1,/);
  });

  it('takes drafts with spaces and several reports, a line each', async () => {
    const given = { drafts: 'my drafts\nclean.md\n', output: 'r.sarif\nr.csv', 'fail-on': 'never' };
    expect(await lint(given)).toMatchObject({ code: 0 });
    expect(JSON.parse(await here.read('r.sarif')).version).toBe('2.1.0');
    expect(await here.read('r.csv')).toContain('clean.md');
  });

  it('takes no input for a command or an option', async () => {
    const { code, out } = await lint({ drafts: '--version\n$(touch forged)\n"; touch forged; "' });
    expect(code).toBe(2);
    expect(out).toContain('--version does not exist');
    await expect(here.read('forged')).rejects.toThrow();
  });

  it('stops first in a public repository', async () => {
    const [first] = (await steps()).steps;
    expect(first?.if).toContain('github.event.repository.private == false');
    expect(await run('bash', ['-e', '-c', first?.run ?? ''])).toMatchObject({ code: 2 });
  });

  it('puts no expression into a script', async () => {
    for (const { run: script } of (await steps()).steps) expect(script ?? '').not.toContain('${{');
  });
});
