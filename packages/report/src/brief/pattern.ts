import type { KnownSetback } from './setbacks.ts';
import type { BriefLine, BriefSection } from './types.ts';

/** Whether it happened once or more often, and what still lacks remediation. */
export function patternSection(setbacks: readonly KnownSetback[]): BriefSection {
  return { title: 'Single event or pattern', lines: [countLine(setbacks), ...setbacks.flatMap(openLines)] };
}

function countLine(setbacks: readonly KnownSetback[]): BriefLine {
  if (setbacks.length === 0)
    return { text: 'No setback is known, neither from the draft nor from the profile.' };
  const names = setbacks.map(({ name, listed }) =>
    listed?.attempts === undefined ? name : `${name} (${listed.attempts} attempts by the profile)`,
  );
  if (setbacks.length > 1)
    return {
      text: `${setbacks.length} setbacks are known: ${names.join(', ')}. A reader may see a pattern.`,
    };
  const { attempts = 1, passed } = setbacks[0]?.listed ?? {};
  const notPassed = passed === true ? attempts - 1 : attempts;
  return {
    text:
      passed !== undefined && notPassed > 1
        ? `One setback is known: ${names[0]}, with ${notPassed} sittings that were not passed. A reader may see a pattern.`
        : `One setback is known: ${names[0]}. A single event.`,
  };
}

function openLines({ name, arc, listed }: KnownSetback): BriefLine[] {
  if (!arc) {
    const elsewhere =
      listed?.addressedIn === undefined ? '' : ` It is told elsewhere: ${listed.addressedIn}.`;
    return [{ text: `The profile lists ${name}, and the draft does not tell it.${elsewhere}` }];
  }
  const quotes = arc.mentions.slice(0, 1).map(({ text }) => text);
  if (arc.changes.length === 0 && arc.evidence.length === 0)
    return [{ text: `Nothing in the draft says what was done about ${name} or how it ended.`, quotes }];
  if (arc.changes.length === 0) return [{ text: `The draft names no change after ${name}.`, quotes }];
  if (arc.evidence.length === 0) return [{ text: `The draft gives no outcome for ${name}.`, quotes }];
  return [];
}
