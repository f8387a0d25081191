import type { TextRange } from '@narrative-lint/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Finding } from '../types.ts';
import { count } from '../words.ts';

/** A finding as a page numbers it, with those like it that one explanation serves. */
export interface NumberedFinding {
  readonly number: number;
  readonly first: Finding;
  readonly more: number;
  readonly ranges: readonly TextRange[];
}

/** Numbers findings; those that a correction of characters settles come together, since forty quotes are one thing. */
export function numberFindings(findings: readonly Finding[]): NumberedFinding[] {
  const groups = new Map<string, Finding[]>();
  for (const [at, finding] of findings.entries()) {
    const key = finding.fixable ? `${finding.ruleId}/${finding.messageId}` : String(at);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap(([first, ...more], at) =>
    first
      ? [
          {
            number: at + 1,
            first,
            more: more.length,
            ranges: [first, ...more].flatMap(({ range }) => (range ? [range] : [])),
          },
        ]
      : [],
  );
}

export function findingList(findings: readonly NumberedFinding[]): Element {
  if (findings.length === 0) return h('p', { class: 'lead' }, 'Nothing to object to.');
  return h('ol', { class: 'findings' }, findings.map(findingItem));
}

function findingItem({ number, first, more }: NumberedFinding): Element {
  const { severity, ruleId, place, message, why, ask } = first;
  return h('li', { id: `finding-${number}`, class: severity }, [
    h('p', { class: 'what' }, [h('b', `${number}. ${severity}`), ` ${ruleId}, ${place}`]),
    h('p', message),
    ...(more > 0 ? [h('p', `${count(more, 'more place', 'more places')} like it.`)] : []),
    h('p', { class: 'why' }, why),
    h('p', { class: 'ask' }, ask),
  ]);
}
