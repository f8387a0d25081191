import type { LintedDraft } from '../run.ts';
import type { Theme } from './theme.ts';

/** What `--fix` would change, as a unified diff; empty when it would change nothing. */
export async function formatDiff(drafts: readonly LintedDraft[], theme: Theme): Promise<string> {
  const changed = drafts.flatMap(({ path, draft, preview }) =>
    preview ? [{ path, before: draft.text, after: preview.text }] : [],
  );
  if (changed.length === 0) return '';
  const { createTwoFilesPatch } = await import('diff');
  return changed
    .map(({ path, before, after }) =>
      paint(createTwoFilesPatch(path, path, before, after, 'now', 'corrected', { context: 1 }), theme),
    )
    .join('\n');
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
