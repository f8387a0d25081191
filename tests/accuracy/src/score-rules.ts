import { type Score, scoreOf } from './score.ts';

/** A finding, reported or expected. */
export interface RuleFinding {
  readonly rule: string;
  /** In UTF-16 code units of the text; none for a finding about the whole draft. */
  readonly at?: { readonly start: number; readonly end: number };
  /** What it says, for the list of errors. */
  readonly message?: string;
}

/** A draft with the findings it should get and those it got. */
export interface RuleCase {
  readonly id: string;
  readonly text: string;
  readonly expected: readonly RuleFinding[];
  readonly reported: readonly RuleFinding[];
  /** Whether anything went wrong for the writer in it, by its labels. */
  readonly hasSetback: boolean;
}

/** A finding that was missed, or reported without need. */
export interface RuleError {
  readonly id: string;
  readonly type: 'miss' | 'false alarm';
  readonly rule: string;
  /** The words it points at. */
  readonly text: string;
  readonly message: string;
}

export interface RuleScores {
  readonly rules: Readonly<Record<string, Score>>;
  readonly micro: Score;
  /** Mean F1 of the rules. */
  readonly macro: number;
  readonly drafts: number;
  /** Drafts with no miss and no false alarm. */
  readonly exact: number;
  /** Drafts without a setback, and how many of them got no finding but those their labels expect. */
  readonly silent: { readonly drafts: number; readonly silent: number };
  readonly errors: readonly RuleError[];
}

/** How findings are matched, in words for the report. */
export const MATCHING =
  'A reported finding matches an expected one of the same rule in the same draft when it overlaps its words, or when either has no place; each expected one is matched once, and every finding left over is a false alarm.';

/** Scores rules by findings over drafts. Only the rules named are looked at. */
export function scoreRules(cases: readonly RuleCase[], rules: readonly string[]): RuleScores {
  const counted = new Set(rules);
  const tally = new Map(rules.map((rule) => [rule, { hit: 0, extra: 0, missed: 0 }]));
  const errors: RuleError[] = [];
  let exact = 0;
  const quiet = { drafts: 0, silent: 0 };
  for (const draft of cases) {
    const expected = draft.expected.filter((finding) => counted.has(finding.rule));
    const reported = draft.reported.filter((finding) => counted.has(finding.rule));
    const { misses, extras } = match(expected, reported);
    for (const finding of expected) {
      const counts = tally.get(finding.rule);
      if (counts) counts[misses.includes(finding) ? 'missed' : 'hit'] += 1;
    }
    for (const finding of extras) {
      const counts = tally.get(finding.rule);
      if (counts) counts.extra += 1;
    }
    errors.push(...misses.map((finding) => asError(draft, finding, 'miss')));
    errors.push(...extras.map((finding) => asError(draft, finding, 'false alarm')));
    if (misses.length + extras.length === 0) exact += 1;
    if (!draft.hasSetback) {
      quiet.drafts += 1;
      if (extras.length === 0) quiet.silent += 1;
    }
  }
  const scores = Object.fromEntries(
    [...tally].map(([rule, { hit, extra, missed }]) => [rule, scoreOf(hit, extra, missed)]),
  );
  const all = [...tally.values()];
  const sum = (key: 'hit' | 'extra' | 'missed') => all.reduce((total, counts) => total + counts[key], 0);
  const f1s = Object.values(scores).map((score) => score.f1);
  return {
    rules: scores,
    micro: scoreOf(sum('hit'), sum('extra'), sum('missed')),
    macro: f1s.length === 0 ? 1 : f1s.reduce((total, f1) => total + f1, 0) / f1s.length,
    drafts: cases.length,
    exact,
    silent: quiet,
    errors,
  };
}

/** Pairs findings of one draft, those that overlap before those without a place. */
function match(
  expected: readonly RuleFinding[],
  reported: readonly RuleFinding[],
): { misses: RuleFinding[]; extras: RuleFinding[] } {
  let misses = [...expected];
  let extras = [...reported];
  for (const pass of ['place', 'rule'] as const) {
    for (const wanted of [...misses]) {
      const found = extras.find((finding) => finding.rule === wanted.rule && fits(wanted, finding, pass));
      if (!found) continue;
      misses = misses.filter((finding) => finding !== wanted);
      extras = extras.filter((finding) => finding !== found);
    }
  }
  return { misses, extras };
}

function fits(wanted: RuleFinding, found: RuleFinding, pass: 'place' | 'rule'): boolean {
  if (wanted.at && found.at)
    return pass === 'place' && wanted.at.start < found.at.end && found.at.start < wanted.at.end;
  return pass === 'rule';
}

function asError(draft: RuleCase, finding: RuleFinding, type: RuleError['type']): RuleError {
  const text = finding.at ? draft.text.slice(finding.at.start, finding.at.end) : '(the whole draft)';
  return { id: draft.id, type, rule: finding.rule, text, message: finding.message ?? '' };
}
