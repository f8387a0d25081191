import { checkableBy, namesAct } from '../narrative/checkable.ts';
import { isWhichAttempt } from '../narrative/plain-tellings.ts';
import { inWords, UNSURE } from '../narrative/story.ts';
import type { Role, Segment } from '../narrative/types.ts';
import { defineRule } from './types.ts';

const PARTS = ['setback', 'change', 'evidence'] as const satisfies readonly Role[];

export default defineRule({
  meta: {
    id: 'three-part-order',
    group: 'what-changed',
    severity: 'suggestion',
    summary: 'What happened comes first, then what changed, then the evidence.',
    why: 'Directors read for three answers in this order: what happened, what did this person change, did it work. A result that stands in front of its question is hard to place, and a reader in a hurry may not go back for it.',
    ask: 'If these sentences stood in the order in which they happened, would anything be lost?',
    source: 'The three-part answer that program directors and interview coaches ask for.',
    share: 0.2,
    options: {},
    messages: {
      'evidence-first': {
        text: 'You give the result, "{{words}}", before the reader knows what it is the answer to.',
      },
      'change-first': { text: 'You tell what you changed, "{{words}}", before the reader knows why.' },
      'evidence-early': { text: 'You give the result, "{{words}}", before you have said what you changed.' },
    },
  },
  check({ document, language, narrative, report }) {
    // The words of a part must bear its role out: an order of three hangs on three single stretches.
    const bearsOut = (segment: Segment) => {
      if (segment.role === 'evidence')
        return checkableBy(language, segment) !== undefined || language.has(segment, 'vague-outcome');
      if (segment.role === 'change')
        return namesAct(language, segment) || language.has(segment, 'bare-effort', 'act');
      return true;
    };
    // "I passed Step 1 on my second try" says both in one breath, and "it took me two tries to pass", too.
    const isInOneBreath = (segment: Segment, at: number) => {
      const next = narrative.segments[at + 1];
      if (segment.role !== 'evidence') return false;
      return (
        (next?.role === 'setback' && isWhichAttempt(next.text)) || /^to (?:pass|clear)\b/.test(segment.text)
      );
    };
    const firsts = PARTS.map((role) =>
      narrative.segments.find(
        (segment, at) =>
          segment.role === role &&
          segment.confidence >= UNSURE &&
          bearsOut(segment) &&
          !isInOneBreath(segment, at),
      ),
    );
    const [setback, change, evidence] = firsts;
    if (!setback || !change || !evidence) return;
    const first = [setback, change, evidence].reduce((one, other) => (other.start < one.start ? other : one));
    const early = first === setback ? (evidence.start < change.start ? evidence : undefined) : first;
    if (!early) return;
    const messageId =
      early === change ? 'change-first' : first === setback ? 'evidence-early' : 'evidence-first';
    report({
      messageId,
      at: early,
      data: { words: inWords(document.source, early) },
      confidence: early.confidence,
    });
  },
  examples: {
    invalid: [
      {
        text: '[[evidence|I scored 255 on Step 2 CK.]] [[setback|I had failed Step 1.]] [[change|I met with a tutor.]]',
        messageId: 'evidence-first',
        at: 'I scored 255 on Step 2 CK.',
      },
      {
        text: '[[change|I met with a tutor every Monday.]] [[setback|I had failed Step 1.]] [[evidence|I passed in May.]]',
        messageId: 'change-first',
        at: 'I met with a tutor every Monday.',
      },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I passed in May.]] [[change|In between I met with a tutor.]]',
        messageId: 'evidence-early',
        at: 'I passed in May.',
      },
      {
        text: '[[evidence|I passed Level 2-CE with a 540]], [[setback|after a fail in June]]. [[change|I had sold my textbooks and lived in timed blocks.]]',
        messageId: 'evidence-first',
        at: 'I passed Level 2-CE with a 540',
      },
      {
        text: '[[evidence|My scores improved.]] [[setback|I had failed Step 1.]] [[change|I met with a tutor.]]',
        messageId: 'evidence-first',
        at: 'My scores improved.',
      },
      {
        text: '[[change|I worked harder than ever.]] [[setback|I had failed Step 1.]] [[evidence|I passed in May.]]',
        messageId: 'change-first',
        at: 'I worked harder than ever.',
      },
    ],
    valid: [
      { text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed.]]' },
      {
        text: '[[context|My father was ill that spring.]] [[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed.]]',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed.]] [[change|I kept the tutor for Step 2 CK.]] [[evidence|I scored 240.]]',
      },
      { text: 'I passed Step 1 and scored 251 on Step 2 CK. Then I moved to Ohio.' },
      {
        text: '[[evidence|I passed Step 1 in May]] [[setback|after failing it in March]].',
        nearMiss: 'no change is told, so there is no order of three',
      },
      {
        text: '[[setback|I failed Step 1]] [[evidence|and passed it in May]]. [[growth|I plan my weeks now.]]',
        nearMiss: 'two parts only',
      },
      {
        text: '[[evidence|I passed Step 1]] [[setback|on my second try]]. [[change|In between I met with a tutor.]] [[evidence|My score on Step 2 CK is 244.]]',
        nearMiss: 'the pass and the try are told in one breath',
      },
      {
        text: '[[change|I met with a tutor on Mondays.]] [[evidence|I passed in May.]]',
        nearMiss: 'no setback, so there is nothing to come after',
      },
      {
        text: '[[change|I met with a tutor on Mondays.]] [[setback|I had failed Step 1.]]',
        nearMiss: 'no result, so there is no order of three',
      },
      {
        text: '[[evidence|The sea was calm.]] [[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in May.]]',
        nearMiss: 'words that say no result stand first',
      },
      {
        text: '[[change|The sea was calm.]] [[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in May.]]',
        nearMiss: 'words that say no act stand first',
      },
    ],
  },
});
