import { ReadError } from './errors.ts';

/** Tables within tables stay below a hundred; readers of the tree call themselves once a level. */
const DEEPEST = 300;
/** What a parser passes over; a tag within is none. */
const PASSED_OVER = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Refuses XML that a document of Word never holds: a document type, which can name files and addresses or
 * multiply text, and endless nesting. One pass over the text; what is no XML at all is left to the parser.
 *
 * @throws {ReadError} `damaged` for a document type, `too-large` for nesting.
 */
export function requirePlainXml(xml: string, path: string): void {
  let depth = 0;
  let at = xml.indexOf('<');
  while (at >= 0) {
    const passed = PASSED_OVER.find(([start]) => xml.startsWith(start, at));
    if (passed) {
      const end = xml.indexOf(passed[1], at + passed[0].length);
      if (end < 0) return;
      at = xml.indexOf('<', end);
      continue;
    }
    if (xml[at + 1] === '!') throw documentType(path);
    const end = endOfTag(xml, at);
    if (end < 0) return;
    if (xml[at + 1] === '/') depth -= 1;
    else if (xml[end - 1] !== '/') depth += 1;
    if (depth > DEEPEST) throw tooDeep(path);
    at = xml.indexOf('<', end);
  }
}

/** Where a tag closes; a `>` in a quoted value does not close it. -1 where none does. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at += 1) {
    const character = xml[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
}

function documentType(path: string): ReadError {
  return new ReadError(
    'damaged',
    path,
    'has a document type (DTD) in it, which Word never writes; open it in Word and save it again as .docx',
  );
}

function tooDeep(path: string): ReadError {
  return new ReadError(
    'too-large',
    path,
    `has parts nested more than ${DEEPEST} deep, as no draft does; copy its text into a new document and save that`,
  );
}
