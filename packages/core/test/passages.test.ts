import { lint, parseMarkedDraft } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

/** What a marked draft gets with its own roles: the rule and the words it stands at, in text order. */
function findings(
  marked: string,
  unsure: Readonly<Record<string, number>> = {},
): (readonly [string, string])[] {
  const { text, spans } = parseMarkedDraft(marked);
  const roles = spans.map((span) => {
    const confidence = unsure[text.slice(span.start, span.end)];
    return confidence === undefined ? span : { ...span, confidence };
  });
  return lint(text, { roles }).messages.map(({ ruleId, range }) => [
    ruleId ?? '',
    range ? text.slice(range.start, range.end) : '',
  ]);
}

const MODEL = [
  '[[setback|I failed Step 1 on my first attempt.]]',
  '[[context|At the time, I was using passive study strategies and trying to juggle too many commitments.]]',
  "[[change|With support from my school's learning specialist, I changed to a structured schedule, active recall, and weekly self-testing.]]",
  '[[evidence|Since then I passed Step 1 on my second attempt and scored a 24X on Step 2.]]',
  "[[evidence|On my medicine and surgery rotations, my attendings described me as 'thorough, prepared, and safe.']]",
  "[[growth|That experience reshaped how I approach growth and feedback, and it's the mindset I'm bringing into residency.]]",
].join(' ');

const TWIN = [
  '[[setback|I failed Step 1 on my first attempt.]]',
  '[[setback|The email came at lunch, and my whole world came crashing down.]]',
  '[[setback|I walked out of the cafeteria without my tray.]]',
  '[[setback|I sat in the stairwell until the lights went off.]]',
  '[[setback|That night I cried myself to sleep.]]',
  '[[setback|My mother called, and I let it ring.]]',
  '[[setback|For a week I wore the same gray sweater.]]',
  '[[setback|I stopped answering the group chat.]]',
  '[[setback|Everybody else was buying boards for their first rotation.]]',
  "[[setback|I told my roommate that I'm too dumb to be a doctor.]]",
  '[[excuse|The exam is trash, and it has nothing to do with medicine.]]',
  '[[excuse|The test center was so loud that nobody could have passed there.]]',
  '[[change|After that I worked harder.]]',
].join(' ');

describe('the model passage', () => {
  it('gets nothing but its open number', () => {
    expect(findings(MODEL)).toEqual([['no-placeholders', '24X']]);
  });

  it('gets nothing at all once the number is there', () => {
    expect(findings(MODEL.replace('24X', '247'))).toEqual([]);
  });

  it('still gets nothing else when one clause was labelled wrongly and unsurely', () => {
    const study =
      'At the time, I was using passive study strategies and trying to juggle too many commitments.';
    const praise =
      "On my medicine and surgery rotations, my attendings described me as 'thorough, prepared, and safe.'";
    for (const [words, from, to] of [
      [study, 'context', 'excuse'],
      [study, 'context', 'growth'],
      [praise, 'evidence', 'change'],
      [praise, 'evidence', 'growth'],
    ] as const) {
      const marked = MODEL.replace(`[[${from}|${words}`, `[[${to}|${words}`);
      expect(findings(marked, { [words]: 0.5 }), `${from} as ${to}`).toEqual([['no-placeholders', '24X']]);
    }
  });
});

describe('its bad twin', () => {
  const found = findings(TWIN);
  const at = (rule: string) => found.filter(([id]) => id === rule).map(([, words]) => words);

  it('gets a finding on each fault', () => {
    expect(at('acknowledge-briefly')).toEqual(['I sat in the stairwell until the lights went off.']);
    expect(at('no-melodrama')).toEqual([
      'my whole world came crashing down',
      'That night I cried myself to sleep',
    ]);
    expect(at('no-self-condemnation')).toEqual(["I told my roommate that I'm too dumb to be a doctor"]);
    expect(at('no-excuse-framing')).toEqual([
      'The exam is trash, and it has nothing to do with medicine.',
      'The test center was so loud that nobody could have passed there.',
    ]);
    expect(at('name-the-change')).toEqual(['I failed Step 1 on my first attempt.']);
    expect(at('cites-evidence')).toEqual(['I failed Step 1 on my first attempt.']);
    expect(at('more-change-than-failure')).toHaveLength(1);
    expect(at('carry-forward')).toEqual(['After that I worked harder.']);
  });

  it('is not said to be unnamed, a poor page or a return', () => {
    for (const rule of ['acknowledge-failure', 'one-page', 'no-wallowing', 'three-part-order'])
      expect(at(rule)).toEqual([]);
  });
});

describe('a draft in which nothing of the writer went wrong', () => {
  const draft =
    'I grew up above a bakery, and my father failed at retiring twice.\n\n[[setback|The ward was quiet that night.]] I like to listen to the lungs before I read the chart.\n\n[[growth|I hope to train where the nights are long.]] My sister rows.';

  it('gets nothing for a stray clause where a labeller rather sees no story', () => {
    const { text, spans } = parseMarkedDraft(draft);
    const found = (told: number) =>
      lint(text, { labeller: { label: () => ({ spans, told }) } }).messages.map(({ ruleId }) => ruleId);
    expect(found(0.4).filter((rule) => rule !== 'one-page')).toEqual([]);
    expect(found(0.6)).toContain('name-the-change');
  });
});
