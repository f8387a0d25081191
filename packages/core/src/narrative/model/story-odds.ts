import { TOLD } from '../reading.ts';

/** What a chain says of the whole draft. */
export interface StoryOdds {
  /** The logarithm of the odds that any clause has a part in a story. */
  readonly ofStory: number;
  /** The same that any clause is a setback. */
  readonly ofSetback: number;
  /** Whether the applicant's transcript shows a setback that is not told elsewhere on purpose. */
  readonly isListed: boolean;
  /** 0 to 1: the chance of the likeliest setback among sentences that say in plain words that something went wrong. */
  readonly plain: number;
}

/** Odds beyond these (as logarithms) are all the same to the chance of a story. */
const SETBACK_ODDS = { least: -10, most: 12 };
/**
 * Fitted by logistic regression to whether the labelled drafts tell a setback, by odds of models that had not
 * seen their writers; then the bias was lowered from -2.73, since a story seen where there is none troubles
 * those who have nothing to explain.
 */
const STORY = { bias: -3.7, listed: 3.99, ofStory: 1.2, ofSetback: 0.05 };

/** A setback in plain words is taken at its word from this chance on, be there nothing else of a story. */
const TAKEN = 0.6;

/**
 * The chance that the writer tells a setback of their own at all.
 *
 * @returns 0 to 1.
 */
export function chanceOfStory({ ofStory, ofSetback, isListed, plain }: StoryOdds): number {
  const setback = Math.max(SETBACK_ODDS.least, Math.min(SETBACK_ODDS.most, ofSetback));
  const sum =
    STORY.bias +
    (isListed ? STORY.listed : 0) +
    // Clauses are not as independent as their odds take them to be: long odds are damped.
    STORY.ofStory * Math.sign(ofStory) * Math.log1p(Math.abs(ofStory)) +
    STORY.ofSetback * setback;
  const chance = 1 / (1 + Math.exp(-sum));
  return plain >= TAKEN ? Math.max(TOLD, chance) : chance;
}
