import { checkableBy, isOutcome, mayBeOutcome } from '../narrative/checkable.ts';
import { firstSetback, inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

export default defineRule({
  meta: {
    id: 'specific-evidence',
    group: 'evidence',
    severity: 'warning',
    summary: 'At least one outcome is checkable: a named pass, a number, a grade, or what somebody wrote.',
    why: 'Everybody improves in a personal statement. A pass, a number or a sentence with its author can be found in the file, and a director trusts what the file confirms.',
    ask: 'Which pass, score, grade or remark stands behind this, and who said it?',
    source: 'Reviewers on red flags want objective proof; general improvement is not counted.',
    share: 0.65,
    shareUnseen: 0.8,
    options: {},
    messages: {
      vague: {
        text: 'You write "{{words}}", and a reader has nothing to look up: no pass, no number, no grade, nobody\'s words.',
      },
    },
  },
  check({ document, language, narrative, report }) {
    if (!firstSetback(narrative)) return;
    const evidence = narrative.segments.filter(
      (segment) => segment.role === 'evidence' && isOutcome(language, segment),
    );
    if (narrative.segments.some((segment) => mayBeOutcome(language, segment))) return;
    const vague = evidence[0];
    if (!vague || evidence.some((segment) => checkableBy(language, segment))) return;
    report({
      messageId: 'vague',
      at: vague,
      data: { words: inWords(document.source, vague) },
      confidence: vague.confidence,
    });
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|My scores improved significantly.]]',
        messageId: 'vague',
        at: 'My scores improved significantly.',
      },
      {
        text: '[[setback|I failed my shelf.]] [[evidence|My hard work paid off.]]',
        messageId: 'vague',
        at: 'My hard work paid off.',
      },
      {
        text: '[[setback|I did not match.]] [[evidence|The feedback since then has been very encouraging.]]',
        messageId: 'vague',
        at: 'The feedback since then has been very encouraging.',
      },
      {
        text: '[[setback|I failed Level 1.]] [[evidence|In 2022 the result was much better]], [[evidence|and things have gone smoothly since]].',
        messageId: 'vague',
        at: 'In 2022 the result was much better',
      },
    ],
    valid: [
      {
        text: '[[setback|I failed pharmacology.]] [[evidence|You will also see the B I earned when I took it again.]]',
        nearMiss: 'a grade of a single letter',
      },
      {
        text: '[[setback|I did not match.]] [[evidence|In June the nurses voted me intern of the year.]]',
        nearMiss: 'an honor that has another name',
      },
      { text: '[[setback|I failed Step 1.]] [[evidence|I passed on my second attempt.]]' },
      { text: '[[setback|I failed Step 1.]] [[evidence|I scored 244 on Step 2 CK.]]' },
      {
        text: '[[setback|I failed my clerkship.]] [[evidence|My attending wrote that I was "thorough, prepared, and safe."]]',
      },
      { text: '[[setback|I failed my clerkship.]] [[evidence|The repeat came back with Honors.]]' },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|My scores improved.]] [[evidence|I passed in May.]]',
        nearMiss: 'one vague outcome beside a named pass',
      },
      { text: '[[setback|I failed histology.]] [[evidence|Second time: A-.]]' },
      {
        text: '[[setback|I got a citation for lateness.]] [[evidence|Late zero times since then.]]',
        nearMiss: 'a count of none is a figure',
      },
      {
        text: 'My mile times improved a great deal that year, and I was happy with it.',
        nearMiss: 'improvement with no setback',
      },
    ],
  },
});
