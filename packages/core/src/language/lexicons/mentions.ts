/**
 * Words for a setback that count as a mention where a draft tells what went wrong, and would say nothing elsewhere:
 * only the rule that looks for a setback of the profile asks for them, roles do not.
 */
export const mentions = {
  'mentions-leave': [
    '(a|the|my|this|one) (long|short|brief|second|first|planned|sudden)? leave',
    'leave , (#|from|in|for|since|spring|summer|fall|autumn|winter)',
    '(was|been|being) (out|away) ..2 (january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter)',
    '(month|months|term|terms|semester|semesters|year|years) ..3 (was|spent) ..1 (out|away)',
  ],
  'mentions-gap': [
    '(no|nothing) ..2 (employment|employer|employed)',
    '(empty|blank|missing|unaccounted) (month|months|year|years|stretch|space)',
    '(months|years) ..2 (empty|blank|missing|unaccounted)',
    '(without|no) ..1 (hospital|position|post|job|program|practice|work|contract) ..1 (from|between|since|until|for)',
    '(not|never) have ..1 (position|post|job|hospital|program|practice|contract)',
    '(interruption|break|pause) ..3 (career|training|practice|studies)',
    '(years|months) longer than',
  ],
  'mentions-unmatched': [
    'not ..1 end ..2 match',
    '(no|zero|0) ..1 (interview|interviews|invite|invites|invitation|invitations|rank|ranks)',
  ],
  'mentions-course': [
    '(remediation|remedial) ..2 (required|needed|ordered)',
    '(was|were|been|got) referred in',
    'supplementary in',
    '(taken|sat|done|passed) over',
    '~fail ..1 (two|three|four|several|both|#) ..3 (course|courses|subject|subjects|class|classes|paper|papers)',
    'sit again (for|in)',
  ],
};

export const MENTION_FAMILIES = Object.keys(mentions) as readonly (keyof typeof mentions)[];
