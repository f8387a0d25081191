import { type Arc, lint, parseMarkedDraft } from '@narrative-lint/core';
import { describe, expect, it } from 'vitest';

function arcsOf(marked: string): readonly Arc[] {
  const { text, spans } = parseMarkedDraft(marked);
  return lint(text, { kind: 'secondary', roles: spans, ruleSet: [] }).narrative.arcs;
}

/** Each arc as its kind and how many mentions, changes and outcomes it has. */
function shape(marked: string): string[] {
  return arcsOf(marked).map(
    (arc) => `${arc.kind ?? 'unknown'} ${arc.mentions.length} ${arc.changes.length} ${arc.evidence.length}`,
  );
}

describe('arcs', () => {
  it('are none where nothing went wrong', () => {
    expect(arcsOf('A patient of mine failed two antibiotics, and the third one worked.')).toEqual([]);
  });

  it('make one setback of several attempts at one exam', () => {
    expect(
      shape(
        '[[setback|I failed Step 1 in May.]] [[setback|In June I failed Step 1 again.]] [[change|I met with a tutor.]] [[evidence|I passed.]]',
      ),
    ).toEqual(['usmle-step-1 2 1 1']);
  });

  it('keep two exams of one clause apart', () => {
    expect(
      shape('[[setback|I failed Level 1 and the psychiatry shelf.]] [[change|I met with Dr. Pruitt.]]'),
    ).toEqual(['comlex-level-1 1 1 0', 'shelf-exam 1 1 0']);
  });

  it('take a repeated year and a delay as consequences', () => {
    expect(
      shape(
        '[[setback|I failed anatomy.]] [[setback|I had to repeat the year.]] [[setback|I graduated late.]] [[evidence|I passed anatomy.]]',
      ),
    ).toEqual(['course 3 0 1']);
  });

  it('give outcomes to the setback they name', () => {
    expect(
      shape(
        '[[setback|I failed Step 1 in May]], [[setback|and in the fall I failed the pediatrics shelf]]. [[change|For Step 1 I hired a tutor.]] [[change|We met on Mondays.]] [[evidence|I passed Step 1.]]',
      ),
    ).toEqual(['usmle-step-1 1 2 1', 'shelf-exam 1 0 0']);
  });

  it('give outcomes that name nothing to the setback told just before', () => {
    expect(
      shape(
        '[[setback|I failed Step 1.]] [[change|I hired a tutor.]] [[evidence|I passed.]] [[setback|Then I did not match.]] [[change|I asked why.]] [[evidence|I have six interviews.]]',
      ),
    ).toEqual(['usmle-step-1 1 1 1', 'unmatched 1 1 1']);
  });

  it('know an exam that is named one sentence before its outcome', () => {
    const [arc] = arcsOf(
      '[[context|I had read for Step 1 on the train.]] [[setback|In June I learned that I had failed.]]',
    );
    expect(arc).toMatchObject({ kind: 'usmle-step-1', named: true });
  });

  it('know a hint from a plain word', () => {
    expect(arcsOf('[[setback|There was a bump in the road with a standardized exam.]]')[0]?.named).toBe(
      false,
    );
    expect(arcsOf('[[setback|I was on medical leave in 2020.]]')[0]).toMatchObject({
      kind: 'leave',
      named: true,
    });
  });

  it('take an error that names no exam for a clinical one', () => {
    expect(arcsOf('[[setback|I gave a woman the antibiotic that she was allergic to.]]')[0]?.kind).toBe(
      'clinical-error',
    );
  });
});
