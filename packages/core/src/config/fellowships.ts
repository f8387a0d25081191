import { specialtyName, toSlug } from './specialties.ts';

/**
 * Fields that are trained in after a residency, by the residency they most often follow (ACGME, subspecialties);
 * `any` follow several. A statement for a residency applies to the residency.
 */
const AFTER: Readonly<Record<string, string>> = {
  'internal-medicine':
    'cardiology,cardiovascular-disease,interventional-cardiology,electrophysiology,gastroenterology,gi,hepatology,nephrology,pulmonology,pulmonary,pulmonary-and-critical-care,pccm,hematology,oncology,medical-oncology,hematology-oncology,hematology-and-oncology,heme-onc,endocrinology,rheumatology,infectious-disease,infectious-diseases,hospital-medicine',
  pediatrics:
    'neonatology,nicu,pediatric-cardiology,pediatric-critical-care,picu,pediatric-gastroenterology,pediatric-hematology-oncology,pediatric-endocrinology,pediatric-emergency-medicine,adolescent-medicine,developmental-behavioral-pediatrics',
  psychiatry:
    'child-psychiatry,child-and-adolescent-psychiatry,addiction-psychiatry,forensic-psychiatry,geriatric-psychiatry',
  'general-surgery':
    'trauma-surgery,surgical-critical-care,surgical-oncology,colorectal-surgery,colon-and-rectal-surgery,pediatric-surgery,transplant-surgery,bariatric-surgery,breast-surgery',
  'obstetrics-and-gynecology':
    'maternal-fetal-medicine,mfm,gynecologic-oncology,gyn-onc,reproductive-endocrinology,reproductive-endocrinology-and-infertility,urogynecology',
  neurology: 'epilepsy,stroke,vascular-neurology,neuromuscular-medicine,movement-disorders',
  dermatology: 'mohs-surgery,dermatopathology',
  'orthopaedic-surgery': 'spine-surgery,hand-surgery',
  pathology: 'forensic-pathology,hematopathology',
  radiology: 'neuroradiology',
  any: 'critical-care,critical-care-medicine,geriatrics,geriatric-medicine,palliative-care,palliative-medicine,hospice-and-palliative-medicine,sports-medicine,pain-medicine,sleep-medicine,addiction-medicine,toxicology,medical-toxicology,allergy,immunology,allergy-and-immunology,clinical-informatics',
};

const before = new Map(
  Object.entries(AFTER).flatMap(([residency, names]) => names.split(',').map((name) => [name, residency])),
);

/**
 * What to name in place of a field that is trained in after a residency, in words that follow "name the".
 *
 * @returns Nothing where it is no such field.
 */
export function residencyBefore(name: string): string | undefined {
  const residency = before.get(toSlug(name).replace(/-fellowship$/, ''));
  if (residency === undefined) return undefined;
  return residency === 'any'
    ? 'residency that you apply to'
    : `residency before it, such as ${specialtyName(residency)}`;
}
