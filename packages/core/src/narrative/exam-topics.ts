import { bySentence } from '../document/shape.ts';
import type { NarrativeDocument, Sentence, TextRange } from '../document/types.ts';
import { isScored } from '../eras/exams.ts';
import type { Clause, LanguageAnalysis } from '../language/analysis.ts';
import { examMentions, type NamedSetback } from './naming.ts';
import { mayNumberInWords } from './number-words.ts';
import type { SetbackKind } from './types.ts';

/** A clause of the draft with the exams, courses and clerkships it speaks of. */
export interface TopicClause {
  readonly clause: Pick<Clause, 'sentence' | 'start' | 'end' | 'opener'>;
  /** Its words in lower case with straight apostrophes, of the same length as in the draft. */
  readonly text: string;
  /** What it names, in text order. */
  readonly named: readonly NamedSetback[];
  /** What was named last before it, in its sentence or before; what "it" is likely to be. */
  readonly before: SetbackKind | undefined;
  /** The exam with scores that was named last before it. */
  readonly scoredBefore: SetbackKind | undefined;
  /** Whether the name before it stands in the same sentence. */
  readonly beforeIsNear: boolean;
}

/** Words that a course or clerkship is passed, failed or repeated in. */
const GRADED =
  /\b(?:fail\w*|pass(?:ed|ing)?|repeat\w*|remediat\w*|retook|unsatisfactory|honors|incomplete|grade|f)\b/;
/** Other tests; a result in a clause that names one belongs to it. */
const OTHER_TEST =
  /\b(?:mcat|toefl|oet|ielts|nclex|plab|neet|bar exam|driv\w+ test|citizenship|acls|bls|absite|osce|comp|comprehensive|cbse|qbanks?|cbt|usmlerx|canadian|mccqe|amc exam|entrance)\b/g;

/** Those whose names in small letters are words of every day. */
const OTHER_TEST_IN_CAPITALS = /\b(?:SAT|GRE)\b/g;

/**
 * The clauses of a draft, each with what it speaks of.
 *
 * @param which - `numbered` leaves out the clauses of sentences without a number of three digits, which may be in words.
 */
export function topicsOf(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  which: 'all' | 'numbered' = 'all',
): TopicClause[] {
  const topics: TopicClause[] = [];
  let last: SetbackKind | undefined;
  let lastScored: SetbackKind | undefined;
  let lastSentence: Sentence | undefined;
  for (const sentence of document.sentences) {
    const { clauses, names, numbered } = namingOf(sentence, document, language);
    const isWanted = numbered || which === 'all';
    if (!names && !isWanted) continue;
    const parts = isWanted ? language.clausesIn(sentence) : [];
    clauses.forEach(({ text, named }, at) => {
      const clause = parts[at];
      if (clause)
        topics.push({
          clause,
          text,
          named: named.map((name) => movedBy(name, sentence.start)),
          before: last,
          scoredBefore: lastScored,
          beforeIsNear: lastSentence === sentence,
        });
      lastScored = named.findLast(({ kind }) => isScored(kind))?.kind ?? lastScored;
      const newest = named.at(-1)?.kind;
      if (newest) {
        last = newest;
        lastSentence = sentence;
      }
    });
  }
  return topics;
}

/** What a sentence names; places count from its start. */
interface Naming {
  readonly clauses: readonly { readonly text: string; readonly named: readonly NamedSetback[] }[];
  /** Whether it names anything. */
  readonly names: boolean;
  /** Whether a number of three digits stands in it, in words or not. */
  readonly numbered: boolean;
}

const namingOf = bySentence((sentence, document: NarrativeDocument, language: LanguageAnalysis): Naming => {
  const clauses = language.clausesIn(sentence).map((clause) => {
    const text = plainText(document, clause);
    const named = namesIn(document, language, clause, text).map((name) => movedBy(name, -sentence.start));
    return { text, named };
  });
  return {
    clauses,
    names: clauses.some(({ named }) => named.length > 0),
    numbered: clauses.some(({ text }) => /[1-9]\d\d/.test(text) || mayNumberInWords(text)),
  };
});

function movedBy({ kind, start, end }: NamedSetback, by: number): NamedSetback {
  return { kind, start: start + by, end: end + by };
}

/** Every test beside the licensing exams that a stretch names; those told by their capitals last. */
export function otherTests(document: NarrativeDocument, range: TextRange): TextRange[] {
  const found = [
    ...plainText(document, range).matchAll(OTHER_TEST),
    ...document.prose.slice(range.start, range.end).matchAll(OTHER_TEST_IN_CAPITALS),
  ];
  return found.map((match) => ({
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
  }));
}

/** The prose of a range in lower case with straight apostrophes, without a change of length. */
export function plainText({ prose }: NarrativeDocument, { start, end }: TextRange): string {
  const text = prose.slice(start, end).replace(/[\u2018\u2019]/g, "'");
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replace(/\s/g, ' ');
}

function namesIn(
  document: NarrativeDocument,
  language: LanguageAnalysis,
  clause: Clause,
  text: string,
): readonly NamedSetback[] {
  const exams = examMentions(language, clause);
  if (exams.length > 0 || !GRADED.test(text)) return exams;
  const [other] = otherTests(document, clause);
  if (other) return [{ kind: 'course', ...other }];
  for (const kind of ['clerkship', 'course'] as const) {
    const hit = language.within(clause, kind)[0];
    if (hit) return [{ kind, start: hit.start, end: hit.end }];
  }
  return [];
}

/**
 * What a stretch of a clause speaks of: an exam named right after it ("a 239 on Step 2 CK"), else the nearest
 * name before it in the clause, else one after it, else what was named last.
 */
export function topicAt(
  topic: TopicClause,
  at: TextRange,
): { kind: SetbackKind | undefined; named: boolean } {
  const { named, clause, text } = topic;
  const after = named.find((name) => name.start >= at.end);
  if (after) {
    const between = text.slice(at.end - clause.start, after.start - clause.start);
    if (/^\s*(?:(?:on|in|for|at|of)\s+)?(?:(?:my|the|usmle|comlex(?:-usa)?)\s+)*$/.test(between))
      return { kind: after.kind, named: true };
  }
  const before = named.filter((name) => name.end <= at.start).at(-1);
  const found = before ?? named.find((name) => name.end > at.start && name.start < at.end) ?? after;
  if (found) return { kind: found.kind, named: true };
  return { kind: topic.before, named: topic.beforeIsNear };
}
