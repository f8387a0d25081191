/**
 * A name of a file, or of a person, as it can be shown anywhere: signs that would be obeyed stand as escapes such
 * as `\u202E`, so that no name looks like another one or reaches a terminal as a command.
 */
export function visible(name: string): string {
  // Hardly any name has more than the signs of ASCII, and what knows the others takes long to compile.
  if (/^[ -~]*$/.test(name)) return name;
  return name.replace(
    // What a terminal or a browser obeys and does not show: control characters, and those that turn the order of what follows.
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
