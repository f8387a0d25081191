import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startClient } from '../language-server/client.ts';
import { callsIn, connectionsOf, hasTrace, traceInto, writtenBy } from '../trace.ts';
import { folder, SAMPLES } from './run.ts';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/narrative-lint.js', import.meta.url));
/** A word of the drafts that stands nowhere else. */
const SECRET = 'Quillonbury';
const DRAFT = `I failed Step 1 in ${SECRET} and would be glad to train at [Program].\n`;

const here = await folder();
const home = join(here.path, 'home');
const temporary = join(here.path, 'tmp');
const work = join(here.path, 'work');
for (const path of [home, temporary, work]) await mkdir(path);
for (const name of ['a', 'b', 'c']) await here.write(`work/drafts/${name}.md`, `${DRAFT}${name}\n`);
cpSync(join(SAMPLES, 'personal-statement.docx'), join(work, 'drafts/d.docx'));
await here.write('work/broken/yaml.md', `---\nkind: [\n---\n${DRAFT}`);
await here.write('work/broken/word.docx', `PK\u0003\u0004 ${DRAFT}`);
await here.write('work/broken/binary.pdf', `%PDF-1.7 ${DRAFT}`);
await here.write('work/throws/a.md', DRAFT);
await here.write('work/throws/narrative-lint.config.json', '{ "plugins": ["./rule.mjs"] }');
await here.write(
  'work/throws/rule.mjs',
  `export default {
    meta: { id: 'throws', group: 'facts', severity: 'warning', summary: 'None.', why: 'None.', ask: 'What?',
      source: 'The tests.', options: {}, messages: { none: { text: 'None.' } } },
    check() { throw new TypeError('no luck'); },
    examples: { invalid: [], valid: [] },
  };`,
);
const { XDG_CACHE_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME, NODE_COMPILE_CACHE, ...inherited } = process.env;
const env = { ...inherited, HOME: home, TMPDIR: temporary };

let traces = 0;
/** The command that traces another one, where there is one, and what it saw. */
function tracer() {
  const file = join(here.path, `trace-${traces++}`);
  return {
    file,
    command: hasTrace ? traceInto(file) : [],
    /** Calls of the system that opened something to the network, and paths that were written, made or taken away. */
    seen() {
      const calls = hasTrace ? callsIn(readFileSync(file, 'utf8')) : [];
      return {
        isWhole: !hasTrace || calls.some((call) => call.startsWith('execve(')),
        network: connectionsOf(calls),
        written: writtenBy(calls),
      };
    },
  };
}

/** Every file below the three folders, with what it holds. */
function tree(): Map<string, string> {
  const entries = [home, temporary, work].flatMap((path) =>
    readdirSync(path, { recursive: true, withFileTypes: true }),
  );
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(files.map((file) => [file.slice(here.path.length + 1), readFileSync(file, 'latin1')]));
}

/** Files that are new or other than before. */
function changed(before: Map<string, string>): string[] {
  const after = tree();
  for (const file of before.keys()) expect(after.has(file)).toBe(true);
  return [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
}

/** Looks that nothing went out, and that only what was asked for was written. */
function expectNothingElse(trace: ReturnType<typeof tracer>, before: Map<string, string>, allowed: RegExp) {
  // Newer versions of Node keep the compiled code of the program itself.
  const fine = (path: string) => allowed.test(path) || path.startsWith('tmp/node-compile-cache');
  expect(changed(before).filter((file) => !fine(file))).toEqual([]);
  const { isWhole, network, written } = trace.seen();
  expect(isWhole).toBe(true);
  expect(network).toEqual([]);
  const below = (path: string) => (path.startsWith(here.path) ? path.slice(here.path.length + 1) : path);
  expect(written.map(below).filter((path) => !fine(path))).toEqual([]);
}

function call(args: readonly string[], { command }: { readonly command: readonly string[] }) {
  const [first = process.execPath, ...rest] = [...command, process.execPath, BIN, ...args];
  const { status, stdout, stderr } = spawnSync(first, rest, { cwd: work, env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const NOTHING = /^(?!)/;

describe.skipIf(process.platform === 'win32')(
  hasTrace ? 'nothing leaves the machine, by a trace' : 'nothing is left behind (strace is missing)',
  () => {
    it.each([
      ['a report', ['drafts', '--concurrency', '2'], 1, NOTHING],
      ['a talk sheet', ['brief', 'drafts/a.md'], 0, NOTHING],
      ['a comparison', ['compare', 'drafts/a.md', 'drafts/b.md'], 1, NOTHING],
      [
        'a report in a file',
        ['drafts', '--output', 'r.json'],
        1,
        /^work\/(r\.json|\.r\.json\.unfinished-\w+)$/,
      ],
      ['a cohort', ['cohort', 'drafts'], 1, /^work(\/report(\.unfinished-\w+)?(\/.*)?)?$/],
    ] as const)('of %s', (_, args, code, allowed) => {
      const trace = tracer();
      const before = tree();
      const run = call(args, trace);
      expect(run.code).toBe(code);
      expect(run.err).not.toContain(SECRET);
      expectNothingElse(trace, before, allowed);
    });

    it('of a cache, which holds no word of a draft', () => {
      const trace = tracer();
      const before = tree();
      expect(call(['drafts', '--cache'], trace).code).toBe(1);
      const kept = changed(before);
      expect(kept.some((file) => /cache/i.test(file))).toBe(true);
      expectNothingElse(trace, before, /^home(\/.*)?$/);
      for (const file of kept) expect(tree().get(file)).not.toContain(SECRET);
    });

    it('of what breaks, even with --debug', () => {
      const trace = tracer();
      const before = tree();
      for (const args of [['broken'], ['broken', 'throws', '--debug', '--concurrency', '2']]) {
        const run = call(args, trace);
        expect([args, run.code]).toEqual([args, 2]);
        expect(run.err).toContain('narrative-lint: broken/word.docx');
        expect(run.err).not.toContain(SECRET);
      }
      expectNothingElse(trace, before, NOTHING);
    });

    it('of --watch', async () => {
      const trace = tracer();
      const before = tree();
      const args = [...trace.command, process.execPath, BIN, 'drafts', '--watch'];
      const child = spawn(args[0] ?? '', args.slice(1), {
        cwd: work,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ended = new Promise((resolve) => child.on('close', resolve));
      let said = '';
      await new Promise<void>((resolve) => {
        const hear = (text: Buffer) => {
          said += text;
          if (/watching .* press Ctrl-C/.test(said)) resolve();
        };
        child.stdout.on('data', hear);
        child.stderr.on('data', hear);
        child.on('close', () => resolve());
      });
      expect(said).toContain('watching');
      const traced = existsSync(trace.file)
        ? Number.parseInt(readFileSync(trace.file, 'utf8'), 10)
        : child.pid;
      process.kill(traced ?? 0, 'SIGINT');
      expect(await ended).toBe(0);
      expectNothingElse(trace, before, NOTHING);
    });

    it('of the language server, and its log holds no word of a draft', async () => {
      const trace = tracer();
      const before = tree();
      const logged: unknown[] = [];
      const client = await startClient(
        { rootUri: pathToFileURL(work).href, trace: 'verbose' },
        (connection) => {
          for (const method of ['window/logMessage', 'window/showMessage', '$/logTrace', 'telemetry/event'])
            connection.onNotification(method, (given: unknown) => void logged.push(given));
        },
        { command: trace.command, env },
      );
      const uri = pathToFileURL(join(work, 'personal-statement.md')).href;
      client.open(uri, DRAFT);
      expect((await client.diagnostics(uri)).length).toBeGreaterThan(0);
      expect(await client.stop()).toBe(0);
      expect(JSON.stringify(logged)).not.toContain(SECRET);
      expectNothingElse(trace, before, NOTHING);
    });
  },
);
