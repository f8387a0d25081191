import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

/** An ordinary statement, with room for a sentence in its midst. */
const around = (
  sentence: string,
) => `I knew that I wanted to be an internist on a Tuesday in March, when a retired welder came to our clinic for the fourth time in a month. His potassium was high each time, and each time the tablets had been changed. My attending drew up a chair and asked him what he had for breakfast. He ate dried apricots, a whole bag of them, because a neighbor had told him that they were good for the heart.

Since then I have looked for the chair in every room. On the wards I learned to read a chart backward, from the newest note to the oldest, and to call the pharmacy before I call anything a failure of treatment. The nurses taught me where things are kept and when to keep quiet. ${sentence} With two classmates I ran the Saturday clinic for a year and a half, and we brought its list of open referrals from forty down to six.

My research has been about the same question. I followed ninety patients with heart failure after they went home and asked what they had understood of the papers in their hand. Most of them had understood the date of their next visit and little else, and so we wrote new papers with them.

I hope to train in a program where residents follow their own patients for three years, in a city with a bus. In the evenings I bake bread, badly, and I walk a dog who is afraid of cyclists.`;

const setbacksOf = (sentence: string) =>
  lint(around(sentence)).narrative.segments.filter(({ role }) => role === 'setback');

describe('a setback that an ordinary statement tells in one sentence', () => {
  it.each([
    'I passed Step 1 on my second try.',
    'It took me two attempts to pass Level 1.',
    'I took Step 1 twice before I passed.',
    'My first attempt at Step 1 fell short.',
    'I had to retake Step 1.',
    'After failing Step 1, I worked with a learning specialist and passed.',
    'After a failed first attempt at Step 1, I hired a tutor, kept a log of every missed question, and passed in May.',
    'I was held back after first year.',
    'I had to repeat my second year of medical school.',
    'I graduated a year later than my class because I was ill.',
    'I took a leave of absence in my third year.',
    'I took time off after my divorce.',
    'I went unmatched last year, so I took a preliminary year in Detroit.',
    'I am reapplying after an unsuccessful Match.',
    'I remediated biochemistry in the summer.',
    'You will see a failed attempt at Step 1 on my transcript.',
    'There is a gap of two years in my education.',
    'Once I ordered the wrong dose of heparin.',
  ])('is heard: %s', (sentence) => {
    const [told] = setbacksOf(sentence);
    expect(told).toBeDefined();
    expect(sentence).toContain(told?.text.split(',')[0]);
  });

  it.each([
    'My brother failed Step 1 twice before he passed.',
    'I thought I had failed Step 1, but I passed with room to spare.',
    'I was sure that I had failed the surgery shelf, and it was my best score.',
    'I dreamed that I had failed Step 2 CK.',
    'I have never failed an exam.',
    'After a failed first attempt at Step 1, my friend Omar asked me to study with him.',
    'After failing his boards, my mentor had become the best teacher in the building.',
    'I took a year off before medical school to teach in Peru.',
    'I repeated the course of antibiotics when the fever returned.',
    'I failed my driving test twice.',
    'I did not match his pace on the trail.',
    'I was held back by the crowd at the finish line.',
    'My first attempt at a lumbar puncture was unsuccessful.',
    'I passed the nasogastric tube on the second try.',
    'I took a leave from my job as a chemist to apply to medical school.',
    'I made a clinical error in a simulation, and I liked how the debriefing went.',
    'If I failed Step 1, my father said, I could always come home to the farm.',
  ])('is not taken from what is no setback of the writer: %s', (sentence) => {
    expect(setbacksOf(sentence)).toEqual([]);
  });

  it.each([
    ['I passed Step 1 on my second try.', 'I passed Step 1', 'on my second try'],
    ['It took me two attempts to pass Level 1.', 'to pass Level 1.', 'It took me two attempts'],
    ['I took Step 1 twice before I passed.', 'before I passed.', 'I took Step 1 twice'],
  ])('tells the pass apart from the setback: %s', (sentence, evidence, setback) => {
    const { segments } = lint(around(sentence)).narrative;
    const textOf = (role: string) => segments.find((segment) => segment.role === role)?.text;
    expect(textOf('evidence')).toBe(evidence);
    expect(textOf('setback')).toBe(setback);
  });

  it('asks for the change, and finds neither evidence nor order missing', () => {
    const found = lint(around('I passed Step 1 on my second try.')).messages.map(({ ruleId }) => ruleId);
    expect(found).toContain('name-the-change');
    expect(found).not.toContain('cites-evidence');
    expect(found).not.toContain('three-part-order');
  });

  it('keeps silent where all of it is told elsewhere on purpose', () => {
    const elsewhere = {
      what: 'usmle-step-1',
      attempts: 2,
      passed: true,
      addressedIn: 'interruption',
    } as const;
    const { narrative } = lint(around('I passed Step 1 on my second try.'), {
      profile: { setbacks: [elsewhere] },
    });
    expect(narrative.arcs).toEqual([]);
  });
});
