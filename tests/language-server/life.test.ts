import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { BIN, type Client, startClient } from './client.ts';

const DRAFT =
  '---\nkind: personal-statement\n---\n\nI failed Step 1 in May. Through no fault of my own, the room was loud.\n';
const uri = 'file:///drafts/mine.md';
let client: Client | undefined;

afterEach(() => {
  client?.server.kill('SIGKILL');
  client = undefined;
});

describe('the life of a server', () => {
  it('opens, changes, closes and ends as editors expect', async () => {
    client = await startClient();
    expect(client.initialized.serverInfo?.name).toBe('narrative-lint');
    client.open(uri, DRAFT);
    const found = await client.diagnostics(uri);
    expect(found.map(({ code }) => code)).toContain('no-excuse-framing');
    const gone = client.until(uri, (diagnostics) => diagnostics.length === 0);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(await gone).toEqual([]);
    expect(await client.stop()).toBe(0);
  });

  it('goes on after a message that is no message', async () => {
    client = await startClient();
    const { stdin } = client.server;
    const broken = '{"jsonrpc": "2.0", "id": 7, "method": ';
    stdin?.write(`Content-Length: ${broken.length}\r\n\r\n${broken}`);
    stdin?.write('Content-Length: 2\r\n\r\n[]');
    client.open(uri, DRAFT);
    expect((await client.diagnostics(uri)).length).toBeGreaterThan(0);
    await expect(client.connection.sendRequest('narrativeLint/nothing', {})).rejects.toThrow();
    await expect(
      client.connection.sendRequest('narrativeLint/status', { uri: 'file:///not-open.md' }),
    ).resolves.toMatchObject({
      linted: false,
      reason: 'unknown',
    });
    await expect(
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 999, character: 999 },
      }),
    ).resolves.toBeNull();
    expect(await client.stop()).toBe(0);
  });

  it('leaves no process behind when its client is killed', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      const server = spawn(process.execPath, [${JSON.stringify(BIN)}, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
      server.stdin.write('Content-Length: ' + body.length + '\\r\\n\\r\\n' + body);
      server.stdout.once('data', () => console.log(server.pid));
      setInterval(() => {}, 1000);`;
    const editor = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(editor.stdout, 'data')) as [Buffer];
    const pid = Number(String(said).trim());
    expect(isRunning(pid)).toBe(true);
    editor.kill('SIGKILL');
    while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isRunning(pid)).toBe(false);
  });

  it('says how to start it', () => {
    const run = (...given: string[]) => spawnSync(process.execPath, [BIN, ...given], { encoding: 'utf8' });
    expect(run('--help').stdout).toContain('--stdio');
    expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const wrong = run();
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('--stdio');
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
