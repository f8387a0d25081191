import type { TextRange } from '@narrative-lint/core';

/** UTF-16 code units kept before and after the words of a finding. */
const AROUND = 48;

/**
 * The words of a finding with a little of what stands around them: what it is known by in another version of
 * the draft. The keys are those of a TextQuoteSelector (W3C, Web Annotation Data Model).
 */
export interface Quote {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

export function quoteOf(source: string, { start, end }: TextRange): Quote {
  const before = source.slice(Math.max(0, start - AROUND), start);
  const after = source.slice(end, end + AROUND);
  return {
    // Words that are cut are left out.
    prefix: start > AROUND ? before.replace(/^\S+/, '') : before,
    exact: source.slice(start, end),
    suffix: source.length > end + AROUND ? after.replace(/(?<!\S)\S+$/, '') : after,
  };
}
