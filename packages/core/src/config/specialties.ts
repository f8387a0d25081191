/** A specialty that residencies train in. */
export interface Specialty {
  /** kebab-case. */
  readonly id: string;
  /** As it is written in a sentence. */
  readonly name: string;
  /** Other usual names and abbreviations, lower case, as `specialtyId` reduces them. */
  readonly aliases: readonly string[];
}

const table: readonly (readonly [id: string, name: string, aliases?: string])[] = [
  ['anesthesiology', 'anesthesiology', 'anesthesia,anaesthesia,anaesthesiology,gas'],
  ['child-neurology', 'child neurology', 'pediatric-neurology,peds-neuro,neurology-child-neurology'],
  ['dermatology', 'dermatology', 'derm'],
  ['emergency-medicine', 'emergency medicine', 'em,emergency,emergency-med'],
  ['family-medicine', 'family medicine', 'fm,fp,family-practice,family,fammed,fam-med,family-med'],
  [
    'general-surgery',
    'general surgery',
    'gs,surgery,gen-surg,categorical-surgery,categorical-general-surgery',
  ],
  [
    'internal-medicine',
    'internal medicine',
    'im,medicine,categorical-medicine,categorical-internal-medicine,primary-care-internal-medicine,int-med,internal-med',
  ],
  [
    'internal-medicine-pediatrics',
    'internal medicine-pediatrics',
    'med-peds,medpeds,im-peds,medicine-pediatrics,internal-medicine-and-pediatrics,mp',
  ],
  [
    'interventional-radiology',
    'interventional radiology',
    'ir,interventional-radiology-integrated,integrated-interventional-radiology,ir-dr',
  ],
  ['medical-genetics-and-genomics', 'medical genetics and genomics', 'genetics,medical-genetics'],
  ['neurological-surgery', 'neurological surgery', 'neurosurgery,nsgy,ns,neurosurg'],
  ['neurology', 'neurology', 'neuro,adult-neurology'],
  ['nuclear-medicine', 'nuclear medicine', 'nucs'],
  [
    'obstetrics-and-gynecology',
    'obstetrics and gynecology',
    'ob-gyn,obgyn,obstetrics-gynecology,obstetrics,gynecology,obs-gyn,obstetrics-and-gynaecology,og,ob,gyn,gynaecology,ob-and-gyn',
  ],
  ['ophthalmology', 'ophthalmology', 'ophtho,ophthal,eye'],
  [
    'orthopaedic-surgery',
    'orthopaedic surgery',
    'ortho,orthopedics,orthopaedics,orthopedic-surgery,orthopedic',
  ],
  [
    'osteopathic-neuromusculoskeletal-medicine',
    'osteopathic neuromusculoskeletal medicine',
    'onmm,nmm,omm,omt,nmm-omm,onmm1,neuromusculoskeletal-medicine',
  ],
  [
    'otolaryngology',
    'otolaryngology',
    'ent,oto,otolaryngology-head-and-neck-surgery,ohns,ear-nose-and-throat,head-and-neck-surgery',
  ],
  ['pathology', 'pathology', 'path,ap-cp,anatomic-and-clinical-pathology,pathology-anatomic-and-clinical'],
  ['pediatrics', 'pediatrics', 'peds,paediatrics,pediatric,categorical-pediatrics'],
  [
    'physical-medicine-and-rehabilitation',
    'physical medicine and rehabilitation',
    'physical-medicine-rehabilitation,physical-medicine,pm-and-r,pmr,pm-r,physiatry,rehabilitation-medicine,rehab',
  ],
  [
    'plastic-surgery',
    'plastic surgery',
    'plastics,prs,integrated-plastic-surgery,plastic-surgery-integrated',
  ],
  [
    'preliminary-medicine',
    'preliminary medicine',
    'prelim-medicine,medicine-preliminary,prelim-im,preliminary-internal-medicine,internal-medicine-preliminary,prelim,preliminary,preliminary-year,im-prelim,medicine-prelim,internal-medicine-prelim,prelim-internal-medicine,prelim-med',
  ],
  [
    'preliminary-surgery',
    'preliminary surgery',
    'prelim-surgery,surgery-preliminary,preliminary-general-surgery,general-surgery-preliminary,surgery-prelim,general-surgery-prelim,prelim-general-surgery',
  ],
  [
    'preventive-medicine',
    'preventive medicine',
    'public-health-and-general-preventive-medicine,general-preventive-medicine,occupational-medicine,occupational-and-environmental-medicine',
  ],
  ['psychiatry', 'psychiatry', 'psych'],
  ['radiation-oncology', 'radiation oncology', 'rad-onc,radonc,ro'],
  ['radiology', 'diagnostic radiology', 'dr,rads,diagnostic-radiology,radiology-diagnostic'],
  [
    'thoracic-surgery',
    'thoracic surgery',
    'ct-surgery,cardiothoracic-surgery,integrated-thoracic-surgery,thoracic-surgery-integrated,cts',
  ],
  ['transitional-year', 'transitional year', 'ty,transitional'],
  ['urology', 'urology', 'uro'],
  [
    'vascular-surgery',
    'vascular surgery',
    'vascular,integrated-vascular-surgery,vascular-surgery-integrated',
  ],
  [
    'emergency-medicine-anesthesiology',
    'emergency medicine-anesthesiology',
    'em-anesthesiology,em-anesthesia',
  ],
  ['emergency-medicine-family-medicine', 'emergency medicine-family medicine', 'em-fm'],
  [
    'emergency-medicine-internal-medicine',
    'emergency medicine-internal medicine',
    'em-im,internal-medicine-emergency-medicine',
  ],
  ['emergency-medicine-pediatrics', 'emergency medicine-pediatrics', 'em-peds,pediatrics-emergency-medicine'],
  [
    'family-medicine-osteopathic-neuromusculoskeletal-medicine',
    'family medicine-osteopathic neuromusculoskeletal medicine',
    'fm-onmm,fm-nmm',
  ],
  ['family-medicine-preventive-medicine', 'family medicine-preventive medicine', 'fm-pm'],
  ['family-medicine-psychiatry', 'family medicine-psychiatry', 'fm-psych,psychiatry-family-medicine'],
  ['internal-medicine-anesthesiology', 'internal medicine-anesthesiology', 'im-anesthesia,im-anesthesiology'],
  ['internal-medicine-dermatology', 'internal medicine-dermatology', 'med-derm,im-derm'],
  ['internal-medicine-medical-genetics', 'internal medicine-medical genetics', 'im-genetics'],
  ['internal-medicine-neurology', 'internal medicine-neurology', 'im-neuro'],
  ['internal-medicine-preventive-medicine', 'internal medicine-preventive medicine', 'im-pm'],
  [
    'internal-medicine-psychiatry',
    'internal medicine-psychiatry',
    'med-psych,im-psych,psychiatry-internal-medicine',
  ],
  ['pediatrics-anesthesiology', 'pediatrics-anesthesiology', 'peds-anesthesia'],
  ['pediatrics-medical-genetics', 'pediatrics-medical genetics', 'peds-genetics'],
  [
    'pediatrics-physical-medicine-and-rehabilitation',
    'pediatrics-physical medicine and rehabilitation',
    'peds-pmr,peds-pm-and-r',
  ],
  [
    'pediatrics-psychiatry-child-psychiatry',
    'pediatrics-psychiatry-child psychiatry',
    'triple-board,peds-psych,pediatrics-psychiatry',
  ],
  ['psychiatry-neurology', 'psychiatry-neurology', 'neuropsych,neuropsychiatry,neurology-psychiatry'],
];

/** Specialties that a program accredited by the ACGME trains in, preliminary and combined ones included. */
export const SPECIALTIES: readonly Specialty[] = table.map(([id, name, aliases]) => ({
  id,
  name,
  aliases: aliases?.split(',') ?? [],
}));

/** Words around the name of a specialty that say nothing about which one it is. */
const AROUND =
  /(?:^|-)(?:residency|residencies|program|programs|categorical|acgme|osteopathic|do|md|training)(?=-|$)/g;

const byName = new Map<string, string>();
for (const { id, aliases } of SPECIALTIES) for (const name of [id, ...aliases]) byName.set(name, id);

/** Lower case, words joined by hyphens, `&` and `/` read as people mean them. */
export function toSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The id of a specialty from any of its usual names: `OB/GYN`, `Med-Peds`, `Osteopathic Family Medicine`.
 *
 * @returns Nothing for a name that is not known.
 */
export function specialtyId(name: string): string | undefined {
  const slug = toSlug(name.replace(/\([^()]*\)/g, ' '));
  return (
    byName.get(toSlug(name)) ?? byName.get(slug) ?? byName.get(slug.replace(AROUND, '').replace(/^-|-$/g, ''))
  );
}

/** The name of a specialty as it is written in a sentence; the id itself when it is not known. */
export function specialtyName(id: string): string {
  return SPECIALTIES.find((specialty) => specialty.id === id)?.name ?? id;
}
