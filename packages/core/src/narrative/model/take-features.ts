import { type Bundle, type FeatureGroup, featureId } from './bundle.ts';
import { WORD_PARTS, type Word, type WordPart } from './word-hashes.ts';

/** Takes the features of a clause; one may come more than once. */
export interface TakeFeatures {
  /** One feature, a 32-bit hash. */
  one(id: number): void;
  all(bundle: Bundle): void;
  /** Those of a word in its clause. */
  word(word: Word): void;
}
/** Names a feature for a person; only asked for when somebody wants to know why. */
export type Describe = (id: number, group: FeatureGroup, text: string) => void;
/** Hands features on. A name is put together only when somebody asks for it, from what stands in the draft. */
export class Features {
  private readonly take: TakeFeatures;

  constructor(take: TakeFeatures) {
    this.take = take;
  }

  one<A, B>(
    group: FeatureGroup,
    hash: number,
    _text: string | ((a: A, b: B) => string),
    _a?: A,
    _b?: B,
  ): void {
    this.take.one(featureId(group, hash));
  }

  all(bundle: Bundle): void {
    this.take.all(bundle);
  }

  word(word: Word, _written: string): void {
    this.take.word(word);
  }
}

/** As `Features`, and tells somebody what each of them is. */
export class DescribedFeatures extends Features {
  private readonly describe: Describe;

  constructor(take: TakeFeatures, describe: Describe) {
    super(take);
    this.describe = describe;
  }

  override one<A, B>(
    group: FeatureGroup,
    hash: number,
    text: string | ((a: A, b: B) => string),
    a?: A,
    b?: B,
  ): void {
    super.one(group, hash, text);
    this.describe(featureId(group, hash), group, typeof text === 'string' ? text : text(a as A, b as B));
  }

  override all(bundle: Bundle): void {
    super.all(bundle);
    bundle.features.forEach(({ group, text }, at) => {
      this.describe(bundle.ids[at] as number, group, text);
    });
  }

  override word(word: Word, written: string): void {
    super.word(word, written);
    for (const part of WORD_PARTS) this.describePart(word, part, part === 'ending' ? word.text : written);
  }

  private describePart(word: Word, part: WordPart, text: string): void {
    const id = word.idOf(part);
    if (id !== undefined) this.describe(id, part, text);
  }
}
