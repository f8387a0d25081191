import { MATCHED_STEP_2_CK, specialtyName, WEIGHT_SOURCE, weightIn } from '@narrative-lint/core';
import type { GivenDraft } from '../types.ts';
import type { KnownSetback } from './setbacks.ts';
import type { BriefLine, BriefSection } from './types.ts';

const ONE_FAIL: BriefLine = {
  text: 'One fail followed by a strong Step 2 reads as growth; followed by a low one it reads as a concern that goes on.',
  source: WEIGHT_SOURCE,
};

/** How much the setback weighs for the specialty, and how Step 2 CK stands beside the mean of the matched. */
export function weightSection(
  { result: { profile } }: GivenDraft,
  setbacks: readonly KnownSetback[],
): BriefSection {
  const { specialty, scores } = profile;
  return {
    title: 'How much it weighs',
    lines: [
      ...weightLines(specialty, setbacks),
      ...scoreLines(specialty, scores?.['usmle-step-2-ck']),
      ...(setbacks.length === 1 && setbacks[0]?.kind === 'usmle-step-1' ? [ONE_FAIL] : []),
    ],
  };
}

function weightLines(specialty: string | undefined, setbacks: readonly KnownSetback[]): BriefLine[] {
  if (!setbacks.some(({ kind }) => kind === 'usmle-step-1'))
    return setbacks.length > 0
      ? [{ text: 'The table of weights speaks of a failed Step 1 only, and none is known here.' }]
      : [];
  if (specialty === undefined)
    return [{ text: 'No specialty is known, so the weight of a failed Step 1 was not looked up.' }];
  const { weight, listed } = weightIn(specialty);
  const name = specialtyName(specialty);
  const place = listed
    ? `For ${name}, a ${weight.name} specialty: `
    : `The source does not name ${name}, which leaves it in the ${weight.name} group: `;
  return [{ text: place + weight.says, source: WEIGHT_SOURCE }];
}

function scoreLines(specialty: string | undefined, score: number | undefined): BriefLine[] {
  if (score === undefined) return [{ text: 'No Step 2 CK score is known from the profile.' }];
  const { of, source, all, bySpecialty } = MATCHED_STEP_2_CK;
  const own = specialty === undefined ? undefined : bySpecialty[specialty];
  const mean = own ?? all;
  const where = own === undefined || specialty === undefined ? 'all specialties' : specialtyName(specialty);
  const away = Math.abs(score - mean);
  const stands =
    away === 0
      ? 'as high as'
      : `${away} ${away === 1 ? 'point' : 'points'} ${score > mean ? 'above' : 'below'}`;
  return [{ text: `Step 2 CK ${score} is ${stands} the mean of ${of} in ${where}, ${mean}.`, source }];
}
