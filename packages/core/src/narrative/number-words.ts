/** A number of three digits that a text writes in words. */
export interface NumberInWords {
  readonly value: number;
  readonly index: number;
  readonly words: string;
}

const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ONE = ONES.join('|');
const TEEN = TEENS.join('|');
const TEN = TENS.join('|');

/** "Two hundred and fifty-one", and "two fifty-one" as people say a score. */
const IN_WORDS = new RegExp(
  `(?<![\\w-])(${ONE})[ -](?:hundred(?:(?: and|-and)?[ -](?:(${TEN})(?:[ -](${ONE}))?|(${TEEN}|${ONE})))?|(${TEN})(?:[ -](${ONE}))?)(?![\\w-])`,
  'g',
);

/** Whether a text in small letters may hold one. */
export function mayNumberInWords(text: string): boolean {
  return /hundred|ty\b/.test(text) && text.search(IN_WORDS) >= 0;
}

/** Every such number of a text in small letters, in text order. */
export function numbersInWords(text: string): NumberInWords[] {
  return [...text.matchAll(IN_WORDS)].map((match) => {
    const [words, hundreds = '', ten = '', one = '', rest = '', saidTen = '', saidOne = ''] = match;
    const value =
      100 * (ONES.indexOf(hundreds) + 1) + tens(ten) + upTo(one) + upTo(rest) + tens(saidTen) + upTo(saidOne);
    return { value, index: match.index, words };
  });
}

function tens(word: string): number {
  return word === '' ? 0 : 10 * (TENS.indexOf(word) + 2);
}

function upTo(word: string): number {
  return TEENS.includes(word) ? TEENS.indexOf(word) + 10 : ONES.indexOf(word) + 1;
}
