import { compilePatterns } from '../patterns.ts';
import { bystanders } from './bystanders.ts';
import { classes } from './classes.ts';
import { remediation } from './remediation.ts';
import { responsibility } from './responsibility.ts';
import { setbacks } from './setbacks.ts';

/** All phrase families of the linter. A family of a new file is added here and nowhere else. */
export const families = { ...setbacks, ...responsibility, ...remediation, ...bystanders };

export type FamilyName = keyof typeof families;

/** The one matcher of all families, compiled when the module loads. */
export const lexicon = compilePatterns<FamilyName>(families, classes);
