import {
  INTERVIEW_QUESTIONS,
  PATTERN_QUESTION,
  QUESTION_SOURCE,
  type Segment,
  THREE_PART_QUESTION,
} from '@narrative-lint/core';
import type { GivenDraft } from '../types.ts';
import { count } from '../words.ts';
import type { KnownSetback } from './setbacks.ts';
import type { BriefLine, BriefSection } from './types.ts';

/** A calm speaker's words a minute; the rule `answer-length` counts with the same. */
const WORDS_PER_MINUTE = 150;

/** The answer in three parts, in the draft's own sentences, with its speaking time and a question to drill. */
export function answerSection(draft: GivenDraft, setbacks: readonly KnownSetback[]): BriefSection {
  const title = 'The interview answer';
  const { narrative } = draft.result;
  const arc = narrative.arcs.find(({ named }) => named) ?? narrative.arcs[0];
  if (!arc)
    return {
      title,
      lines: [
        { text: 'The draft tells no setback, so it holds no sentences for an answer.' },
        ...(setbacks.length > 0 ? [drill(setbacks)] : []),
      ],
    };
  const all = (role: Segment['role']) => narrative.segments.filter((segment) => segment.role === role);
  const own = (segments: readonly Segment[], role: Segment['role']) =>
    segments.length > 0 ? segments : narrative.arcs.length === 1 ? all(role) : [];
  const taken = new Set<number>();
  let words = 0;
  const parts = (
    [
      ['What happened', arc.mentions, 1],
      ['What changed', own(arc.changes, 'change'), 2],
      ['Evidence', own(arc.evidence, 'evidence'), 2],
    ] as const
  )
    // Briefly on what happened, mostly on the rest.
    .map(([part, segments, most]): BriefLine => {
      const sentences = [...new Set(segments.flatMap((segment) => segment.sentences))]
        .filter((index) => !taken.has(index))
        .slice(0, most)
        .flatMap((index) => draft.result.document.sentences[index] ?? []);
      for (const { index } of sentences) taken.add(index);
      words += sentences.reduce((sum, sentence) => sum + sentence.words, 0);
      if (sentences.length === 0)
        return {
          text:
            segments.length > 0
              ? `${part}: in the same sentence.`
              : `${part}: the draft has no sentence for this part yet.`,
        };
      const { source } = draft.result.document;
      return {
        text: `${part}:`,
        quotes: sentences.map(({ start, end }) => source.slice(start, end).replace(/\s+/g, ' ').trim()),
      };
    });
  const seconds = Math.round((words / WORDS_PER_MINUTE) * 60);
  return {
    title,
    lines: [
      ...parts,
      {
        text: `Together ${count(words, 'word')}, about ${count(seconds, 'second')} at ${WORDS_PER_MINUTE} words a minute.`,
      },
      drill(setbacks),
    ],
  };
}

function drill(setbacks: readonly KnownSetback[]): BriefLine {
  const kind = setbacks[0]?.kind;
  const byKind = INTERVIEW_QUESTIONS.find(({ kinds }) => kind !== undefined && kinds.includes(kind));
  const question = setbacks.length > 1 ? PATTERN_QUESTION : (byKind?.question ?? THREE_PART_QUESTION);
  return { text: `To drill: ${question}`, source: QUESTION_SOURCE };
}
