/** Shortest run of a draft that is told by its place: no three letters in a row of it are ever written. */
const SHORTEST = 3;
/** Shortest run of the program's own texts that is; below, a place takes more room than the words. */
const SHORTEST_OWN = 12;
/** Places that are looked at for the longest run. */
const MOST_PLACES = 48;

/** Text with places of other texts in it: as it stands, or a pair of numbers, the place and its length. */
export type Coded = readonly (string | number)[];

/** Writes text by where its words stand in other texts, so that nobody can read it without them. */
export interface Places {
  /**
   * No word of the private texts is left in what comes out, whatever its length and whether in their capitals
   * or in small letters, and no run of three of their signs or more.
   */
  encode(text: string): Coded;
  /** @returns `undefined` where it is no text that `encode` gave. */
  decode(coded: unknown): string | undefined;
}

/** The program's own texts, prepared for many drafts. */
export interface OwnTexts {
  readonly text: string;
  readonly runs: Runs;
}

export function ownTexts(texts: readonly string[]): OwnTexts {
  const text = texts.join('\n');
  return { text, runs: runsOf(text, SHORTEST_OWN) };
}

/**
 * @param own - What the program says anyway; it is told by place for its length alone.
 * @param secret - What must not be written: the draft, and what is known of who wrote it.
 */
export function placesIn(own: OwnTexts, secret: readonly string[]): Places {
  // Messages may say words in small letters.
  const joined = secret.join('\n');
  const hidden = `${joined}\n${joined.toLowerCase()}`;
  const whole = own.text + hidden;
  const runs = runsOf(hidden, SHORTEST);
  const words = new Map<string, number>();
  for (const { 0: word, index: at } of hidden.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.length < SHORTEST && !words.has(word)) words.set(word, own.text.length + at);
  }

  const longest = (text: string, at: number) => {
    let place = 0;
    let length = 0;
    const look = ({ last, before, size }: Runs, from: number) => {
      let candidate = last.get(keyAt(text, at, size));
      for (let left = MOST_PLACES; candidate !== undefined && candidate >= 0 && left > 0; left -= 1) {
        const shared = sharedFrom(text, at, from + candidate);
        if (shared > length && shared >= size) {
          place = from + candidate;
          length = shared;
        }
        candidate = before[candidate];
      }
    };
    look(runs, own.text.length);
    look(own.runs, 0);
    return length > 0 ? { place, length } : shortWord(text, at);
  };
  const sharedFrom = (text: string, at: number, place: number) => {
    let length = 0;
    while (at + length < text.length && whole.charCodeAt(place + length) === text.charCodeAt(at + length))
      length += 1;
    return length;
  };
  const shortWord = (text: string, at: number) => {
    if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return undefined;
    const word = /^[\p{L}\p{N}]{1,2}(?![\p{L}\p{N}])/u.exec(text.slice(at, at + SHORTEST))?.[0] ?? '';
    const place = words.get(word);
    return place === undefined ? undefined : { place, length: word.length };
  };
  return {
    encode(text) {
      const coded: (string | number)[] = [];
      let plain = '';
      for (let at = 0; at < text.length; ) {
        const found = longest(text, at);
        if (!found) {
          plain += text[at];
          at += 1;
          continue;
        }
        if (plain !== '') coded.push(plain);
        plain = '';
        coded.push(found.place, found.length);
        at += found.length;
      }
      return plain === '' ? coded : [...coded, plain];
    },
    decode(coded) {
      if (!Array.isArray(coded)) return undefined;
      let text = '';
      for (let at = 0; at < coded.length; at += 1) {
        const part: unknown = coded[at];
        if (typeof part === 'string') {
          text += part;
          continue;
        }
        at += 1;
        const length: unknown = coded[at];
        if (typeof part !== 'number' || typeof length !== 'number') return undefined;
        text += whole.slice(part, part + length);
      }
      return text;
    },
  };
}

/** Where runs of a size stand in a text. */
interface Runs {
  readonly size: number;
  /** By the key of a run, its last place. */
  readonly last: ReadonlyMap<number, number>;
  /** By the place of a run, the one before of the same key; -1 for the first. */
  readonly before: Int32Array;
}

function runsOf(text: string, size: number): Runs {
  const last = new Map<number, number>();
  const before = new Int32Array(text.length);
  for (let at = 0; at + size <= text.length; at += 1) {
    const key = keyAt(text, at, size);
    before[at] = last.get(key) ?? -1;
    last.set(key, at);
  }
  return { size, last, before };
}

/** The first sign of a run, the one in its middle and the last, as a number: all of it where it has three. */
function keyAt(text: string, at: number, size: number): number {
  const middle = text.charCodeAt(at + (size >> 1));
  return (text.charCodeAt(at) * 65_536 + middle) * 65_536 + text.charCodeAt(at + size - 1);
}
