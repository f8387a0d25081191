import {
  type ExampleSettings,
  lint,
  parseMarkedDraft,
  ROLES,
  type RoleLabeller,
  type RoleSpan,
  rules,
} from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

/** A text with its roles, some of which are in doubt (`[[setback 0.6|...]]`), and what a rule finds in it. */
type Case = readonly [
  text: string,
  found: readonly (readonly [messageId: string, at?: string, confidence?: number])[],
  settings?: ExampleSettings,
];

/** What stands at the edge of a rule: too odd for its page, and what it decides by. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'carry-forward': [
    [
      "[[setback|I failed Step 1.]] [[change|I still read my tutor's list.]] [[evidence|I passed it.]]",
      [['missing', 'I passed it.']],
    ],
    [
      '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June]], [[growth|wiser now]].',
      [['missing', 'I passed in June']],
    ],
    [
      '[[setback|I failed Step 1.]] [[evidence 0.8|I passed in June.]] [[growth 0.7|It was a long road for me.]]',
      [['missing', 'I passed in June.', 0.8]],
    ],
    [
      '[[setback 0.7|I failed Step 1.]] [[change 0.7|I met with a tutor.]] [[evidence 0.75|I passed in June.]]',
      [['missing', 'I passed in June.', 0.75]],
    ],
  ],
  'name-the-change': [
    [
      '[[setback 0.6|The spring was a long one for us.]] I sang. [[setback 0.9|I failed Step 1 in May.]] [[evidence|I passed in June.]]',
      [['nothing', 'I failed Step 1 in May.', 0.9]],
    ],
    [
      '[[setback 0.7|In May I failed Step 1.]] I sang. [[setback 0.9|I failed Step 3 in June.]] [[evidence|I passed both of them.]]',
      [['nothing', 'In May I failed Step 1.', 0.7]],
    ],
  ],
  'three-part-order': [
    [
      '[[evidence 0.55|I scored 255 on Step 2 CK.]] [[setback|I had failed Step 1.]] [[change|I met with a tutor.]]',
      [['evidence-first', 'I scored 255 on Step 2 CK.', 0.55]],
    ],
    [
      '[[evidence 0.5|I scored 255 on Step 2 CK.]] [[setback|I had failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in May.]]',
      [],
    ],
  ],
  'no-excuse-framing': [
    [
      '[[setback|I failed Step 1.]] [[excuse|It was unfair.]] [[change|I hired a tutor.]]',
      [['blame', 'It was unfair.']],
    ],
    ['[[setback|I failed Step 1]], [[excuse|unluckily enough]]. [[change|I hired a tutor.]]', []],
    [
      '[[setback|I failed Step 1.]] [[excuse 0.55|The spring was wet and the bus was late.]] [[change|I hired a tutor.]]',
      [['blame', 'The spring was wet and the bus was late.', 0.55]],
    ],
    [
      '[[setback|I failed Step 1.]] [[excuse 0.5|The spring was wet and the bus was late.]] [[change|I hired a tutor.]]',
      [],
    ],
    [
      '[[setback|I failed Level 2-CE.]] [[excuse 0.5|The testing center lost power, which cost me the exam.]] [[change|I sat it again in May.]]',
      [['blame', 'The testing center lost power, which cost me the exam.', 0.5]],
    ],
    [
      '[[setback|I did not pass Step 3]], [[excuse 0.5|but only by two points]]. [[change|I sat it again in May.]]',
      [['small', 'but only by two points', 0.5]],
    ],
    [
      '[[setback|My Step 2 CK was a 209.]] [[excuse 0.5|A score says nothing about a clinician.]] [[change|I read with a pharmacist at noon.]]',
      [['exam', 'A score says nothing about a clinician.', 0.5]],
    ],
    [
      '[[setback|I failed my surgery shelf.]] [[excuse|My school gave us no time]], [[excuse 0.9|and nobody told us the date.]] [[change|I asked for help.]]',
      [['blame', 'My school gave us no time, and nobody told us the date.']],
    ],
    [
      '[[setback|I failed my surgery shelf.]] [[excuse|My school gave us no time]], and so [[excuse|nobody told us the date.]] [[change|I asked for help.]]',
      [
        ['blame', 'My school gave us no time'],
        ['blame', 'nobody told us the date.'],
      ],
    ],
  ],
  'more-change-than-failure': [
    [
      '[[setback|I failed Step 1.]] [[change|I met with a learning specialist each week.]]',
      [['failure', 'I failed Step 1.']],
      { options: { ratio: 0.5 } },
    ],
    [
      '[[setback|I failed Step 1 in May of my second year.]] [[change|I met with a tutor each week.]]',
      [],
      { options: { ratio: 2 } },
    ],
    [
      '[[setback|I failed my shelf.]] [[context|I told nobody then.]] [[evidence|I passed.]]',
      [['failure', 'I failed my shelf.']],
    ],
    [
      '[[setback|I failed Level 1.]] [[context 0.9|That spring I was commuting from another county.]] [[context|I was tired.]] [[evidence|I passed.]]',
      [['failure', 'That spring I was commuting from another county.', 0.9]],
    ],
  ],
  'cites-evidence': [
    [
      '[[setback 0.49|I failed Step 1 in the spring of my second year.]] [[change|I met with a tutor every week.]]',
      [],
    ],
    [
      '[[setback 0.5|I failed Step 1 in the spring of my second year.]] [[change|I met with a tutor every week.]]',
      [['missing', 'I failed Step 1 in the spring of my second year.', 0.5]],
    ],
    [
      '[[setback|I failed Step 1.]] [[change|I met with a tutor every week.]] [[evidence 0.25|The sea was calm.]]',
      [['missing', 'I failed Step 1.']],
    ],
    [
      '[[setback|I failed Step 1.]] [[change|I met with a tutor every week.]] [[evidence 0.35|The sea was calm.]]',
      [],
    ],
    [
      '[[setback|I failed Step 1.]] [[change|I met with a tutor every week.]] [[evidence 0.25|I scored 251 on Step 2 CK.]]',
      [],
    ],
    ['[[setback|I failed Step 1.]] [[change 0.7|I passed on my second attempt.]]', []],
    ['[[setback|I failed Step 1.]] [[change|I met with a tutor every week.]] In May I passed Step 1.', []],
    ['[[change|I met with a tutor every week.]] [[growth|I plan early now.]]', []],
  ],
  'acknowledge-briefly': [
    [
      '[[context|I was commuting.]] [[context|I had no plan.]] [[context|I slept little.]] [[context|I told nobody.]] [[change|I met with a tutor.]]',
      [],
    ],
    [
      '[[setback|I failed Step 1.]] [[context 0.9|I was commuting.]] [[context 0.9|I had no plan.]] [[context 0.8|I told nobody.]] [[change|I met with a tutor.]]',
      [],
    ],
    [
      '[[setback|I failed Step 1 on my first try.]] [[change|I met with a tutor.]]',
      [],
      { options: { words: 8 } },
    ],
    [
      '[[setback|I failed Step 1 on my very first try.]] [[change|I met with a tutor.]]',
      [['words', 'I failed Step 1 on my very first try.']],
      { options: { words: 8 } },
    ],
    [
      '[[setback|I failed Step 1.]] [[context 0.6|I was commuting from another county every day.]] [[change|I met with a tutor.]]',
      [],
      { options: { words: 8 } },
    ],
  ],
  'acknowledge-failure': [
    [
      '[[setback|I failed anatomy.]] [[context|Then came a leave of absence in the spring.]] [[change|I met with a tutor.]]',
      [],
      { profile: { setbacks: [{ what: 'leave' }] } },
    ],
    [
      '[[setback|I failed anatomy.]] Then came a leave of absence in the spring. [[change|I met with a tutor.]]',
      [['missing']],
      { profile: { setbacks: [{ what: 'leave' }] } },
    ],
    [
      '[[setback|I failed anatomy.]] [[context|Then the whole first year had to be repeated.]] [[change|I met with a tutor.]]',
      [['missing']],
      { profile: { setbacks: [{ what: 'leave' }] } },
    ],
    [
      '[[setback|I failed anatomy.]] [[context|The wrong dose went to the wrong bed.]] [[change|I met with a tutor.]]',
      [['missing']],
      { profile: { setbacks: [{ what: 'clinical-error' }] } },
    ],
    [
      '[[setback|Heparin ran into the wrong patient that night after anatomy was failed.]] [[change|I met with a tutor.]]',
      [],
      { profile: { setbacks: [{ what: 'clinical-error' }] } },
    ],
    [
      '[[setback|Heparin ran into the wrong patient that night after anatomy was failed.]] [[change|I met with a tutor.]]',
      [['missing']],
      { profile: { setbacks: [{ what: 'unmatched' }] } },
    ],
    [
      'I bake bread every morning before the sun is up.',
      [['missing'], ['missing']],
      { profile: { setbacks: [{ what: 'usmle-step-1' }, { what: 'unmatched' }] } },
    ],
    [
      'I failed Step 1 in May, and I passed it in August.',
      [],
      { profile: { setbacks: [{ what: 'usmle-step-1' }] } },
    ],
    [
      '[[setback|I repeated my first year.]] [[change|I met with a tutor.]]',
      [],
      { profile: { setbacks: [{ what: 'course' }] } },
    ],
    [
      '[[setback|I repeated my first year.]] [[change|I met with a tutor.]]',
      [['missing']],
      { profile: { setbacks: [{ what: 'leave' }] } },
    ],
    [
      '[[setback|I failed an exam on the first try.]] [[change|I met with a tutor.]]',
      [],
      { profile: { setbacks: [{ what: 'usmle-step-1' }] } },
    ],
    [
      '[[setback|I failed an exam on the first try.]] [[change|I met with a tutor.]]',
      [],
      { profile: { setbacks: [{ what: 'leave' }] } },
    ],
    [
      '[[setback|I failed Step 1 and did not match.]] [[change|I met with a tutor.]]',
      [],
      { profile: { setbacks: [{ what: 'usmle-step-1' }, { what: 'unmatched' }] } },
    ],
    [
      '[[setback 0.35|My spring was not what I had drawn up.]] [[change|I met with a tutor.]]',
      [],
      { profile: { setbacks: [{ what: 'unmatched' }] } },
    ],
    [
      '[[setback 0.25|My spring was not what I had drawn up.]] [[change|I met with a tutor.]]',
      [['missing']],
      { profile: { setbacks: [{ what: 'unmatched' }] } },
    ],
    [
      '[[setback 0.35|My spring was not what I had drawn up.]] [[change|I met with a tutor.]]',
      [['missing']],
      { profile: { setbacks: [{ what: 'usmle-step-1' }] } },
    ],
    [
      '[[setback 0.35|My spring was not what I had drawn up.]] [[change|I read for Step 1 with a tutor.]]',
      [],
      { profile: { setbacks: [{ what: 'usmle-step-1' }] } },
    ],
    [
      '[[setback 0.35|My spring was not what I had drawn up.]] [[change|I read for Step 3 with a tutor.]]',
      [['missing']],
      { profile: { setbacks: [{ what: 'usmle-step-1' }] } },
    ],
    [
      '[[setback|On nights I gave a man ten times the dose of morphine that the order said.]] [[change|I called the senior at once.]]',
      [],
      { profile: { setbacks: [{ what: 'clinical-error' }] } },
    ],
    [
      '[[setback|I failed anatomy.]] [[change|I met with a tutor.]]',
      [['missing']],
      { profile: { setbacks: [{ what: 'clinical-error' }] } },
    ],
  ],
  'no-wallowing': [
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[change|I met with a tutor.]]\n\n[[setback|I failed that exam on a warm Friday.]] [[evidence|I passed in June.]]',
      [],
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]\n\n[[setback|I failed that exam then]] and [[setback|it hurt me badly]]. I hope to train by the sea.',
      [['returns', 'I failed that exam then']],
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]\n\n[[setback|I failed that exam on a warm Friday.]] I hope to train by the sea.\n\n[[setback|I failed that exam in front of everybody.]] I hope to train by the sea.',
      [
        ['returns', 'I failed that exam on a warm Friday.'],
        ['returns', 'I failed that exam in front of everybody.'],
      ],
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]\n\n[[setback 0.55|I failed that exam on a warm Friday.]] I hope to train by the sea.',
      [['returns', 'I failed that exam on a warm Friday.', 0.55]],
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]\n\n[[setback|I failed that exam]] and [[setback 0.5|it hurt me badly then]]. I hope to train by the sea.',
      [['returns', 'I failed that exam']],
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]\n\n[[setback|I failed that exam on a warm Friday.]]',
      [['ends', 'I failed that exam on a warm Friday.']],
    ],
    [
      '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] I have never gotten past the morning of that report.',
      [],
      { kind: 'secondary' },
    ],
    [
      '[[setback|I failed Step 1.]] I have never gotten past the morning of that report. [[evidence|I passed in June.]] I sail.',
      [],
      { kind: 'secondary' },
    ],
    [
      '[[setback|I failed Step 1.]] [[evidence|I passed in June.]] I have never gotten past the morning of that report. I hope to train by the sea.',
      [['returns', 'I have never gotten past the morning of that report.', 0.55]],
      { kind: 'secondary' },
    ],
    [
      '[[setback|I failed Step 1.]] [[evidence|I passed in June.]] I have never gotten past that June morning. I hope to train by the sea.',
      [['returns', 'I have never gotten past that June morning.', 0.55]],
      { kind: 'secondary' },
    ],
    [
      '[[setback|I failed Step 1.]] [[evidence|I passed in June.]] I have never gotten past that morning. I hope to train by the sea.',
      [],
      { kind: 'secondary' },
    ],
    [
      '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] [[setback|I have never gotten past the morning of that report.]]',
      [['ends', 'I have never gotten past the morning of that report.']],
      { kind: 'secondary' },
    ],
    ['[[setback|I failed Step 1]] and I met a tutor.\n\n[[evidence|I passed in June.]]', []],
    [
      'On a warm Friday in May [[setback|I failed. I had not slept at all that week.]]\n\n[[change|I met with a tutor.]] [[evidence|I passed in June.]]',
      [],
    ],
    [
      '[[setback|I failed Step 1.]] [[evidence|I passed in June.]] [[setback|It will always be on my transcript]], [[growth|wiser now]].',
      [['ends', 'It will always be on my transcript']],
      { kind: 'secondary' },
    ],
    [
      '[[setback|I failed Step 1.]] [[evidence|I passed in June.]] [[growth|I plan my weeks.]] [[setback|It never left.]]',
      [['ends', 'It never left.']],
      { kind: 'secondary' },
    ],
    [
      '[[context|I was tired that spring.]] [[setback|I failed my surgery clerkship.]]',
      [],
      { kind: 'secondary' },
    ],
    [
      '[[setback|I failed Step 1.]] [[evidence|I passed in June.]] I plan my weeks with a list from my tutor since [[setback|I failed Step 1]].',
      [],
      { kind: 'secondary' },
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[evidence|I passed in June.]]\n\n[[setback|I still think of that exam every night.]] I hope to train by the sea.',
      [['returns', 'I still think of that exam every night.']],
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[evidence|I passed in June.]]\n\n[[setback|I failed that exam on a Friday.]] I hope to train by the sea.',
      [],
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[evidence 0.5|I passed in June.]]\n\n[[setback|I failed that exam on a warm Friday.]] I hope to train by the sea.',
      [],
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[evidence 0.55|I passed in June.]]\n\n[[setback|I failed that exam on a warm Friday.]] I hope to train by the sea.',
      [['returns', 'I failed that exam on a warm Friday.']],
    ],
    [
      'I like the wards.\n\n[[setback|I failed Step 1.]] [[evidence|I passed in June.]]\n\n[[setback 0.5|I failed that exam on a warm Friday.]] I hope to train by the sea.',
      [],
    ],
    [
      '[[setback|I failed Step 1 in May of my second year.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] [[growth|I plan my weeks.]]',
      [],
    ],
  ],
};

/** Takes the doubts out of the marks, and gives them to the roles. */
function readCase(text: string) {
  const doubts: number[] = [];
  const plain = text.replaceAll(/\[\[([a-z]+)( 0?\.\d+)?\|/g, (_, role, doubt) => {
    doubts.push(Number(doubt ?? 1));
    return `[[${role}|`;
  });
  const draft = parseMarkedDraft(plain);
  const spans = draft.spans.map((span, at): RoleSpan => ({ ...span, confidence: doubts[at] ?? 1 }));
  return { text: draft.text, spans };
}

/** A labeller that is as sure of each role as a case says, takes what is left for none, and is as sure of the story as of its surest setback. */
function doubting(text: string, spans: readonly RoleSpan[]): RoleLabeller {
  return {
    label: ({ sentences }) => ({
      spans,
      told: Math.max(
        0,
        ...spans.filter(({ role }) => role === 'setback').map(({ confidence = 1 }) => confidence),
      ),
      reading: spans.map(({ start, end, role, confidence = 1 }) => ({
        words: text.slice(start, end).split(/\s+/).length,
        sentence: sentences.findIndex((sentence) => start >= sentence.start && start < sentence.end),
        probabilities: ROLES.map((one) => (one === role ? confidence : one === 'other' ? 1 - confidence : 0)),
      })),
    }),
  };
}

describe.each(Object.entries(CASES))('%s at its edges', (id, cases) => {
  const ruleSet = rules.filter(({ meta }) => meta.id === id);
  it.each(cases)('judges %j', (marked, found, { options = {}, ...settings } = {}) => {
    const { text, spans } = readCase(marked);
    const { messages } = lint(text, {
      ruleSet,
      labeller: doubting(text, spans),
      ...settings,
      config: { rules: { [id]: [ruleSet[0]?.meta.severity ?? 'error', options] } },
    });
    expect(
      messages.map(({ messageId, range, confidence }) => [
        messageId,
        range && text.slice(range.start, range.end),
        confidence,
      ]),
    ).toEqual(found.map(([messageId, at, confidence = 1]) => [messageId, at, confidence]));
  });
});
