import type { TextRange } from '@narrative-lint/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { DraftRecord, Stretch } from '../types.ts';
import { ROLE_NAMES, SEVERITIES } from '../words.ts';
import { type NumberedFinding, placeId } from './findings.ts';

/** The text of a draft, roles tinted and named, findings underlined and numbered, and those that have a number there. */
export function draftText(
  record: DraftRecord,
  findings: readonly NumberedFinding[],
): { readonly text: Element; readonly placed: ReadonlySet<NumberedFinding> } {
  const { source, body } = record;
  const placed = new Set<NumberedFinding>();
  const paragraphs = paragraphsOf(source, body).map((range) =>
    h('p', contentOf(range, record, findings, placed)),
  );
  return { text: h('div', { class: 'text' }, paragraphs), placed };
}

/** Blocks between empty lines. */
function paragraphsOf(source: string, body: TextRange): TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of source.slice(body.start, body.end).matchAll(/\S(?:(?!\n[^\S\n]*\n)[\s\S])*/g)) {
    const start = body.start + match.index;
    ranges.push({ start, end: start + match[0].trimEnd().length });
  }
  return ranges;
}

function contentOf(
  range: TextRange,
  { source, stretches }: DraftRecord,
  findings: readonly NumberedFinding[],
  placed: Set<NumberedFinding>,
): ElementContent[] {
  const told = stretches.filter((stretch) => stretch.role !== 'other' && overlaps(stretch, range));
  const marks = findings.flatMap((finding) =>
    finding.ranges.filter((mark) => overlaps(mark, range)).map((mark) => ({ finding, mark })),
  );
  const cuts = new Set([range.start, range.end]);
  for (const { start, end } of [...told, ...marks.map(({ mark }) => mark)])
    for (const cut of [start, end]) if (cut > range.start && cut < range.end) cuts.add(cut);
  const places = [...cuts].sort((a, b) => a - b);
  const content: ElementContent[] = [];
  let open: { readonly stretch: Stretch; readonly element: Element } | undefined;
  let last: Stretch | undefined;
  for (const [at, start] of places.slice(0, -1).entries()) {
    const end = places[at + 1] ?? range.end;
    const stretch = told.find((one) => one.start <= start && one.end >= end);
    if (stretch && open?.stretch !== stretch) {
      const goesOn = last?.role === stretch.role && source.slice(last.end, stretch.start).trim() === '';
      const tag = goesOn ? [] : [h('span', { class: 'tag' }, ROLE_NAMES[stretch.role])];
      const element = h('span', { class: ['role', stretch.role] }, tag);
      open = { stretch, element };
      last = stretch;
      content.push(element);
    } else if (!stretch) open = undefined;
    const into = open ? open.element.children : content;
    const here = marks.filter(({ mark }) => mark.start <= start && mark.end >= end);
    const text = source.slice(start, end);
    const severity = SEVERITIES.find((one) => here.some(({ finding }) => finding.first.severity === one));
    into.push(severity ? h('mark', { class: severity }, text) : { type: 'text', value: text });
    // Within a word a number would be in the way.
    for (const { finding, mark } of here)
      if (mark.end === end && mark === finding.ranges[0] && !/[\p{L}\p{N}]/u.test(source.charAt(end))) {
        into.push(reference(finding));
        placed.add(finding);
      }
  }
  return content;
}

function reference(finding: NumberedFinding): Element {
  const { id, number } = finding;
  const link = h('a', { href: `#${id}`, ariaLabel: `Finding ${number}` }, String(number));
  return h('sup', { id: placeId(finding) }, link);
}

function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && one.end > other.start;
}
