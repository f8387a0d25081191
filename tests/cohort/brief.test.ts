import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, SAMPLES } from '../cli/run.ts';

const here = await folder();
const CLEAN = join(SAMPLES, 'personal-statement-clean.md');

/** The talk sheet of a text on one line, so that it does not matter where lines wrap. */
async function brief(text: string, ...args: readonly string[]): Promise<string> {
  await here.write('draft.md', text);
  const run = await here.run(['brief', 'draft.md', ...args]);
  expect(run).toMatchObject({ code: 0, err: '' });
  return run.out.replace(/\s+/g, ' ');
}

const profile = (lines: string) =>
  `---\n${lines}\n---\n\nI failed Step 1. I met with a tutor weekly. I passed in May.\n`;

describe('brief', () => {
  it('has sentences of the draft, facts of the profile, and tables with their source, and no other', async () => {
    const run = await here.run(['brief', CLEAN, '--today', '2026-07-10']);
    const out = run.out.replace(/\s+/g, ' ');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(out).toContain(
      'Step 2 CK 244 is 6 points below the mean of matched US MD seniors in internal medicine, 250.',
    );
    expect(out).toContain('Source: NRMP, Charting Outcomes');
    expect(out).toContain('What happened: "In my second year I failed Step 1 on my first attempt."');
    const [, words, seconds] =
      /Together (\d+) words, about (\d+) seconds at 150 words a minute/.exec(out) ?? [];
    expect(Number(seconds)).toBe(Math.round(Number(words) / 2.5));
    expect(out).toContain('Letters asked for (July 2026): due now.');
    expect(out).toContain('Retake passed (February 2026): done, by the profile.');
  });

  it('weighs by specialty, and says where the source does not name it', async () => {
    const step = 'setbacks: [{ what: step-1, attempts: 2 }]';
    expect(await brief(profile(`specialty: dermatology\n${step}`))).toContain(
      'a highly competitive specialty: A failed Step 1 is a major hurdle',
    );
    expect(await brief(profile(`specialty: psychiatry\n${step}`))).toContain('a less competitive specialty');
    expect(await brief(profile(`specialty: urology\n${step}`))).toContain(
      'The source does not name urology, which leaves it in the middle group',
    );
    expect(await brief(profile(step))).toContain('No specialty is known');
    expect(await brief(profile('specialty: vascular surgery\nscores: { usmle-step-2-ck: 251 }'))).toContain(
      '251 is 1 point above the mean of matched US MD seniors in all specialties, 250.',
    );
  });

  it('tells a single event from a pattern, and what is still open', async () => {
    const text =
      'I failed Step 1. For Step 1 I met with a tutor weekly. I passed Step 1 in May. Then I failed the surgery shelf.';
    const out = await brief(
      `---\nsetbacks: [{ what: leave }, { what: step-1, attempts: 2 }]\n---\n\n${text}\n`,
    );
    expect(out).toContain(
      '3 setbacks are known: Step 1 (2 attempts by the profile), shelf exam, leave of absence.',
    );
    expect(out).toContain('Nothing in the draft says what was done about shelf exam');
    expect(out).toContain('The profile lists leave of absence, and the draft does not tell it.');
    expect(out).toContain('To drill: It happened more than once.');
    expect(await brief(profile('setbacks: [{ what: step-1, attempts: 3, passed: true }]'))).toContain(
      'with 2 sittings that were not passed',
    );
  });

  it('names who could write a letter, and which signs are missing', async () => {
    const out = await brief(
      'On my first night I called the charge nurse and Dr. Okafor before I was sure of the dose.\n',
    );
    expect(out).toContain('worth asking for a letter about it: the charge nurse, Dr. Okafor.');
    expect(out).toContain('Not seen in the draft: is reliable; follows through; owns mistakes.');
    expect(out).toContain('No setback is known');
    expect(out).toContain('it holds no sentences for an answer');
  });

  it('says what is late, and takes the next season when one is over', async () => {
    const draft = profile('setbacks: [{ what: step-1, attempts: 1, passed: false }]');
    const late = await brief(draft, '--today', '2026-08-01');
    expect(late).toContain('Retake passed (February 2026): late, unless it was done');
    expect(late).toContain('ERAS submitted (September 2026): due from September 2026.');
    expect(await brief(profile('kind: personal-statement'), '--today', '2026-08-01')).toContain(
      'Retake passed (February 2026): done, by what the draft says.',
    );
    const next = await brief(draft, '--today', '2026-10-01');
    expect(next).toContain('Calendar of the 2028 season');
    expect(next).toContain('Retake passed (February 2027): due from February 2027.');
    expect(next).toContain('The 2028 season is not in the table yet');
  });

  it('goes on after a draft that cannot be read', async () => {
    const run = await here.run(['brief', 'none.md', CLEAN]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('none.md does not exist');
    expect(run.out).toContain('The interview answer');
  });
});
