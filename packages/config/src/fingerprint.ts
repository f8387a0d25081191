import type { NarrativeDocument, NarrativeMessage } from '@narrative-lint/core';
import type { DismissableFinding } from './types.ts';

/** Stands in the place of a hash for a finding about the whole draft. */
export const WHOLE_DRAFT = 'draft';
/** Hexadecimal digits of a hash: enough that no two sentences share one, too few to say what was written. */
const DIGITS = 16;

/**
 * What a finding is known by: its rule, and a hash of the words it points to with the sentence they begin in.
 * Edits of that sentence make it another finding, edits elsewhere, of white space or of the kind of quotes do not.
 */
export function fingerprint(message: NarrativeMessage, document: NarrativeDocument): DismissableFinding {
  const ruleId = message.ruleId ?? '';
  const { range } = message;
  if (!range) return { ruleId, hash: WHOLE_DRAFT };
  const sentence = document.sentences.findLast(({ start }) => start <= range.start);
  const end = Math.min(range.end, Math.max(sentence?.end ?? range.end, range.start + 1));
  const parts = [
    document.source.slice(range.start, end),
    sentence && sentence.end > range.start ? document.source.slice(sentence.start, sentence.end) : '',
  ];
  // Loaded here: most drafts have no dismissed finding.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const hash = createHash('sha256').update(parts.map(plain).join('\0')).digest('hex');
  return { ruleId, hash: hash.slice(0, DIGITS) };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replace(/[\u201C-\u201F]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
