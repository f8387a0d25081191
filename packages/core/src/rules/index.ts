import erasCharacters from './eras-characters.ts';
import erasLength from './eras-length.ts';
import erasPlainText from './eras-plain-text.ts';
import noPlaceholders from './no-placeholders.ts';
import onePage from './one-page.ts';
import type { AnyRule } from './types.ts';

/** Every built-in rule, in the order of the catalogue. A new rule is its file and a line here. */
export const rules: readonly AnyRule[] = [noPlaceholders, erasLength, erasCharacters, erasPlainText, onePage];
