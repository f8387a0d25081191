import acknowledgeBriefly from './acknowledge-briefly.ts';
import acknowledgeFailure from './acknowledge-failure.ts';
import answerLength from './answer-length.ts';
import carryForward from './carry-forward.ts';
import citesEvidence from './cites-evidence.ts';
import consistentDates from './consistent-dates.ts';
import contractionApostrophes from './contraction-apostrophes.ts';
import erasCharacters from './eras-characters.ts';
import erasLength from './eras-length.ts';
import erasPlainText from './eras-plain-text.ts';
import factsMatchProfile from './facts-match-profile.ts';
import indefiniteArticle from './indefinite-article.ts';
import moreChangeThanFailure from './more-change-than-failure.ts';
import nameTheChange from './name-the-change.ts';
import noClicheOpening from './no-cliche-opening.ts';
import noDismissiveLanguage from './no-dismissive-language.ts';
import noExcuseFraming from './no-excuse-framing.ts';
import noMelodrama from './no-melodrama.ts';
import noPatientIdentifiers from './no-patient-identifiers.ts';
import noPlaceholders from './no-placeholders.ts';
import noRedundantAcronyms from './no-redundant-acronyms.ts';
import noRepeatedWords from './no-repeated-words.ts';
import noSelfCondemnation from './no-self-condemnation.ts';
import noWallowing from './no-wallowing.ts';
import onePage from './one-page.ts';
import ownTheError from './own-the-error.ts';
import plausibleScores from './plausible-scores.ts';
import resolveEachFailure from './resolve-each-failure.ts';
import rightSpecialty from './right-specialty.ts';
import safetyEvidence from './safety-evidence.ts';
import specificEvidence from './specific-evidence.ts';
import threePartOrder from './three-part-order.ts';
import type { AnyRule } from './types.ts';

/** Every built-in rule, in the order of the catalogue. A new rule is its file and a line here. */
export const rules: readonly AnyRule[] = [
  acknowledgeFailure,
  acknowledgeBriefly,
  noExcuseFraming,
  noMelodrama,
  noSelfCondemnation,
  noWallowing,
  noClicheOpening,
  nameTheChange,
  moreChangeThanFailure,
  threePartOrder,
  carryForward,
  citesEvidence,
  specificEvidence,
  resolveEachFailure,
  safetyEvidence,
  factsMatchProfile,
  plausibleScores,
  consistentDates,
  rightSpecialty,
  noDismissiveLanguage,
  ownTheError,
  noPlaceholders,
  noPatientIdentifiers,
  erasLength,
  erasCharacters,
  erasPlainText,
  onePage,
  answerLength,
  noRepeatedWords,
  indefiniteArticle,
  noRedundantAcronyms,
  contractionApostrophes,
];

const builtIn = new Set<unknown>(rules);

/** Whether a rule came with this package, and so has a page in its documentation. */
export function isBuiltIn(rule: AnyRule): boolean {
  return builtIn.has(rule);
}
