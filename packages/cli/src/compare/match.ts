import type { KnownFinding } from './comparison.ts';

/** From which likeness on (0 to 1) two findings are the same one after an edit. */
const ALIKE = 0.5;
/** Words that a finding needs to be known by itself as well as by what stands around it. */
const TELLING_WORDS = 4;

/** A finding prepared for many comparisons. */
interface Candidate {
  readonly at: number;
  readonly finding: KnownFinding;
  readonly exact: readonly string[];
  readonly whole: readonly string[];
}

/** A measure of how much of two word lists is shared in the same order, 0 to 1. */
type Likeness = (a: readonly string[], b: readonly string[]) => number;

/**
 * Finds which findings of an earlier draft are still there.
 *
 * A finding is known again by its rule and its words, wherever they now stand: first where words and
 * surroundings are untouched, then where most of them are, the likeliest pair first, and last where the same
 * words stand in other surroundings. A finding about the whole draft is known by its rule.
 *
 * @returns The index of each finding that stayed, in `earlier`, to its index in `later`.
 */
export async function matchFindings(
  earlier: readonly KnownFinding[],
  later: readonly KnownFinding[],
): Promise<Map<number, number>> {
  const pairs = new Map<number, number>();
  const old = candidatesOf(earlier);
  const fresh = candidatesOf(later);
  const taken = new Set<number>();
  const open = () => ({
    from: old.filter(({ at }) => !pairs.has(at)),
    to: fresh.filter(({ at }) => !taken.has(at)),
  });
  const pair = (a: number, b: number) => {
    if (pairs.has(a) || taken.has(b)) return;
    pairs.set(a, b);
    taken.add(b);
  };
  const pairByKey = (keyOf: (finding: KnownFinding) => string) => {
    const { from, to } = open();
    const waiting = groupBy(to, keyOf);
    for (const { at, finding } of from) {
      const next = waiting.get(keyOf(finding))?.shift();
      if (next) pair(at, next.at);
    }
  };

  pairByKey(({ ruleId, scope, message, quote }) =>
    JSON.stringify(
      quote
        ? [ruleId, ...[quote.prefix, quote.exact, quote.suffix].map(plain)]
        : [ruleId, scope, scope === 'document' ? '' : message],
    ),
  );
  const { from, to } = open();
  if (from.length > 0 && to.length > 0) {
    const likeness = await wordLikeness();
    const likely = from.flatMap((a) =>
      to
        .filter((b) => a.finding.ruleId === b.finding.ruleId && canBeAlike(a, b))
        .map((b) => ({ a, b, score: score(a, b, likeness) }))
        .filter(({ score }) => score >= ALIKE),
    );
    likely.sort(
      (x, y) => y.score - x.score || Math.abs(x.a.at - x.b.at) - Math.abs(y.a.at - y.b.at) || x.a.at - y.a.at,
    );
    for (const { a, b } of likely) pair(a.at, b.at);
  }
  pairByKey(({ ruleId, quote, scope }) => JSON.stringify([ruleId, scope, plain(quote?.exact ?? '')]));
  return pairs;
}

/**
 * Whether two findings share enough words, in whatever order, to be worth a longer look. Signs alone (a quote
 * of another kind) are known by their surroundings untouched, or counted.
 */
function canBeAlike(a: Candidate, b: Candidate): boolean {
  if (a.exact.length === 0 || b.exact.length === 0) return false;
  return score(a, b, (x, y) => (2 * sharedWords(x, y)) / Math.max(1, x.length + y.length)) >= ALIKE;
}

function candidatesOf(findings: readonly KnownFinding[]): Candidate[] {
  return findings.map((finding, at) => {
    const { prefix = '', exact = '', suffix = '' } = finding.quote ?? {};
    return { at, finding, exact: wordsOf(exact), whole: wordsOf(`${prefix} ${exact} ${suffix}`) };
  });
}

/** A few words say little by themselves, so that what stands around them counts for more. */
function score(a: Candidate, b: Candidate, likeness: Likeness): number {
  const words = (a.exact.length + b.exact.length) / 2;
  const own = words / (words + TELLING_WORDS);
  return own * likeness(a.exact, b.exact) + (1 - own) * likeness(a.whole, b.whole);
}

async function wordLikeness(): Promise<Likeness> {
  const { diffArrays } = await import('diff');
  return (a, b) => {
    const all = a.length + b.length;
    if (all === 0) return 0;
    const kept = diffArrays([...a], [...b])
      .filter(({ added, removed }) => !added && !removed)
      .reduce((sum, { value }) => sum + value.length, 0);
    return (2 * kept) / all;
  };
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return shared;
}

function groupBy(list: readonly Candidate[], keyOf: (finding: KnownFinding) => string) {
  const groups = new Map<string, Candidate[]>();
  for (const one of list) {
    const key = keyOf(one.finding);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
}

/** Text without what differs between programs and not between drafts. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
