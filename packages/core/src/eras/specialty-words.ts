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
  /** Parts of words, in small letters, of which any of these names has one: a text without them names it nowhere. */
  readonly signs: readonly string[];
}

const PEDIATRIC = 'p(?:a)?ediatrics?';
const ORTHOPEDIC = 'orthop(?:a)?edics?';

/** Longer names come before those they begin with. */
export const SPECIALTY_WORDS: readonly SpecialtyWords[] = [
  {
    id: 'internal-medicine-pediatrics',
    field: `(?:combined )?internal medicine(?:[-/ ]|\\s+and\\s+|\\s*&\\s*)${PEDIATRIC}|med[-/ ]peds|medicine[-/]${PEDIATRIC}`,
    signs: ['ediatric', 'peds'],
  },
  {
    id: 'internal-medicine-psychiatry',
    field: 'med[-/]psych|internal medicine[-/]psychiatry',
    signs: ['psych'],
  },
  { id: 'pediatrics-psychiatry-child-psychiatry', field: 'triple board', signs: ['triple'] },
  { id: 'preliminary-medicine', field: 'prelim(?:inary)? (?:internal )?medicine', signs: ['prelim'] },
  { id: 'preliminary-surgery', field: 'prelim(?:inary)? (?:general )?surgery', signs: ['prelim'] },
  { id: 'transitional-year', field: 'transitional[- ]year', signs: ['transitional'] },
  {
    id: 'child-neurology',
    field: `child neurology|${PEDIATRIC} neurology`,
    person: 'child neurologist',
    signs: ['neurolog'],
  },
  {
    id: 'interventional-radiology',
    field: 'interventional radiology',
    person: 'interventional radiologist',
    signs: ['interventional'],
  },
  {
    id: 'radiation-oncology',
    field: 'radiation oncology|rad[- ]onc',
    person: 'radiation oncologist',
    signs: ['rad'],
  },
  {
    id: 'osteopathic-neuromusculoskeletal-medicine',
    field: '(?:osteopathic )?neuromusculoskeletal medicine|onmm',
    signs: ['musculoskeletal', 'onmm'],
  },
  {
    id: 'physical-medicine-and-rehabilitation',
    field: 'physical medicine (?:and|&) rehabilitation|pm ?& ?r|pm and r|physiatry|rehabilitation medicine',
    person: 'physiatrist',
    signs: ['physiatr', 'rehabilitation', 'pm'],
  },
  {
    id: 'preventive-medicine',
    field: '(?:general )?preventive medicine|occupational (?:and environmental )?medicine',
    signs: ['preventive', 'occupational'],
  },
  { id: 'nuclear-medicine', field: 'nuclear medicine', signs: ['nuclear'] },
  {
    id: 'emergency-medicine',
    field: 'emergency medicine|\\bem',
    person: 'emergency (?:medicine )?(?:physician|doctor)',
    signs: ['emergency', 'em'],
  },
  {
    id: 'family-medicine',
    field: 'family (?:medicine|practice)|\\bfm',
    person: 'family (?:medicine |practice )?(?:physician|doctor|practitioner)',
    signs: ['family', 'fm'],
  },
  { id: 'internal-medicine', field: 'internal medicine|\\bim', person: 'internist', signs: ['intern', 'im'] },
  {
    id: 'neurological-surgery',
    field: 'neurosurgery|neurological surgery',
    person: 'neurosurgeon|neurological surgeon',
    signs: ['neuro'],
  },
  {
    id: 'orthopaedic-surgery',
    field: `${ORTHOPEDIC} surgery|${ORTHOPEDIC}|ortho`,
    person: `${ORTHOPEDIC} surgeon|orthop(?:a)?edist`,
    signs: ['ortho'],
  },
  { id: 'plastic-surgery', field: 'plastic surgery|plastics', person: 'plastic surgeon', signs: ['plastic'] },
  {
    id: 'thoracic-surgery',
    field: '(?:cardio)?thoracic surgery|ct surgery',
    person: '(?:cardio)?thoracic surgeon',
    signs: ['thoracic', 'surgery'],
  },
  { id: 'vascular-surgery', field: 'vascular surgery', person: 'vascular surgeon', signs: ['vascular'] },
  { id: 'general-surgery', field: '(?:general )?surgery', person: '(?:general )?surgeon', signs: ['surge'] },
  {
    id: 'obstetrics-and-gynecology',
    field: 'obstetrics(?: (?:and|&) |[-/])gyna?ecology|ob[-/ ]?gyn|obstetrics|gyna?ecology',
    person: 'obstetrician(?:[- ](?:and )?gyna?ecologist)?|gyna?ecologist|ob[-/ ]?gyn|ob',
    signs: ['ob', 'ecolog'],
  },
  {
    id: 'otolaryngology',
    field: 'otolaryngology(?:[- ]+head and neck surgery)?|\\bent|ear,? nose,? and throat',
    person: 'otolaryngologist',
    signs: ['otolaryngolog', 'ent', 'nose'],
  },
  {
    id: 'anesthesiology',
    field: 'ana?esthesiology|ana?esthesia',
    person: 'ana?esthesiologist',
    signs: ['esthesi'],
  },
  { id: 'dermatology', field: 'dermatology|derm', person: 'dermatologist', signs: ['derm'] },
  {
    id: 'medical-genetics-and-genomics',
    field: 'medical genetics(?: and genomics)?',
    person: 'geneticist',
    signs: ['genetic'],
  },
  { id: 'neurology', field: 'neurology', person: 'neurologist', signs: ['neurolog'] },
  { id: 'ophthalmology', field: 'ophthalmology', person: 'ophthalmologist', signs: ['ophthalmolog'] },
  {
    id: 'pathology',
    field: '(?:anatomic(?: and clinical)? )?pathology',
    person: 'pathologist',
    signs: ['patholog'],
  },
  { id: 'pediatrics', field: `${PEDIATRIC}|peds`, person: 'p(?:a)?ediatrician', signs: ['ediatric', 'peds'] },
  { id: 'psychiatry', field: 'psychiatry|psych', person: 'psychiatrist', signs: ['psych'] },
  {
    id: 'radiology',
    field: '(?:diagnostic )?radiology|rads',
    person: '(?:diagnostic )?radiologist',
    signs: ['radiolog', 'rads'],
  },
  { id: 'urology', field: 'urology', person: 'urologist', signs: ['urolog'] },
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
