import type { Finding } from './types.ts';

/** What a rule finds in one reading of a draft, and how many of the readings that were drawn are like it. */
export interface Ballot {
  readonly findings: readonly Finding[];
  readonly times: number;
}

/** Findings of several readings that are one and the same to a reader. */
interface Candidate {
  votes: number;
  /** The reading that voted last: a finding gets one vote of each. */
  last: Ballot;
  readonly wordings: { readonly finding: Finding; votes: number }[];
}

/**
 * Keeps the findings that stand in a share of the likely readings of a draft, and not only in the likeliest.
 *
 * @param likeliest - Those of the likeliest reading; their words and places are preferred to such as no more readings
 *   point at.
 * @param ballots - Those of the readings that were drawn.
 * @param share - 0 to 1.
 * @returns In text order where they have a place; the confidence of each is the share that it stands in.
 */
export function elect(
  likeliest: readonly Finding[],
  ballots: readonly Ballot[],
  share: number,
  shareUnseen = share,
): Finding[] {
  const all = ballots.reduce((sum, { times }) => sum + times, 0);
  // A rule that never says two things of a draft says one thing, wherever it points.
  const single = [{ findings: likeliest }, ...ballots].every(({ findings }) => findings.length <= 1);
  const candidates: Candidate[] = [];
  for (const ballot of ballots)
    for (const finding of ballot.findings) {
      const known = candidates.find(
        (candidate) =>
          single ||
          (candidate.last !== ballot && candidate.wordings.some((other) => areOne(other.finding, finding))),
      );
      if (!known) {
        candidates.push({
          votes: ballot.times,
          last: ballot,
          wordings: [{ finding, votes: ballot.times }],
        });
        continue;
      }
      known.votes += ballot.times;
      known.last = ballot;
      const wording = known.wordings.find((other) => isSame(other.finding, finding));
      if (wording) wording.votes += ballot.times;
      else known.wordings.push({ finding, votes: ballot.times });
    }
  return candidates
    .flatMap(({ votes, wordings }) => {
      const own = likeliest.find(
        (finding) => single || wordings.some((other) => areOne(other.finding, finding)),
      );
      if (votes < (own ? share : Math.max(share, shareUnseen)) * all) return [];
      const ways = [...wordings].sort((a, b) => b.votes - a.votes).map(({ finding }) => finding);
      return [{ ...inMidst(own ? [own, ...ways] : ways, wordings), confidence: votes / all }];
    })
    .sort((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0));
}

/** Of the ways to word a finding the one whose place most of the readings point at, too; the first of several. */
function inMidst(ways: readonly Finding[], wordings: Candidate['wordings']): Finding {
  const support = (finding: Finding) =>
    wordings.reduce((sum, other) => sum + (areOne(other.finding, finding) ? other.votes : 0), 0);
  return ways.reduce((one, other) => (support(other) > support(one) ? other : one));
}

/** Whether two findings point at the same words, or two without a place say the same. */
function areOne(a: Finding, b: Finding): boolean {
  if (a.at && b.at) return a.at.start < b.at.end && b.at.start < a.at.end;
  return !a.at && !b.at && a.messageId === b.messageId && JSON.stringify(a.data) === JSON.stringify(b.data);
}

/** Whether two findings are the same to the letter. */
function isSame(a: Finding, b: Finding): boolean {
  return a.messageId === b.messageId && a.at?.start === b.at?.start && a.at?.end === b.at?.end;
}
