import { EXAMS, isScored, type Role, type SetbackKind, type Severity } from '@narrative-lint/core';
import type { Status } from './types.ts';

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  talk: 'needs a talk',
  correct: 'needs corrections',
  ready: 'ready',
  unread: 'not read',
};

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'suggestion'];

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  setback: 'setback',
  context: 'context',
  excuse: 'excuse',
  change: 'change',
  evidence: 'evidence',
  growth: 'growth',
  other: 'other',
};

/** `1 error`, `2 errors`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

/** `personal-statement` as it stands in a sentence. */
export function spaced(id: string): string {
  return id.replaceAll('-', ' ');
}

/** A share (0 to 1) in whole percent; a little is never shown as nothing. */
export function percent(share: number): string {
  return share > 0 && share < 0.005 ? '<1%' : `${Math.round(share * 100)}%`;
}

/** A setback as it stands in a sentence. */
export function setbackName(kind: SetbackKind): string {
  if (isScored(kind)) return EXAMS[kind].name;
  return OTHER_NAMES[kind] ?? spaced(kind);
}

const OTHER_NAMES: Readonly<Partial<Record<SetbackKind, string>>> = {
  'usmle-step-2-cs': 'Step 2 CS',
  'comlex-level-2-pe': 'COMLEX Level 2-PE',
  unmatched: 'a match that did not happen',
  leave: 'leave of absence',
  year: 'repeated year',
};
