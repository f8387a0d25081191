import type { TextRange } from '../document/types.ts';
import type { LanguageAnalysis } from '../language/analysis.ts';
import { tellsOutcomeOf } from '../narrative/in-words.ts';
import { setbacksNamed } from '../narrative/naming.ts';
import { inWords } from '../narrative/story.ts';
import type { SetbackKind } from '../narrative/types.ts';
import { defineRule } from './types.ts';

/** The part of a mention that names a setback: one sentence may hold two of them. */
function clauseNaming(
  language: LanguageAnalysis,
  mention: TextRange,
  kind: SetbackKind | undefined,
): TextRange {
  const name = setbacksNamed(language, mention).find((one) => one.kind === kind);
  const clause = name && language.clausesIn(name)[0];
  if (!clause) return { start: mention.start, end: mention.end };
  return { start: Math.max(clause.start, mention.start), end: Math.min(clause.end, mention.end) };
}

export default defineRule({
  meta: {
    id: 'resolve-each-failure',
    group: 'evidence',
    severity: 'error',
    summary: 'Every setback that is named has a change or an outcome of its own, or shares one by name.',
    why: 'A setback that is named and left standing is the one a director asks about. If you name it, you may as well get the credit for what you did about it.',
    ask: 'What did you change after this one, or how did it end? If one plan served for both, could you say so by name?',
    source:
      'Directors on several fails: without a coherent account of what was done about each, they read as a pattern.',
    share: 0.3,
    options: {},
    messages: {
      open: { text: 'You name "{{words}}", and no change and no outcome in the draft belongs to it.' },
    },
  },
  check({ document, language, narrative, report }) {
    const { arcs } = narrative;
    if (arcs.length < 2) return;
    for (const arc of arcs) {
      const mention = arc.mentions[0];
      if (!mention || arc.changes.length + arc.evidence.length > 0) continue;
      if (arc.kind && tellsOutcomeOf(document, language, arc.kind, mention.end)) continue;
      const at = clauseNaming(language, mention, arc.kind);
      report({
        messageId: 'open',
        at,
        data: { words: inWords(document.source, at) },
        confidence: mention.confidence,
      });
    }
  },
  examples: {
    invalid: [
      {
        text: '[[setback|I failed Step 1 in May]], [[setback|and in the winter I failed the pediatrics shelf]]. [[change|For Step 1 I wrote vignettes with a classmate.]] [[evidence|I passed Step 1 in September.]]',
        messageId: 'open',
        at: 'and in the winter I failed the pediatrics shelf',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]] [[setback|Last year I did not match.]]',
        messageId: 'open',
        at: 'Last year I did not match.',
      },
      {
        text: '[[setback|I failed Step 1.]] [[setback|Two years later I failed Step 2 CK.]] [[change|I hired a tutor for Step 1.]] [[evidence|I passed Step 1 in May.]]',
        messageId: 'open',
        at: 'Two years later I failed Step 2 CK.',
      },
      {
        text: '[[setback|I failed biochemistry]], [[setback|and the same year I was put on probation for absences]]. [[change|I retook biochemistry with Dr. Baptiste.]] [[evidence|The second grade was an A-minus.]]',
        messageId: 'open',
        at: 'and the same year I was put on probation for absences',
      },
      {
        text: '[[setback|I failed Level 1.]] [[setback|I also got a letter of concern for late notes.]] [[change|I read with a partner every evening.]] [[evidence|I passed in August with a 512.]]',
        messageId: 'open',
        at: 'I also got a letter of concern for late notes.',
      },
    ],
    valid: [
      {
        text: '[[setback|That is a year later than my class because I took time off after failing Step 1.]] [[change|I met with a tutor three days a week.]] [[evidence|I passed Step 1 in May.]]',
        nearMiss: 'the class that graduated is no course that was failed',
      },
      {
        text: '[[setback|There is a gap of ten months on my record, because I did not pass Step 3.]] [[change|I hired a coach.]] [[evidence|I passed Step 3 in May.]]',
        nearMiss: 'the gap is the consequence of the exam',
      },
      { text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed in June.]]' },
      {
        text: '[[setback|I failed Step 1 and Step 2 CK.]] [[change|For both I worked with a tutor.]] [[evidence|I passed both.]]',
      },
      {
        text: '[[setback|I failed Level 1.]] [[setback|I failed the psychiatry shelf.]] [[change|I met with Dr. Pruitt weekly.]] [[evidence|I passed Level 1, and the shelf came up to the 64th percentile.]]',
      },
      {
        text: '[[setback|I failed Step 1.]] [[change|I met with a tutor.]] [[evidence|I passed.]] [[setback|I then did not match.]] [[change|I asked six programs why.]] [[evidence|I have nine interviews.]]',
      },
      {
        text: '[[setback|I failed two courses and had to repeat the year.]] [[change|I met with a tutor.]] [[evidence|I passed every course.]]',
        nearMiss: 'a repeated year is the consequence of the failed courses',
      },
      {
        text: '[[setback|I failed Step 1 in 2018 and again in 2019.]] [[change|I hired a tutor.]] [[evidence|I passed in 2020.]]',
        nearMiss: 'two attempts at one exam are one setback',
      },
    ],
  },
});
