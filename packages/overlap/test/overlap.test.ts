import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedIn, FEWEST_WORDS, findShared, wordsOf } from '../src/index.ts';

const PASSAGE =
  'My grandmother kept her pills in an egg carton, one hollow for each morning, and nobody at the clinic had ever asked to see it.';

/** Prose of words that no other text has. */
const own = (name: string, words: number) =>
  Array.from({ length: words }, (_, at) => `${name}${at.toString(36)}`).join(' ');
const shared = (...texts: string[]) => findShared(texts.map((text) => wordsOf(text)));

describe('shared text', () => {
  it('is found whole, with its place in each text, whatever its case and its marks', () => {
    const one = `${own('a', 90)}. ${PASSAGE} ${own('b', 40)}`;
    const other = `${own('c', 7)} ${PASSAGE.toUpperCase().replaceAll(',', ' -')} ${own('d', 200)}`;
    const [passage, ...more] = shared(one, other);
    expect(more).toEqual([]);
    expect(passage).toMatchObject({ words: 25, quoted: false });
    const texts = [one, other];
    const quotes = passage?.places.map(({ text, start, end }) => texts[text]?.slice(start, end));
    expect(quotes?.[0]).toBe(PASSAGE.slice(0, -1));
    expect(quotes?.[1]).toBe(PASSAGE.toUpperCase().replaceAll(',', ' -').slice(0, -1));
  });

  it('is found wherever it is planted, once, and nowhere else', () => {
    const size = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(
        size,
        size,
        size,
        size,
        fc.integer({ min: FEWEST_WORDS, max: 80 }),
        (a, b, c, d, length) => {
          const planted = own('p', length);
          const texts = [
            `${own('a', a)} ${planted} ${own('b', b)}`,
            `${own('c', c)} ${planted} ${own('d', d)}`,
          ];
          const there = shared(...texts);
          const back = shared(...texts.toReversed());
          expect(there.map(({ words }) => words)).toEqual([length]);
          expect(back.map(({ words }) => words)).toEqual([length]);
          for (const { text, start, end } of there[0]?.places ?? [])
            expect(texts[text]?.slice(start, end)).toBe(planted);
        },
      ),
    );
    expect(shared(own('x', 400), own('y', 400))).toEqual([]);
    expect(shared(own('x', FEWEST_WORDS - 1), own('x', FEWEST_WORDS - 1))).toEqual([]);
  });

  it('is told once for all where many texts have it', () => {
    const texts = Array.from(
      { length: 40 },
      (_, at) => `${own(`n${at}q`, 30)} ${PASSAGE} ${own(`m${at}q`, 30)}`,
    );
    const found = shared(...texts);
    expect(found).toHaveLength(1);
    expect(found[0]?.places.map(({ text }) => text)).toEqual([...texts.keys()]);
  });

  it('is found whatever turn of phrase in its midst many texts have', () => {
    const long = fc.integer({ min: FEWEST_WORDS, max: 30 });
    fc.assert(
      fc.property(long, fc.nat(), fc.nat({ max: 1e6 }), (length, at, seed) => {
        // Another phrase each time: whether a passage is known by its phrase alone depends on the words.
        const phrase = own(`s${seed}q`, 8);
        const before = at % (length - 7);
        const passage = `${own('a', before)} ${phrase} ${own('b', length - 8 - before)}`;
        const texts = [
          `${own('c', 20)} ${passage} ${own('d', 20)}`,
          `${own('e', 20)} ${passage} ${own('f', 20)}`,
        ];
        for (let many = 0; many < 8; many += 1)
          texts.push(`${own(`m${many}q`, 20)} ${phrase} ${own(`n${many}q`, 20)}`);
        expect(shared(...texts)).toMatchObject([{ words: length, places: [{ text: 0 }, { text: 1 }] }]);
      }),
      { numRuns: 300 },
    );
  });

  it('is no matter between texts that belong together, nor in words that all may share', () => {
    const texts = [PASSAGE, `${PASSAGE} ${own('a', 30)}`, `${own('b', 30)} ${PASSAGE}`].map((text) =>
      wordsOf(text),
    );
    const apart = findShared(texts, (one, other) => one + other === 1);
    expect(apart.map(({ places }) => places.map(({ text }) => text))).toEqual([[0, 1, 2]]);
    expect(findShared(texts.slice(0, 2), () => true)).toEqual([]);
    const allowed = allowedIn(`As everybody knows: ${PASSAGE}`);
    const free = [`${own('a', 9)} ${PASSAGE}`, `${PASSAGE} ${own('b', 9)}`];
    expect(findShared(free.map((text) => wordsOf(text, 0, allowed)))).toEqual([]);
  });

  it('is a quotation where each text marks it as one', () => {
    const quoted = (name: string) => `${own(name, 12)} "${PASSAGE}" ${own(name + name, 12)}`;
    expect(shared(quoted('a'), quoted('b'))).toMatchObject([{ quoted: true }]);
    expect(shared(quoted('a'), `${own('b', 12)} ${PASSAGE}`)).toMatchObject([{ quoted: false }]);
  });

  it('begins after front matter', () => {
    const text = `---\nkind: secondary\n---\n${PASSAGE}`;
    const [first] = wordsOf(text, text.indexOf('My')).places;
    expect(text.slice(first)).toBe(PASSAGE);
  });
});
