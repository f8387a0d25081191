const known = new Map<string, number>();
/** Beyond this many distinct words the memory is dropped, so that a huge text cannot fill it. */
const MOST_KNOWN = 50_000;

/** A 32-bit FNV-1a hash of a text's UTF-16 code units, remembered. */
export function hashText(text: string): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  const hash = hashOnce(text);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(text, hash);
  return hash;
}

/** As `hashText`, for a text that is not likely to come again. */
export function hashOnce(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Combines two 32-bit hashes into one; the order matters. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
