import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { callsIn, connectionsOf, hasTrace, traceThreadsInto, writtenBy } from '../trace.ts';
import { reasonToSkipServer } from './requirements.mjs';
import { openServerWorkbench, type ServerWindow } from './server/open.ts';
import { Workbench } from './workbench.ts';
import { wordDraft } from './workspace.ts';

/** A word of the drafts that stands nowhere else. */
const SECRET = 'Quillonbury';
const DRAFT = `I failed Step 1 in ${SECRET}, and I felt stupid. I met with a tutor weekly and passed. I would be glad to train at [Program].\n`;
const IN_WORD = `I sat at the table of ${SECRET}, and I felt stupid.`;
const SOON = { timeout: 30_000, interval: 200 };

const reason = reasonToSkipServer() ?? (hasTrace ? undefined : 'strace is missing');
describe.skipIf(reason)(
  `nothing leaves VS Code on a server, by a trace${reason ? ` (SKIPPED: ${reason})` : ''}`,
  () => {
    let traces: string;
    let window: ServerWindow;
    let before: ReadonlyMap<string, string>;
    /** What the process of the language server called with all its threads, and what all processes did. */
    let ofLanguageServer: readonly string[];
    let ofAll: readonly string[];

    // One story of a user; what is looked at afterwards is all that it left.
    beforeAll(async () => {
      traces = await mkdtemp(join(tmpdir(), 'narrative-lint-traces-'));
      window = await openServerWorkbench({
        through: traceThreadsInto(join(traces, 'thread')),
        // Files that are read and written through a ring of the kernel are in no trace.
        env: { UV_USE_IO_URING: '0' },
        files: new Map<string, string | Uint8Array>([
          ['secret.eras.md', DRAFT],
          ['secret.docx', await wordDraft(`<w:p><w:r><w:t>${IN_WORD}</w:t></w:r></w:p>`)],
        ]),
      });
      before = filesBelow(window.folder);
      const workbench = new Workbench(window.page);
      await workbench.openFile('secret.eras.md');
      await vi.waitFor(
        async () => expect((await workbench.squiggles()).map(({ text }) => text)).toContain('[Program]'),
        SOON,
      );
      await workbench.hover('felt stupid', 'What did not work in the way you went about it');
      await workbench.run('Narrative Lint: Show the Story at a Glance');
      await window.page.locator('.tab', { hasText: 'The story at a glance' }).waitFor();
      await workbench.checkWordDraft('secret.docx');
      await workbench.tab('secret.docx.txt').waitFor(SOON);
      await vi.waitFor(async () => {
        expect(await workbench.text()).toContain(SECRET);
        expect((await workbench.squiggles()).length).toBeGreaterThan(0);
      }, SOON);
      await window.end();

      const threads = readThreads(traces);
      const server = [...threads].filter(([, calls]) =>
        calls.some((call) => call.startsWith('execve(') && call.includes('server-node.cjs')),
      );
      ofLanguageServer = server.flatMap(([id]) => withStarted(id, threads));
      ofAll = [...threads.values()].flat();
    }, 300_000);
    afterAll(async () => {
      await window?.close();
      await rm(traces, { recursive: true, force: true });
    }, 30_000);

    it('was seen whole: the language server began, and heard the drafts', () => {
      expect(ofLanguageServer.filter((call) => call.startsWith('execve('))).toHaveLength(1);
      expect(ofLanguageServer.some((call) => call.startsWith('recvmsg(3,') && call.includes(SECRET))).toBe(
        true,
      );
      expect(ofAll.filter((call) => call.includes('IORING_SETUP_SQPOLL'))).toEqual([]);
    });

    it('opens no connection in the language server but the pipe that it was given', () => {
      const channel = /^(send|recv)(m?msg|to|from)\(3,/;
      expect(connectionsOf(ofLanguageServer).filter((call) => !channel.test(call))).toEqual([]);
    });

    it('reaches no network from the editor and its extensions', () => {
      const outward = /^(connect|sendto|sendm?msg)\(.*sa_family=AF_INET/;
      expect(connectionsOf(ofAll).filter((call) => outward.test(call))).toEqual([]);
      expect(window.outside).toEqual([]);
    });

    it('writes no file in the language server, and the editor none but its own', () => {
      expect(writtenBy(ofLanguageServer)).toEqual([]);
      const written = writtenBy(ofAll);
      expect(written.some((path) => path.startsWith(window.root))).toBe(true);
      expect(written.filter((path) => !path.startsWith(`${window.root}/`))).toEqual([]);
      expect(written.filter((path) => path.startsWith(window.folder))).toEqual([]);
      expect(filesBelow(window.folder)).toEqual(before);
    });

    it('leaves no word of a draft in a log, a cache or any other file', () => {
      const files = [...filesBelow(window.root)];
      expect(files.some(([file]) => file.endsWith('.log'))).toBe(true);
      const wide = Buffer.from(SECRET, 'utf16le').toString('latin1');
      const telling = files.filter(([, text]) => text.includes(SECRET) || text.includes(wide));
      expect(telling.map(([file]) => file)).toEqual([join(window.folder, 'secret.eras.md')]);
    });
  },
);

/** The calls of each thread of a trace, by its number. */
function readThreads(folder: string): ReadonlyMap<string, readonly string[]> {
  const read = (file: string) => callsIn(readFileSync(join(folder, file), 'utf8'));
  return new Map(readdirSync(folder).map((file) => [file.replace(/^.*\./, ''), read(file)]));
}

/** The calls of a thread, and of all threads and processes that it started. */
function withStarted(id: string, threads: ReadonlyMap<string, readonly string[]>): string[] {
  const calls = threads.get(id) ?? [];
  const started = calls.flatMap((call) => /^(?:v?fork|clone3?)\(.* = (\d+)$/.exec(call)?.[1] ?? []);
  return [...calls, ...started.flatMap((child) => withStarted(child, threads))];
}

/** Every file below a folder, with what it holds. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(files.map((file) => [file, readFileSync(file, 'latin1')]));
}
