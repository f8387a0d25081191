import { byLexeme } from '../../document/lexeme.ts';
import { lexemeOf } from '../../document/tokens.ts';
import type { Token } from '../../document/types.ts';
import { type Finder, featureId } from './bundle.ts';
import { hashText, mix } from './hash.ts';

/** The hash that stands where there is no word. */
export const NO_WORD = hashText('');

const COMMON = new Set(
  'a an the and or but of to in on at for with by from as is was were be been it its this that i my me he they she his her their we our had have has did do not would'.split(
    ' ',
  ),
);

/** Where a word stands of which something is said: in the clause itself, or in the one beside it. */
export type WordPart = 'word' | 'stem' | 'ending' | 'before' | 'after';

/** A word as the model sees it; it has few fields, as a process remembers many of them. */
export class Word {
  /** Lower case, with zeros for digits. */
  readonly text: string;
  readonly hash: number;
  /** Too common to tell anything of a neighbour clause. */
  readonly isCommon: boolean;
  /** The model that the places are of, and the place of each part there; negative where it does not know it. */
  private finder: Finder | undefined = undefined;
  word = -1;
  stem = -1;
  ending = -1;
  before = -1;
  after = -1;

  constructor(text: string) {
    this.text = text;
    this.hash = hashText(text);
    this.isCommon = COMMON.has(text);
  }

  /** Looks up the places of its parts in a model, once. */
  lookUp(finder: Finder): void {
    if (this.finder === finder) return;
    this.finder = finder;
    const placeOf = (part: WordPart) => {
      const id = this.idOf(part);
      return id === undefined ? -1 : finder.find(id);
    };
    this.word = placeOf('word');
    this.stem = placeOf('stem');
    this.ending = placeOf('ending');
    this.before = placeOf('before');
    this.after = placeOf('after');
  }

  /** The feature of a part; nothing where the word has no such part. Long words have the stem and the ending. */
  idOf(part: WordPart): number | undefined {
    const { text, hash, isCommon } = this;
    if (part === 'word') return featureId(part, hash);
    if (part === 'before' || part === 'after') return isCommon ? undefined : featureId(part, mix(hash, 0));
    if (text.length <= 4) return undefined;
    return featureId(part, hashText(part === 'stem' ? text.slice(0, 5) : text.slice(-3)));
  }
}

const wordOfLexeme = byLexeme((norm) => new Word(norm.replace(/\d/g, '0')));

/** The word of a token; nothing for a mark. */
export function wordOf(token: Token | undefined): Word | undefined {
  if (!token?.isWord || token.norm === '') return undefined;
  return wordOfLexeme(lexemeOf(token));
}
