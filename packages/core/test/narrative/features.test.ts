import { analyse, type Kind, type LabellerContext, parseDocument } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';
import { extractFeatures } from '../../src/model.ts';
import { mix } from '../../src/narrative/model/hash.ts';

const STATEMENT: LabellerContext = { kind: 'personal-statement', profile: {} };

const LONG = `# Why I came back

My uncle failed at farming, and he taught me to "begin again." I never failed an exam in college.

The patient had heart failure. She died in March 2019. What would you have told her?

I failed Step 1 in May 2021 because I hadn't slept, but I told nobody. It was my first fail. I'd studied alone.

After that I met with Dr. Pruitt weekly; she quizzed me on 40 questions a day (timed, mixed, and 92% new).

I passed with a 231, which surprised me. Since then I ask early. I will keep that habit in residency.

My classmates did not match that year. If I fail again, I would ask again.

In 2022 I took a leave of absence. I returned in the fall and honored my surgery clerkship.`;

function featuresOf(text: string, context: LabellerContext) {
  const document = parseDocument(text);
  const language = analyse(document);
  const named: string[][] = language.clauses.map(() => []);
  const ids = extractFeatures(document, language, context, (clause, _id, group, name) =>
    named[clause]?.push(`${group}: ${name}`),
  );
  return { ids, named };
}

/** One number for the features of a clause, in whatever order they come. */
function sumOf(ids: Int32Array): string {
  const sum = [...ids].sort((a, b) => a - b).reduce(mix, ids.length);
  return `${ids.length} ${(sum >>> 0).toString(16)}`;
}

/** The names of one group for a clause. */
function named(text: string, at: number, group: string, context = STATEMENT): readonly string[] {
  const { named: all } = featuresOf(text, context);
  return [...new Set(all[at])]
    .filter((name) => name.startsWith(`${group}: `))
    .map((name) => name.slice(group.length + 2));
}

describe('the features of clauses', () => {
  // The weights mean something for these numbers only: where they move, the model has to be trained again.
  it.each([
    ['a long draft', LONG, STATEMENT],
    ['an answer', LONG.split('\n\n').slice(3).join(' '), { kind: 'interview-answer', profile: {} }],
    [
      'a draft whose transcript shows a fail',
      LONG,
      {
        kind: 'secondary',
        profile: { setbacks: [{ what: 'usmle-step-1' }, { what: 'leave', addressedIn: 'interruption' }] },
      },
    ],
    [
      'a draft whose setbacks are told elsewhere',
      'I grew up by the sea. I honored surgery.',
      {
        kind: 'personal-statement',
        profile: { setbacks: [{ what: 'course', addressedIn: 'interruption' }] },
      },
    ],
    ['a line', 'I bake bread.', STATEMENT],
  ] as [string, string, LabellerContext][])(
    'are those that the weights were trained on: %s',
    (_, text, context) => {
      expect(featuresOf(text, context).ids.map(sumOf)).toMatchSnapshot();
    },
  );

  it('have names for people', () => {
    const { named: all } = featuresOf('I failed Step 1. I met with a tutor, and I passed.', {
      kind: 'secondary',
      profile: { setbacks: [{ what: 'usmle-step-1' }] },
    });
    expect(all.map((names) => [...new Set(names)].sort())).toMatchSnapshot();
  });

  it('count once, however often their word comes', () => {
    for (const clause of featuresOf('I came, I came, I came, and I came again and again.', STATEMENT).ids)
      expect(new Set(clause).size).toBe(clause.length);
  });

  it('tell words from marks, and long words from short ones', () => {
    const words = named('I failed anatomy.', 0, 'word');
    expect(words).toEqual(['I', 'failed', 'anatomy']);
    expect(named('I failed anatomy.', 0, 'stem')).toEqual(['failed', 'anatomy']);
    expect(named('I failed anatomy.', 0, 'ending')).toEqual(['failed', 'anatomy']);
    expect(named('I failed anatomy.', 0, 'pair')).toEqual(['I failed', 'failed anatomy']);
    expect(named('Then I failed anatomy, too.', 0, 'triple')).toEqual(['Then I failed', 'I failed anatomy']);
  });

  it('write a contraction as it stands', () => {
    expect(named("I didn't sleep.", 0, 'pair')).toContain("didn't");
    expect(named("I didn't sleep.", 0, 'triple')).toEqual(["I didn't", "didn't sleep"]);
  });

  it('see of the clause before what it is like, and none of its words', () => {
    const before = featuresOf('In 2021 the tutor helped. I failed.', STATEMENT).named[1];
    expect(before).toContain('grammar: before: a year');
    expect(before?.filter((name) => /tutor|helped/.test(name))).toEqual([]);
  });

  it('know how a sentence opens', () => {
    expect(named('"Again," she said, and I rose.', 0, 'opening')).toEqual(
      expect.arrayContaining(['Again', 'sentence: Again']),
    );
  });

  it('know where the setback is told', () => {
    const text = 'I sail.\n\nI failed Step 1.\n\nI row.\n\nI failed Step 2 CK.\n\nI bake.';
    expect([0, 1, 2, 3, 4].map((at) => named(text, at, 'anchor')[0])).toEqual([
      'distance -1',
      'distance 0',
      'distance 1',
      'distance 0',
      'distance 1',
    ]);
    expect([0, 1, 2, 3, 4].map((at) => named(text, at, 'anchor')[3])).toEqual([
      'before the telling',
      'in the telling',
      'between',
      'in the telling',
      'after the telling',
    ]);
    expect(named('I sail. I row.', 0, 'anchor')).toEqual(
      expect.arrayContaining(['distance none', 'no setback told', 'another paragraph']),
    );
  });

  it.each([
    ['I failed Step 1.', 'a failure, own'],
    ['If I failed Step 1, I would ask.', 'a failure, unreal'],
    ['My roommate failed Step 1.', 'a failure, somebody else'],
  ])('know whose failure %s is', (text, owner) => {
    expect(named(text, 0, 'owner')).toContain(owner);
  });

  it('say of a profile only what it lists', () => {
    const about = (setbacks: LabellerContext['profile']['setbacks'], text = 'I failed Step 1.') =>
      named(text, 0, 'profile', { kind: 'secondary' as Kind, profile: setbacks ? { setbacks } : {} });
    expect(about(undefined)).toEqual([]);
    expect(about([])).toEqual([]);
    expect(about([{ what: 'usmle-step-1' }])).toContain('speaks of a setback of the profile');
    expect(about([{ what: 'usmle-step-1' }])).not.toContain('told elsewhere on purpose');
    expect(about([{ what: 'leave' }])).not.toContain('speaks of a setback of the profile');
    expect(about([{ what: 'leave', addressedIn: 'interruption' }])).toContain('told elsewhere on purpose');
    expect(about([{ what: 'leave', addressedIn: 'interruption' }, { what: 'usmle-step-1' }])).not.toContain(
      'told elsewhere on purpose',
    );
  });

  it.each([
    ['course', 'I repeated anatomy that fall.'],
    ['year', 'I had to repeat my first year.'],
    ['clerkship', 'My surgery clerkship went badly.'],
    ['leave', 'I took a leave of absence.'],
    ['unmatched', 'I did not match.'],
    ['dismissal', 'I was dismissed from my school.'],
    ['probation', 'I was placed on academic probation.'],
    ['clinical-error', 'I gave the wrong dose to a patient of mine.'],
    ['usmle-step-2-ck', 'I failed Step 2 CK.'],
    ['usmle-step-2-cs', 'I failed Step 2 CS.'],
    ['usmle-step-3', 'I failed Step 3.'],
    ['comlex-level-1', 'I failed COMLEX Level 1.'],
    ['comlex-level-2', 'I failed COMLEX Level 2-CE.'],
    ['comlex-level-2-pe', 'I failed COMLEX Level 2-PE.'],
    ['comlex-level-3', 'I failed COMLEX Level 3.'],
    ['shelf-exam', 'I failed the surgery shelf.'],
    ['in-training-exam', 'I failed the in-training exam.'],
  ] as const)('know where a %s of the profile is told', (what, text) => {
    const context: LabellerContext = { kind: 'secondary', profile: { setbacks: [{ what }] } };
    expect(named(text, 0, 'profile', context)).toContain('speaks of a setback of the profile');
    expect(named('I bake bread.', 0, 'profile', context)).not.toContain('speaks of a setback of the profile');
  });
});
