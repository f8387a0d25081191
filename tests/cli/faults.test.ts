import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CURLY, folder, linesOf, PLACEHOLDER, reportOf } from './run.ts';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/narrative-lint.js', import.meta.url));
/** Makes a disk of its own for one shell, where the system lets users do so. */
const OWN_DISK = ['unshare', '--map-root-user', '--mount'] as const;
const hasOwnDisk =
  spawnSync(OWN_DISK[0], [...OWN_DISK.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

/** What each call in a shell gave. */
interface Call {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Fills a disk with drafts and older files, makes it full or read-only, calls, and looks at what is there then.
 *
 * @returns The calls, and the files on the disk before and after with what they hold.
 */
async function onDisk(state: 'full' | 'read-only', calls: readonly (readonly string[])[]) {
  const here = await folder();
  await here.write('disk-of/drafts/a.md', PLACEHOLDER);
  await here.write('disk-of/drafts/b.md', PLACEHOLDER);
  await here.write('disk-of/c.md', CURLY);
  await here.write('disk-of/r.json', 'the older report');
  const prepare =
    state === 'full'
      ? '! head -c 4194304 /dev/zero > fill 2>/dev/null && rm -rf ../before && cp -R . ../before'
      : 'cp -R . ../before && mount -o remount,ro none .';
  const script = `set -e
    mkdir disk && mount -t tmpfs -o size=256k none disk && cp -R disk-of/. disk && cd disk
    "$0" "$1" cohort drafts --fail-on never > /dev/null
    ${prepare}
    set +e
    ${calls.map((args, at) => `"$0" "$1" ${args.join(' ')} > ../out-${at} 2> ../err-${at} < /dev/null; echo $? > ../code-${at}`).join('\n')}
    cp -R . ../after`;
  const [command, ...options] = OWN_DISK;
  const run = spawnSync(command, [...options, 'sh', '-c', script, process.execPath, BIN], {
    cwd: here.path,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  const said: Call[] = [];
  for (const at of calls.keys())
    said.push({
      code: Number(await here.read(`code-${at}`)),
      out: await here.read(`out-${at}`),
      err: await here.read(`err-${at}`),
    });
  return {
    said,
    before: await treeOf(join(here.path, 'before')),
    after: await treeOf(join(here.path, 'after')),
  };
}

async function treeOf(path: string): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(
      files.sort().map(async (file) => [file.slice(path.length), await readFile(file, 'latin1')] as const),
    ),
  );
}

/** Calls that write, each with what it says where it cannot. */
const WRITING = [
  [['drafts', '--output', 'r.json'], /^narrative-lint: r\.json could not be written \(E\w+\); the disk .*$/],
  [['c.md', '--fix'], /^narrative-lint: c\.md could not be written \(E\w+\); check .* the disk is not full$/],
  [['cohort', 'drafts'], /^narrative-lint: (not finished, since the disk|report cannot be written \(E).*$/],
  [['dismiss', 'drafts/a.md', 'no-placeholders'], /suppressions\.json could not be written$/],
  [['init', 'drafts/a.md', '--kind', 'hobby'], /a\.md could not be written \(E\w+\); check that .*$/],
] as const;

describe.skipIf(!hasOwnDisk).each(['full', 'read-only'] as const)('on a disk that is %s', (state) => {
  it('each call that writes says so in a line, and everything that was there is whole', async () => {
    const calls = [...WRITING.map(([args]) => args), ['drafts', '--format', 'json']];
    const { said, before, after } = await onDisk(state, calls);
    for (const [at, [args, line]] of WRITING.entries()) {
      const { code, err = '' } = said[at] ?? {};
      expect([args, code, linesOf(err)]).toEqual([args, 2, [expect.stringMatching(line)]]);
    }
    expect(after).toEqual(before);
    // What writes nothing works as ever.
    const last = said.at(-1);
    expect(last).toMatchObject({ code: 1, err: '' });
    expect(reportOf(last as Call).files).toHaveLength(2);
  });
});

describe.skipIf(process.platform !== 'linux')('output that does not arrive', () => {
  it('is told in a line, and is no success', async () => {
    const here = await folder();
    await here.write('drafts/a.md', PLACEHOLDER);
    const call = (args: readonly string[], out: number | 'pipe', err: number | 'pipe') =>
      spawnSync(process.execPath, [BIN, ...args], {
        cwd: here.path,
        stdio: ['ignore', out, err],
        encoding: 'utf8',
      });
    const full = openSync('/dev/full', 'w');
    for (const args of [['drafts', '--fail-on', 'never'], ['cohort', 'drafts'], ['rules']]) {
      const { status, stderr } = call(args, full, 'pipe');
      expect([args, status, linesOf(stderr)]).toEqual([
        args,
        2,
        [expect.stringMatching(/^narrative-lint: the output could not be written \(ENOSPC\); .*$/)],
      ]);
    }
    expect(call(['missing.md'], 'pipe', full).status).toBe(2);
    closeSync(full);
    // The report was written all the same.
    expect(JSON.parse(await here.read('report/report.json')).summary.files).toBe(1);
  });
});

describe.skipIf(process.platform !== 'linux')('output that is read slowly', () => {
  it('arrives whole, though the pipe takes a part at a time and lets nobody wait', async () => {
    const here = await folder();
    const drafts = Array.from({ length: 160 }, (_, at) => `${at}.md`);
    for (const draft of drafts) await here.write(draft, PLACEHOLDER);
    // What waits for a preview is written in one go, and is more than a pipe takes.
    const args = [...drafts, '--format', 'json', '--fix-dry-run', '--concurrency', '1'];
    const { out: whole, code } = await here.run(args);
    expect(whole.length).toBeGreaterThan(200_000);

    const pipe = join(here.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;
    const from = openSync(pipe, O_RDONLY | O_NONBLOCK);
    const into = openSync(pipe, O_WRONLY | O_NONBLOCK);
    // Node lets a process that it starts wait for its first three files, so that the pipe is its fourth.
    const child = spawn('sh', ['-c', 'exec "$@" >&3', 'sh', process.execPath, BIN, ...args], {
      cwd: here.path,
      stdio: ['ignore', 'ignore', 'inherit', into],
    });
    closeSync(into);
    const closed = new Promise((resolve) => child.on('close', resolve));
    const parts: Buffer[] = [];
    const buffer = Buffer.alloc(30_000);
    for (let length = -1; length !== 0; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      try {
        length = readSync(from, buffer);
        parts.push(Buffer.from(buffer.subarray(0, length)));
      } catch (error) {
        expect(error).toMatchObject({ code: 'EAGAIN' });
      }
    }
    closeSync(from);
    expect(Buffer.concat(parts).toString()).toBe(whole);
    expect(await closed).toBe(code);
  });
});

describe.skipIf(process.platform === 'win32')('files that change while they are read', () => {
  it('are told of where they went away, and the others are linted', async () => {
    const here = await folder();
    const count = 60;
    for (let at = 10; at < 10 + count; at += 1) await here.write(`drafts/${at}.md`, PLACEHOLDER);
    const child = spawn(process.execPath, [BIN, 'drafts', '--format', 'jsonl', '--concurrency', '1'], {
      cwd: here.path,
    });
    let out = '';
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const gone = new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const isFirst = out === '';
        out += text;
        // All are found by now, and the last is far away.
        if (isFirst) rm(join(here.path, `drafts/${9 + count}.md`)).then(resolve, reject);
      });
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    await gone;
    const files = linesOf(out).map((line) => JSON.parse(line));
    expect(files).toHaveLength(count);
    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(files.at(-1)).toEqual({
      path: `drafts/${9 + count}.md`,
      error: expect.stringMatching(/does not exist/),
    });
    expect(files.slice(0, -1).filter(({ error }) => error !== undefined)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('may be locked away, which is told of in a line', async () => {
    const here = await folder();
    await here.write('a.md', PLACEHOLDER);
    await here.write('b.md', PLACEHOLDER);
    await chmod(join(here.path, 'a.md'), 0);
    const { code, err } = await here.run(['.']);
    expect(code).toBe(2);
    expect(linesOf(err)).toEqual([expect.stringMatching(/a\.md may not be read by you/)]);
  });
});

describe.skipIf(process.platform === 'win32')('a signal in the middle', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGPIPE'] as const)(
    '%s leaves a whole report of a cohort, the older or the new one',
    async (signal) => {
      const here = await folder();
      await here.write('few/a.md', PLACEHOLDER);
      for (let at = 10; at < 70; at += 1) await here.write(`drafts/${at}.md`, PLACEHOLDER);
      await here.run(['cohort', 'few']);
      const before = await treeOf(here.path);
      const child = spawn(
        process.execPath,
        [BIN, 'cohort', 'drafts', '--concurrency', '2', '--fail-on', 'never'],
        {
          cwd: here.path,
        },
      );
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      const ended = new Promise((resolve) => child.on('close', (code, by) => resolve(by ?? code)));
      while (
        !(await readdir(here.path)).some((name) => name.includes('unfinished')) &&
        child.exitCode === null
      );
      child.kill(signal);
      const end = await ended;
      // Node ignores it, and a run that nobody reads goes on to its end.
      if (signal === 'SIGPIPE') {
        expect(end).toBe(0);
        expect(JSON.parse(await here.read('report/report.json')).summary.files).toBe(60);
        return;
      }
      expect(end).toBe(signal);
      expect(linesOf(err)).toEqual([expect.stringMatching(/^narrative-lint: stopped before it was done; /)]);
      expect(await treeOf(here.path)).toEqual(before);
    },
  );
});
