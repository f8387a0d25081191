/** An example roster, in CSV: invented applicants, and the headers that narrative-lint knows best. */
export const ROSTER_TEMPLATE = [
  'file,applicant,specialty,kind,Step 1 attempts,Step 1 passed,Step 2 CK score,COMLEX Level 1 attempts,COMLEX Level 2 score,setbacks,graduation year',
  'rivera_ps.docx,Alma Rivera,internal medicine,personal statement,2,passed,247,,,,2026',
  ',Jonas M\u00FCller,family medicine,personal statement,1,passed,231,,,leave of absence; shelf exam:2:passed,2025',
  ',"O\'Brien, Niamh",psychiatry,personal statement,,,,2,512,,2026',
  '',
].join('\r\n');
