import { rules, SPECIALTIES } from '@narrative-lint/core';
import type { DraftRecord, GivenDraft, ReportMeta, UnreadRecord } from '@narrative-lint/report';
import { givenOf } from '../given.ts';
import { isFailed } from '../run.ts';
import type { Work } from './types.ts';

export interface CohortDetails {
  readonly meta: ReportMeta;
}

export interface CohortExtra {
  /** Its path within the folder. */
  readonly name: string;
  /** Its page within the report. */
  readonly page: string;
  /** How it is shown. */
  readonly known: Pick<GivenDraft, 'path' | 'applicant' | 'graduationYear'>;
  /** The applicant's name that a report without names has to do without. */
  readonly applicant?: string;
}

/** What a cohort's report needs of a draft. */
export interface CohortDraft {
  readonly record: DraftRecord | UnreadRecord;
  /** The text of its page; none where it could not be read. */
  readonly html?: string;
  /** Why it could not be read, one line each. */
  readonly problems: readonly string[];
  /** What rules of plugins did in place of looking at it, one line each. */
  readonly faults: readonly string[];
  /** Rules of plugins that looked at it, with their summaries. */
  readonly summaries: readonly (readonly [id: string, summary: string])[];
}

/** Makes the pages of a cohort's report. */
export const cohortWork: Work<CohortDetails, CohortExtra, CohortDraft> = {
  async begin({ meta }) {
    const { draftPage, recordOf, redactRecord, unreadOf } = await import('@narrative-lint/report');
    const isNameOf = meta.redacted ? await nameFinder() : undefined;
    const builtIn = new Set<string>(rules.map((rule) => rule.meta.id));
    return {
      async make(outcome, { extra, target }) {
        const { name, page, known, applicant } = extra;
        if (isFailed(outcome)) {
          const { problems } = outcome;
          const path = 'path' in target ? target.path : name;
          const record = unreadOf({
            ...known,
            problems: problems.map((line) => line.replaceAll(path, name)),
          });
          return { record, problems, faults: [], summaries: [] };
        }
        const record = recordOf(givenOf(outcome, known), page, meta.today);
        const isName = isNameOf?.(name, applicant);
        return {
          record: isName ? redactRecord(record, isName, known.applicant ?? known.path) : record,
          problems: [],
          faults: outcome.faults,
          summaries: outcome.config.ruleSet
            .filter((rule) => !builtIn.has(rule.meta.id))
            .map((rule) => [rule.meta.id, rule.meta.summary] as const),
        };
      },
      async finish(made) {
        const { record } = made;
        return record.status === 'unread' ? made : { ...made, html: await draftPage(record, meta) };
      },
    };
  },
};

/** Tells the words that name an applicant: those of the roster, and those of the file but for specialties. */
async function nameFinder() {
  const { nameForms, nameWords } = await import('@narrative-lint/roster');
  const specialties = new Set(SPECIALTIES.flatMap(({ id, aliases }) => [id, ...aliases].flatMap(nameWords)));
  return (name: string, applicant: string | undefined) => {
    const wordsOf = (text: string) => nameForms(text).flat();
    const file = wordsOf(name.replace(/\.[^.]+$/, '')).filter((word) => !specialties.has(word));
    const words = new Set([...wordsOf(applicant ?? ''), ...file]);
    return (word: string) =>
      nameForms(word).some(
        (parts) => parts.length > 0 && parts.every((part) => isWord(part) && words.has(part)),
      );
  };
}

/** An initial alone names nobody; a Chinese name of one character does. */
function isWord(part: string): boolean {
  return part.length > 1 || !/[\p{Lu}\p{Ll}]/u.test(part);
}
