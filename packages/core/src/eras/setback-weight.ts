/** How much a failed Step 1 weighs in a group of specialties. */
export interface SetbackWeight {
  readonly id: 'highly-competitive' | 'middle' | 'less-competitive';
  readonly name: string;
  /** What the source says of it, in one sentence. */
  readonly says: string;
  /** Ids of the specialties that the source names; none for the middle, which it does not list. */
  readonly specialties: readonly string[];
}

export const WEIGHT_SOURCE = "the project's founding essay on how program directors read a failed Step 1";

/** By the founding essay, which names the first and the last group and leaves the middle to all others. */
export const SETBACK_WEIGHTS: readonly SetbackWeight[] = [
  {
    id: 'highly-competitive',
    name: 'highly competitive',
    says: 'A failed Step 1 is a major hurdle here and needs strong rehabilitation.',
    specialties: ['dermatology', 'plastic-surgery', 'orthopaedic-surgery', 'otolaryngology'],
  },
  {
    id: 'middle',
    name: 'middle',
    says: 'A failed Step 1 is manageable here with a strong Step 2 CK.',
    specialties: [],
  },
  {
    id: 'less-competitive',
    name: 'less competitive',
    says: 'A failed Step 1 is often overlooked here where improvement follows.',
    specialties: ['psychiatry', 'family-medicine', 'internal-medicine', 'pediatrics'],
  },
];

/**
 * How much a failed Step 1 weighs in a specialty.
 *
 * @returns `listed` is false where the source does not name the specialty, which makes it the middle group.
 */
export function weightIn(specialty: string): { readonly weight: SetbackWeight; readonly listed: boolean } {
  const listed = SETBACK_WEIGHTS.find(({ specialties }) => specialties.includes(specialty));
  const middle = SETBACK_WEIGHTS.find(({ id }) => id === 'middle');
  const weight = listed ?? middle;
  if (!weight) throw new Error('the table of weights has no middle group');
  return { weight, listed: listed !== undefined };
}
