import { visible } from '@narrative-lint/core';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Wraps a paragraph to a width in columns; each line after the first begins with `indent` spaces. */
export function wrap(text: string, width: number, indent = 0): string {
  const lines = wrapAnsi(text, Math.max(20, width - indent), { hard: true }).split('\n');
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** Pads to a width in columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** `1 error`, `2 errors`, `1,204 words`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`;
}

/** A whole number with commas; the formatter that knows every language is slow to load. */
export function thousands(number: number): string {
  // Seven commas are as many as a number has that is written without an exponent.
  return String(number).replace(/\B(?=(?:\d{3}){1,7}$)/g, ',');
}

/** `personal-statement` as it stands in a sentence. */
export function spaced(id: string): string {
  return id.replaceAll('-', ' ');
}

/** Brings text onto one line. Nothing of a draft or of its name may reach the terminal as a command. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}

/** A share in whole percent; a little is never shown as nothing. */
export function percent(part: number, whole: number): string {
  if (part > 0 && part / whole < 0.005) return '<1%';
  return `${Math.round((100 * part) / Math.max(1, whole))}%`;
}

/** JSON text with spaces before each line. */
export function indentedJson(value: unknown, spaces: number): string {
  // Not by lines: within strings there are other signs that end one.
  return JSON.stringify(value, null, 2).replace(/^|\n/g, (start) => start + ' '.repeat(spaces));
}
