import type { TextRange } from '@narrative-lint/core';
import type { DraftRecord } from './types.ts';

/** Whether a word, as it is written, is part of a name to be taken out. */
export type IsName = (word: string) => boolean;

/** A word as names are written: with a capital, or in letters that have none, such as Hebrew or Chinese. */
const WORD = /[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]*(?:['\u2019-][\p{L}\p{M}]+)*/gu;

/**
 * Takes a person's name out of all that a record says, the text of the draft included; ranges still point to
 * the same words. Path and applicant are left to the caller.
 *
 * @param code - What stands in the place of the name.
 */
export function redactRecord(record: DraftRecord, isName: IsName, code: string): DraftRecord {
  const { text, move } = redactText(record.source, isName, code);
  const plain = (words: string) => redactText(words, isName, code).text;
  const moved = ({ start, end }: TextRange) => ({ start: move(start), end: move(end) });
  return {
    ...record,
    source: text,
    body: moved(record.body),
    notProse: record.notProse.map(moved),
    // Quotes may end within a name, so they are left out.
    findings: record.findings.map(({ quote: _, ...finding }) => ({
      ...finding,
      message: plain(finding.message),
      ...(finding.range ? { range: moved(finding.range) } : {}),
    })),
    stretches: record.stretches.map((stretch) => ({ ...stretch, ...moved(stretch) })),
    brief: {
      sections: record.brief.sections.map(({ title, lines }) => ({
        title,
        lines: lines.map((line) => ({
          ...line,
          text: plain(line.text),
          ...(line.quotes ? { quotes: line.quotes.map(plain) } : {}),
        })),
      })),
    },
  };
}

/** Replaces names in a text; parts of a name that follow each other become one code. */
export function redactText(
  source: string,
  isName: IsName,
  code: string,
): { readonly text: string; readonly move: (offset: number) => number } {
  const found: { start: number; end: number }[] = [];
  for (const match of source.matchAll(WORD)) {
    const word = match[0].replace(/['\u2019]s$/, '');
    if (!isName(word)) continue;
    const start = match.index;
    const last = found.at(-1);
    if (last && /^\s+$/.test(source.slice(last.end, start))) last.end = start + word.length;
    else found.push({ start, end: start + word.length });
  }
  let text = '';
  let from = 0;
  for (const { start, end } of found) {
    text += source.slice(from, start) + code;
    from = end;
  }
  text += source.slice(from);
  const move = (offset: number) => {
    let shift = 0;
    for (const { start, end } of found) {
      if (offset <= start) break;
      // A place within a name becomes the end of its code.
      shift += code.length - (Math.min(offset, end) - start);
    }
    return offset + shift;
  };
  return { text, move };
}
