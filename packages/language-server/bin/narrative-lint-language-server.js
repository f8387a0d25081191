#!/usr/bin/env node
import { createRequire } from 'node:module';

const HELP = `Usage: narrative-lint-language-server --stdio

The narrative-lint language server, for any editor that speaks the Language Server Protocol.

Options:
  --stdio        speak over standard input and output
  --node-ipc     speak over the channel of the Node process that started it
  --pipe=<name>  speak over a named pipe or domain socket
  -v, --version  print the version
  -h, --help     print this help

Nothing leaves this machine.
`;

const require = createRequire(import.meta.url);
const given = process.argv.slice(2);
const says = (...names) => given.some((argument) => names.includes(argument));

if (says('-h', '--help')) process.stdout.write(HELP);
else if (says('-v', '--version')) process.stdout.write(`${require('../package.json').version}\n`);
else if (given.some((argument) => /^--(?:stdio|node-ipc|pipe=.+|socket=\d+)$/.test(argument)))
  require('../dist/server-node.cjs');
else {
  process.stderr.write(`narrative-lint-language-server: say how to speak, usually --stdio.\n\n${HELP}`);
  process.exitCode = 2;
}
