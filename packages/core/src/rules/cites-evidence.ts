import { isOutcome, mayBeOutcome } from '../narrative/checkable.ts';
import { tellsOutcome } from '../narrative/in-words.ts';
import { chanceOfAny } from '../narrative/reading.ts';
import { firstSetback, inWords, plainSetback, topicOf } from '../narrative/story.ts';
import { defineRule } from './types.ts';

/** Evidence at least this likely may be there, and to say that it is not would be wrong too often. */
const DOUBTED = 0.3;

export default defineRule({
  meta: {
    id: 'cites-evidence',
    group: 'evidence',
    severity: 'error',
    summary: 'A setback is followed by an outcome that a reader can check.',
    why: 'Directors look for proof that the change worked. Without an outcome the latest news the reader has of you is the bad one.',
    ask: 'What came after it, even if it seems small to you: a pass, a score, a grade, a sentence in an evaluation?',
    source: 'Advisors and reviewers on red flags want objective proof that the change worked.',
    share: 0.55,
    options: {},
    messages: {
      missing: {
        text: 'After "{{words}}" the draft gives no outcome: no pass, no score, no grade, nobody\'s words about your work.',
      },
      error: {
        text: 'After "{{words}}" the draft gives no proof yet that it is behind you.',
        ask: 'What would show a reader that it does not happen now: an audit, a supervisor, a line in an evaluation?',
      },
      away: {
        text: 'After "{{words}}" the draft does not yet say what came of it.',
        ask: 'What would show a reader that you are back and keeping up: an exam or a rotation since then, a day of return, a line in an evaluation?',
      },
    },
  },
  check({ document, language, narrative, profile, report }) {
    const setback = plainSetback(narrative, language);
    const first = firstSetback(narrative);
    if (!setback || !first || chanceOfAny(narrative.reading, 'evidence') > DOUBTED) return;
    const given = narrative.segments.some(
      (segment) =>
        (segment.role === 'evidence' && isOutcome(language, segment)) || mayBeOutcome(language, segment),
    );
    if (given) return;
    if (tellsOutcome(document, language, first.start)) return;
    const topic = topicOf(narrative, profile);
    report({
      messageId: topic === 'error' || topic === 'conduct' ? 'error' : topic === 'away' ? 'away' : 'missing',
      at: setback,
      data: { words: inWords(document.source, setback) },
      confidence: setback.confidence,
    });
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor every week.]]',
        messageId: 'missing',
        at: 'I failed Step 1.',
      },
      {
        text: '[[setback|My path has had its bumps.]] [[setback|I failed Step 1.]] [[change|I met with a tutor every week.]]',
        messageId: 'missing',
        at: 'I failed Step 1.',
      },
      {
        text: '[[setback|In March I did not match.]] [[change|I asked for feedback.]] [[growth|I plan early now.]]',
        messageId: 'missing',
        at: 'In March I did not match.',
      },
      {
        text: '[[context|My days were long.]] [[setback|I failed biochemistry]] and [[setback|felt discouraged]].',
        messageId: 'missing',
        at: 'I failed biochemistry',
      },
      {
        text: '[[setback|I failed my shelf.]] [[change|I hired a tutor.]] [[growth|I am now a strong test taker.]]',
        messageId: 'missing',
        at: 'I failed my shelf.',
      },
      {
        text: '[[setback|I entered potassium in the chart of the wrong patient.]] [[change|I told the resident and the pharmacist.]]',
        messageId: 'error',
        at: 'I entered potassium in the chart of the wrong patient.',
      },
      {
        text: '[[setback|I read the film of the bed beside his and sent him home.]] [[change|I told the attending within the hour.]]',
        messageId: 'error',
        at: 'I read the film of the bed beside his and sent him home.',
        profile: { setbacks: [{ what: 'clinical-error' }] },
      },
      {
        text: '[[setback|I received a professionalism citation for signing in late.]] [[change|I set out the night before, and my resident checks the sheet.]]',
        messageId: 'error',
        at: 'I received a professionalism citation for signing in late.',
      },
      {
        text: '[[setback|I took a leave of absence in 2021.]] [[change|I saw a doctor every week and made a plan with the school.]]',
        messageId: 'away',
        at: 'I took a leave of absence in 2021.',
      },
    ],
    valid: [
      { text: '[[setback|I failed Step 1.]] [[evidence|I passed on my second attempt.]]' },
      { text: '[[setback|I failed Step 1.]] [[evidence|My scores improved.]]' },
      { text: '[[evidence|I scored 251 on Step 2 CK.]] [[setback|I had failed Step 1.]]' },
      { text: 'I was never sure of my left hand until I learned to knit.' },
      {
        text: 'A patient of mine failed two antibiotics, and the third one worked.',
        nearMiss: "a failure that is not the writer's",
      },
      {
        text: '[[setback|I gave the wrong dose.]] [[evidence|In eight months no such error has been logged.]]',
        nearMiss: 'an outcome that is no exam',
      },
    ],
  },
});
