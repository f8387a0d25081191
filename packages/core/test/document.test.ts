import { type NarrativeDocument, parseDocument, type SourceFormat } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

/** Every token, sentence and paragraph must be an exact, ordered stretch of the source. */
function expectExact(document: NarrativeDocument): void {
  const { source } = document;
  expect(document.prose).toHaveLength(source.length);
  let at = 0;
  let words = 0;
  for (const [index, sentence] of document.sentences.entries()) {
    expect(sentence.index).toBe(index);
    expect(sentence.start).toBe(sentence.tokens[0]?.start);
    expect(sentence.end).toBe(sentence.tokens.at(-1)?.end);
    for (const token of sentence.tokens) {
      expect(source.slice(token.start, token.end)).toBe(token.text);
      expect(document.prose.slice(token.start, token.end)).toBe(token.text);
      expect(token.start).toBeGreaterThanOrEqual(at);
      at = token.end;
      if (token.isWord && !token.joined) words += 1;
    }
  }
  expect(document.words).toBe(words);
  expect(document.paragraphs.flatMap((paragraph) => paragraph.sentences)).toEqual(document.sentences);
}

function sentencesOf(source: string, format: SourceFormat = 'markdown'): string[] {
  const document = parseDocument(source, { format });
  expectExact(document);
  return document.sentences.map(({ start, end }) => source.slice(start, end));
}

function wordsOf(source: string): string[] {
  const document = parseDocument(source);
  expectExact(document);
  return document.sentences.flatMap(({ tokens }) =>
    tokens.filter(({ isWord, joined }) => isWord && !joined).map(({ text }) => text),
  );
}

describe('line ends', () => {
  it('end sentences in posts, where the next word would have fitted', () => {
    expect(sentencesOf('so step 1, i didnt pass it\ntook it over and it came back\n\nwhat now')).toEqual([
      'so step 1, i didnt pass it',
      'took it over and it came back',
      'what now',
    ]);
  });

  it('do not end sentences where an editor wraps, or after a word that cannot be the last', () => {
    const wrapped =
      'In my second year of medical school I failed the exam that everybody\nfears, and it took a summer to find out why.';
    expect(sentencesOf(wrapped)).toEqual([wrapped]);
    expect(sentencesOf('I would like to bake for\n[Hospital].')).toHaveLength(1);
  });
});

describe('offsets', () => {
  it.each([
    ['plain text', 'I failed Step 1. I passed on my second attempt.'],
    ['line breaks of Windows', 'I failed.\r\n\r\nI passed.\r\nI matched.\r\n'],
    ['a byte order mark', '\uFEFFI failed *Step 1*.\n\nI passed.'],
    ['a byte order mark and front matter', '\uFEFF---\nkind: hobby\n---\nI *bake* bread.'],
    [
      'emoji',
      'I passed \u{1F389}\u{1F469}\u{1F3FD}\u200D\u2695\uFE0F and **cried** \u{1F62D}. Then I slept.',
    ],
    ['curly quotes', '\u201CShe\u2019s safe,\u201D he wrote. I didn\u2019t forget \u2018it\u2019.'],
    ['front matter', '---\ntitle: I failed\n---\nI failed. I failed. I failed.'],
    ['repeated phrases', 'I passed. I passed. *I passed.* I passed.'],
    ['dashes and ellipses', 'I failed\u2014twice\u2026 then--finally--I passed... "Done."'],
    ['contractions', "I can't, won't, didn't, cannot, I'd've, it's."],
    ['exams in one word', 'My Step2CK, Step-2CK, Step 2CK, 2-CS and Level 2CE.'],
    ['letters that grow in lower case', '\u0130stanbul\u2019s \u0130ZM\u0130R\u2019s hospital.'],
    ['tabs and indents', '\tI failed.\n\n    I passed *it*.\n\tThen I matched.'],
    ['comments', 'I failed. <!-- *why?* --> I passed *it*.\n\n<!--\nnotes\n\nmore\n-->\nI matched.'],
    ['numbers', 'I saw 3,640 patients, 1,234,567 labs, 24/7 and scored 247.5.'],
    ['nothing', ''],
    ['only marks', '*** --- ... ???'],
  ])('are exact with %s', (_, source) => {
    for (const format of ['markdown', 'text'] as const) expectExact(parseDocument(source, { format }));
  });

  it('survives quotes nested thousands deep', () => {
    expectExact(parseDocument(`${'> '.repeat(8000)}I failed.`));
  });
});

describe('sentences', () => {
  it.each([
    ['I worked with Dr. Smith.', 'He taught me.'],
    ['I trained in the U.S. and abroad.', 'I came back.'],
    ['I moved to the U.S.', 'My family stayed.'],
    ['I came to the U.S. Department of Health.', 'It was cold.'],
    ['I used tools, e.g. question banks, i.e. UWorld.', 'They helped.'],
    ["I rotated at St. Mary's Hospital.", 'It was good.'],
    ['My GPA was 3.7 and the wound grew 2.5 cm.', 'Then it rose to 3.9.', 'I was glad.'],
    ['I waited... and then I passed.', 'It was over.'],
    ['I waited...', 'Then I passed.'],
    ['I waited\u2026', 'Then I passed.'],
    ['J. R. Smith and A. Jones taught me.', 'I learned.'],
    ['I met Dr. A. B. Chen at 5 p.m. on Monday.', 'She helped.'],
    ['It ended at 5 p.m.', 'I went home.'],
    ['I have an M.D. and a Ph.D. in biology.', 'I like it.'],
    ['I worked with Ms. Lee, R.N.', 'She taught me.'],
    ['I got a B.', 'It hurt.'],
    ['She said, "You did well. Keep going."', 'I smiled.'],
    ['"You passed!" she said.', 'I cried.'],
    ['He asked, "Are you sure?" and I nodded.', 'Then I left.'],
    ["My mentor wrote 'thorough, prepared, and safe.'", 'That shaped me.'],
    ['I was told: \u201CShe is safe. She is kind.\u201D', 'My attending wrote this.'],
    ['I stopped.', '(It was late. I was tired.)', 'Then I slept.'],
    ['i failed step 1.', 'then i passed.', 'it was hard.'],
    ['I scored 238.', 'I kept the log.'],
    ['The score was 21.5.', 'i was sad.'],
    ['I failed!', 'Really?', 'Yes.'],
    ['See No. 5 and Fig. 2 and Jan. 5.', 'I did.'],
    ['Approx. 20 hrs. a week is much.', 'I worked.'],
    ['At Mt. Sinai vs. NYU I chose.', 'Done.'],
    ['He was 6\'2".', 'He ran.'],
    ['The clerk asked for my ID.', 'I had left it in the car.'],
    ['We moved to Fresno, CA.', 'Rotations began.'],
    ['I asked MS. Rivera twice.', 'She stayed.'],
    ['It was caught before it went in.', 'The list had been wrong.'],
    ['I slept in the sun.', 'I had not slept before.'],
    ['The cut was 5 in.', 'The deepest that I had seen.'],
    ['I chose Sinai vs. The Johns Hopkins plan.', 'It fit.'],
    ['I bought 6 in. Foley catheters for it.', 'They fit.'],
  ])('are cut where they end: %s %s', (...expected) => {
    expect(sentencesOf(expected.join(' '))).toEqual(expected);
    expect(sentencesOf(expected.join('\r\n'), 'text')).toEqual(expected);
  });

  it('are cut at a missing space', () => {
    expect(sentencesOf('I failed.I passed.')).toEqual(['I failed.', 'I passed.']);
  });

  it('do not run over paragraphs', () => {
    expect(sentencesOf('I failed\n\nI passed')).toEqual(['I failed', 'I passed']);
    expect(sentencesOf(`I "failed\n\nI passed" ${'x '.repeat(100)}\nI matched`, 'text')).toHaveLength(3);
  });

  it('keep a quotation that is never closed from swallowing the rest', () => {
    expect(sentencesOf('She said, "I failed. I passed. I matched.')).toEqual([
      'She said, "I failed.',
      'I passed.',
      'I matched.',
    ]);
  });
});

describe('words', () => {
  it.each([
    ['# A heading', ['A', 'heading']],
    ['I **passed** *on* my ~~first~~ `code` attempt.', ['I', 'passed', 'on', 'my', 'first', 'attempt']],
    ['See [my page](https://example.org/a "title") now.', ['See', 'my', 'page', 'now']],
    ['See https://example.org/a and <https://example.org> and a@b.org now.', ['See', 'and', 'and', 'now']],
    ['![a picture](x.png) I see.', ['I', 'see']],
    ['```js\nconst a = 1;\n```\nI see.', ['I', 'see']],
    ['I see <!-- a note --> you.\n\n<!-- more -->', ['I', 'see', 'you']],
    ['<!-- a note -->I see you.', ['I', 'see', 'you']],
    ['<!-- never closed\n\nI see you.', ['never', 'closed', 'I', 'see', 'you']],
    ['| Exam | Score |\n|---|---|\n| CK | 247 |', ['Exam', 'Score', 'CK', '247']],
    ['- one\n- two\n  - three', ['one', 'two', 'three']],
    ['I <b>see</b> you.', ['I', 'see', 'you']],
    ['> A quote.', ['A', 'quote']],
    ['---\nkind: hobby\n---\nI bake.', ['I', 'bake']],
    ['    I indent.', ['I', 'indent']],
    ["I don't and can't and cannot.", ['I', 'do', 'and', 'ca', 'and', 'can']],
    ['I saw 3,640 patients in 24/7 care.', ['I', 'saw', '3,640', 'patients', 'in', '24/7', 'care']],
    ['A well-known e-mail\u2014I sent it.', ['A', 'well-known', 'e-mail', 'I', 'sent', 'it']],
    ['*** --- ... ???', []],
  ])('of %j', (source, expected) => {
    expect(wordsOf(source)).toEqual(expected);
  });

  it('are spelled out in contractions', () => {
    const [sentence] = parseDocument('I didn\u2019t, can\u2019t, won\u2019t.').sentences;
    expect(sentence?.tokens.map(({ norm }) => norm)).toEqual([
      'i',
      'did',
      'not',
      ',',
      'can',
      'not',
      ',',
      'will',
      'not',
      '.',
    ]);
  });
});

describe('characters', () => {
  it.each([
    ['I bake.', 7],
    ['\n\n I bake. \n', 7],
    ['---\nkind: hobby\n---\n\nI bake.\n', 7],
    ['\uFEFFI bake.', 7],
    ['I bake.\r\nI run.', 14],
    ['I bake.<!-- and\r\nmore -->', 7],
    ['I \u{1F600}.', 5],
  ])('of %j are %d', (source, expected) => {
    expect(parseDocument(source).characters).toBe(expected);
  });
});

describe('structure', () => {
  it('tells kinds of paragraphs apart', () => {
    const { paragraphs } = parseDocument('# Title\n\nText here.\n\n- item\n\n| a |\n|---|\n| b |');
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list-item', 'cell', 'cell']);
  });

  it('lists formatting, without comments', () => {
    const source = '# T\n\nI *am* **here** <!-- x --> [a](b) ![c](d) `e`\n\n---\n\n> q';
    expect(parseDocument(source).formatting.map(({ kind }) => kind)).toEqual([
      'heading',
      'emphasis',
      'emphasis',
      'link',
      'image',
      'code',
      'rule',
      'quote',
    ]);
  });

  it('takes each line of unwrapped text for a paragraph, and joins wrapped lines', () => {
    const long = 'I like long lines that no hand has wrapped. '.repeat(5);
    expect(parseDocument(`${long}\nI passed.\nI matched.`, { format: 'text' }).paragraphs).toHaveLength(3);
    expect(parseDocument('I passed\nat last.\n\nI matched.', { format: 'text' }).paragraphs).toHaveLength(2);
  });

  it('carries front matter that is no YAML as an error with its line', () => {
    const { frontMatter, words } = parseDocument('---\nkind: [a\nb: c\n---\nI bake.');
    expect(frontMatter?.error).toMatch(/^line \d: /);
    expect(words).toBe(2);
  });
});
