import { type AnyRule, parseMarkedDraft, type RuleOption } from '@narrative-lint/core';
import { oneLine, pad, spaced, wrap } from './text.ts';
import type { Theme } from './theme.ts';

/** All rules by group, a line each. */
export function formatRules(rules: readonly AnyRule[], theme: Theme): string {
  const widest = Math.max(...rules.map(({ meta }) => meta.id.length));
  const lines: string[] = [];
  for (const group of new Set(rules.map(({ meta }) => meta.group))) {
    lines.push('', `  ${theme.bold(groupTitle(group))}`);
    for (const { meta } of rules.filter((rule) => rule.meta.group === group)) {
      const severity = meta.offByDefault
        ? theme.dim(pad('off', 10))
        : theme.severity[meta.severity](pad(meta.severity, 10));
      lines.push(`    ${pad(meta.id, widest)}  ${severity}  ${wrap(meta.summary, theme.width, widest + 18)}`);
    }
  }
  lines.push(
    '',
    `  ${theme.dim('narrative-lint explain RULE tells why a rule is there, with its options and examples.')}`,
    '',
  );
  return lines.join('\n');
}

/** `what-happened` as a title. */
export function groupTitle(group: AnyRule['meta']['group']): string {
  const words = spaced(group).replace(/^eras/, 'ERAS');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Everything about one rule. */
export function formatRule({ meta, examples }: AnyRule, url: string | undefined, theme: Theme): string {
  const section = (title: string) => ['', `  ${theme.bold(title)}`];
  const prose = (text: string) => `    ${wrap(oneLine(text), theme.width, 4)}`;
  const lines = [
    '',
    `  ${theme.bold(meta.id)}  ${theme.severity[meta.severity](meta.severity)}  ${theme.dim(`${groupTitle(meta.group)}${meta.offByDefault ? ', off by default' : ''}`)}`,
    `  ${wrap(meta.summary, theme.width, 2)}`,
    ...section('Why it matters'),
    prose(meta.why),
    ...section('Ask yourself'),
    prose(meta.ask),
  ];
  if (meta.offByDefault)
    lines.push(...section('How to turn it on'), prose(`"rules": { "${meta.id}": "${meta.severity}" }`));
  if (meta.kinds) lines.push(...section('Looks at'), prose(meta.kinds.map(spaced).join(', ')));
  const options = Object.entries<RuleOption>(meta.options);
  if (options.length > 0) lines.push(...section('Options'));
  for (const [name, option] of options) {
    lines.push(
      `    ${name} ${theme.dim(`(default ${JSON.stringify(option.default)})`)}`,
      `      ${wrap(option.description, theme.width, 6)}`,
    );
  }
  if (meta.offByDefault)
    lines.push(
      ...section('Off by default'),
      prose('Give it a severity in a configuration, or use the preset strict.'),
    );
  if (examples.invalid.length > 0) lines.push(...section('Draws a finding'));
  for (const example of examples.invalid) {
    const { text } = parseMarkedDraft(example.text);
    lines.push(
      `    ${theme.removed('-')} ${wrap(underlined(oneLine(text), example.at, theme), theme.width, 6)}`,
    );
  }
  if (examples.valid.length > 0) lines.push(...section('Is fine'));
  for (const example of examples.valid) {
    const note = example.nearMiss ? ` ${theme.dim(`(${example.nearMiss})`)}` : '';
    lines.push(
      `    ${theme.good('+')} ${wrap(oneLine(parseMarkedDraft(example.text).text) + note, theme.width, 6)}`,
    );
  }
  lines.push(...section('Source'), prose(meta.source), '');
  if (url) lines.push(`  ${theme.dim(url)}`, '');
  return lines.join('\n');
}

function underlined(text: string, at: string | readonly string[] | undefined, theme: Theme): string {
  if (!theme.colour || at === undefined) return text;
  return [at]
    .flat()
    .reduce((line, words) => line.replace(oneLine(words), (match) => theme.underline(match)), text);
}
