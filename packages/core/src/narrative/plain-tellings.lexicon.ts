const EXAM = `(?:(?:my|the|usmle|comlex(?:-usa)?) ){0,2}(?:step|level) ?[123]`;
const COURSE = String.raw`(?:(?:my|the|a|an|one|two|three|both|several|first-year|second-year|preclinical|basic science|medical school|surgery|medicine|internal medicine|pediatrics?|psychiatry|neurology|ob-?gyn|family medicine|core) ){0,3}(?:shelf|shelves|courses?|clerkships?|rotations?|blocks?|modules?|anatomy|biochemistry|physiology|pathology|pharmacology|histology|neuroscience|microbiology|immunology|embryology|nbmes?|in-training exam|boards)\b(?! of\b)`;
const YEAR = String.raw`(?:(?:my|the|a) )(?:(?:entire|whole|first|second|third|fourth|fifth|m[1-4]|ms[1-4]|preclinical|clinical|final|academic|medical school) ){0,2}year\b(?! (?:of )?(?:college|high school|undergrad))`;
const ANY = `(?:${EXAM}|${COURSE}|${YEAR})`;
const SPAN = String.raw`(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen|eighteen|\d{1,2}) (?:weeks|months|years)\b`;
const SCHOOL = `(?:my |the )?(?:medical school|med school|(?:first|second|third|fourth|preclinical|clinical) (?:and second )?years?|preclinical (?:record|studies)|student years)`;
const HELPED = String.raw`\bi (?:(?:had|have|also|then|later|once|first|initially|unfortunately|subsequently|ultimately|did) ){0,2}`;

/** What the writer says of themselves and nobody could mean otherwise. */
export const TOLD_BY_I: readonly RegExp[] = [
  `${HELPED}(?:failed|flunked) ${ANY}`,
  `${HELPED}(?:retook|re-?sat|remediated|repeated|withdrew from) ${ANY}`,
  `${HELPED}(?:had to|needed to|was required to|was asked to) (?:retake|re-?sit|remediate|repeat) (?:(?:two|three|four|five|six|eight|[2-8]) (?:weeks|months) of )?${ANY}`,
  `${HELPED}(?:did|took|sat|spent) ${YEAR}(?: of (?:medical|med) school)? (?:twice|again|a second time|over)\\b`,
  `${HELPED}(?:fell short|came up short|stumbled|was unsuccessful) (?:on|at|in) ${ANY}`,
  `${HELPED}(?:was|were) (?:held|kept) back\\b(?! by\\b)`,
  `${HELPED}graduated? (?:a|one|two|one full|a full) years? (?:later than|behind|after) (?:(?:my|the) (?:original |entering |own )?(?:class|classmates|cohort|peers|rest)|planned|expected|scheduled)\\b`,
  `${HELPED}(?:took|needed|requested) (?:a|an|my) (?:[\\w-]+ ){0,3}leave of absence\\b`,
  `${HELPED}(?:was|went) on (?:a |an |my )?(?:[\\w-]+ ){0,2}leave\\b`,
  `${HELPED}(?:took|needed|requested) (?:a|an|my) (?:[\\w-]+ ){0,1}(?:medical|personal|mental health) leave\\b`,
  `${HELPED}(?:took|needed) (?:some )?time (?:off|away) (?:from (?:medical school|med school|school|my studies|training|residency)|after|because|when|while|for my|to (?:care|recover|heal|grieve|be with|look after))\\b`,
  `${HELPED}(?:took|needed) time (?:off|away) ?[,.;:]?$`,
  `${HELPED}(?:took|needed) (?:a|one|two|an extra|three|six|four|five) (?:years?|semesters?|terms?|months) (?:off|away|out) (?:from|of|during|in) (?:my )?(?:medical school|med school|school|studies|training|second|third|clinical)\\b`,
  `${HELPED}(?:withdrew|stepped (?:away|back)) from (?:medical school|med school|school|my studies|training|classes|my classes|the semester)\\b`,
  `${HELPED}(?:went|was|ended up|remained|came out|came up|found myself) unmatched\\b`,
  `\\bi (?:was|had) (?:also |again )?not (?:been )?matched\\b(?! (?:with|to|by))`,
  `\\bi (?:did not|didn't|failed to|could not|was unable to) match(?: (?:last|in|into|that|this|the first|on my|at|because|when|for)\\b| ?(?:[,.;:]|$))`,
  `${HELPED}(?:went through|entered) the match\\b[^.;:]{0,30}\\b(?:without success|unsuccessfully)\\b`,
  `${HELPED}(?:was|were) (?:placed|put) on (?:academic |professional |a )?probation\\b`,
  `${HELPED}(?:was|were) dismissed (?:from (?:medical school|med school|school|my (?:medical )?school|my residency|my program|the program|residency)|for my grades|for academic reasons|after (?:my|the) (?:first|second|third) year)\\b`,
  `${HELPED}(?:made|committed) (?:a|an) (?:[\\w-]+ ){0,1}(?:medication|dosing|prescribing|prescription|charting|clinical|diagnostic) (?:error|mistake)\\b`,
  `${HELPED}(?:ordered|gave|prescribed|administered) (?:him |her |them |a patient |my patient )?the wrong (?:dose|drug|medication|medicine)\\b`,
].map((pattern) => new RegExp(pattern));

/** The same in words that do not need the writer for their subject. */
export const TOLD_OF_MINE: readonly RegExp[] = [
  `\\b(?:after|having|despite|since|by) (?:first |initially |narrowly |just |once )?(?:failing|failed|not passing) ${ANY}`,
  `\\bafter (?:a|my|one) (?:first |initial )?(?:failed|failing|unsuccessful) (?:first |initial )?(?:attempt|try|sitting) (?:at|on|in|of) ${ANY}`,
  `\\bmy (?:first |initial )?(?:attempt|try|sitting) (?:at|on|of) ${ANY} (?:(?:was|ended) (?:unsuccessful|not successful|in failure|a fail)|fell short|came up short|did not succeed|failed)\\b`,
  `\\b(?:a|the|one|my) (?:fail|failure|failed (?:attempt|course|clerkship|exam|shelf)|failing (?:grade|attempt|score))\\b[^.;:]{0,30}\\b(?:on|in) my (?:transcript|record|application|file)\\b`,
  `\\bmy (?:[\\w-]+ ){0,3}(?:transcript|record|application) (?:shows|includes|has|lists|contains) (?:a|one|two|three) (?:failed|failing|failures?|fails?|attempts|leaves?|leave of absence)\\b`,
  `\\b(?:a|my|one) (?:[\\w-]+ ){0,2}leave of (?:absence\\b|${SPAN})`,
  `\\b(?:a|my) (?:medical|personal|mental health) leave (?:in|of|from|for|during|after|before|between)\\b`,
  `\\b(?:a|the|my) gap of (?:about |nearly |almost )?${SPAN} (?:between|in|after|before|on|from|during)\\b`,
  `\\b(?:years?|months) (?:on|in) my (?:cv|resume|record|application) (?:without|with no|in which)\\b`,
  `\\bi was not (?:enrolled|in (?:clinical work|school|medical school|training))\\b`,
  `\\bmy (?:medical )?school dismissed me\\b`,
  `\\ban f in [\\w ]{3,25} on my transcript\\b`,
  `\\bmy (?:medical )?(?:training|education|studies|schooling) (?:was|were) interrupted\\b`,
  `\\bgap (?:of [\\w -]{3,20} )?in my (?:education|training|medical education|studies|cv|resume|record|application|file)\\b`,
  `\\b(?:second|third) (?:application cycle|match cycle|time applying|time in the match)\\b`,
  `\\b(?:am|i'm) (?:now )?(?:reapplying|re-applying|a reapplicant)\\b`,
].map((pattern) => new RegExp(pattern));

/** That something went wrong, and not what. */
export const HINTED: readonly RegExp[] = [
  `\\bi (?:did )?(?:hit|had|have had|went through) (?:a|one) (?:rough|hard|difficult|tough|bad|rocky) (?:spot|patch|stretch|start|semester|term) [\\w ]{0,12}\\b(?:${SCHOOL})\\b`,
  `\\b(?:${SCHOOL}) (?:had|held|contained|was not without|did not pass without|was marked by) (?:a|one) (?:rough|hard|difficult|tough|bad|bump|setback|stretch|stumble|disappointment)\\b`,
  `\\b(?:stretch|part|semester|term|period) (?:of|in|during) (?:${SCHOOL}) (?:that )?(?:did not|didn't) go\\b`,
  `\\b(?:record|transcript|path|training) was not without (?:a|its|some) (?:bumps?|setbacks?|stumbles?|blemish\\w*|interruptions?)\\b`,
].map((pattern) => new RegExp(pattern));
