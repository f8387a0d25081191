import type { TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import type { FamilyName } from '../language/lexicons/index.ts';
import type { Hit } from '../language/patterns.ts';

/** Fields of words that make a clause overwrought when they meet in it. */
const PAIRS: readonly (readonly [FamilyName, FamilyName])[] = [
  ['field-violence', 'field-stakes'],
  ['field-violence', 'field-body'],
  ['field-violence', 'field-dark'],
  ['field-violence', 'field-absolute'],
  ['field-violence', 'field-pain'],
  ['field-dark', 'field-stakes'],
  ['field-dark', 'field-body'],
  ['field-dark', 'field-pain'],
  ['field-pain', 'field-absolute'],
];
/** So many tokens may stand between the two. */
const REACH = 8;

/** The stretches of a range in which two fields of strong words meet. Two words, never one word twice. */
export function overwrought(language: LanguageAnalysis, range: TextRange): TextRange[] {
  const found: TextRange[] = [];
  const idioms = language.within(range, 'strong-idiom');
  const free = (hit: Hit) => !idioms.some((idiom) => idiom.start < hit.end && hit.start < idiom.end);
  for (const [one, other] of PAIRS) {
    for (const a of language.within(range, one)) {
      const near = language.within(range, other).find((b) => free(a) && free(b) && isNear(a, b));
      if (near) found.push({ start: Math.min(a.start, near.start), end: Math.max(a.end, near.end) });
    }
  }
  return found;
}

function isNear(a: Hit, b: Hit): boolean {
  const [first, second] = a.first <= b.first ? [a, b] : [b, a];
  return second.first >= first.last && second.first - first.last <= REACH;
}
