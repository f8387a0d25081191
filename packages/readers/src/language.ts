import { ReadError } from './errors.ts';
import { STANDARD_LIMIT, scaled, sizeName, tooLarge } from './limits.ts';

/** The commonest function words of English: some forty in a hundred words of any English prose. */
const FUNCTION_WORDS = new Set(
  `the of and to in a is that it for was on are as with his they at be this have from or had by but not what all were
  we when your can said there an each which she do how their if will up other about out many then them these so some
  her would make like him into time has my i me our us who did been he its than after before while during because`.split(
    /\s+/,
  ),
);
/** Prose of any language but English stays below this share of English function words. */
const ENGLISH_SHARE = 0.15;
/** Too few words tell nothing: a list of hobbies may be all names. */
const ENOUGH_WORDS = 40;
/** Scripts without spaces have few "words": this many letters outside the Latin script are enough. */
const ENOUGH_LETTERS = 40;

/**
 * Refuses a draft that is plainly in another language. A cheap count of function words passes English at
 * once; only what looks foreign is given to the language detector, and both must agree.
 *
 * @throws {ReadError} `other-language`, naming the language where it is known.
 */
export async function requireEnglish(text: string, path: string): Promise<void> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const letters = words.join('');
  const foreignScript = letters.replace(/\p{Script=Latin}/gu, '').length;
  const otherScript = foreignScript >= ENOUGH_LETTERS && foreignScript > letters.length / 2;
  if (!otherScript) {
    if (words.length < ENOUGH_WORDS) return;
    if (words.filter((word) => FUNCTION_WORDS.has(word)).length >= words.length * ENGLISH_SHARE) return;
  }
  const { francAll } = await import('franc-min');
  const ranking = francAll(text);
  const best = ranking[0];
  const english = ranking.find(([code]) => code === 'eng')?.[1] ?? 0;
  if (!otherScript && (!best || best[0] === 'und' || english > 0.85)) return;
  const name = best && best[0] !== 'und' ? languageName(best[0]) : undefined;
  throw new ReadError(
    'other-language',
    path,
    `${name ? `seems to be in ${name}` : 'does not seem to be in English'}; ERAS drafts are read in English only`,
  );
}

function languageName(code: string): string | undefined {
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code);
}

/** Characters of a shelf of books: to lint more takes minutes and gigabytes. */
const MOST_TEXT = 5 * 1024 * 1024;

/**
 * Refuses a text that is no draft in English.
 *
 * @throws {ReadError} `empty`, `too-large` or `other-language`.
 */
export async function requireDraft(text: string, path: string, limit = STANDARD_LIMIT): Promise<void> {
  const most = scaled(MOST_TEXT, limit);
  if (text.length > most)
    throw tooLarge(path, `holds more than ${sizeName(most)} of text`, 'name the draft alone', limit);
  if (text.trim() === '') {
    throw new ReadError('empty', path, 'is empty; write a first draft, or check that it was saved');
  }
  await requireEnglish(text, path);
}
