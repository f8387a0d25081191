import { type Segment, STORY_PARTS, visible } from '@narrative-lint/core';
import type { LintedDraft } from '../run.ts';
import { placeOf } from './place.ts';
import { count, oneLine, percent, wrap } from './text.ts';
import type { Theme } from './theme.ts';

/** A draft's story at a glance. With `why`, each stretch says what gave it its role. */
export function formatOutline(linted: LintedDraft, why: boolean, theme: Theme): string {
  const { narrative, counts } = linted.result;
  const told = narrative.segments.some(({ role }) => role !== 'other');
  const lines = ['', `  ${theme.bold(visible(linted.path))}`, ''];
  if (!told) {
    lines.push(
      `  ${wrap('No setback of yours is told in this draft, so there is no arc to outline.', theme.width, 2)}`,
      '',
    );
    return lines.join('\n');
  }
  for (const { title, roles, missing } of STORY_PARTS) {
    const segments = narrative.segments.filter(({ role }) => roles.includes(role));
    const words = segments.reduce((sum, segment) => sum + segment.words, 0);
    const sentences = new Set(segments.flatMap((segment) => segment.sentences)).size;
    const size = `${count(sentences, 'sentence')}, ${count(words, 'word')}, ${percent(words, counts.words)}`;
    lines.push(`  ${theme.bold(title)}  ${theme.dim(segments.length > 0 ? size : 'nothing')}`);
    if (segments.length === 0) lines.push(`    ${theme.dim(missing)}`);
    for (const segment of segments) lines.push(...formatSegment(segment, linted, why, theme));
    lines.push('');
  }
  const rest = narrative.space.other;
  lines.push(
    `  ${theme.bold('Everything else')}  ${theme.dim(`${count(rest, 'word')}, ${percent(rest, counts.words)}`)}`,
    '',
  );
  return lines.join('\n');
}

function formatSegment(
  segment: Segment,
  { result, draft }: LintedDraft,
  why: boolean,
  theme: Theme,
): string[] {
  const paint = theme.role[segment.role];
  const place = theme.dim(`(${segment.role}, ${placeOf(segment, result, draft.container)})`);
  const lines = [`    ${wrap(`${paint(oneLine(segment.text))} ${place}`, theme.width, 4)}`];
  if (!why) return lines;
  for (const { reason } of segment.cues)
    lines.push(`      ${theme.dim(wrap(`- ${oneLine(reason)}`, theme.width, 8))}`);
  if (segment.cues.length === 0) lines.push(`      ${theme.dim('- no single cue stands out')}`);
  return lines;
}
