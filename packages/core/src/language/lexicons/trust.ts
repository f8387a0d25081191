/** Those a learner turns to, beside the people of a ward. */
const STAFF =
  '(nurse|nurses|therapist|therapists|pharmacist|pharmacists|midwife|midwives|technician|technicians|clerk|resident|residents|senior|seniors|attending|attendings|intern|interns|fellow|chief|consultant)';
/** Fellow learners who lend an hour. */
const STUDENT =
  '(student|students|intern|interns|classmates|partner|partners|first-year|first-years|second-year|second-years|third-year|third-years|fourth-year|fourth-years|upperclassmen|tutor|postdoc|alumna|alumnus|graduate|graduates|oms-iii|oms-iv|ms3|ms4|m3|m4)';
/** What one person does so that another one learns. */
const TEACHES =
  '(quiz|quizzed|test|tested|drill|drilled|grill|grilled|teach|taught|explain|explained|check|checked|listen|listened|hear|watch|watched|sit|call|ask|read|mark|grade|correct)';

/** More signs that a writer is safe to work with; rules ask for them, roles do not. */
export const trust = {
  'has-support': [
    '(my|a|our|the) sponsor',
    '(support|recovery|aftercare|peer support|grief|caduceus) (group|groups|meeting|meetings)',
    '(physician|physicians|professionals|professional|student|resident) health (program|programme|committee|service|services)',
    'monitoring (program|programme|agreement|contract|plan)',
    '(alcoholics|narcotics) anonymous',
    '(my|a|an|our|the) ..1 (therapist|psychiatrist|psychologist|counselor|counsellor) ..8 (weekly|monthly|every|still|since|helped|taught|asked|told|and i)',
    '(see|saw|seeing|met|meet|meeting|talk|talked|work|worked|working) ..2 (with|to)? ..1 (my|a|an|the|our) ..1 (therapist|psychiatrist|psychologist|counselor|counsellor|sponsor|physician)',
    '(entered|began|started|sought|completed|accepted|got|went to|went into|stayed in|remain in|still in|am in) ..2 (treatment|therapy|counseling|counselling|recovery|rehab|monitoring)',
    '(checks|check|checked|checking|looks|looked) in ..1 (on|with) (me|her|him|them|my)',
    '(accommodations|disability services|wellness office|counseling center|counselling service)',
  ],
  'says-unsure': [
    'i ..1 (said|say) (stop|so)',
    '(tell|told|telling|warn|warned) ..2 (when|that|what|which|where|if|whenever) ..1 i (can|could|do|did|am) not',
    '(say|says|said|saying) ..4 (do|did|can|could|am) not (know|see|find|tell|follow|understand)',
    '(not|least|less|half) sure ..10 (say|said|says|ask|asked|call|called|aloud|out loud|so)',
    '(say|said|tell|told|name|named|flag|flagged) ..8 (least|less|half|not) sure',
    '(know|knows|knew) (least|less|nothing) ..8 (say|says|said|aloud|out loud|ask|asks|asked)',
    '(can|could|do|did) not (know|find|see|explain|tell|say|remember|read|place) ..4 i (will|would|always|now|then|still|just)? (say|said|ask|asked|call|called|tell|told|get|got|fetch|fetched|phone|phoned)',
    '(can|could|do|did) not (know|find|see|explain|tell|remember|place) ..10 (to say so|say that out loud|say it out loud|say it aloud|say so)',
    '(would|will|had) ..2 rather ..6 (ask|call|not to know|not know|caught out|look foolish|look slow|be corrected|be told|say)',
    '(caught|found) out by (a|an|the|my)',
    'how to be (told|taught|corrected|wrong)',
    `(ask|asked|asks) (somebody|someone|anybody|anyone|a person|the person|whoever|the nearest)`,
    `i ..2 (ask|asked|asking) (the|my|our|her|his|a) ..2 ${STAFF}`,
    `i ..3 (bring|brought|show|showed|read|run|ran|take|took) ..2 (my|the|every|each) ..2 (list|plan|note|notes|order|orders|draft|work|numbers) ..3 (by|to|past) ..2 (her|him|them|${STAFF.slice(1, -1)})`,
    '(bring|brought|show|showed|give|gave|hand|handed|read) ..1 (her|him|them) my (list|plan|note|notes|draft|orders)',
    `${STAFF} (was|were) ..1 (fetched|called|woken|paged|summoned|sent for|consulted|asked)`,
    '(mistakes|errors|slips) ..4 (put right|corrected|caught|fixed)',
    'read aloud ..2 to (her|him|them|the|my)',
    '(go|went|going) first to the (person|one|people)',
    '~holler for',
  ],
  'keeps-at-it': [
    '(call|calls|called|phone|phoned|ring|rang|telephone|telephoned) ..3 (patient|patients|family|families|mother|mothers|daughter|son|husband|wife|parents|relatives) ..2 (back|myself|again|the same day|the next day|every)',
    '(call|calls|called|phone|phoned) again',
    '(call|called|wrote|went|came|checked|looked) ..1 (back|again) (when|as) i (said|promised|had said|had promised)',
    '(somebody|someone|one|person|resident|intern|doctor) who (will|would|is going to|is to) ..2 (tell|recheck|check|call|ask|say|come back|stay|notice|go back|follow|phone|own)',
    '(recheck|rechecks|rechecked|re-check|re-checked)',
    'i ..1 (prepare|prepared|lay out|set out|check|read) ..12 (night|evening|day) before',
    '(kept|keep) a (list|log|copybook|notebook|ledger|card|file) of ..4 (missed|mistakes|errors|misses|wrong|called|owed|pending|promised)',
  ],
  'is-relied-upon': [
    '(entrust|entrusts|entrusted|trusts) me',
    '(entrusted|trusted) with',
    '(lets|let) me (tie|close|lead|run|present|start|manage|admit|sew|teach|drive)',
    '(had|has|have) me (call|talk|come|teach|train|run|show|speak|explain|lead|give|write|present|orient|cover)',
    '(asked|invited|hired|chose|elected|picked|named|selected|wanted|recruited) me (to|for|as|back) ..3 (teach|tutor|lead|train|mentor|return|stay|speak|talk|run|tutoring|teaching|chief|help|orient|cover|come|work)',
    '(hired|rehired) me',
  ],
  /** Said of what was done about a setback: somebody else was there. */
  'not-alone': [
    'with the help of',
    '(helped|taught|showed|told|made|let|asked|walked|heard|sat with|sat beside|met|joined|timed|kept|stopped|advised|offered|warned|called|texted|had|gave) me ..1 (to|how|what|why|a|an|the|that|say|explain|teach|draw|write|talk|read|start|stop|go|do|answer|repeat|through|with|out|her|his|every|each|on|at|it|them|for|where|which)',
    `(with|and|from|by|asked|asking|found|of|paid|had) ..1 (a|an|the|one|two|three|four|another|some|other|my|our|#) ..2 ${STUDENT}`,
    '(class|year|years) (ahead|above|below|behind|over)',
    `~ask ..6 to ${TEACHES}`,
    `(got|get|had|found|paid|begged|persuaded|let|made) ..10 to ${TEACHES}`,
    '~ask (her|him|them) (for|to|every|what|how|why|if|whether)',
    '~ask ..3 (office|center|centre|department|program) (for|to|about)',
    '~ask for (somebody|someone|help|a tutor|a meeting|an appointment)',
    '(go|went|goes|came) ..1 (to|and) see (him|her|them|Cap|the|my|a)',
    '(sat|studied|worked|met|meet|sit|study|work) ..2 (with|beside|across from) (her|him|them|Cap|someone|somebody|another|others|people|a|an|the|two|three|my)',
    '(explain|explained|teach|taught|present|presented|read|recite|recited|say|said) ..6 (to|back to) (him|her|them|somebody|someone|anyone|my|Cap|the table|each other|another|a|an)',
    'we ..1 (met|studied|worked|sat|drilled|quizzed|marked|reviewed|read|practiced|practised|went|did|found|argued|took turns|split|traded|swapped|talked|began|started)',
    'each other',
    '(one|some|most|both|two|three) of us',
    '(two|three|four|my|new|a) ..1 partners',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The families of signs that a sentence anywhere in a draft can show. */
export const TRUST_FAMILIES = ['has-support', 'says-unsure', 'keeps-at-it', 'is-relied-upon'] as const;
