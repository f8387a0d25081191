/** Words of file names that say nothing about whose draft it is. */
const GENERIC = new Set(
  'a an and the of for to ps personal statement statements draft drafts final finished new old copy edit edited edits revised revision rev version ver v residency eras application essay narrative doc document docx pdf txt md my experience experiences secondary meaningful impactful interruption interview answer geographic setting preference hobby jr sr md do phd mr ms mrs dr'.split(
    ' ',
  ),
);

/**
 * The words of a person's or a file's name that tell whose it is, in a form that compares: lower case, without
 * accents and apostrophes, cut at hyphens, underscores and capitals, without numbers and words such as "draft".
 */
export function nameWords(name: string): string[] {
  const cut = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/['\u2018\u2019\u02BC`]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return cut.map(fold).filter((word) => word !== '' && !/^v?\d+$/.test(word) && !GENERIC.has(word));
}

/** Whether two words are the same name, umlauts spelled out or not: `muller`, `mueller`. */
export function sameWord(one: string, other: string): boolean {
  return one === other || spellings(one).some((spelling) => spellings(other).includes(spelling));
}

function spellings(word: string): string[] {
  return [word, word.replace(/([aou])e/g, '$1')];
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('\u00DF', 'ss')
    .replaceAll('\u00F8', 'o')
    .replaceAll('\u0142', 'l')
    .replaceAll('\u00E6', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
