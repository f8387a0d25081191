import { quotable, visible } from '@narrative-lint/core';
import type { Brief } from '@narrative-lint/report';
import { oneLine, wrap } from './text.ts';
import type { Theme } from './theme.ts';

/** The talk sheet for the terminal. */
export function formatBrief(path: string, { sections }: Brief, theme: Theme): string {
  const lines = ['', `  ${theme.bold(visible(path))}`, ''];
  for (const { title, lines: points } of sections) {
    lines.push(`  ${theme.bold(title)}`);
    for (const { text, quotes = [], source } of points) {
      lines.push(`    ${wrap(`- ${oneLine(text)}`, theme.width, 6)}`);
      for (const quote of quotes)
        lines.push(
          `      ${wrap(`"${quotable(oneLine(quote)).replace(/[\u201C\u201D]/g, "'")}"`, theme.width, 6)}`,
        );
      if (source !== undefined) lines.push(`      ${theme.dim(wrap(`Source: ${source}.`, theme.width, 6))}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}
