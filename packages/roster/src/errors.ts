/** A roster that cannot be read at all. `message` is one line: the file, what is wrong, what to do. */
export class RosterError extends Error {
  override readonly name = 'RosterError';

  constructor(message: string, options?: ErrorOptions) {
    super(oneLine(message), options);
  }
}

/** A message that quotes cells, which may hold line breaks. */
export function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}
