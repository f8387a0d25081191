import { hashText, mix } from './hash.ts';

/** What kind of thing a feature looks at. The trainer may switch groups off to see what they bring. */
export type FeatureGroup =
  | 'bias'
  | 'word'
  | 'pair'
  | 'triple'
  | 'stem'
  | 'ending'
  | 'phrase'
  | 'phrases'
  | 'opening'
  | 'grammar'
  | 'anchor'
  | 'anchored'
  | 'kind'
  | 'owner'
  | 'profile';

export const GROUPS: readonly FeatureGroup[] = [
  'bias',
  'word',
  'pair',
  'triple',
  'stem',
  'ending',
  'phrase',
  'phrases',
  'opening',
  'grammar',
  'anchor',
  'anchored',
  'kind',
  'owner',
  'profile',
];
const SEED = Object.fromEntries(GROUPS.map((group) => [group, hashText(`group ${group}`)])) as Record<
  FeatureGroup,
  number
>;

/** The number of a feature, a 32-bit hash. */
export function featureId(group: FeatureGroup, hash: number): number {
  return mix(SEED[group], hash);
}

/** One feature of a bundle. */
export interface Feature {
  readonly group: FeatureGroup;
  readonly hash: number;
  /** Its name for a person. */
  readonly text: string;
}

/** Where a model has the features that it knows. */
export interface Finder {
  /** The place of a feature; negative for one that the model does not know. */
  find(id: number): number;
}

/**
 * Features that always come together, as those of a place in the draft do. They are the same in each draft, so
 * their numbers are worked out once, and a model looks them up once.
 */
export class Bundle {
  readonly features: readonly Feature[];
  readonly ids: readonly number[];
  private finder: Finder | undefined;
  private places: readonly number[] = [];

  constructor(features: readonly Feature[]) {
    this.features = features;
    this.ids = features.map(({ group, hash }) => featureId(group, hash));
  }

  /** The places of those that a model knows, in order. */
  placesIn(finder: Finder): readonly number[] {
    if (this.finder === finder) return this.places;
    this.finder = finder;
    this.places = this.ids.map((id) => finder.find(id)).filter((place) => place >= 0);
    return this.places;
  }
}

/** A bundle of one feature. */
export function single(group: FeatureGroup, hash: number, text: Feature['text']): Bundle {
  return new Bundle([{ group, hash, text }]);
}

/** Makes a function that works once for each text; there must not be many of them. */
export function byText<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const before = made.get(text);
    if (before !== undefined) return before;
    const found = make(text);
    made.set(text, found);
    return found;
  };
}
