/** The kinds of text an ERAS application asks for, and an interview answer. */
export const KINDS = [
  'personal-statement',
  'experience',
  'meaningful-experience',
  'impactful-experience',
  'interruption',
  'secondary',
  'interview-answer',
  'geographic-preference',
  'setting-preference',
  'hobby',
] as const;
export type Kind = (typeof KINDS)[number];

/** The name of a kind as it stands in a sentence. */
export function kindName(kind: Kind): string {
  return kind.replaceAll('-', ' ');
}
