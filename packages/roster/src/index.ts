/**
 * An advisor's roster: what the transcripts say of each applicant, from a spreadsheet.
 *
 * `readRoster(bytes, name, parseProfile)` reads it, `matchRoster(rows, drafts, name)` finds whose draft is
 * whose. Pure: bytes in, rows and problems out.
 */
export { RosterError } from './errors.ts';
export { type Matches, matchRoster } from './match.ts';
export { nameForms, nameWords } from './names.ts';
export { readRoster } from './rows.ts';
export { ROSTER_TEMPLATE } from './template.ts';
export type * from './types.ts';
