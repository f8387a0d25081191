/** Words for the people of a hospital, as classes: who is talked about where a rule asks how. */
export const people = {
  /** Those who nurse, help, file and carry. */
  staff: [
    '(nurse|nurses|nursing|rn|rns|aide|aides|cna|cnas|staff|staffers|tech|techs|technician|technicians|technologist|technologists|clerk|clerks|receptionist|receptionists|secretary|secretaries|scribe|scribes|scheduler|schedulers|orderly|orderlies|transporter|transporters|porters|janitors|housekeeper|housekeepers|pharmacist|pharmacists|pharmacy|phlebotomist|phlebotomists|dietitian|dietitians|therapists|midwives|midwife|paramedics|medics|emts|coordinator|coordinators|administrator|administrators|administration|admin|admins|bureaucrats|billers|coders|interpreters|dispatchers|circulators|circulator|scrubs|sitters|volunteers|inspectors|managers|registrars|monitors|proctors|schedulers|charge nurse|np|nps|pa|pas|crna|crnas|midlevels|mid-levels|midlevel|matrons|sisters)',
    '(nurse|physician) (practitioner|practitioners|assistant|assistants|extenders)',
    '(medical|nursing) (assistant|assistants|records)',
    'social (worker|workers|work)',
    'case (manager|managers)',
    'front desk',
    '(office|desk|support|ancillary) (people|staff|ladies|guys|folks)',
    '(allied health|transport|billing|lab|records|records room|cafeteria|cleaning|operating room|front office|compliance) (people|staff|folks|guys|ladies|department)',
    '(the|that|this|upstairs) (floor|floors|ward|wards|unit)',
  ],
  /** Doctors and those who become doctors. */
  colleague: [
    '(doctor|doctors|docs|physician|physicians|clinician|clinicians|provider|providers|resident|residents|intern|interns|attendings|fellows|seniors|consultants|registrars|trainees|applicants|classmates|peers|colleagues|coworkers|co-workers|teammates|co-interns|professors|preceptors|students|subinterns|sub-interns|chiefs|faculty|academics|researchers|mds|dos|amgs|imgs)',
    '(those|these|half the|most of the|rich|young|older) (kids|guys|folks|types|boys)',
    'the other (resident|residents|students|student|interns|intern|applicants|doctors)',
  ],
  /** People of a specialty, and the specialty itself. */
  specialist: [
    '(internist|internists|hospitalist|hospitalists|surgeon|surgeons|radiologist|radiologists|psychiatrist|psychiatrists|pathologist|pathologists|anesthesiologist|anesthesiologists|dermatologist|dermatologists|pediatrician|pediatricians|cardiologist|cardiologists|neurologist|neurologists|orthopedist|orthopedists|orthopods|orthopod|urologist|urologists|gynecologist|gynecologists|obstetrician|obstetricians|ophthalmologist|ophthalmologists|oncologist|oncologists|physiatrist|physiatrists|intensivist|intensivists|generalist|generalists|specialist|specialists|subspecialist|subspecialists|proceduralist|proceduralists|nephrologist|nephrologists|gastroenterologist|gastroenterologists|pulmonologist|pulmonologists|psychologist|psychologists|chiropractors|dentists|podiatrists)',
    '(internal|family|emergency) (medicine|physician|physicians|doctors|docs|docs|practice|practitioners)',
    '(er|ed|icu|ob|or|gi|im|fm|em|ent|urgent care|primary care|medicine|surgery|surgical|ortho|psych|derm|rads|peds|neuro|cards|anesthesia|floor|clinic|family|night|day|consult|admitting|consulting|primary|ward|trauma|rads) (guy|guys|people|folks|kids|doctor|doctors|docs|doc|team|teams|service|services|crowd|types|boys|residents|resident|interns|shift|side)',
    'other (doctor|doctors|docs|team|teams|service|services|residents|resident|interns|side)',
    'emergency (room|department) ..1 (doctors|physicians|people|docs|guys)',
    '(primary care|dermatology|radiology|psychiatry|pathology|anesthesiology|anesthesia|ophthalmology|physiatry|urology|orthopedics|ortho|pediatrics|neurology|obstetrics|gynecology|cardiology|general surgery|surgery|family medicine|internal medicine|emergency medicine|hospital medicine|outpatient medicine)',
    '(the|an|your|any) (er|ed|icu|medicine|surgery|consult|consulting|primary|admitting) (team|service)',
  ],
  /** Those who work in a hospital, by the group. */
  group: [
    '(nurses|rns|aides|cnas|staff|techs|technicians|technologists|clerks|receptionists|secretaries|schedulers|orderlies|transporters|porters|pharmacists|phlebotomists|therapists|midwives|medics|coordinators|administrators|admins|bureaucrats|nps|pas|crnas|midlevels|mid-levels|circulators|assistants|practitioners|social workers|case managers|doctors|docs|physicians|clinicians|providers|residents|interns|attendings|fellows|seniors|consultants|registrars|trainees|applicants|classmates|peers|colleagues|coworkers|co-workers|co-interns|professors|preceptors|chiefs|academics|mds|dos|amgs|imgs)',
    '(internists|hospitalists|surgeons|radiologists|psychiatrists|pathologists|anesthesiologists|dermatologists|pediatricians|cardiologists|neurologists|orthopedists|orthopods|urologists|gynecologists|obstetricians|ophthalmologists|oncologists|physiatrists|intensivists|generalists|specialists|subspecialists|proceduralists|nephrologists|gastroenterologists|pulmonologists|psychologists|chiropractors|dentists|podiatrists)',
    '(desk|office|ward|wards|medical|surgical|medicine|surgery|er|ed|icu|derm|rads|ortho|psych|peds|em|im|fm|clinic|floor|lab|billing|hr|primary care|urgent care|upstairs|night|day|consult|research) (people|guys|folks|girls|ladies|kids|crowd|team|teams|service|services|types|boys)',
  ],
  /** Patients as a kind, and not one of them. */
  patientKind: [
    '(patients|families|relatives|addicts|alcoholics|smokers|diabetics|homeless|inmates|psych patients|drunks|callers|parents|customers|people|population|patient population)',
  ],
  /** Anyone spoken of as a kind. */
  kind: [
    '@staff',
    '@colleague',
    '@specialist',
    '(those|these) people',
    'people like (him|her|them|that|those)',
    '(the|that) (kind|sort|type) of (person|people|doctor|doctors|resident|nurse|physician|patients|patient)',
  ],
  /** Looking over somebody's work. */
  oversight: [
    '(supervise|supervised|supervising|supervision|supervisor|supervisors|oversight|overseeing|overseen|babysitter|babysitters|babysitting|babysat|babysit|hand-holding|handholding|chaperone|chaperoned|chaperones|minder|minders|micromanaged|micromanaging|micromanagement|spoon-fed|nanny|training wheels|safety net|feedback|evaluations|criticism|coaching|monitored|watched|correction|correcting|corrected|corrections|reassurance|validation)',
    '(hold|holding|held) my hand',
    'hand ..1 (held|holding)',
    '(over|at|behind) my (shoulder|elbow|back)',
    '(stand|standing|hover|hovering|hovers|stood|look|looking|peering|breathe|breathing) (over|behind|next to|beside|down) (me|my)',
    'hovering',
    '(check|checks|checking|double-check|double-checks|double-checking|review|reviewing|correct|approve|cosign|co-sign|second-guess|second-guessing) (me|my (work|notes|orders|plans|plan|hands|every))',
    '(tell|tells|telling|teach|teaches|show|shows) me (how|what) ..1 (to|i|do)',
    '(watch|watches|watching) (me|my (hands|every|back|work))',
    '(an attending|the attending|my attending|attendings|a senior|a resident|my senior|a supervisor)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
