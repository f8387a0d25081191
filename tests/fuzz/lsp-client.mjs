/** A client that may send anything: it frames messages itself. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(
  new URL('../../packages/language-server/bin/narrative-lint-language-server.js', import.meta.url),
);

export class RawClient {
  /** Messages that came, as they were parsed. */
  received = [];
  /** What the server wrote to its standard error. */
  errors = '';
  #waiting = new Map();
  #buffer = Buffer.alloc(0);
  #next = 1;

  constructor() {
    this.server = spawn(process.execPath, [BIN, '--stdio'], { stdio: 'pipe' });
    this.server.stdin.on('error', () => undefined);
    this.server.stderr.setEncoding('utf8').on('data', (text) => {
      this.errors += text;
    });
    this.server.stdout.on('data', (chunk) => this.#read(chunk));
    this.ended = new Promise((resolve) => this.server.once('exit', resolve));
    void this.ended.then(() => {
      for (const done of this.#waiting.values()) done({ ended: true });
    });
  }

  async start(params = {}) {
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities: {}, ...params });
    this.send({ method: 'initialized', params: {} });
  }

  raw(bytes) {
    this.server.stdin.write(bytes);
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.raw(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  /** The answer to a request, whole; `{ ended: true }` where the server ended. */
  request(method, params) {
    const id = this.#next++;
    const answer = new Promise((resolve) => this.#waiting.set(id, resolve));
    this.send({ id, method, params });
    return answer;
  }

  get alive() {
    return this.server.exitCode === null && this.server.signalCode === null;
  }

  kill() {
    this.server.kill('SIGKILL');
    return this.ended;
  }

  #read(chunk) {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, head).toString())?.[1]);
      if (this.#buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.#buffer.subarray(head + 4, head + 4 + length).toString());
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.received.push(message);
      if (message.method === undefined) {
        this.#waiting.get(message.id)?.(message);
        this.#waiting.delete(message.id);
      } else if (message.id !== undefined) this.send({ id: message.id, result: null });
    }
  }
}
