import type { SafetyFamily } from '@narrative-lint/core';
import type { GivenDraft } from '../types.ts';
import type { BriefLine, BriefSection } from './types.ts';

/** What directors look for in a safe resident, with the signs that tell it. */
const KINDS: readonly (readonly [name: string, families: readonly SafetyFamily[], about?: RegExp])[] = [
  ['is reliable', ['is-prepared', 'is-trusted', 'is-relied-upon']],
  ['asks for help', ['asks-for-help', 'knows-limits', 'escalates', 'says-unsure', 'has-support']],
  ['follows through', ['follows-through', 'keeps-at-it']],
  ['owns mistakes', ['owns-mistakes', 'acts-on-feedback']],
  [
    'works well with nurses and other staff',
    ['is-trusted', 'asks-for-help', 'escalates', 'says-unsure'],
    /\b(?:nurses?|therapists?|pharmacists?|pharmacy|midwi(?:fe|ves)|technicians?)\b/i,
  ],
];
const SOURCE = "the project's founding essay, signs of a safe resident, and letters from who saw it happen";
/** Who saw it, as a sentence names them. */
const PEOPLE =
  /\b(?:Dr\.?|Prof\.?|Professor)\s+\p{Lu}[\p{L}'\u2019-]+|\b(?:[Mm]y|[Tt]he|[Oo]ur)\s+(?:(?:senior|charge|chief|night|ward|attending|clerkship|program|learning)\s+)*(?:nurse practitioners?|attendings?|residents?|seniors?|chief|fellow|intern|preceptors?|supervisors?|nurses?|pharmacists?|therapists?|midwi(?:fe|ves)|director|dean|advis[eo]r|mentors?|professor|surgeon|physician)\b/gu;

/** The safety evidence of the draft, the kinds that are missing, and who saw what there is. */
export function safetySection({ result, signs }: GivenDraft): BriefSection {
  const { source } = result.document;
  const lines: BriefLine[] = [];
  const missing: string[] = [];
  for (const [name, families, about] of KINDS) {
    const sentences = signs
      .filter(({ family }) => families.includes(family))
      .map(({ sentence }) => source.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim())
      .filter((text) => !about || about.test(text));
    // A sentence that names who was there says more than one that does not.
    const first = sentences.find((text) => text.search(PEOPLE) >= 0) ?? sentences[0];
    if (first === undefined) missing.push(name);
    else lines.push({ text: `${capital(name)}. ${witnesses(first)}`, quotes: [first] });
  }
  if (missing.length > 0)
    lines.push({
      text: `Not seen in the draft: ${missing.join('; ')}. Who saw the applicant do so, and could write a letter about it?`,
      source: SOURCE,
    });
  return { title: 'Safety evidence', lines };
}

function witnesses(sentence: string): string {
  const people = [...new Set(sentence.match(PEOPLE) ?? [])].map((person) =>
    person.replace(/^(?:My|my|Our|our)\s/, 'the '),
  );
  return people.length === 0
    ? 'The sentence names nobody who saw it; who did?'
    : `Named there, and worth asking for a letter about it: ${people.join(', ')}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
