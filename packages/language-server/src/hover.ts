import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { type DraftAnalysis, placeOf } from './analysis.ts';
import { rangeOf } from './diagnostics.ts';
import { hoverFrontMatter } from './front-matter.ts';
import { cuesOf } from './story.ts';
import { plain, ROLE_MEANING } from './text.ts';

/** What to say of a place: why a finding is there and what to ask oneself, and the role of the clause. */
export function hoverAt(analysis: DraftAnalysis, position: Position): Hover | undefined {
  const { document, result } = analysis;
  const offset = document.offsetAt(position);
  const { frontMatter } = result.document;
  if (frontMatter && offset < frontMatter.end)
    return hoverFrontMatter(document.getText(), position, frontMatter.end);
  const holds = ({ start, end }: { start: number; end: number }) => start <= offset && offset <= end;
  const findings = result.messages.filter((message) => holds(placeOf(message, analysis)));
  const segment = result.narrative.segments.find((one) => one.role !== 'other' && holds(one));
  const parts = findings.map(
    ({ ruleId, why, ask, url }) => `${plain(why)}\n\n**${plain(ask)}**\n\n[${ruleId}](${url})`,
  );
  if (segment) {
    const cues = cuesOf(segment);
    const because = cues.length > 0 ? `\n\nBecause of: ${cues.map((cue) => plain(cue)).join('; ')}` : '';
    parts.push(`**${segment.role}**: ${ROLE_MEANING[segment.role]}${because}`);
  }
  const place = findings[0] ? placeOf(findings[0], analysis) : segment;
  if (!place || parts.length === 0) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: rangeOf(document, place),
  };
}
