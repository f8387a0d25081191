/*
 * Nearly every text asked about begins with a letter of ASCII, which is told apart without an expression: those that
 * know the letters of all languages take long to compile.
 */

/** Whether a text begins with a capital letter. */
export function beginsWithCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}

/** Whether a text begins with a capital letter and a small one. */
export function beginsAsName(text: string): boolean {
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  if (first < 128 && second < 128) return first >= 65 && first <= 90 && second >= 97 && second <= 122;
  return /^\p{Lu}\p{Ll}/u.test(text);
}
