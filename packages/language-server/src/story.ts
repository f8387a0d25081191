import { type LintResult, type Segment, STORY_PARTS } from '@narrative-lint/core';
import {
  type CodeLens,
  type DocumentSymbol,
  type InlayHint,
  type Range,
  SemanticTokensBuilder,
  SymbolKind,
} from 'vscode-languageserver';
import type { DraftAnalysis } from './analysis.ts';
import { rangeOf } from './diagnostics.ts';
import type { OutlineResult, RolesResult } from './protocol.ts';
import { count, excerpt, overlaps, percent, plain, ROLE_MEANING } from './text.ts';

/** Types of semantic tokens: the roles that a stretch of the story can have, by their number. */
export const TOKEN_TYPES = ['setback', 'context', 'excuse', 'change', 'evidence', 'growth'] as const;

function segmentsOf({ narrative }: LintResult, roles: readonly string[]): readonly Segment[] {
  return narrative.segments.filter(({ role }) => roles.includes(role));
}

function wordsOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { words }) => sum + words, 0);
}

/** The stretches of a story, each with what gave it its role. */
export function rolesOf({ document, result }: DraftAnalysis): RolesResult {
  const roles = segmentsOf(result, TOKEN_TYPES).map((segment) => ({
    role: segment.role,
    range: rangeOf(document, segment),
    confidence: segment.confidence,
    cues: cuesOf(segment),
  }));
  return { version: document.version, roles };
}

/** What gave a stretch its role, the weightiest first. */
export function cuesOf({ cues }: Segment): string[] {
  return cues.map(({ reason }) => reason);
}

/** The story for the outline view: its parts with their share of the words, and their stretches. */
export function symbolsOf({ document, result }: DraftAnalysis): DocumentSymbol[] {
  return STORY_PARTS.flatMap(({ title, roles }) => {
    const segments = segmentsOf(result, roles);
    const [first, last] = [segments[0], segments.at(-1)];
    if (!first || !last) return [];
    const words = wordsOf(segments);
    return [
      {
        name: title,
        detail: `${count(words, 'word')}, ${percent(words, result.counts.words)}`,
        kind: SymbolKind.Namespace,
        range: rangeOf(document, { start: first.start, end: last.end }),
        selectionRange: rangeOf(document, first),
        children: segments.map((segment) => ({
          name: excerpt(segment.text),
          detail: `${segment.role}, ${count(segment.words, 'word')}`,
          kind: SymbolKind.String,
          range: rangeOf(document, segment),
          selectionRange: rangeOf(document, segment),
        })),
      },
    ];
  });
}

/** The story at a glance, as Markdown. */
export function outlineOf({ document, result }: DraftAnalysis): OutlineResult {
  const { narrative, counts } = result;
  const lines: string[] = [];
  if (narrative.segments.every(({ role }) => role === 'other'))
    lines.push('No setback of yours is told in this draft, so there is no arc to outline.');
  else
    for (const { title, roles, missing } of STORY_PARTS) {
      const segments = segmentsOf(result, roles);
      const words = wordsOf(segments);
      const size =
        segments.length > 0 ? `${count(words, 'word')}, ${percent(words, counts.words)}` : 'nothing';
      lines.push(`## ${title} (${size})`, '');
      if (segments.length === 0) lines.push(missing, '');
      for (const segment of segments) {
        const cues = cuesOf(segment);
        lines.push(`- ${plain(segment.text)} (${segment.role})`);
        lines.push(
          ...(cues.length > 0 ? cues.map((cue) => `  - ${plain(cue)}`) : ['  - no single cue stands out']),
        );
      }
      lines.push('');
    }
  const rest = narrative.space.other;
  lines.push('', `Everything else: ${count(rest, 'word')}, ${percent(rest, counts.words)}`);
  return { version: document.version, markdown: `${lines.join('\n')}\n` };
}

/** Colours of the roles; a stretch over several lines is one token a line. */
export function tokensOf({ document, result }: DraftAnalysis): SemanticTokensBuilder {
  const builder = new SemanticTokensBuilder();
  const text = document.getText();
  for (const { role, start, end } of segmentsOf(result, TOKEN_TYPES)) {
    const type = (TOKEN_TYPES as readonly string[]).indexOf(role);
    let from = start;
    for (const line of text.slice(start, end).split(/\r\n|\r|\n/)) {
      const length = line.trimEnd().length;
      const indent = line.length - line.trimStart().length;
      const { line: row, character } = document.positionAt(from + indent);
      if (length > indent) builder.push(row, character, length - indent, type, 0);
      from += line.length;
      from += text.startsWith('\r\n', from) ? 2 : 1;
    }
  }
  return builder;
}

/** A lens over the draft with the space of its story, and one over each setback with what answers it. */
export function lensesOf({ document, result }: DraftAnalysis): CodeLens[] {
  const { narrative, document: draft } = result;
  const first = draft.sentences[0];
  if (narrative.arcs.length === 0 || !first) return [];
  const lens = (at: Segment | typeof first, title: string): CodeLens => ({
    range: rangeOf(document, at),
    command: { title, command: '' },
  });
  const { failureWords, changeWords } = narrative;
  const space = `${count(failureWords, 'word')} on what happened, ${changeWords} on what changed`;
  return [
    lens(first, space),
    ...narrative.arcs.flatMap((arc) => {
      const mention = arc.mentions[0];
      if (!mention) return [];
      const [told, change, evidence] = [arc.mentions, arc.changes, arc.evidence].map(wordsOf);
      return [lens(mention, `setback ${told}, change ${change}, evidence ${evidence} (words)`)];
    }),
  ];
}

/** The role behind each stretch that a range shows. */
export function hintsOf({ document, result }: DraftAnalysis, range: Range): InlayHint[] {
  const shown = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return segmentsOf(result, TOKEN_TYPES)
    .filter((segment) => overlaps(segment, shown))
    .map((segment) => ({
      position: document.positionAt(segment.end),
      label: segment.role,
      paddingLeft: true,
      tooltip: ROLE_MEANING[segment.role],
    }));
}
