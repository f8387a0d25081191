/**
 * How specialties and those who practise them are called in prose, by the id of the specialty. Names are those of
 * the ACGME's specialties (see `config/specialties.ts`) with the forms that applicants write; patterns are parts
 * of regular expressions without regard to case.
 */
export interface SpecialtyWords {
  readonly id: string;
  readonly field: string;
  /** Those who practise it, in the singular. */
  readonly person?: string;
}

const PEDIATRIC = 'p(?:a)?ediatrics?';
const ORTHOPEDIC = 'orthop(?:a)?edics?';

/** Longer names come before those they begin with. */
export const SPECIALTY_WORDS: readonly SpecialtyWords[] = [
  {
    id: 'internal-medicine-pediatrics',
    field: `(?:combined )?internal medicine(?:[-/ ]|\\s+and\\s+|\\s*&\\s*)${PEDIATRIC}|med[-/ ]peds|medicine[-/]${PEDIATRIC}`,
  },
  { id: 'internal-medicine-psychiatry', field: 'med[-/]psych|internal medicine[-/]psychiatry' },
  { id: 'pediatrics-psychiatry-child-psychiatry', field: 'triple board' },
  { id: 'preliminary-medicine', field: 'prelim(?:inary)? (?:internal )?medicine' },
  { id: 'preliminary-surgery', field: 'prelim(?:inary)? (?:general )?surgery' },
  { id: 'transitional-year', field: 'transitional[- ]year' },
  { id: 'child-neurology', field: `child neurology|${PEDIATRIC} neurology`, person: 'child neurologist' },
  { id: 'interventional-radiology', field: 'interventional radiology', person: 'interventional radiologist' },
  { id: 'radiation-oncology', field: 'radiation oncology|rad[- ]onc', person: 'radiation oncologist' },
  {
    id: 'osteopathic-neuromusculoskeletal-medicine',
    field: '(?:osteopathic )?neuromusculoskeletal medicine|onmm',
  },
  {
    id: 'physical-medicine-and-rehabilitation',
    field: 'physical medicine (?:and|&) rehabilitation|pm ?& ?r|pm and r|physiatry|rehabilitation medicine',
    person: 'physiatrist',
  },
  {
    id: 'preventive-medicine',
    field: '(?:general )?preventive medicine|occupational (?:and environmental )?medicine',
  },
  { id: 'nuclear-medicine', field: 'nuclear medicine' },
  {
    id: 'emergency-medicine',
    field: 'emergency medicine|\\bem',
    person: 'emergency (?:medicine )?(?:physician|doctor)',
  },
  {
    id: 'family-medicine',
    field: 'family (?:medicine|practice)|\\bfm',
    person: 'family (?:medicine |practice )?(?:physician|doctor|practitioner)',
  },
  { id: 'internal-medicine', field: 'internal medicine|\\bim', person: 'internist' },
  {
    id: 'neurological-surgery',
    field: 'neurosurgery|neurological surgery',
    person: 'neurosurgeon|neurological surgeon',
  },
  {
    id: 'orthopaedic-surgery',
    field: `${ORTHOPEDIC} surgery|${ORTHOPEDIC}|ortho`,
    person: `${ORTHOPEDIC} surgeon|orthop(?:a)?edist`,
  },
  { id: 'plastic-surgery', field: 'plastic surgery|plastics', person: 'plastic surgeon' },
  {
    id: 'thoracic-surgery',
    field: '(?:cardio)?thoracic surgery|ct surgery',
    person: '(?:cardio)?thoracic surgeon',
  },
  { id: 'vascular-surgery', field: 'vascular surgery', person: 'vascular surgeon' },
  { id: 'general-surgery', field: '(?:general )?surgery', person: '(?:general )?surgeon' },
  {
    id: 'obstetrics-and-gynecology',
    field: 'obstetrics(?: (?:and|&) |[-/])gyna?ecology|ob[-/ ]?gyn|obstetrics|gyna?ecology',
    person: 'obstetrician(?:[- ](?:and )?gyna?ecologist)?|gyna?ecologist|ob[-/ ]?gyn|ob',
  },
  {
    id: 'otolaryngology',
    field: 'otolaryngology(?:[- ]+head and neck surgery)?|\\bent|ear,? nose,? and throat',
    person: 'otolaryngologist',
  },
  { id: 'anesthesiology', field: 'ana?esthesiology|ana?esthesia', person: 'ana?esthesiologist' },
  { id: 'dermatology', field: 'dermatology|derm', person: 'dermatologist' },
  { id: 'medical-genetics-and-genomics', field: 'medical genetics(?: and genomics)?', person: 'geneticist' },
  { id: 'neurology', field: 'neurology', person: 'neurologist' },
  { id: 'ophthalmology', field: 'ophthalmology', person: 'ophthalmologist' },
  { id: 'pathology', field: '(?:anatomic(?: and clinical)? )?pathology', person: 'pathologist' },
  { id: 'pediatrics', field: `${PEDIATRIC}|peds`, person: 'p(?:a)?ediatrician' },
  { id: 'psychiatry', field: 'psychiatry|psych', person: 'psychiatrist' },
  { id: 'radiology', field: '(?:diagnostic )?radiology|rads', person: '(?:diagnostic )?radiologist' },
  { id: 'urology', field: 'urology', person: 'urologist' },
];

/** Specialties that an applicant to the first may also name: a year before it, or a part of it. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'interventional-radiology': ['radiology'],
  radiology: ['interventional-radiology'],
  'child-neurology': ['neurology', 'pediatrics'],
  'obstetrics-and-gynecology': [],
  'preliminary-medicine': ['internal-medicine'],
  'preliminary-surgery': ['general-surgery'],
};
/** A first year that many specialties begin with. */
const FIRST_YEARS = new Set(['preliminary-medicine', 'preliminary-surgery', 'transitional-year']);
const SURGERY = 'general-surgery';

/**
 * Whether a statement for one specialty may say that it applies to another: the same, a part of a combined one,
 * a preliminary year, or "surgery" for any surgical specialty.
 */
export function agrees(own: string, named: string): boolean {
  if (own === named || FIRST_YEARS.has(named) || BESIDE[own]?.includes(named)) return true;
  if (named === SURGERY && /surgery|urology|otolaryngology|ophthalmology|obstetrics/.test(own)) return true;
  return own.startsWith(`${named}-`) || own.endsWith(`-${named}`) || named.startsWith(`${own}-`);
}
