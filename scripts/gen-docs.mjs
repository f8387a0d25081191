// Writes the generated parts of README.md and the page of each rule. With --check, only says what is stale.
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS, LIMITS, parseMarkedDraft, rules } from '../packages/core/dist/index.js';
import { root } from './steps.mjs';

const check = process.argv.includes('--check');
const README = join(root, 'README.md');
const PAGES = join(root, 'docs', 'rules');
const stale = [];

await write(README, await readme());
await mkdir(PAGES, { recursive: true });
for (const rule of rules) await write(join(PAGES, `${rule.meta.id}.md`), page(rule));
for (const name of await readdir(PAGES)) {
  if (rules.some(({ meta }) => `${meta.id}.md` === name)) continue;
  stale.push(`docs/rules/${name}`);
  if (!check) await rm(join(PAGES, name));
}
if (check && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run: node scripts/gen-docs.mjs`);
  process.exitCode = 1;
}

async function write(file, text) {
  const old = await readFile(file, 'utf8').catch(() => '');
  if (old === text) return;
  stale.push(file.slice(root.length));
  if (!check) await writeFile(file, text);
}

async function readme() {
  const parts = { rules: ruleTable(), kinds: kindTable(), help: help() };
  const text = await readFile(README, 'utf8');
  return Object.entries(parts).reduce((result, [name, part]) => {
    const between = new RegExp(`(<!-- ${name}: generated -->\\n)[\\s\\S]*?(\\n<!-- /${name} -->)`);
    if (!between.test(result)) throw new Error(`README.md has no place for ${name}`);
    return result.replace(between, (_, open, close) => `${open}\n${part}\n${close}`);
  }, text);
}

function ruleTable() {
  return table(
    ['Rule', 'Severity', 'What holds in a good draft'],
    rules.map(({ meta }) => [`[\`${meta.id}\`](docs/rules/${meta.id}.md)`, meta.severity, meta.summary]),
  );
}

function kindTable() {
  const season = Math.max(...Object.keys(LIMITS).map(Number));
  const rows = KINDS.map((kind) => {
    const { characters, confirmed, source } = LIMITS[season][kind];
    const limit = characters === undefined ? 'none' : characters.toLocaleString('en-US');
    return [`\`${kind}\``, limit, confirmed ? 'yes' : 'no', source];
  });
  return table(['Kind', `Characters (${season})`, 'Confirmed', 'Source'], rows);
}

function help() {
  const run = spawnSync(process.execPath, [join(root, 'packages/cli/bin/narrative-lint.js'), '--help'], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return `\`\`\`text\n${run.stdout.trim()}\n\`\`\``;
}

/** Pages have one order: summary, why, question, examples, options, where the advice comes from. */
function page({ meta, examples }) {
  const options = Object.entries(meta.options).map(([name, option]) => [
    `\`${name}\``,
    `\`${JSON.stringify(option.default)}\``,
    option.description,
  ]);
  return `${[
    '<!-- Generated from the rule. Change the rule, then run: node scripts/gen-docs.mjs -->',
    `# ${meta.id}`,
    meta.summary,
    `Severity: ${meta.severity}.${meta.kinds ? ` Looks at: ${meta.kinds.map((kind) => kind.replaceAll('-', ' ')).join(', ')}.` : ''}${meta.fixable ? ' `--fix` corrects the characters.' : ''}`,
    '## Why it matters',
    meta.why,
    `**Ask yourself:** ${meta.ask}`,
    '## Draws a finding',
    ...examples.invalid.map(({ text }) => quote(text)),
    '## Is fine',
    ...examples.valid.map(({ text, nearMiss }) => quote(text, nearMiss)),
    ...(options.length > 0 ? ['## Options', table(['Option', 'Default', 'Meaning'], options)] : []),
    '## How to turn it off',
    `\`\`\`json\n${JSON.stringify({ rules: { [meta.id]: 'off' } }, null, 2)}\n\`\`\``,
    '## Source',
    meta.source,
  ].join('\n\n')}\n`;
}

/** An example as a code block, so that its characters stand as they are. */
function quote(marked, note) {
  const { text } = parseMarkedDraft(marked);
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return `${note ? `Near miss, ${note}:\n\n` : ''}${fence}text\n${text.replaceAll('\r\n', '\n').trim()}\n${fence}`;
}

/** A table with its columns aligned, as the formatter of this repository wants them. */
function table(head, rows) {
  const cells = [head, ...rows].map((row) =>
    row.map((text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')),
  );
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => [...row[column]].length)));
  const line = (row) =>
    `| ${row.map((text, column) => text + ' '.repeat(widths[column] - [...text].length)).join(' | ')} |`;
  return [line(cells[0]), line(widths.map((width) => '-'.repeat(width))), ...cells.slice(1).map(line)].join(
    '\n',
  );
}
