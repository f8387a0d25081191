import type { GivenDraft } from '../types.ts';
import { answerSection } from './answer.ts';
import { calendarSection } from './calendar.ts';
import { patternSection } from './pattern.ts';
import { safetySection } from './safety.ts';
import { knownSetbacks } from './setbacks.ts';
import type { Brief } from './types.ts';
import { weightSection } from './weight.ts';

/**
 * The talk sheet of a draft. Each line comes from the draft, from the profile, or from a table with its source.
 *
 * @param today - `YYYY-MM-DD`.
 */
export function briefOf(draft: GivenDraft, today: string): Brief {
  const setbacks = knownSetbacks(draft);
  return {
    sections: [
      weightSection(draft, setbacks),
      patternSection(setbacks),
      safetySection(draft),
      answerSection(draft, setbacks),
      calendarSection(draft, setbacks, today),
    ],
  };
}
