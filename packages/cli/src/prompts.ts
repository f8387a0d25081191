import { KINDS, PRESET_SUMMARIES, PRESETS, residencyBefore, specialtyId } from '@narrative-lint/core';
import type { Answers } from './commands/init.ts';

/** What people most often tell about; any other goes into the file by hand. */
const SETBACKS = [
  'usmle-step-1',
  'usmle-step-2-ck',
  'usmle-step-3',
  'comlex-level-1',
  'comlex-level-2',
  'shelf-exam',
  'course',
  'clerkship',
  'leave',
  'gap',
  'unmatched',
  'probation',
  'professionalism',
  'clinical-error',
];
const EXAM = /^(?:usmle|comlex|shelf)/;

/** `usmle-step-2-ck` as people write it. */
function spoken(id: string): string {
  return id
    .replaceAll('-', ' ')
    .replace(/\b(?:usmle|comlex|ck)\b/g, (word) => word.toUpperCase())
    .replace(/\b[sl](?=tep|evel)/g, (letter) => letter.toUpperCase());
}

/**
 * Asks for what the flags left out.
 *
 * @param front - Whether it is for one draft; a preset is asked for a folder only.
 * @returns Nothing when the person stops.
 */
export async function ask(given: Answers, front: boolean): Promise<Answers | undefined> {
  const clack = await import('@clack/prompts');
  const stop = new Error('stopped');
  const answer = async <T>(question: Promise<T>): Promise<Exclude<T, symbol>> => {
    const value = await question;
    if (clack.isCancel(value)) throw stop;
    return value as Exclude<T, symbol>;
  };
  try {
    clack.intro('What is this for? All of it stays on this machine.');
    const kind =
      given.kind ??
      (await answer(
        clack.select({
          message: 'What kind of text is it?',
          options: KINDS.map((value) => ({ value, label: spoken(value) })),
        }),
      ));
    const specialty =
      given.specialty ??
      (await answer(
        clack.text({
          message: 'Which specialty do you apply to? (Enter for none)',
          defaultValue: '',
          validate: objectionTo,
        }),
      ));
    const whats = given.setbacks
      ? []
      : await answer(
          clack.multiselect({
            message: 'What does the transcript show? (space to choose, Enter when done)',
            options: SETBACKS.map((value) => ({ value, label: spoken(value) })),
            required: false,
          }),
        );
    const setbacks: Record<string, unknown>[] = [];
    for (const what of whats) {
      if (!EXAM.test(what)) {
        setbacks.push({ what });
        continue;
      }
      const name = spoken(what);
      const attempts = await answer(
        clack.text({
          message: `How many sittings of ${name} in all?`,
          initialValue: '2',
          validate: (text) => (/^\d{1,2}$/.test(text ?? '') ? undefined : 'A number, such as 2.'),
        }),
      );
      const passed = await answer(clack.confirm({ message: `Was ${name} passed in the end?` }));
      setbacks.push({ what, attempts, passed });
    }
    const preset =
      given.preset ??
      (front
        ? undefined
        : await answer(
            clack.select({
              message: 'Which rules?',
              options: PRESETS.map((value) => ({ value, label: value, hint: PRESET_SUMMARIES[value] })),
            }),
          ));
    const all = given.setbacks ?? setbacks;
    return {
      kind,
      ...(specialty ? { specialty } : {}),
      ...(all.length > 0 ? { setbacks: all } : {}),
      ...(preset ? { preset } : {}),
    };
  } catch (error) {
    if (error === stop) return undefined;
    throw error;
  }
}

/** What is wrong with the name of a specialty; nothing where it is known, or left out. */
function objectionTo(specialty: string | undefined): string | undefined {
  if (!specialty || specialtyId(specialty)) return undefined;
  const residency = residencyBefore(specialty);
  return residency === undefined
    ? 'That specialty is not known here; try its usual name, such as internal medicine.'
    : `That is trained in after a residency; name the ${residency}.`;
}
