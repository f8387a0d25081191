import { describe, expect, it } from 'vitest';
import { type Edge, foundIn } from './found.ts';

const words = (count: number) => 'word '.repeat(count);
const gaps = (...texts: readonly string[]) => texts.map((text) => ['gap', text] as const);

const CASES: readonly Edge[] = [
  // One gap within another, or by two signs, is one gap.
  ['I trained at {{hospital [name]}}.', gaps('{{hospital [name]}}')],
  ['I scored [insert score here].', gaps('[insert score here]')],
  ['[TODO] I passed.', gaps('[TODO]')],
  // Angle brackets: gaps, and what only looks like them.
  ['I trained at <Program, City>.', gaps('<Program, City>')],
  ['I trained at <hospital name> in <b>May</b>.', gaps('<hospital name>')],
  ['I trained at <hospital>the clinic</hospital>.', gaps('<hospital>')],
  ['<hospital>\n\nI passed.', gaps('<hospital>')],
  ['<details> more to come\n\nI passed.', []],
  ['The test gave <p 0.05> and no more.', []],
  ['Our results are at <https://example.org/study>.', []],
  // A number that is open, and a magnification.
  ['I scored 24X, and saw it at 40X magnification.', [['number', '24X']]],
  ['The 24X magnification was enough.', []],
  // Sample text wherever it stands.
  ['Insert lorem ipsum here.', [['sample', 'lorem ipsum']]],
  // A line drawn across the page.
  ['I passed.\n\n_____\n\nThen I matched.', []],
  ['I passed.\n\n__\n\nThen I matched.', []],
  ['__\n\nThen I matched.', []],
  ['I passed.\n\n__', []],
  ['I passed.\n\n__ __\n\nI matched.', []],
  ['I passed __\n\n__', gaps('__')],
  ['I passed.\n\n__ points.\n\nI matched.', gaps('__')],
  ['I passed.\n\nI had __\n\nI matched.', gaps('__')],
  ['___ passed.\n\nI matched.', gaps('___')],
  // A form in quotation marks has two blanks at least, and is short.
  ['I wrote \u201CI chose ___ because ___\u201D before I read on.', []],
  ['I wrote "I chose ___ because\n\n___ was near.', gaps('___', '___')],
  ['She wrote "I chose ___" and I read on.', gaps('___')],
  ['She wrote "I chose ___" and I chose ___.', gaps('___', '___')],
  ['She wrote \u201CI chose ___\u201D and I chose ___.', gaps('___', '___')],
  ['She wrote "yes" and I chose ___ because ___ was near.', gaps('___', '___')],
  ['I wrote "a" and then "I chose ___ because ___".', []],
  [`I wrote "___ ${words(30)}___".`, []],
  [`I wrote "___ ${words(35)}___".`, gaps('___', '___')],
  // An editor's bracket in a quotation of its line.
  ['She said \u201C[the hospital] was lucky\u201D to [Program].', gaps('[Program]')],
  ['She said "[Program] was lucky".', []],
  ['She said "yes" to [Program].', gaps('[Program]')],
  ['She said "no\n\nI trained at [Program].', gaps('[Program]')],
  [`She said "${words(390)}[Program]".`, []],
  [`She said "${words(410)}[Program]".`, gaps('[Program]')],
  // Boxes to tick off, and an empty bracket.
  ['[ ] ask Dr. Lee\n\nI passed.', []],
  ['  [ ] ask Dr. Lee\n\nI passed.', []],
  ['- [ ] ask Dr. Lee\n- [ ] cut\n\nI passed.', []],
  ['*   [ ] ask Dr. Lee\n\nI passed.', []],
  ['She wrote:\n[ ] yes\n[ ] no', []],
  ['-   [ ] ask Dr. Lee', []],
  ['I scored [ ] on Step 2 CK.', gaps('[ ]')],
  ['I passed - [ ] points.', gaps('[ ]')],
  ['[Program]\n\nI passed.', gaps('[Program]')],
  ['- [Program]\n\nI passed.', gaps('[Program]')],
];

describe('what is left to fill in', () => {
  it.each(CASES)('is found in %j', (text, found, settings) => {
    expect(foundIn('no-placeholders', text, settings)).toEqual(found);
  });
});
