/** One thing to talk about. Words of the draft stand in `quotes` only. */
export interface BriefLine {
  readonly text: string;
  readonly quotes?: readonly string[];
  /** Where a fact that is neither from the draft nor from the profile comes from. */
  readonly source?: string;
}

export interface BriefSection {
  readonly title: string;
  readonly lines: readonly BriefLine[];
}

/** The talk sheet: what advisor and applicant discuss beside the text. */
export interface Brief {
  readonly sections: readonly BriefSection[];
}
