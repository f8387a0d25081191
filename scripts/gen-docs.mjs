// Writes the generated parts of README.md and the page of each rule. With --check, only says what is stale.
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS, LIMITS, parseMarkedDraft, RULE_GROUPS, rules } from '../packages/core/dist/index.js';
import { jsonSchema, keyRows, overrideRows, presetRows } from './config-docs.mjs';
import { dependencies, problems, reasonsGiven } from './dependencies.mjs';
import { root } from './steps.mjs';

const check = process.argv.includes('--check');
const README = join(root, 'README.md');
const GUIDE = join(root, 'docs', 'configuration.md');
const PAGES = join(root, 'docs', 'rules');
const INDEX = 'README.md';
const stale = [];

await write(README, await filled(README, { rules: ruleTable(), kinds: kindTable(), help: help() }));
await write(
  GUIDE,
  await filled(GUIDE, {
    keys: table(['Key', 'Meaning'], keyRows()),
    overrides: table(['Key', 'Meaning'], overrideRows()),
    presets: table(['Preset', 'What it is for'], presetRows()),
  }),
);
await write(join(root, 'packages', 'config', 'schema.json'), jsonSchema());
const used = dependencies();
const objections = problems(used);
await write(
  join(root, 'docs', 'dependencies.md'),
  await filled(join(root, 'docs', 'dependencies.md'), {
    direct: table(['Package', 'Licence', 'Why'], directRows()),
    indirect: table(['Package', 'Licence'], used.filter(({ isDirect }) => !isDirect).map(packageRow)),
  }),
);
await mkdir(PAGES, { recursive: true });
for (const rule of rules) await write(join(PAGES, `${rule.meta.id}.md`), page(rule));
await write(join(PAGES, INDEX), index());
for (const name of await readdir(PAGES)) {
  if (name === INDEX || rules.some(({ meta }) => `${meta.id}.md` === name)) continue;
  stale.push(`docs/rules/${name}`);
  if (!check) await rm(join(PAGES, name));
}
if (check && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run: node scripts/gen-docs.mjs`);
  process.exitCode = 1;
}

if (objections.length > 0) {
  console.error(objections.join('\n'));
  process.exitCode = 1;
}

function directRows() {
  const reasons = reasonsGiven();
  return used
    .filter(({ isDirect }) => isDirect)
    .map((one) => [...packageRow(one), reasons[one.name] ?? 'not told yet']);
}

function packageRow({ name, license }) {
  return [`\`${name}\``, license];
}

async function write(file, text) {
  const old = await readFile(file, 'utf8').catch(() => '');
  if (old === text) return;
  stale.push(file.slice(root.length));
  if (!check) await writeFile(file, text);
}

/** A page with its generated parts made anew. */
async function filled(file, parts) {
  const text = await readFile(file, 'utf8');
  return Object.entries(parts).reduce((result, [name, part]) => {
    const between = new RegExp(`(<!-- ${name}: generated -->\\n)[\\s\\S]*?(\\n<!-- /${name} -->)`);
    if (!between.test(result)) throw new Error(`${file} has no place for ${name}`);
    return result.replace(between, (_, open, close) => `${open}\n${part}\n${close}`);
  }, text);
}

function ruleTable() {
  return table(
    ['Rule', 'Severity', 'What holds in a good draft'],
    rules.map(({ meta }) => [`[\`${meta.id}\`](docs/rules/${meta.id}.md)`, severityOf(meta), meta.summary]),
    rules.map(({ meta }) => [
      `[\`${meta.id}\`](docs/rules/${meta.id}.md)`,
      meta.offByDefault ? 'off' : meta.severity,
      meta.summary,
    ]),
  );
}

function severityOf({ severity, offByDefault }) {
  return offByDefault ? 'off' : severity;
}

/** The rules by group, each with a link to its page. */
function index() {
  const groups = RULE_GROUPS.filter((group) => rules.some(({ meta }) => meta.group === group));
  return `${[
    '<!-- Generated from the rules. Change a rule, then run: node scripts/gen-docs.mjs -->',
    '# Rules',
    'Severity is what a rule has unless a [configuration](../configuration.md) says otherwise; `off` means that a preset or a configuration turns it on. `narrative-lint explain RULE` says in the terminal what these pages say.',
    ...groups.flatMap((group) => [
      `## ${titleOf(group)}`,
      table(
        ['Rule', 'Severity', 'What holds in a good draft'],
        rules
          .filter(({ meta }) => meta.group === group)
          .map(({ meta }) => [`[\`${meta.id}\`](${meta.id}.md)`, severityOf(meta), meta.summary]),
      ),
    ]),
  ].join('\n\n')}\n`;
}

function titleOf(group) {
  const words = group.replaceAll('-', ' ').replace(/^eras/, 'ERAS');
  return words[0].toUpperCase() + words.slice(1);
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
    `Severity: ${meta.severity}.${meta.offByDefault ? ' Off by default.' : ''}${meta.kinds ? ` Looks at: ${meta.kinds.map((kind) => kind.replaceAll('-', ' ')).join(', ')}.` : ''}${meta.fixable ? ' `--fix` corrects the characters.' : ''}`,
    '## Why it matters',
    meta.why,
    `**Ask yourself:** ${meta.ask}`,
    '## Draws a finding',
    ...examples.invalid.map(({ text }) => quote(text)),
    '## Is fine',
    ...examples.valid.map(({ text, nearMiss }) => quote(text, nearMiss)),
    ...(options.length > 0 ? ['## Options', table(['Option', 'Default', 'Meaning'], options)] : []),
    `## How to turn it ${meta.offByDefault ? 'on' : 'off'}`,
    `\`\`\`json\n${JSON.stringify({ rules: { [meta.id]: meta.offByDefault ? meta.severity : 'off' } }, null, 2)}\n\`\`\``,
    'Other ways, for one place or one draft, are in [Configuration](../configuration.md).',
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
