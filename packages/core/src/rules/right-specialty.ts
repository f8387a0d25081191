import { specialtyName } from '../config/specialties.ts';
import { agrees } from '../eras/specialty-words.ts';
import { profileSpecialty, readSpecialtyClaims } from '../narrative/specialty-claims.ts';
import { inWords } from '../narrative/story.ts';
import { defineRule } from './types.ts';

export default defineRule({
  meta: {
    id: 'right-specialty',
    group: 'facts',
    severity: 'error',
    summary: 'The draft applies to one specialty, and to the one of the profile.',
    why: 'A sentence left over from another version tells a program that it is the second choice, however good the rest is. It is the slip that directors pass around.',
    ask: 'Is this the version for this specialty, or did a sentence of another one stay behind?',
    source: 'Advisors on versions of a statement: copies for several specialties pile up and go wrong late.',
    options: {},
    messages: {
      other: { text: 'You write "{{words}}", and this application is for {{specialty}}.' },
      two: { text: 'You write "{{words}}" here and "{{first}}" before, which are two specialties.' },
    },
  },
  check({ document, profile, report }) {
    const own = profileSpecialty(profile.specialty);
    const claims = readSpecialtyClaims(document);
    const words = (claim: { start: number; end: number }) => inWords(document.source, claim);
    if (own !== undefined) {
      for (const claim of claims)
        if (!agrees(own, claim.id))
          report({
            messageId: 'other',
            at: claim,
            data: { words: words(claim), specialty: specialtyName(own) },
          });
      return;
    }
    const first = claims[0];
    const second =
      first && claims.find((claim) => !agrees(first.id, claim.id) && !agrees(claim.id, first.id));
    if (first && second)
      report({
        messageId: 'two',
        at: second,
        data: { words: words(second), first: words(first) },
        related: { at: first, text: 'the first specialty' },
      });
  },
  examples: {
    invalid: [
      {
        text: 'Rural medicine taught me to listen, and that is why I am going into family medicine.',
        profile: { specialty: 'anesthesiology' },
        messageId: 'other',
        at: 'I am going into family medicine',
      },
      {
        text: 'After these two years psychiatry is the only residency I can picture.',
        profile: { specialty: 'neurology' },
        messageId: 'other',
        at: 'psychiatry is the only residency I',
      },
      {
        text: 'For all these reasons I am applying to internal medicine.',
        profile: { specialty: 'anesthesiology' },
        messageId: 'other',
        at: 'applying to internal medicine',
      },
      {
        text: 'I would be honored to train in your family medicine program.',
        profile: { specialty: 'emergency-medicine' },
        messageId: 'other',
        at: 'your family medicine program',
      },
      {
        text: 'I hope to become the kind of psychiatrist your program trains.',
        profile: { specialty: 'internal-medicine' },
        messageId: 'other',
        at: 'become the kind of psychiatrist',
      },
      {
        text: 'I look forward to a residency in OB/GYN.',
        profile: { specialty: 'neurology' },
        messageId: 'other',
        at: 'residency in OB/GYN',
      },
      {
        text: 'I would be proud to work as a resident in anesthesiology at your hospital.',
        profile: { specialty: 'pediatrics' },
        messageId: 'other',
        at: 'work as a resident in anesthesiology',
      },
      {
        text: 'As a future pathologist, I like a question that a slide can answer.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: 'As a future pathologist',
      },
      {
        text: 'I want to mature as a urologist among people who teach.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: 'mature as a urologist',
      },
      {
        text: 'I ask to be accepted into your radiology program.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: 'your radiology program',
      },
      {
        text: 'I thank you for considering me for your dermatology residency.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: 'your dermatology residency',
      },
      {
        text: 'I want to join your division of urology.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: 'join your division of urology',
      },
      {
        text: 'I look forward to the day that I work as a surgical resident.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: 'work as a surgical resident',
      },
      {
        text: 'My years as a technician make me a good candidate for radiology.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: 'make me a good candidate for radiology',
      },
      {
        text: 'Pathology is the best specialty for me, and I mean to devote my career to dermatology.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: ['Pathology is the best specialty for me', 'devote my career to dermatology'],
      },
      {
        text: 'I did not choose pediatrics; pediatrics chose me.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: 'pediatrics chose me',
      },
      {
        text: 'Your internal medicine program is known for people who stay.',
        profile: { specialty: 'family-medicine' },
        messageId: 'other',
        at: 'Your internal medicine program',
      },
      {
        text: 'I am applying to neurology. I look for a residency in psychiatry with a long clinic.',
        messageId: 'two',
        at: 'residency in psychiatry',
      },
    ],
    valid: [
      {
        text: 'My residency in internal medicine in Tehran required a repeat of every exam below seventy percent.',
        profile: { specialty: 'neurology' },
        nearMiss: 'a residency of another country, which is over',
      },
      {
        text: 'I watched her rebuild her schedule with a tutor, pass, and match into family medicine.',
        profile: { specialty: 'neurology' },
        nearMiss: "somebody else's match, in a list of what she did",
      },
      {
        text: 'I applied to medical school with the intention of becoming a pediatrician.',
        profile: { specialty: 'dermatology' },
        nearMiss: 'a plan from before medical school',
      },
      {
        text: 'I am going to surgery at six each day of this month, and pathology is what my brother does.',
        profile: { specialty: 'neurology' },
        nearMiss: 'where somebody goes today, and what somebody else does',
      },
      {
        text: 'I am applying to PM&R, and my rotation in orthopedics taught me to measure.',
        profile: { specialty: 'physical-medicine-and-rehabilitation' },
        nearMiss: 'a rotation in another field',
      },
      {
        text: 'My mother finished her residency in pathology at forty. I want to train in pediatrics.',
        profile: { specialty: 'pediatrics' },
        nearMiss: "a parent's job",
      },
      {
        text: 'At first I was applying to general surgery. I chose anesthesiology.',
        profile: { specialty: 'anesthesiology' },
        nearMiss: 'a plan of another time',
      },
      {
        text: 'I am applying to internal medicine and pediatrics together.',
        profile: { specialty: 'internal-medicine-pediatrics' },
      },
      {
        text: 'I will begin with a preliminary medicine residency before training in neurology.',
        profile: { specialty: 'neurology' },
        nearMiss: 'the first year of many specialties',
      },
      {
        text: 'I began a general surgery residency in 2019 and left it. I am applying to family medicine.',
        profile: { specialty: 'family-medicine' },
        nearMiss: 'a residency that was left',
      },
      {
        text: 'The residency in ophthalmology that my uncle finished was in Cairo.',
        profile: { specialty: 'pathology' },
        nearMiss: "an uncle's residency",
      },
      {
        text: 'I came to medical school to become a surgeon, and a summer changed that.',
        profile: { specialty: 'family-medicine' },
        nearMiss: 'a former plan',
      },
      {
        text: "I could have chosen dermatology. A future in radiology was my advisor's idea, and a career in pathology would have suited me.",
        profile: { specialty: 'family-medicine' },
        nearMiss: 'options that were not taken',
      },
      {
        text: 'The interns in your surgery residency taught me to suture, and alongside your radiology residents I read my first films.',
        profile: { specialty: 'family-medicine' },
        nearMiss: 'people of another program, met on a rotation',
      },
      {
        text: 'Your surgery residency shares a clinic with us, and I rotated in your radiology program.',
        profile: { specialty: 'family-medicine' },
        nearMiss: 'a program next door, and one that was visited',
      },
      {
        text: 'The department of pediatrics chose me as its student of the year.',
        profile: { specialty: 'family-medicine' },
        nearMiss: 'a prize',
      },
      {
        text: 'I chose pediatrics for my first elective.',
        profile: { specialty: 'family-medicine' },
        nearMiss: 'a choice of four weeks',
      },
      {
        text: 'The man was a candidate for surgery, and I sat with his family.',
        profile: { specialty: 'family-medicine' },
        nearMiss: 'a patient',
      },
      { text: 'My brother dreams of a career in surgery. I am applying to family medicine.' },
    ],
  },
});
