import { beginsWithCapital } from '../document/capitals.ts';
import type { Sentence, TextRange, Token } from '../document/types.ts';
import { hasSubjectSoon, opensReason, opensReasonOfLeave, opensTail, TroubleTold } from './clause-turns.ts';
import { hasVerbSoon, looksFinite, OPENING_PREPOSITIONS, SUBJECTS, SUBORDINATORS } from './clause-words.ts';

/** A clause of one sentence, before it is numbered. */
export interface RawClause extends TextRange {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly words: number;
  readonly opener: string;
}

const DASHES = new Set(['-', '\u2013', '\u2014', '--', '---']);
const COORDINATORS = new Set(['and', 'but', 'so', 'yet', 'or', 'nor', 'then']);

/** Counts up to each token of a sentence, so that any stretch is counted in one step. */
interface Counts {
  words(from: number, to: number): number;
  /** Whether a word that may be a verb stands in the stretch. */
  hasVerb(from: number, to: number): boolean;
}

function countUp(tokens: readonly Token[]): Counts {
  const words = new Int32Array(tokens.length + 1);
  const verbs = new Int32Array(tokens.length + 1);
  tokens.forEach((token, i) => {
    const isVerb = token.isWord && (looksFinite(token) || /(?:ing|s)$/.test(token.norm));
    words[i + 1] = (words[i] ?? 0) + (token.isWord && !token.joined ? 1 : 0);
    verbs[i + 1] = (verbs[i] ?? 0) + (isVerb ? 1 : 0);
  });
  return {
    words: (from, to) => (words[to] ?? 0) - (words[from] ?? 0),
    hasVerb: (from, to) => (verbs[to] ?? 0) > (verbs[from] ?? 0),
  };
}

/**
 * Cuts a sentence where it may turn from one thing to another: at semicolons, dashes and brackets, before
 * coordinators that bring a verb, before subordinators with a clause of their own, after an opening phrase,
 * before a reason without a verb, and before a remark on a trouble that was just named.
 *
 * The cut is generous: clauses of one role are joined again when roles are known. Clauses tile the
 * sentence; a connective belongs to the clause it opens, a mark to the clause it ends.
 */
export function splitClauses(sentence: Sentence): RawClause[] {
  const { tokens } = sentence;
  const clauses: RawClause[] = [];
  const counts = countUp(tokens);
  const trouble = new TroubleTold();
  let from = 0;
  let opener = 'start';
  const close = (to: number, nextOpener: string) => {
    if (to <= from) return;
    const part = tokens.slice(from, to);
    const first = part[0];
    const last = part.at(-1);
    const words = counts.words(from, to);
    if (!first || !last) return;
    const previous = clauses.at(-1);
    if (words === 0 && previous) {
      clauses[clauses.length - 1] = { ...previous, tokens: [...previous.tokens, ...part], end: last.end };
    } else {
      clauses.push({ sentence, tokens: part, start: first.start, end: last.end, words, opener });
    }
    from = to;
    opener = nextOpener;
  };

  for (let i = 1; i < tokens.length; i += 1) {
    trouble.read(tokens[i - 1] as Token, i - 1);
    const cut = cutBefore(tokens, counts, trouble, from, i);
    if (cut !== undefined) close(i, cut);
  }
  close(tokens.length, '');
  return clauses;
}

/** The opener of the clause that begins at token `i`, or nothing where no clause begins. */
function cutBefore(
  tokens: readonly Token[],
  counts: Counts,
  trouble: TroubleTold,
  from: number,
  i: number,
): string | undefined {
  const token = tokens[i];
  const previous = tokens[i - 1];
  if (!token || !previous || counts.words(from, i) === 0) return undefined;
  if (counts.words(i, tokens.length) === 0) return undefined;

  if (previous.norm === ';' || previous.norm === ':') return previous.norm;
  if (previous.norm === '.' && /^\p{L}/u.test(token.text)) return '.';
  if (DASHES.has(previous.norm) && isLoose(tokens, i - 1)) return '-';
  if (token.norm === '(') return '(';
  if (previous.norm === ')' || (previous.norm === ',' && tokens[i - 2]?.norm === ')')) return ')';
  if (!token.isWord) return undefined;

  const afterComma = previous.norm === ',' || (previous.norm === '"' && tokens[i - 2]?.norm === ',');
  const next = tokens[i + 1];
  if (opensReason(tokens, i) && counts.words(from, i) > 1) return token.norm;
  if (trouble.isAwaySince(from) && opensReasonOfLeave(tokens, i)) return token.norm;
  if (afterComma && trouble.isSince(from) && opensTail(tokens, i)) return 'tail';
  if (COORDINATORS.has(token.norm) && next) {
    const subject = SUBJECTS.has(next.norm) || beginsWithCapital(next.text);
    if (next.isWord && (looksFinite(next) || (next.norm.endsWith('ly') && hasVerbSoon(tokens, i + 2, 1))))
      return token.norm;
    if (subject && hasVerbSoon(tokens, i + 1, 6) && counts.hasVerb(from, i)) return token.norm;
    if (afterComma && hasVerbSoon(tokens, i + 1, 5)) return token.norm;
    if (token.norm === 'but') return token.norm;
    if (counts.hasVerb(from, i) && hasSubjectSoon(tokens, i + 1, afterComma)) return token.norm;
  }
  if (SUBORDINATORS.has(token.norm) && next && previous.norm !== 'such' && counts.hasVerb(from, i)) {
    const relative =
      token.norm === 'which' || token.norm === 'who' || token.norm === 'where' || token.norm === 'whose';
    if (
      relative
        ? afterComma || hasVerbSoon(tokens, i + 1, 3)
        : token.norm === 'because' || SUBJECTS.has(next.norm) || next.norm.endsWith('ing') || afterComma
    ) {
      return token.norm;
    }
  }
  // "I failed Step 1, | hired a tutor, | kept a log, | and passed": the verbs of a list are told one after another.
  if (afterComma && trouble.isSince(0) && looksFinite(token) && next?.isWord && next.norm !== 'by')
    return ',';
  if (afterComma) {
    const head = tokens[from];
    const opening = head && OPENING_PREPOSITIONS.has(head.norm);
    if (opening && (SUBJECTS.has(token.norm) || beginsWithCapital(token.text)) && hasVerbSoon(tokens, i, 6))
      return ',';
    if (SUBJECTS.has(token.norm) && next && hasVerbSoon(tokens, i + 1, 3) && counts.hasVerb(from, i - 1))
      return ',';
    if (token.norm.endsWith('ing') && token.norm.length > 5 && counts.words(from, i) > 4) return ',ing';
  }
  return undefined;
}

/** A hyphen is a dash only with a space at its side. */
function isLoose(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i];
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (!mark || !before || !after) return false;
  return mark.norm !== '-' || before.end < mark.start || mark.end < after.start;
}
