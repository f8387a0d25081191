import { bySentence } from '../document/shape.ts';
import type { NarrativeDocument, Sentence, TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { inWords, UNSURE } from '../narrative/story.ts';
import { stretchesBySentence } from '../narrative/stretches.ts';
import type { Narrative, Segment } from '../narrative/types.ts';
import { defineRule, type RuleContext } from './types.ts';

/** Fewer words at the end are a scrap of a clause. */
const SCRAP = 3;
/** Those whose grief or shame may be told beside the writer's. */
const OTHERS =
  /\b(?:family|families|mother|father|parents|wife|husband|son|daughter|brother|sister|patients?|man|woman|boy|girl|widow|couple|he|she|they)\b/i;
const OWN = /\b(?:i|my|me|mine)\b/i;

/** Mentions of setbacks that an earlier paragraph has told. */
function toldBefore({ arcs }: Narrative): Set<Segment> {
  const told = new Set<Segment>();
  for (const { mentions } of arcs) {
    const first = mentions.reduce((least, part) => Math.min(least, part.paragraph), Number.POSITIVE_INFINITY);
    for (const mention of mentions) if (mention.paragraph > first) told.add(mention);
  }
  return told;
}

/** Stretches that come back to a setback told in an earlier paragraph, after evidence was given; by paragraph. */
function returns(narrative: Narrative): Segment[][] {
  const groups: Segment[][] = [];
  const proof = narrative.segments.find((part) => part.role === 'evidence' && part.confidence >= UNSURE);
  const told = toldBefore(narrative);
  for (const mention of narrative.segments) {
    if (mention.role !== 'setback') continue;
    // A setback that was not told before is news, and so is what is said about it in the same paragraph.
    if (!proof || proof.start >= mention.start || !told.has(mention)) continue;
    if (OTHERS.test(mention.text) && !OWN.test(mention.text)) continue;
    const last = groups.at(-1);
    if (last?.[0]?.paragraph === mention.paragraph) last.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

/**
 * Sentences after the evidence in which the writer says that it still hurts. Such a sentence names nothing that
 * happened, so it is easily taken for something else than the setback: its words decide.
 */
function lingering({
  document,
  language,
  narrative,
}: Pick<RuleContext, 'document' | 'language' | 'narrative'>) {
  const proof = narrative.segments.find((part) => part.role === 'evidence');
  if (!proof || narrative.arcs.length === 0) return [];
  return document.sentences.filter(
    (sentence) =>
      sentence.start >= proof.end &&
      mayLinger(sentence, language) &&
      OWN.test(document.source.slice(sentence.start, sentence.end)),
  );
}

const mayLinger = bySentence(
  (sentence, language: LanguageAnalysis) =>
    language.has(sentence, 'lingering') && !language.has(sentence, 'other-person', 'clinical'),
);

/** The setback stretch that takes most of a sentence, if one does. */
function fills(
  document: NarrativeDocument,
  narrative: Narrative,
  sentence: Sentence | undefined,
): Segment | undefined {
  if (!sentence) return undefined;
  const setbacks = narrative.segments.filter(
    (part) => part.role === 'setback' && part.sentences.includes(sentence.index),
  );
  const inside = stretchesBySentence(document, setbacks).filter(
    (stretch) => stretch.sentence === sentence.index,
  );
  const words = inside.reduce((sum, stretch) => sum + stretch.words, 0);
  return words * 2 > sentence.words ? setbacks[0] : undefined;
}

export default defineRule({
  meta: {
    id: 'no-wallowing',
    group: 'what-happened',
    severity: 'warning',
    summary:
      'Once the evidence is given, the draft leaves the setback behind; it neither opens nor ends on it.',
    why: 'First and last sentences are what a director remembers after forty files. What comes back there sounds unfinished, even when you have long dealt with it.',
    ask: 'What would you like the reader to remember at this point instead?',
    source: 'Advisors on red flags: tell it once, in the middle, and move on to what came of it.',
    share: 0.45,
    shareUnseen: 0.8,
    options: {
      nod: { default: 8, minimum: 1, description: 'A return of fewer words than this is a nod and is free.' },
    },
    messages: {
      returns: {
        text: 'You come back to what went wrong with "{{words}}", after the proof that it is behind you.',
        why: 'Once a director has seen the proof, the matter is closed. What comes back after it sounds unfinished, even when you have long dealt with it.',
      },
      ends: { text: 'The last thing your reader takes away is "{{words}}".' },
      opens: { text: 'The first thing your reader learns about you is "{{words}}".' },
    },
  },
  check({ document, language, narrative, kind, kindStated, options, report }) {
    const told: TextRange[] = [];
    const tell = (messageId: 'returns' | 'ends' | 'opens', at: TextRange, confidence: number) => {
      told.push(at);
      report({ messageId, at, data: { words: inWords(document.source, at) }, confidence });
    };
    const taken = new Set<Segment>();

    const first = fills(document, narrative, document.sentences[0]);
    // A paragraph of which nobody said that it is a whole statement is an excerpt.
    const whole = kindStated || document.paragraphs.length > 1;
    if (kind === 'personal-statement' && whole && first) {
      tell('opens', first, first.confidence);
      taken.add(first);
    }
    const last = fills(document, narrative, document.sentences.at(-1));
    const ends = narrative.segments.filter((part) => part.words >= SCRAP).at(-1)?.role === 'setback';
    // A text that tells nothing but the setback has nothing else to end on; other rules speak of that.
    const more = narrative.segments.some((part) => part.role !== 'setback' && part.role !== 'context');
    if (last && ends && more && !taken.has(last)) {
      tell('ends', last, last.confidence);
      taken.add(last);
    }
    for (const group of returns(narrative)) {
      const words = group.reduce((sum, part) => sum + part.words, 0);
      const unsure = group.every((part) => part.confidence < UNSURE);
      const at = group[0];
      if (!at || words < options.nod || unsure || group.some((part) => taken.has(part))) continue;
      tell('returns', at, at.confidence);
    }
    for (const sentence of lingering({ document, language, narrative })) {
      if (told.some((at) => at.start < sentence.end && sentence.start < at.end)) continue;
      const isLast = sentence.index === document.sentences.length - 1;
      if (isLast || sentence.words >= options.nod) tell(isLast ? 'ends' : 'returns', sentence, UNSURE);
    }
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] [[growth|I plan my weeks with her list.]] Even so, I have never really gotten past the morning of that report.',
        kind: 'secondary',
        messageId: 'ends',
        at: 'Even so, I have never really gotten past the morning of that report.',
      },
      {
        text: 'I like the wards at dawn.\n\n[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]\n\n[[setback|I still think of the morning on which I opened that report in the library.]] I hope to train in a county hospital.',
        messageId: 'returns',
        at: 'I still think of the morning on which I opened that report in the library.',
      },
      {
        text: '[[setback|I failed Step 1 in May of my second year.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] [[growth|I still plan my weeks with her list.]]\n\nI grew up above a bakery.',
        messageId: 'opens',
        at: 'I failed Step 1 in May of my second year.',
      },
      {
        text: '[[setback|I failed Level 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] [[setback|It will always be on my transcript.]]',
        kind: 'secondary',
        messageId: 'ends',
        at: 'It will always be on my transcript.',
      },
      {
        text: 'I like to listen. I look for a program by the sea. [[setback|For completeness, I failed my surgery clerkship.]]',
        messageId: 'ends',
        at: 'For completeness, I failed my surgery clerkship.',
      },
    ],
    valid: [
      {
        text: 'I like the wards at dawn.\n\n[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]\n\n[[setback|The parents of the boy were ashamed and had not told a soul.]] I sat with them.',
        nearMiss: "somebody else's shame, taken for a return",
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] [[growth|I still think about her first question each time I open a chart.]]',
        kind: 'secondary',
        nearMiss: 'what is still thought of is the lesson',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] A patient of mine has never got over the winter in which his wife was buried.',
        kind: 'secondary',
        nearMiss: "a grief that is not the writer's",
      },
      {
        text: 'I like the wards at dawn. [[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] [[growth|I bring her list to residency.]]',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]',
        kind: 'secondary',
      },
      {
        text: 'I like the wards.\n\n[[setback|I failed Step 1.]] [[setback|I told my family.]]\n\n[[change|I met with a tutor.]] [[evidence|I passed in June.]]',
      },
      { text: 'We lost the final. I still think of that corner kick, and of the bus home afterward.' },
      {
        text: 'I like the wards.\n\n[[setback|I failed Step 1.]] [[evidence|I passed in June.]]\n\n[[setback|Since that exam]] [[growth|I end each day with two questions on a card.]]',
        nearMiss: 'a nod of three words',
      },
      {
        text: 'I like the wards.\n\n[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]\n\n[[setback|Two years later I did not match in neurology, having applied late.]] [[change|I asked six programs why.]] [[evidence|I have nine interviews.]]',
        nearMiss: 'another setback, told later',
      },
    ],
  },
});
