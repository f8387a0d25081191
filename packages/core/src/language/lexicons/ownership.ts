/** Those who must hear of an error. */
const HEARER =
  '(senior|seniors|resident|attending|attendings|intern|fellow|supervisor|supervisors|preceptor|consultant|chief|registrar|matron|sister|director|dean|nurse|nurses|pharmacist|pharmacy|midwife|surgeon|anesthesiologist|intensivist|cardiologist|pediatrician|hospitalist|radiologist|partner|control|captain|team|charge|manager|professor|doctor|dr|dr.|boss|instructor|clinic|toxicology|poison|committee)';
/** Those it happened to. */
const HARMED =
  '(patient|patients|family|mother|father|mom|dad|wife|husband|daughter|son|sister|brother|parents|grandmother|man|woman|girl|boy|lady|him|her|them)';

/** What a clinician does about an error that is their own; rules ask for it, roles do not. */
export const ownership = {
  'owned-error': [
    `(i|and|then|we|so|immediately|once|said) ..4 (told|informed|called|phoned|telephoned|rang|paged|woke|notified|alerted|texted|found|fetched|messaged|emailed|radioed|ran to|walked to|went to|went straight to|brought) ..4 ${HEARER}`,
    `(i|and|we|then) ..4 (told|tell|explained|explain|admitted|confessed|disclosed) ..6 (what i (did|had|wrote|missed|ordered|gave)|what (had happened|happened)|what went wrong|that i (had|made|missed|gave|wrote|ordered|left|misread|forgot|hung|marked)|it was (me|mine|my)|that it was i|(i|me) (was|am) the one|the (truth|error|mistake)|my (mistake|error|part))`,
    `i ..3 (told|called|phoned|visited|informed) ..3 ${HARMED} ..2 (myself|the same|that (evening|afternoon|morning|day|night)|together|at once|immediately|right away|afterward|and)`,
    '~apologize',
    '(apologised|apology|apologies)',
    '(said|say|saying) ..2 sorry',
    '(filed|submitted|wrote|filled|completed|entered|signed|put|sent) ..5 (report|reports|incident|event form|safety|near miss|near-miss|reporting|variance)',
    '(incident|safety|event|error) (report|reports|book|form|log|system)',
    'reporting system',
    '(i|and|we) ..2 (reported|disclosed|self-reported) ..4',
    '(owned|own|owning) (it|up|the|that|this|my)',
    '(came|come) (clean|forward)',
    '(i|and) ..1 (confessed|admitted)',
    '(wrote|write) (it|myself|that|this) up',
    '(under|with) my own name',
    'my (name|own name) (on|in|to) ..2 (report|form|it)',
    '(presented|present|told|shared|gave) ..3 (case|error|mistake|miss|it|omission|event) ..5 (conference|m and m|m&m|morbidity|rounds|meeting|huddle|committee|class)',
    '(safety|morbidity|mortality|quality) (conference|meeting|review|committee)',
    'root cause',
    '(it|error|mistake|omission|order|fault|miss|that) (was|is|had been) (mine|my (order|error|mistake|fault|doing|own|name|miss|hand|handwriting))',
    '(corrected|fixed) the (entry|order|chart|note|record)',
    'i ..1 (stopped|stop) the (pump|infusion|drip|line)',
    '(asked|had|let|made) ..3 (check|watch|recheck|double-check) ..2 (my|every|each) ..3 (dose|order|calculation|note|count|work)',
  ],
  'mended-error': [
    '(~read|~say|~repeat|~spell|~call) ..3 (back|aloud|out loud)',
    '(read-back|readback|read-backs|readbacks|time-out|timeout|hard stop|hard-stop|forcing function)',
    '(two|second|another|both) (identifiers|identifier|nurse|person|people|signature|signatures|reader|pair|initials|of us sign)',
    '(two-person|two-nurse|double-check|double-checks|double-checked|double-checking|double check|cross-check|recheck|independent check)',
    '(ask|asked|asks|require|requires|get|got) ..3 (second check|second pair|second look)',
    '(name band|wristband|wristbands|armband|wrist band|id band|bracelet)',
    '(i|we|now|always|never|and) ..3 (check|verify|confirm|match|compare|recount|reread|recalculate|review|checked|verified|confirmed|matched|compared) ..8 (before|against|with|twice|every|each|aloud|name|weight|allergy|allergies|dose|label|chart|side|date|band)',
    '(i|we|they|she|he|and|that|since) ..4 (built|build|made|wrote|drew|designed|created|added|introduced|proposed|started|drafted|changed|moved|replaced|redesigned|redrew|set up|split|pulled|removed|printed|taped|developed|instituted|implemented|pinned) ..6 (checklist|template|tracker|card|cards|sheet|list|form|sticker|stickers|label|labels|log|column|alert|alerts|protocol|(a|the|one|another|extra|new|second|last) step|line for|sign|board|order set|spreadsheet|box|field|rule|policy|pouches|bins|drawer|flag|poster|reminder|system|script|magnet|tag|tape|handoff|default|defaults)',
    '(checklist|tracker|protocol) ..6 (still|now|every|each|that|which|for)',
    '(keep|open|kept) (one|a single|only one) (chart|window|tab|record)',
    '(never|not|no) ..6 (without|until) ..4 (checking|reading|counting|asking|confirming|looking|calling|read|checked|confirmed|counted|second|written|says|said)',
    '(before|every time|each time|whenever) i (sign|order|give|hang|write|push|leave|hand|close|mark|cut|prescribe|inject|discharge|enter|draw|prepare|send)',
    '(put|put up|taped|hung|stuck) ..1 (a|the|two|my|red|our) ..2 (sticker|sign|line|label|magnet|tag|card|list|reminder|note|tape) ..6 (on|for|in|above|at|over|by)',
    'asked that the case',
    '(went|gone|go) (through|back through|over) ..1 (every|each|all) ..3 (chart|charts|order|orders|dose|doses|label|labels|record|records|step|steps|list|patient|patients|prescription|prescriptions|medication|medications|drug|drugs|item|line|lab|result|results|allergy|allergies|one)',
    '(became|is now|is still|still) ..6 (in use|used there|standard|the rule|policy|hangs|on the wall)',
  ],
  /** A slip of the hand or the eye with a patient at the end of it. */
  'slip-told': [
    '(wrong|incorrect|mistaken) ..1 (dose|patient|drug|medication|chart|order|rate|arm|limb|line|unit|name|man|woman|lady|box|vial|knee|eye|ear|hip|leg|foot|breast|kidney|lung|weight|bed|room|tube|specimen|label|bag|syringe|concentration|child|baby|infant|encounter|vaccine|vaccines|shot|pill|pills|medicine|medication|potassium|insulin|blood|tablet|tablets|antibiotic|fluid|fluids|hand|finger|tooth|vein|artery|level|site|incision|order set|kid|chart|result|results|allergy|culture|sample|catheter|needle|prescription|formulation|date|decimal)',
    '(instead of|rather than|where it (was|should)|when it (belonged|should|was)|meant for|bagged for|intended for|belonged to|off by)',
    '(left|leave|leaving) ..6 (inside|behind|in a wound|in the wound|in the vein|on the arm|out (his|her|the|two|a)|in my (folder|pocket|bag|inbox))',
    '(twice|double|ten times|three times|half|tenfold|a tenth) ..2 (dose|rate|ordered|amount|intended|prescribed|what|units|too)',
    '(missed|overlooked|misread|miscalculated|mislabeled|mixed up|swapped|transposed|forgot|forgotten|failed to|neglected|did not (check|see|read|call|notice|ask|look|document|order|restart|stop|tell|pass)|never (checked|called|ordered|restarted|looked|read|passed)) ..8 (potassium|result|results|dose|lab|labs|allergy|page|scan|fracture|x-ray|film|ecg|ekg|call|callback|order|weight|culture|consent|glucose|pressure|insulin|heparin|pregnancy|bleed|clot|rhythm|patient|chart|medication|troponin|sodium|lactate|pulse|wound|drain|count|sponge|gauze|needle|catheter|tube|line|anticoagulant|blood thinner)',
    '(despite|with|whose chart said|documented) ..4 (allergy|allergic)',
    '(cleared|discharged|sent home|let go|sent) ..12 (fracture|bleed|clot|stroke|returned|came back|no business|collapsed|ruptured|perforated|sepsis|bleeding)',
    '(npo|the sponge count|near miss|near-miss|medication error|surgical error|needle stick)',
    '(a|my|one|that|the) (mistake|error)',
    'marked ..8 as (done|completed|given|seen|normal)',
    '(miscalculated|misread|mischarted|misprogrammed|misplaced|mislabeled|mislabelled|misheard|misdosed|overdosed|underdosed) ..4',
    '(marked|prepped|typed|wrote|draped|opened|imaged|numbed|entered) ..6 wrong side',
    'by a factor of',
    '(selected|clicked|picked|chose|opened|grabbed|pulled) ..2 (incorrect|wrong)',
    'sent ..4 home ..14 (back|returned|ventilator|icu|died|ruptured|arrest|coded)',
    '(charted|entered|ordered|hung|gave|injected|drew|put|prescribed|wrote|pended|dispensed|handed|typed|clicked|signed|copied|recorded) ..14 (from the|of the|on the|in the|another|next|other|across|behind|belonged|instead|wrong|twice|neighbor)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The families above. */
export const OWNERSHIP_FAMILIES = Object.keys(ownership) as readonly (keyof typeof ownership)[];
