/**
 * Passages that several texts share, word for word.
 *
 * `wordsOf(text)` turns each text into numbers, `findShared(texts)` compares them all in time that grows with
 * their length and not with their pairs. Nothing of a text itself is kept.
 */
export { findShared, type Place, type SharedPassage } from './find.ts';
export { FEWEST_WORDS } from './fingerprints.ts';
export { type Allowed, allowedIn, type Words, wordsOf } from './words.ts';
