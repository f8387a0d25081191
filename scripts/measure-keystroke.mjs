// Measures how long the language server takes from a keystroke to fresh diagnostics in a draft of 28,000
// characters, as its client sees it. Prints milliseconds: median and 99th percentile.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { root } from './steps.mjs';

const LENGTH = 28_000;
const SENTENCE = 'In March I met with a tutor, and we changed how I prepare. ';
const ROUNDS = 6;
const uri = 'file:///drafts/personal-statement.md';

const server = spawn(
  process.execPath,
  // With --cpu-prof the server writes a profile, too.
  [
    ...process.execArgv,
    join(root, 'packages/language-server/bin/narrative-lint-language-server.js'),
    '--stdio',
  ],
  { stdio: ['pipe', 'pipe', 'inherit'] },
);
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let seen = () => {};
connection.onNotification('textDocument/publishDiagnostics', ({ version }) => seen(version));
connection.listen();
await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
await connection.sendNotification('initialized', {});

const text = draftOf(LENGTH);
const published = (version) => new Promise((resolve) => (seen = (of) => of === version && resolve()));
const opened = published(1);
const began = performance.now();
await connection.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'markdown', version: 1, text },
});
await opened;
console.log(`opened in ${(performance.now() - began).toFixed(0)} ms`);

const lines = text.split('\n');
const line = lines.findIndex((one, at) => at > lines.length / 2 && one.length > 200);
const start = (lines[line]?.indexOf('. ') ?? 0) + 2;
const times = [];
let version = 1;
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [at, letter] of [...SENTENCE].entries()) await press(start + at, start + at, letter);
  for (let at = SENTENCE.length; at > 0; at -= 1) await press(start + at - 1, start + at, '');
}
// The first rounds are those of a cold machine.
const warm = times.slice(times.length / 3).sort((a, b) => a - b);
const at = (share) => warm[Math.floor(share * (warm.length - 1))].toFixed(1);
console.log(`${warm.length} keystrokes: median ${at(0.5)} ms, 90% ${at(0.9)} ms, 99% ${at(0.99)} ms`);
console.log(`load of the machine in the last minute: ${(loadavg()[0] ?? 0).toFixed(1)}`);
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');

async function press(from, to, letter) {
  version += 1;
  const done = published(version);
  const range = { start: { line, character: from }, end: { line, character: to } };
  const pressed = performance.now();
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range, text: letter }],
  });
  await done;
  times.push(performance.now() - pressed);
}

/** The sample again and again, no sentence twice in the same words. */
function draftOf(length) {
  const sample = readFileSync(join(root, 'fixtures/samples/personal-statement.md'), 'utf8');
  const body = sample.replace(/^---[\s\S]*?---\n/, '');
  let draft = body;
  for (let part = 2; draft.length < length; part += 1)
    draft += `\n\n${body.replace(/\. (?=[A-Z])/g, `, as in year ${part}. `)}`;
  return draft.slice(0, length);
}
