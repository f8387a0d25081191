declare const NARRATIVE_LINT_VERSION: string;

/** The version of this package, put in when it is bundled. */
export const VERSION = NARRATIVE_LINT_VERSION;
