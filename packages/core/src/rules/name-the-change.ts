import { namesAct } from '../narrative/checkable.ts';
import { namesSomeExam } from '../narrative/naming.ts';
import { inWords, plainSetback, type Topic, topicOf } from '../narrative/story.ts';
import { defineRule } from './types.ts';

/** Questions that fit what happened; where nothing says what it was, the one that fits most. */
const ASK: Readonly<Record<Exclude<Topic, 'study'> | 'unsaid', string>> = {
  away: 'What did you do then or before you came back, and who helped: a course, a clinic, a plan with the school?',
  error: 'Whom did you tell, and what did you put in place so that it could not happen in the same way?',
  conduct:
    'What do you do now when the same pressure comes, what did you put in place, and who would notice if it came back?',
  match:
    'What did you do between that Match and this one: whom did you ask, where did you work, what is new in the application?',
  unsaid:
    'What did you begin or stop after it, who helped, and what do you do now when the same thing comes near?',
};
const EFFORT =
  'After "{{words}}" the draft speaks of effort ("{{effort}}") and does not yet say what you did';
const MESSAGES = {
  study: ['nothing', 'effort'],
  away: ['away', 'effort-away'],
  error: ['error', 'effort-error'],
  conduct: ['conduct', 'effort-conduct'],
  match: ['match', 'effort-match'],
  unsaid: ['unsaid', 'effort-unsaid'],
} as const satisfies Readonly<Record<Topic | 'unsaid', readonly [nothing: string, effort: string]>>;

export default defineRule({
  meta: {
    id: 'name-the-change',
    group: 'what-changed',
    severity: 'error',
    summary: 'After a setback the draft names something that the writer did differently.',
    why: 'A director asks what will happen when residency gets hard in the same way. A method, a schedule, a tool or a person who helped is an answer; effort alone is what everybody reports.',
    ask: 'What did an ordinary Tuesday look like before, and what did it look like after? Who helped, and with what?',
    source:
      'Advisors on red flags: what happened, what this person changed, and whether there is proof that it worked.',
    share: 0.2,
    options: {},
    messages: {
      nothing: { text: 'After "{{words}}" the draft does not yet say what you did differently.' },
      effort: { text: `${EFFORT}: no method, no schedule, no tool, nobody who helped.` },
      away: {
        text: 'After "{{words}}" the draft does not yet say what you did in that time, or to come back.',
        ask: ASK.away,
      },
      'effort-away': { text: `${EFFORT} in that time, or to come back.`, ask: ASK.away },
      error: { text: 'After "{{words}}" the draft does not yet say what you did about it.', ask: ASK.error },
      'effort-error': { text: `${EFFORT} about it.`, ask: ASK.error },
      conduct: {
        text: 'After "{{words}}" the draft does not yet say what you do differently since then.',
        ask: ASK.conduct,
      },
      'effort-conduct': {
        text: `${EFFORT}: nothing put in place, nobody who was told, nobody who checks.`,
        ask: ASK.conduct,
      },
      match: {
        text: 'After "{{words}}" the draft does not yet say what you did with the time since then.',
        ask: ASK.match,
      },
      'effort-match': { text: `${EFFORT} with the time since then.`, ask: ASK.match },
      unsaid: {
        text: 'After "{{words}}" the draft does not yet say what you did differently.',
        ask: ASK.unsaid,
      },
      'effort-unsaid': { text: `${EFFORT} differently.`, ask: ASK.unsaid },
    },
  },
  check({ document, language, narrative, profile, report }) {
    const setback = plainSetback(narrative, language);
    if (!setback) return;
    const changes = narrative.segments.filter((segment) => segment.role === 'change');
    if (changes.some((change) => namesAct(language, change))) return;
    const words = inWords(document.source, setback);
    const story = narrative.segments.filter((segment) => segment.role !== 'other');
    // An allusion that says neither which exam nor which course may still say that it was one.
    const hinted = story.some((segment) => namesSomeExam(language, segment)) ? 'study' : 'unsaid';
    const [nothing, effortOnly] = MESSAGES[topicOf(narrative, profile) ?? hinted];
    const effort = changes[0];
    if (effort) {
      report({
        messageId: effortOnly,
        at: setback,
        data: { words, effort: inWords(document.source, effort) },
        related: { at: effort, text: 'The effort is told here' },
        confidence: setback.confidence,
      });
    } else {
      report({ messageId: nothing, at: setback, data: { words }, confidence: setback.confidence });
    }
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1.]] [[change|I worked harder than ever.]] [[evidence|I passed on my second attempt.]]',
        messageId: 'effort',
        at: 'I failed Step 1.',
      },
      {
        text: '[[setback|I failed my shelf.]] [[change|I put my head down and gave it my all.]] [[evidence|I passed.]]',
        messageId: 'effort',
        at: 'I failed my shelf.',
      },
      {
        text: '[[setback|I did not pass Level 1.]] [[evidence|I passed in October.]]',
        messageId: 'nothing',
        at: 'I did not pass Level 1.',
      },
      {
        text: '[[setback|I went unmatched.]] [[growth|I promised myself never to give up.]]',
        messageId: 'match',
        at: 'I went unmatched.',
      },
      {
        text: '[[setback|I did not match in 2022.]] [[change|I kept going and gave it my all.]] [[evidence|I was a finalist this year.]]',
        messageId: 'effort-match',
        at: 'I did not match in 2022.',
      },
      {
        text: '[[setback|I received a professionalism citation for signing in late.]] [[growth|It taught me respect.]]',
        messageId: 'conduct',
        at: 'I received a professionalism citation for signing in late.',
      },
      {
        text: '[[setback|I was put on probation for notes that were late.]] [[change|I worked harder than ever.]] [[evidence|It ended in May.]]',
        messageId: 'effort-conduct',
        at: 'I was put on probation for notes that were late.',
      },
      {
        text: '[[setback|I took a leave of absence in 2021.]] [[change|I never gave up.]] [[evidence|I came back in August.]]',
        messageId: 'effort-away',
        at: 'I took a leave of absence in 2021.',
      },
      {
        text: '[[setback|On nights I gave a man ten times the dose of morphine that the order said.]] [[change|I tried harder after that.]]',
        messageId: 'effort-error',
        at: 'On nights I gave a man ten times the dose of morphine that the order said.',
      },
      {
        text: '[[setback|Something happened in the spring that I would rather not go into.]] [[growth|I came out of it wiser.]]',
        messageId: 'unsaid',
        at: 'Something happened in the spring that I would rather not go into.',
      },
      {
        text: '[[setback|There was a season that did not go as I had planned.]] [[change|I kept going.]]',
        messageId: 'effort-unsaid',
        at: 'There was a season that did not go as I had planned.',
      },
      {
        text: '[[setback|My file shows a gap of six years.]] [[context|Our boys were small.]]',
        messageId: 'away',
        at: 'My file shows a gap of six years.',
      },
      {
        text: '[[setback|On nights I gave a man ten times the dose of morphine that the order said.]] [[growth|It taught me that our work is heavy.]]',
        messageId: 'error',
        at: 'On nights I gave a man ten times the dose of morphine that the order said.',
      },
      {
        text: '[[setback|I took a leave of absence in 2021.]] [[growth|I promised myself to be whole again.]]',
        messageId: 'away',
        at: 'I took a leave of absence in 2021.',
      },
      {
        text: '[[setback|For fourteen months my name was on no list of the school.]] [[growth|I came back with patience.]]',
        messageId: 'away',
        at: 'For fourteen months my name was on no list of the school.',
        profile: { setbacks: [{ what: 'leave' }] },
      },
      {
        text: '[[setback|My path has not been perfect.]] [[setback|I failed Step 1 in the spring.]] [[change|I worked harder than ever.]]',
        messageId: 'effort',
        at: 'I failed Step 1 in the spring.',
      },
      {
        text: '[[setback|I failed Step 1.]] [[evidence|I met with a tutor every week, and I passed.]]',
        messageId: 'nothing',
        at: 'I failed Step 1.',
      },
    ],
    valid: [
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a learning specialist every week.]] [[evidence|I passed.]]',
      },
      { text: '[[setback|I failed Step 1.]] [[change|I replaced rereading with active recall.]]' },
      {
        text: '[[setback|I did not match.]] [[change|I asked six programs for feedback and took an externship.]]',
      },
      { text: 'I have worked harder at the cello than at anything, and I am still bad at it.' },
      {
        text: '[[setback|I failed Step 1.]] [[change|I refused to quit.]] [[change|I studied with two classmates on Saturdays.]]',
        nearMiss: 'effort, and an act beside it',
      },
      {
        text: '[[setback|I gave a man the wrong dose.]] [[change|I told the charge nurse and filed the report.]]',
        nearMiss: 'owning an error is an act',
      },
      {
        text: '[[change|I worked harder than ever at the cello.]]',
        nearMiss: 'effort with no setback before it',
      },
    ],
  },
});
