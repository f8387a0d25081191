/** A roster that cannot be read at all. `message` is one line: the file, what is wrong, what to do. */
export class RosterError extends Error {
  override readonly name = 'RosterError';
}
