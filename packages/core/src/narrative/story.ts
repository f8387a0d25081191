import type { Profile } from '../config/profile.ts';
import type { NarrativeDocument, Sentence, TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { saysOutcome } from './naming.ts';
import { quotable } from './quotable.ts';
import { type Narrative, type Segment, type SetbackKind, TOLD_BY_NAME } from './types.ts';

/** Below this a labeller was guessing; a lone segment so unsure decides nothing by itself. */
export const UNSURE = 0.55;

/** From here on a role stands by itself, whatever its words and its neighbours say. */
export const SURE = 0.8;

/** A stretch with less than this share of the surest one's confidence may be no setback, and is not pointed at. */
const CLEARLY = 0.7;

/** The first setback of a draft that is about as sure as any, or nothing where nothing of the writer's own went wrong. */
export function firstSetback(narrative: Narrative): Segment | undefined {
  const told = narrative.segments.filter((segment) => segment.role === 'setback');
  const surest = Math.max(...told.map(({ confidence }) => confidence));
  return told.find(({ confidence }) => confidence >= CLEARLY * surest);
}

/**
 * The setback stretch that a message quotes: the first, or where that is only a hint ("my path has not been
 * perfect") the one about as sure that says which exam it hints at, so that a reader knows what is meant.
 */
export function plainSetback(narrative: Narrative, language: LanguageAnalysis): Segment | undefined {
  const first = firstSetback(narrative);
  if (!first || saysOutcome(language, first)) return first;
  const arc = narrative.arcs.find(({ mentions }) => mentions.includes(first));
  // What has no name of its own is told by what happened, and the first stretch may do so.
  if (!arc?.kind || !TOLD_BY_NAME.has(arc.kind)) return first;
  const naming = arc.mentions.find(({ text }) => text === arc.label);
  const isPlainer =
    naming && naming.confidence >= CLEARLY * first.confidence && saysOutcome(language, naming);
  return isPlainer ? naming : first;
}

/** Segments of one side of the story without those that are unsure and stand alone, a sentence or more away from any sure one. */
export function settled(segments: readonly Segment[]): readonly Segment[] {
  const near = new Set<number>();
  for (const segment of segments)
    if (segment.confidence >= SURE)
      for (const index of segment.sentences)
        for (const beside of [index - 1, index, index + 1]) near.add(beside);
  const kept = segments.filter((segment) => segment.sentences.some((index) => near.has(index)));
  return kept.length > 0 ? kept : segments;
}

/**
 * The kind of the setback that is told first, when its words say; where they name nothing, it is the one that
 * the profile lists, if it lists one alone.
 */
export function firstKind(narrative: Narrative, { setbacks = [] }: Profile): SetbackKind | undefined {
  const first = firstSetback(narrative);
  const told = narrative.arcs.find((arc) => first !== undefined && arc.mentions.includes(first))?.kind;
  return told ?? (setbacks.length === 1 ? setbacks[0]?.what : undefined);
}

/** What a question about a setback has to be about: a gap has no study days, and an error has somebody to tell. */
export type Topic = 'study' | 'away' | 'error' | 'conduct' | 'match';

const TOPICS: Readonly<Partial<Record<SetbackKind, Topic>>> = {
  leave: 'away',
  gap: 'away',
  'clinical-error': 'error',
  professionalism: 'conduct',
  probation: 'conduct',
  dismissal: 'conduct',
  unmatched: 'match',
};

/**
 * What the setback that is told first is about; nothing where neither its words nor the profile say. Several
 * setbacks of the profile agree when a question about one of them fits them all.
 */
export function topicOf(narrative: Narrative, profile: Profile): Topic | undefined {
  const kind = firstKind(narrative, profile);
  if (kind === 'probation' && /\bacademic\b/i.test(firstSetback(narrative)?.text ?? '')) return 'study';
  if (kind) return TOPICS[kind] ?? 'study';
  const listed = new Set((profile.setbacks ?? []).map(({ what }) => TOPICS[what] ?? 'study'));
  return listed.size === 1 ? [...listed][0] : undefined;
}

/** The writer's words as a message quotes them: without the marks that end a clause. */
export function inWords(source: string, range: TextRange): string {
  return quotable(source.slice(range.start, range.end))
    .replace(/^[\s,;:]+/, '')
    .replace(/^(?:and|but)\s+/, '')
    .replace(/(?<![\s.,;:])[\s.,;:]+$/, '');
}

/**
 * The sentences in which a setback is told and those beside them in the same paragraph, as ranges in text
 * order; empty where the draft has no setback. Roles decide only where to look, so one wrong role does
 * little harm.
 */
export function aroundSetback(document: NarrativeDocument, narrative: Narrative): TextRange[] {
  if (!firstSetback(narrative)) return [];
  const near = new Set<number>();
  for (const segment of narrative.segments) {
    if (
      segment.role !== 'setback' &&
      segment.role !== 'context' &&
      segment.role !== 'growth' &&
      segment.role !== 'excuse'
    )
      continue;
    for (const index of segment.sentences)
      for (const beside of [index - 1, index, index + 1]) {
        if (document.sentences[beside]?.paragraph === segment.paragraph) near.add(beside);
      }
  }
  return document.sentences.filter((sentence) => near.has(sentence.index));
}

/** The sentence that holds a range, found by halving. */
function sentenceAt({ sentences }: NarrativeDocument, range: TextRange): Sentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) < range.end) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found && found.start <= range.start ? found : undefined;
}

/** A stretch longer than this (in words) is too long to point at as a phrase. */
const LONGEST_PHRASE = 20;

/** Whether one stretch goes on with the other: it begins with the same two words again. */
function goesOn(source: string, last: TextRange, next: TextRange): boolean {
  const between = source.slice(last.end, next.start);
  const opening = (range: TextRange) =>
    /^\w+\s+\w+/.exec(source.slice(range.start, range.end))?.[0].toLowerCase();
  return /^\s*,\s*$/.test(between) && opening(last) !== undefined && opening(last) === opening(next);
}

/** What a stretch begins with that only joins it to the one before. */
const JOIN =
  /^(?:and|but|because|so|(?:that|for|as)(?=\s+(?:i|my|it|we|they|he|she|the|an?|every|all|no|nobody|some\w+)\b))\s+/i;

/** The words after the last punctuation mark of a text, without the word that joins them to it. */
function headOf(before: string): string {
  const parts = before.split(/[,;:.!?()"\u201C\u2013\u2014]/);
  const last = parts.at(-1) ?? '';
  return (parts.length > 1 ? last.trimStart() : last).replace(JOIN, '');
}

/**
 * The stretches between punctuation marks that hold the given phrases, each once, in text order: what a
 * finding about a phrase points at and quotes.
 */
export function stretchesOf(document: NarrativeDocument, phrases: readonly TextRange[]): TextRange[] {
  const { source } = document;
  const found: TextRange[] = [];
  for (const phrase of [...phrases].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const sentence = sentenceAt(document, phrase);
    const before = source.slice(sentence?.start ?? phrase.start, phrase.start);
    const after = source.slice(phrase.end, sentence?.end ?? phrase.end);
    const tail = /^[^,;:.!?()"\u201D\u2013\u2014]*/.exec(after)?.[0] ?? '';
    const whole = { start: phrase.start - headOf(before).length, end: phrase.end + tail.trimEnd().length };
    const words = source.slice(whole.start, whole.end).split(/\s+/).length;
    const range = words > LONGEST_PHRASE ? { start: phrase.start, end: phrase.end } : whole;
    const last = found.at(-1);
    if (last && (range.start < last.end || goesOn(source, last, range)))
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else found.push(range);
  }
  return found;
}
