import type { TextRange } from '@narrative-lint/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { DraftRecord, Finding } from '../types.ts';
import { count } from '../words.ts';

/** A finding as a page numbers it, with those like it that one explanation serves. */
export interface NumberedFinding {
  readonly number: number;
  /** What links on its page lead to. */
  readonly id: string;
  readonly first: Finding;
  readonly more: number;
  readonly ranges: readonly TextRange[];
}

/**
 * Numbers findings; those that a correction of characters settles come together, since forty quotes are one thing.
 *
 * @param prefix - Keeps drafts on one page apart.
 */
export function numberFindings(findings: readonly Finding[], prefix = ''): NumberedFinding[] {
  const groups = new Map<string, Finding[]>();
  for (const [at, finding] of findings.entries()) {
    const { fixable, ruleId, messageId, since } = finding;
    const key = fixable ? `${ruleId}/${messageId}/${since}` : String(at);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap(([first, ...more], at) =>
    first
      ? [
          {
            number: at + 1,
            id: `${prefix}finding-${at + 1}`,
            first,
            more: more.length,
            ranges: [first, ...more].flatMap(({ range }) => (range ? [range] : [])),
          },
        ]
      : [],
  );
}

/** Where the number of a finding stands in the text. */
export function placeId({ id }: NumberedFinding): string {
  return `${id}-place`;
}

/** @param placed - Findings whose number stands in the text. */
export function findingList(
  findings: readonly NumberedFinding[],
  placed: ReadonlySet<NumberedFinding>,
): Element {
  if (findings.length === 0) return h('p', { class: 'lead' }, 'Nothing to object to.');
  return h(
    'ol',
    { class: 'findings' },
    findings.map((finding) => findingItem(finding, placed.has(finding))),
  );
}

/** What became of the findings of an earlier version; nothing where there is none. */
export function sinceEarlier({ earlier, findings }: DraftRecord): Element[] {
  if (!earlier) return [];
  const { name, solved } = earlier;
  const having = (since: Finding['since']) => findings.filter((finding) => finding.since === since).length;
  const figures = `${solved.length} solved, ${having('new')} new, ${having('stayed')} stayed`;
  return [h('p', [h('strong', `Since ${name}: `), `${figures}.`])];
}

/** The findings of an earlier version that are gone. */
export function solvedList({ earlier }: DraftRecord, heading: 'h2' | 'h3'): Element[] {
  if (!earlier || earlier.solved.length === 0) return [];
  return [
    h(heading, 'Solved'),
    h(
      'ul',
      { class: 'problems' },
      earlier.solved.map(({ ruleId, quote }) =>
        h('li', [h('strong', ruleId), quote === undefined ? '' : `: "${quote.exact}"`]),
      ),
    ),
  ];
}

function findingItem(finding: NumberedFinding, isPlaced: boolean): Element {
  const { number, id, first, more } = finding;
  const { severity, ruleId, place, message, why, ask, since } = first;
  return h('li', { id, class: severity }, [
    h('p', { class: 'what' }, [
      h('b', `${number}. ${severity}`),
      ` ${since === undefined ? '' : `${since}, `}${ruleId}, `,
      isPlaced ? h('a', { href: `#${placeId(finding)}` }, place) : place,
    ]),
    h('p', message),
    ...(more > 0 ? [h('p', `${count(more, 'more place', 'more places')} like it.`)] : []),
    h('p', { class: 'why' }, why),
    h('p', { class: 'ask' }, ask),
  ]);
}
