declare const NARRATIVE_LINT_VERSION: string;

declare const NARRATIVE_LINT_BUILD: string;

/** The version of this package, put in when it is bundled. */
export const VERSION = NARRATIVE_LINT_VERSION;
/** Tells this very program from any other: a hash of all that it is made of. */
export const BUILD = NARRATIVE_LINT_BUILD;
