import type { LintResult, TextRange } from '@narrative-lint/core';
import type { Container } from '@narrative-lint/readers';

/** Whether a file has pages and paragraphs in place of lines that its reader could count. */
export function isPaged(container: Container): boolean {
  return container === 'docx' || container === 'pdf';
}

/** Where a range is, as the reader of this kind of file finds it: `12:4`, or `paragraph 3, sentence 2`. */
export function placeOf(range: TextRange, { document }: LintResult, container: Container): string {
  if (isPaged(container)) {
    const sentence = document.sentences.find(({ end }) => end > range.start) ?? document.sentences.at(-1);
    if (!sentence) return 'paragraph 1';
    const inParagraph = sentence.index - (document.paragraphs[sentence.paragraph]?.sentences[0]?.index ?? 0);
    return `paragraph ${sentence.paragraph + 1}, sentence ${inParagraph + 1}`;
  }
  const before = document.source.slice(0, range.start);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line += 1;
  return `${line}:${range.start - lineStart + 1}`;
}
