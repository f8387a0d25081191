const MARKS = /["\u201C\u201D\u2018]/g;
/** What stands before a straight mark that opens; nothing does at the head of the words. */
const BEFORE = /^[\s([\u2013\u2014-]?$/;

/**
 * Words of a draft as they stand between quotation marks: straight marks within them become single ones, and a
 * mark whose other half is outside the stretch is left out, so that nothing seems to be missing.
 */
export function quotable(words: string): string {
  const lone = loneMarks(words);
  const kept =
    lone.size === 0
      ? words
      : words
          .split('')
          .filter((_, at) => !lone.has(at))
          .join('');
  return kept.replaceAll('"', "'");
}

/** Where the quotation marks stand that have no other half. */
function loneMarks(words: string): ReadonlySet<number> {
  const open: number[] = [];
  const lone = new Set<number>();
  for (const { 0: mark, index } of words.matchAll(MARKS)) {
    if (mark === '\u2018') {
      // Its other half is also the apostrophe, so that any of them may close it.
      if (!words.includes('\u2019', index)) lone.add(index);
      continue;
    }
    const begins = mark === '\u201C' || (mark === '"' && BEFORE.test(words.charAt(index - 1)));
    if (begins) open.push(index);
    else if (open.length > 0) open.pop();
    else lone.add(index);
  }
  for (const at of open) lone.add(at);
  return lone;
}
