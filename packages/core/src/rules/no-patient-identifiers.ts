import { findIdentifiers } from '../language/identifiers.ts';
import { inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

/** How many UTF-16 code units may stand between two things that are told of one person. */
const NEAR = 60;

type Found = ReturnType<typeof findIdentifiers>[number];

/** Joins what is told of one person in one breath, so that a reader gets one finding. */
function ofOnePerson(
  prose: string,
  found: readonly Found[],
): { kind: Found['kind'] | 'several'; start: number; end: number }[] {
  const joined: { kind: Found['kind'] | 'several'; start: number; end: number }[] = [];
  for (const { kind, start, end } of found) {
    const last = joined.at(-1);
    const between = last ? prose.slice(last.end, start) : '';
    // Another name is another person.
    if (
      last &&
      kind !== 'name' &&
      kind !== 'initials' &&
      between.length <= NEAR &&
      !/[.;!?(\n]/.test(between)
    )
      joined[joined.length - 1] = { kind: 'several', start: last.start, end };
    else joined.push({ kind, start, end });
  }
  return joined;
}

export default defineRule({
  meta: {
    id: 'no-patient-identifiers',
    group: 'facts',
    severity: 'error',
    summary: 'Nothing in the draft could tell a reader who a patient was.',
    why: 'A patient did not agree to stand in an application, and privacy law counts a full name, a birth date, a record number, a phone number and an address as identifying. Directors see it as a matter of professionalism.',
    ask: 'Would the story lose anything if it said only what the reader needs, such as an age in decades and no name?',
    source: 'HIPAA Privacy Rule, safe harbor method of de-identification (45 CFR 164.514).',
    options: {},
    messages: {
      name: { text: '"{{words}}" gives a full name with what makes it a certain person\'s.' },
      initials: { text: '"{{words}}" gives initials together with an age and a date.' },
      birth: { text: '"{{words}}" gives a date of birth.' },
      record: { text: '"{{words}}" gives the number of a record.' },
      phone: { text: '"{{words}}" is a phone number.' },
      address: { text: '"{{words}}" is an address where somebody can be found.' },
      several: { text: '"{{words}}" gives several things that tell who somebody is.' },
    },
  },
  check({ document, report }) {
    for (const { kind, start, end } of ofOnePerson(document.prose, findIdentifiers(document)))
      report({
        messageId: kind,
        at: { start, end },
        data: { words: inWords(document.source, { start, end }) },
      });
  },
  examples: {
    invalid: [
      {
        text: 'I admitted T.B., a 52 year old mason who fell on 4 April 2023.',
        messageId: 'initials',
        at: 'T.B., a 52 year old mason who fell on 4 April 2023',
      },
      {
        text: 'Later I found his hospital no. 661204 in my pocket.',
        messageId: 'record',
        at: 'hospital no. 661204',
      },
      {
        text: 'We admitted a man with a stroke, Reg. no. 88341, at four in the morning.',
        messageId: 'record',
        at: 'Reg. no. 88341',
      },
      {
        text: 'The boy on dialysis, Regn. No. 88341, taught me to wait.',
        messageId: 'record',
        at: 'Regn. No. 88341',
      },
      {
        text: 'As a young doctor I met a woman, registration number 88341, with a fever.',
        messageId: 'record',
        at: 'registration number 88341',
      },
      {
        text: 'I still know the patient by Hospital No. 661204.',
        messageId: 'record',
        at: 'Hospital No. 661204',
      },
      {
        text: 'He left us his mobile number, +44 7700 900118, and asked for the result.',
        messageId: 'phone',
        at: '+44 7700 900118',
      },
      {
        text: 'On the ward I cared for Marta Kowalczyk, sixty-seven, whose colon had perforated.',
        messageId: 'name',
        at: 'Marta Kowalczyk, sixty-seven',
      },
      {
        text: 'On the ward I cared for Marta Kowalczyk, aged 67, whose colon had perforated.',
        messageId: 'name',
        at: 'Marta Kowalczyk, aged 67',
      },
      {
        text: 'I remember Andriy Bondar, date of birth 3 May 1951, who came to us in respiratory failure.',
        messageId: 'name',
        at: 'Andriy Bondar, date of birth 3 May 1951',
      },
      {
        text: 'The sponge was left in a wound (R.K., 44, seen on 02/11/2023).',
        messageId: 'initials',
        at: 'R.K., 44, seen on 02/11/2023',
      },
      {
        text: 'I think of a woman born 09/14/1951, sent in with a murmur.',
        messageId: 'birth',
        at: 'born 09/14/1951',
      },
      {
        text: 'The result of MRN 20-77314 stayed in my folder.',
        messageId: 'record',
        at: 'MRN 20-77314',
      },
      {
        text: 'His wife said to phone any time at 555-0148.',
        messageId: 'phone',
        at: '555-0148',
      },
      {
        text: 'Each Monday we saw a patient at 1418 Elm Terrace, Apartment 3B.',
        messageId: 'address',
        at: '1418 Elm Terrace, Apartment 3B',
      },
      {
        text: 'On the screen stood DOB 2/9/58, MRN 20-77314 for all to see.',
        messageId: 'several',
        at: 'DOB 2/9/58, MRN 20-77314',
      },
      {
        text: 'On the ward I cared for Marta Kowalczyk, aged 67, reached at 715-555-0148 by her nurse.',
        messageId: 'several',
        at: 'Marta Kowalczyk, aged 67, reached at 715-555-0148',
      },
    ],
    valid: [
      {
        text: 'I think often of a patient, Dona Odete, whose bypass failed in the night.',
        nearMiss: 'a form of address and a first name',
      },
      {
        text: 'My sister Olena, born 2 May 1999, is a nurse on a surgical ward.',
        nearMiss: "a relative's birth, with her name",
      },
      {
        text: 'On the ward my registrar, Peter Lindgren, 34, taught me to wait for the patient.',
        nearMiss: 'a supervisor',
      },
      {
        text: "The clinic's phone, 040-221-7719, rang all morning, and I learned to answer it in two languages.",
        nearMiss: 'the number of a place',
      },
      {
        text: 'The Medical Council entered me, registration number 88341, and I saw my first patient.',
        nearMiss: "the writer's own registration",
      },
      {
        text: 'The Medical Council (Reg. No. 88341) let me treat patients from that day on.',
        nearMiss: 'a council, and no hospital, gave the number',
      },
      {
        text: 'I treated patients at once, Reg. no. 88341 with the state board.',
        nearMiss: 'a board that is named after the number',
      },
      { text: 'Mr. Albright, a tenor in his seventies, could sing what he could not say.' },
      {
        text: 'My mentor, Robert Chen, 61, taught me to sit down beside every patient.',
        nearMiss: 'a mentor',
      },
      {
        text: 'I was born on 3 May 1995 in Lviv, and my daughter was born on 4 June 2021 in the same hospital.',
        nearMiss: "the writer's own family",
      },
      {
        text: 'A patient with Lou Gehrig disease, 54, asked me about Parkinson and Crohn.',
        nearMiss: 'names of illnesses',
      },
      {
        text: 'At Mercy General, 71 patients were waiting, and in San Fernando, 12 more.',
        nearMiss: 'a hospital and a city',
      },
      { text: 'A man of about seventy came to the clinic in March with a cough.' },
    ],
  },
});
