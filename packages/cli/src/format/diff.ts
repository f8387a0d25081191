import { visible } from '@narrative-lint/core';
import type { LintedDraft } from '../run.ts';
import type { Theme } from './theme.ts';

/** What `--fix` would change in a draft, as a unified diff; empty when it would change nothing. */
export async function formatDiff({ path, draft, preview }: LintedDraft, theme: Theme): Promise<string> {
  if (!preview) return '';
  const { createTwoFilesPatch } = await import('diff');
  const { text } = draft;
  return paint(
    createTwoFilesPatch(visible(path), visible(path), text, preview.text, 'now', 'corrected', { context: 1 }),
    theme,
  );
}

function paint(patch: string, theme: Theme): string {
  return patch
    .split('\n')
    .filter((line) => !/^(?:=+$|Index: )/.test(line))
    .map((line) => {
      if (/^(?:\+\+\+|---|@@)/.test(line)) return theme.dim(line);
      if (line.startsWith('+')) return theme.good(line);
      return line.startsWith('-') ? theme.removed(line) : line;
    })
    .join('\n');
}
