import type { Token } from '../../document/types.ts';
import { hashText } from './hash.ts';

/** A word as the model sees it, with the hashes that its features are made of. */
export interface Word {
  /** Lower case, with zeros for digits. */
  readonly text: string;
  readonly hash: number;
  /** Of the first five letters and of the last three, of words longer than four. */
  readonly stem: number | undefined;
  readonly ending: number | undefined;
  /** Too common to tell anything of a neighbour clause. */
  readonly isCommon: boolean;
}

/** The hash that stands where there is no word. */
export const NO_WORD = hashText('');

const COMMON = new Set(
  'a an the and or but of to in on at for with by from as is was were be been it its this that i my me he they she his her their we our had have has did do not would'.split(
    ' ',
  ),
);
const known = new Map<string, Word>();
/** Beyond this many distinct words the memory is dropped, so that a huge text cannot fill it. */
const MOST_KNOWN = 50_000;

/** The word of a token; nothing for a mark. */
export function wordOf(token: Token | undefined): Word | undefined {
  if (!token?.isWord || token.norm === '') return undefined;
  const before = known.get(token.norm);
  if (before) return before;
  const text = token.norm.replace(/\d/g, '0');
  const isLong = text.length > 4;
  const word: Word = {
    text,
    hash: hashText(text),
    stem: isLong ? hashText(text.slice(0, 5)) : undefined,
    ending: isLong ? hashText(text.slice(-3)) : undefined,
    isCommon: COMMON.has(text),
  };
  if (known.size > MOST_KNOWN) known.clear();
  known.set(token.norm, word);
  return word;
}
