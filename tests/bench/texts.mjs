import { Random } from '../../scripts/cohort/random.mjs';
import { texts as labelledTexts } from '../../scripts/cohort/texts.mjs';

const wordsIn = (text) => text.match(/\S+/g)?.length ?? 0;

/**
 * Texts of any length, made of the labelled drafts. Drafts are used up before one is used again, and what is
 * used again has a word changed in each sentence, so that nothing kept by sentence helps anybody.
 */
export class TextMaker {
  #random;
  #drafts;
  #rest = [];
  #isFirstPass = true;
  #vocabulary = [];

  /** @param {number} seed - The same texts for the same seed. */
  static async withSeed(seed) {
    const random = new Random(seed);
    return new TextMaker(random, await labelledTexts(Number.POSITIVE_INFINITY, random));
  }

  constructor(random, drafts) {
    this.#random = random;
    this.#drafts = drafts.map(({ text }) => ({ text, words: wordsIn(text) }));
    this.#rest = [...this.#drafts];
    this.#vocabulary = this.#drafts.flatMap(({ text }) => text.match(/(?<= )[a-z]{4,}(?= )/g) ?? []);
  }

  /** A text of so many words, to the end of the sentence: one draft, and others after it until it is long enough. */
  words(count) {
    const parts = [];
    for (let missing = count; missing > 0; ) {
      const { text, words } = this.#take(missing);
      parts.push(words > missing ? cut(text, missing) : text);
      missing -= words;
    }
    return `${parts.join('\n\n')}\n`;
  }

  /** A text of so many characters. */
  characters(count) {
    let text = '';
    while (text.length < count)
      text += `${text === '' ? '' : '\n\n'}${this.#take(Number.POSITIVE_INFINITY).text}`;
    return text.slice(0, count);
  }

  /** A draft that fills what is missing as well as can be: the longest of the next few that are not too long. */
  #take(missing) {
    if (this.#rest.length === 0) {
      this.#rest = this.#random.shuffled(this.#drafts);
      this.#isFirstPass = false;
    }
    const next = this.#rest.slice(-CHOICE);
    const fitting = next.filter(({ words }) => words <= missing);
    const draft = (fitting.length > 0 ? fitting : next).reduce((best, one) =>
      one.words > best.words === fitting.length > 0 ? one : best,
    );
    this.#rest.splice(this.#rest.lastIndexOf(draft), 1);
    return this.#isFirstPass ? draft : { ...draft, text: this.#varied(draft.text) };
  }

  #varied(text) {
    return text.replace(/[^.!?\n]+/g, (sentence) => {
      const places = [...sentence.matchAll(/(?<= )[a-z]{4,}(?= )/g)];
      const place = places.length > 0 ? this.#random.pick(places) : undefined;
      if (!place) return sentence;
      const end = place.index + place[0].length;
      return sentence.slice(0, place.index) + this.#random.pick(this.#vocabulary) + sentence.slice(end);
    });
  }
}

const CHOICE = 24;

/** The first words of a text, up to the end of the sentence in which the last one stands. */
function cut(text, words) {
  let at = 0;
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    at += 1;
    if (at >= words && /[.!?]["”’)]?$/.test(word)) return text.slice(0, index + word.length);
  }
  return text;
}
