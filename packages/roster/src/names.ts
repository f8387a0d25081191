/** Words of file names that say nothing about whose draft it is. */
const GENERIC = new Set(
  'a an and the of for to in on at by with from ps personal statement statements draft drafts final finished new old copy edit edited edits revised revision rev version ver v residency eras application essay narrative doc document docx pdf txt md my experience experiences secondary meaningful impactful interruption interview answer geographic setting preference hobby jr sr md do phd mr ms mrs dr'.split(
    ' ',
  ),
);

/**
 * The words of a person's or a file's name that tell whose it is, in a form that compares: lower case, without
 * accents and apostrophes, cut at hyphens, underscores and capitals, without numbers and words such as "draft".
 */
export function nameWords(name: string): string[] {
  return wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

/** The words of a name, cut at capitals and not: `McAllister` is also written `MCALLISTER`. */
export function nameForms(name: string): readonly (readonly string[])[] {
  const cut = nameWords(name);
  const whole = wordsOf(name);
  return cut.length === whole.length ? [cut] : [cut, whole];
}

/** What a word is known by, umlauts spelled out or not: `mueller` and `muller` share one. */
export function spellings(word: string): readonly string[] {
  const short = word.replace(/([aou])e/g, '$1');
  return short === word ? [word] : [word, short];
}

function wordsOf(name: string): string[] {
  const words = name.replace(/['\u2018\u2019\u02BC`]/g, '').split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.map(fold).filter((word) => word !== '' && !/^v?\d+$/.test(word) && !GENERIC.has(word));
}

/** Letters that are no base letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  '\u00DF': 'ss',
  '\u00E6': 'ae',
  '\u00F0': 'd',
  '\u00F8': 'o',
  '\u00FE': 'th',
  '\u0111': 'd',
  '\u0131': 'i',
  '\u0142': 'l',
  '\u0153': 'oe',
};

function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\u00DF-\u0153]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
