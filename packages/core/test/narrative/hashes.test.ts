import { analyse, parseDocument } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { Bundle, byText, featureId, single } from '../../src/narrative/model/bundle.ts';
import { EDGES, edgeBetween } from '../../src/narrative/model/edges.ts';
import { hashOnce, hashText, mix } from '../../src/narrative/model/hash.ts';
import { numberOf, placesOf } from '../../src/narrative/model/places.ts';
import { Seen } from '../../src/narrative/model/seen.ts';
import { wordOf } from '../../src/narrative/model/word-hashes.ts';

describe('hashes', () => {
  it('are those of FNV-1a', () => {
    expect(hashOnce('') >>> 0).toBe(0x811c9dc5);
    expect(hashOnce('a') >>> 0).toBe(0xe40c292c);
    expect(hashOnce('foobar') >>> 0).toBe(0xbf9cf968);
    for (const text of ['', 'a', 'foobar', 'a']) expect(hashText(text)).toBe(hashOnce(text));
  });

  it('stay the same where a huge text fills their memory', () => {
    const before = hashText('harbor');
    for (let at = 0; at < 60_000; at += 1) hashText(`word ${at}`);
    expect(hashText('harbor')).toBe(before);
  });

  it('are mixed into one that knows their order', () => {
    expect(mix(1, 2)).not.toBe(mix(2, 1));
    expect([mix(1, 2), mix(0, 0), mix(-5, 7)]).toMatchSnapshot();
    expect(mix(1, 2)).toBe(mix(1, 2) | 0);
  });
});

describe('what was seen', () => {
  it('is new once, until it is forgotten', () => {
    const seen = new Seen();
    seen.begin();
    const places = Array.from({ length: 3000 }, (_, at) => (at * 7919) % 100_003);
    expect(places.every((place) => seen.isNew(place))).toBe(true);
    expect(places.some((place) => seen.isNew(place))).toBe(false);
    expect(seen.isNew(100_004)).toBe(true);
    seen.begin();
    expect(places.every((place) => seen.isNew(place))).toBe(true);
    expect(places.some((place) => seen.isNew(place))).toBe(false);
  });

  it('tells places apart that fall onto one slot', () => {
    const seen = new Seen();
    seen.begin();
    const slot = (place: number) => (Math.imul(place, 0x9e3779b1) >>> 16) & 1023;
    const alike = Array.from({ length: 40_000 }, (_, at) => at).filter((place) => slot(place) === 1023);
    expect(alike.length).toBeGreaterThan(3);
    expect(alike.every((place) => seen.isNew(place))).toBe(true);
    expect(alike.some((place) => seen.isNew(place))).toBe(false);
  });
});

describe('bundles', () => {
  it('know their features by number, and look them up once in a model', () => {
    const bundle = new Bundle([
      { group: 'word', hash: 1, text: 'a' },
      { group: 'pair', hash: 1, text: 'b' },
    ]);
    expect(bundle.ids).toEqual([featureId('word', 1), featureId('pair', 1)]);
    expect(bundle.ids[0]).not.toBe(bundle.ids[1]);
    let asked = 0;
    const finder = {
      find: (id: number) => {
        asked += 1;
        return id === featureId('pair', 1) ? 0 : -1;
      },
    };
    expect(bundle.placesIn(finder)).toEqual([0]);
    expect(bundle.placesIn(finder)).toEqual([0]);
    expect(asked).toBe(2);
    expect(bundle.placesIn({ find: () => 5 })).toEqual([5, 5]);
    expect(single('word', 1, 'a').ids).toEqual([featureId('word', 1)]);
  });

  it('are made once for each text', () => {
    let made = 0;
    const make = byText((text) => {
      made += 1;
      return `${text}!`;
    });
    expect([make('a'), make('b'), make('a')]).toEqual(['a!', 'b!', 'a!']);
    expect(made).toBe(2);
  });
});

describe('words as a model sees them', () => {
  const word = (text: string) => {
    const [sentence] = parseDocument(text).sentences;
    return wordOf(sentence?.tokens[0]);
  };

  it('have no digits of their own', () => {
    expect(word('231')?.text).toBe('000');
    expect(word('231')?.hash).toBe(word('198')?.hash);
  });

  it('are none for a mark, or for nothing', () => {
    expect(word('(')).toBeUndefined();
    expect(wordOf(undefined)).toBeUndefined();
  });

  it('have a stem and an ending when they are long', () => {
    const long = word('Failing');
    expect(long?.idOf('stem')).toBe(featureId('stem', hashText('faili')));
    expect(long?.idOf('ending')).toBe(featureId('ending', hashText('ing')));
    expect(word('failed')?.idOf('stem')).toBe(featureId('stem', hashText('faile')));
    expect(word('fails')?.idOf('stem')).toBe(featureId('stem', hashText('fails')));
    expect(word('fail')?.idOf('stem')).toBeUndefined();
    expect(word('fail')?.idOf('ending')).toBeUndefined();
    expect(word('fail')?.idOf('word')).toBe(featureId('word', hashText('fail')));
  });

  it('are looked up once in each model', () => {
    const rare = word('Zanzibar');
    let asked = 0;
    const finder = {
      find: (id: number) => {
        asked += 1;
        return id === featureId('word', hashText('zanzibar')) ? 3 : -1;
      },
    };
    rare?.lookUp(finder);
    rare?.lookUp(finder);
    expect(asked).toBe(3);
    expect([rare?.word, rare?.stem, rare?.ending]).toEqual([3, -1, -1]);
    rare?.lookUp({ find: () => 8 });
    expect([rare?.word, rare?.stem, rare?.ending]).toEqual([8, 8, 8]);
    const short = word('xi');
    short?.lookUp({ find: () => 8 });
    expect([short?.word, short?.stem, short?.ending]).toEqual([8, -1, -1]);
  });

  it('stay the same where a huge text fills their memory', () => {
    const text = Array.from({ length: 21_000 }, (_, at) => `w${at.toString(36).replace(/\d/g, 'q')}x`);
    const hash = word('harbor')?.hash;
    for (const one of text) wordOf({ text: one, norm: one, isWord: true, joined: false, start: 0, end: 1 });
    expect(word('harbor')?.hash).toBe(hash);
  });
});

describe('the boundary between two clauses', () => {
  const edge = (text: string) => {
    const [before, clause] = analyse(parseDocument(text)).clauses;
    if (!before || !clause) throw new RangeError(text);
    return EDGES[edgeBetween(before, clause)];
  };

  it.each([
    ['I failed.\n\nI asked.', 'paragraph'],
    ['I failed. I asked.', 'sentence'],
    ['I failed, and I asked a tutor.', 'and'],
    ['I failed, but I asked a tutor.', 'but'],
    ['I failed the exam because I was tired.', 'because'],
    ['I failed the exam, which hurt my pride.', 'which'],
    ['I failed the exam; I asked a tutor.', ';'],
  ])('%s is %s', (text, name) => {
    expect(edge(text)).toBe(name);
  });
});

describe('places of sentences', () => {
  const places = (text: string) => {
    const document = parseDocument(text);
    return placesOf(document, analyse(document));
  };

  it('are counted from the beginning, from the end, in the paragraph, and from the telling', () => {
    const rows = `${'I row. '.repeat(5)}\n\nI failed Step 1. ${'I sail. '.repeat(12)}\n\nI bake.`;
    const all = places(rows);
    expect(all.map(({ sentence }) => sentence)).toEqual([0, 1, 2, 3, ...new Array(15).fill(4)]);
    expect(all.map(({ toGo }) => toGo)).toEqual([...new Array(15).fill(4), 3, 2, 1, 0]);
    expect(all.map(({ inParagraph }) => inParagraph)).toEqual([
      0,
      1,
      2,
      3,
      3,
      0,
      1,
      2,
      ...new Array(10).fill(3),
      0,
    ]);
    expect(all.map(({ nearest = 99 }) => nearest + 0)).toEqual([
      -4, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8, 8,
    ]);
    expect(all.map(({ tenth }) => tenth)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9]);
    expect(all[0]).toMatchObject({
      paragraph: 0,
      isLastParagraph: false,
      length: 3,
      tellings: 1,
      isParagraphOfTelling: false,
      side: 'before the telling',
      failsElse: false,
      failsUnreal: false,
    });
    expect(all[6]).toMatchObject({ paragraph: 1, isParagraphOfTelling: true, side: 'after the telling' });
    expect(all.at(-1)).toMatchObject({ paragraph: 2, isLastParagraph: true, isParagraphOfTelling: false });
  });

  it('know a draft of one paragraph, and one without a setback', () => {
    expect(places('I row. I sail.')[0]).toMatchObject({
      paragraph: -1,
      isLastParagraph: true,
      nearest: undefined,
      tellings: 0,
      side: 'no setback told',
    });
  });

  it('lie between two tellings, nearer to the one before where both are as near', () => {
    const all = places('I failed Step 1. I row. I failed Step 2 CK. I failed Step 3. I failed Level 1.');
    expect(all.map(({ side }) => side)).toEqual([
      'in the telling',
      'between',
      'in the telling',
      'in the telling',
      'in the telling',
    ]);
    expect(all[1]?.nearest).toBe(1);
    expect(all[0]?.tellings).toBe(3);
  });

  it('know whose failures the draft tells beside', () => {
    expect(places('My roommate failed Step 1. I row.')[1]).toMatchObject({
      failsElse: true,
      failsUnreal: false,
    });
    expect(places('If I fail Step 1, I ask. I row.')[1]).toMatchObject({
      failsElse: false,
      failsUnreal: true,
    });
  });

  it('have a number each, which no other place has', () => {
    const [one] = places('I row. I sail.');
    if (!one) throw new RangeError('no place');
    const others = [
      { ...one, sentence: 3 },
      { ...one, toGo: 3 },
      { ...one, inParagraph: 2 },
      { ...one, tenth: 7 },
      { ...one, paragraph: 4 },
      { ...one, length: 4 },
      { ...one, nearest: 8 },
      { ...one, nearest: -4 },
      { ...one, tellings: 3 },
      { ...one, side: 'between' as const },
      { ...one, isLastParagraph: false },
      { ...one, isParagraphOfTelling: true },
      { ...one, failsElse: true },
      { ...one, failsUnreal: true },
    ];
    const numbers = [one, ...others].map(numberOf);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numberOf({ ...one })).toBe(numberOf(one));
    const largest = numberOf({
      ...one,
      sentence: 4,
      toGo: 4,
      inParagraph: 3,
      tenth: 9,
      paragraph: 5,
      length: 5,
      nearest: undefined,
      tellings: 3,
      side: 'before the telling',
      isLastParagraph: true,
      isParagraphOfTelling: true,
      failsElse: true,
      failsUnreal: true,
    });
    expect(largest).toBe(5 * 5 * 4 * 10 * 7 * 6 * 14 * 4 * 5 * 16 - 1);
  });
});
