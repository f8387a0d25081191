import nlp from 'compromise/two';

/**
 * Whether capitalised words are the name of a person, as far as their sentence tells: a name that is known for a
 * place, a school or a company is none.
 *
 * Reading a sentence so costs some milliseconds and the first one loads the library, so only sentences that need it
 * come here.
 */
export function isPersonIn(sentence: string, name: string): boolean {
  const found = nlp(sentence).match(name);
  if (found.has('#Person')) return true;
  return !found.has('(#Place|#Organization|#Holiday)') && !nlp(name).has('(#Place|#Organization)');
}
