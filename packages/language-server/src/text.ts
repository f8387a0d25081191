import type { Role, TextRange } from '@narrative-lint/core';

/** What a role says, in a few words. */
export const ROLE_MEANING: Readonly<Record<Role, string>> = {
  setback: 'that it happened, or what it brought and how it felt',
  context: 'the circumstances, with you still the owner',
  excuse: 'moves the responsibility elsewhere, or makes the setback small',
  change: 'what you did differently',
  evidence: 'an outcome that a reader can check',
  growth: 'the lesson, or what you carry into residency',
  other: 'no part of the story of a setback',
};

/** Words of a draft or of a message as Markdown that shows them as they are. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, (sign) => `\\${sign}`);
}

/** A problem as a sentence of its own; one that begins with the name of a key keeps it as it is. */
export function asSentence(problem: string): string {
  return /^[\w.[\]-]+:/.test(problem) ? problem : problem.charAt(0).toUpperCase() + problem.slice(1);
}

export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The first words of a stretch, on one line. */
export function excerpt(text: string, longest = 70): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, line.lastIndexOf(' ', longest) > 20 ? line.lastIndexOf(' ', longest) : longest)}...`;
}
