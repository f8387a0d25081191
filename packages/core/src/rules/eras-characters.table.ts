/** What a character is called in a message, and its plain form. */
export interface SpecialCharacter {
  readonly name: string;
  /** ASCII in its place; left out where there is none. */
  readonly plain?: string;
}

interface Row extends SpecialCharacter {
  readonly characters: string;
}

const INVISIBLE =
  '\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u00AD\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFE0E\uFE0F';

const ROWS: readonly Row[] = [
  { name: 'curly quotation mark', characters: '\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033', plain: '"' },
  { name: 'curly quotation mark', characters: '\u2018\u201A\u201B\u2039\u203A', plain: "'" },
  { name: 'curly apostrophe', characters: '\u2019\u02BC\u2032\u00B4', plain: "'" },
  { name: 'dash', characters: '\u2012\u2013\u2014\u2015', plain: '-' },
  { name: 'special hyphen', characters: '\u2010\u2011\u2043', plain: '-' },
  { name: 'minus sign', characters: '\u2212', plain: '-' },
  { name: 'ellipsis', characters: '\u2026', plain: '...' },
  {
    name: 'bullet',
    characters: '\u2022\u2023\u25E6\u25AA\u25AB\u25A0\u25A1\u25CF\u25CB\u2219\u00B7\uF0B7',
    plain: '-',
  },
  {
    name: 'special space',
    characters:
      '\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000',
    plain: ' ',
  },
  { name: 'tab', characters: '\t', plain: ' ' },
  { name: 'invisible character', characters: INVISIBLE, plain: '' },
  { name: 'special line break', characters: '\u2028\u2029\u000B\u000C\u0085', plain: '\n' },
  { name: 'fraction', characters: '\u00BC', plain: '1/4' },
  { name: 'fraction', characters: '\u00BD', plain: '1/2' },
  { name: 'fraction', characters: '\u00BE', plain: '3/4' },
  { name: 'sign', characters: '\u2264', plain: '<=' },
  { name: 'sign', characters: '\u2265', plain: '>=' },
  { name: 'sign', characters: '\u2260', plain: '!=' },
  { name: 'sign', characters: '\u00D7\u2715', plain: 'x' },
  { name: 'sign', characters: '\u00B1', plain: '+/-' },
  { name: 'arrow', characters: '\u2192\u21D2', plain: '->' },
  { name: 'arrow', characters: '\u2190', plain: '<-' },
  { name: 'sign', characters: '\u2122', plain: '(TM)' },
  { name: 'sign', characters: '\u00A9', plain: '(c)' },
  { name: 'sign', characters: '\u00AE', plain: '(R)' },
  { name: 'sign', characters: '\u2044', plain: '/' },
  { name: 'character that was already lost', characters: '\uFFFD' },
];

const byCharacter = new Map<string, SpecialCharacter>();
for (const { characters, ...row } of ROWS)
  for (const character of characters) byCharacter.set(character, row);

/** An emoji with all that is joined to it, a flag, or a key. */
const EMOJI = String.raw`\p{RI}{2}|[\d#*]\uFE0F?\u20E3|(?![\u0000-\u00FF\u2122])\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})*`;

/** Runs of one character outside printable ASCII or of any invisible ones, or one emoji. Line breaks are fine. */
export const SPECIAL = new RegExp(`(?:${EMOJI})|(?=([^ -~\\r\\n]))(?:[${INVISIBLE}]+|\\1+)`, 'gu');

/** Characters of Latin-1 that word processors put in unasked; the rest of Latin-1 people type on purpose. */
const UNASKED = new Set(['\u00A0', '\u00AB', '\u00AD', '\u00B4', '\u00B7', '\u00BB', '\u0085']);
const LATIN_LETTER = /^[\p{Script=Latin}\p{M}\u00AA\u00BA]$/u;
const COMPATIBLE = /^[\uFB00-\uFB06\uFF01-\uFF5E]$/u;

/**
 * What a character outside printable ASCII is.
 *
 * @param found - The character, or all characters of an emoji.
 * @param western - Whether accented letters and the other characters of Latin-1 are looked at, too.
 * @returns Nothing for one that plain-text forms are known to keep.
 */
export function describe(found: string, western: boolean): SpecialCharacter | undefined {
  const code = found.codePointAt(0) ?? 0;
  const known = byCharacter.get(found);
  if (known && (western || code < 0x80 || code > 0xff || UNASKED.has(found))) return known;
  if (COMPATIBLE.test(found)) {
    return { name: found < '\uFF00' ? 'joined letter' : 'wide character', plain: found.normalize('NFKC') };
  }
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return { name: 'control character', plain: '' };
  if (LATIN_LETTER.test(found) || code < 0x100) {
    if (!western) return undefined;
    const plain = found.normalize('NFD').replace(/\p{M}/gu, '');
    return { name: 'letter or sign', ...(plain !== '' && /^[ -~]+$/.test(plain) ? { plain } : {}) };
  }
  if (/^[\p{Extended_Pictographic}\p{RI}]|\u20E3$/u.test(found)) return { name: 'emoji' };
  return { name: /^\p{L}$/u.test(found) ? 'letter' : 'sign' };
}
