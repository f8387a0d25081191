import { byLexeme } from '../../document/lexeme.ts';
import { lexemeOf } from '../../document/tokens.ts';
import type { Token } from '../../document/types.ts';
import { type Finder, featureId } from './bundle.ts';
import { hashText } from './hash.ts';

/** The hash that stands where there is no word. */
export const NO_WORD = hashText('');

/** What is said of a word in its clause. */
export const WORD_PARTS = ['word', 'stem', 'ending'] as const;
export type WordPart = (typeof WORD_PARTS)[number];

/** A word as the model sees it; it has few fields, as a process remembers many of them. */
export class Word {
  /** Lower case, with zeros for digits. */
  readonly text: string;
  readonly hash: number;
  /** The model that the places are of, and the place of each part there; negative where it does not know it. */
  private finder: Finder | undefined = undefined;
  word = -1;
  stem = -1;
  ending = -1;

  constructor(text: string) {
    this.text = text;
    this.hash = hashText(text);
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
  }

  /** The feature of a part; nothing where the word has no such part. Long words have the stem and the ending. */
  idOf(part: WordPart): number | undefined {
    const { text, hash } = this;
    if (part === 'word') return featureId(part, hash);
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
