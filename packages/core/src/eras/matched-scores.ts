/** Mean Step 2 CK scores of matched applicants, with where the figures come from. */
export interface MatchedScores {
  /** Whom the means are of. */
  readonly of: string;
  readonly source: string;
  /** Of all specialties together. */
  readonly all: number;
  /** By the id of a specialty. */
  readonly bySpecialty: Readonly<Record<string, number>>;
}

/**
 * NRMP, Charting Outcomes 2024, as QuantaPrep lists it by specialty; family medicine by Med School Insiders. Means
 * of DO and international applicants by specialty were not found.
 */
export const MATCHED_STEP_2_CK: MatchedScores = {
  of: 'matched US MD seniors',
  source: 'NRMP, Charting Outcomes in the Match 2024, as listed by QuantaPrep and Med School Insiders',
  all: 250,
  bySpecialty: {
    dermatology: 257,
    'orthopaedic-surgery': 257,
    radiology: 256,
    otolaryngology: 255,
    'plastic-surgery': 255,
    'neurological-surgery': 254,
    'radiation-oncology': 254,
    urology: 253,
    'general-surgery': 252,
    anesthesiology: 250,
    'internal-medicine': 250,
    'emergency-medicine': 249,
    'obstetrics-and-gynecology': 249,
    neurology: 249,
    pathology: 248,
    'physical-medicine-and-rehabilitation': 247,
    pediatrics: 247,
    psychiatry: 246,
    'family-medicine': 244,
  },
};
