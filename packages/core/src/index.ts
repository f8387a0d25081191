export { residencyBefore } from './config/fellowships.ts';
export type { Kind } from './config/kinds.ts';
export { KINDS } from './config/kinds.ts';
export { mergeConfigs } from './config/merge.ts';
export { type FrontMatterNames, frontMatterNames } from './config/names.ts';
export { nearest, suggest } from './config/nearest.ts';
export { nestsTooDeeply } from './config/nesting.ts';
export type { ConfigFile, ConfigOverride, FrontSettings, LineOf } from './config/parse.ts';
export { parseConfig, parseConfigFile, parsePlugin, parseProfile } from './config/parse.ts';
export type { Preset } from './config/presets.ts';
export { isPreset, PRESET_SUMMARIES, PRESETS, presetConfig } from './config/presets.ts';
export type { Profile, ProfileSetback } from './config/profile.ts';
export { mergeProfiles } from './config/resolve.ts';
export type { EitherSchema } from './config/schema.ts';
export { configSchema, frontMatterSchema, isConfigPath, optionsSchema } from './config/schema.ts';
export type { Specialty } from './config/specialties.ts';
export { SPECIALTIES, specialtyId, specialtyName } from './config/specialties.ts';
export { parseDocument } from './document/parse.ts';
export type * from './document/types.ts';
export { EXAMS, isScored, type ScoredExam } from './eras/exams.ts';
export {
  INTERVIEW_QUESTIONS,
  PATTERN_QUESTION,
  QUESTION_SOURCE,
  THREE_PART_QUESTION,
} from './eras/interview-questions.ts';
export type { CharacterLimit, LimitTable } from './eras/limits.ts';
export { CURRENT_SEASON, LIMITS, limitFor } from './eras/limits.ts';
export { MATCHED_STEP_2_CK } from './eras/matched-scores.ts';
export type { SeasonCalendar, SeasonDate, SeasonTask } from './eras/season.ts';
export { calendarOf } from './eras/season.ts';
export type { SetbackWeight } from './eras/setback-weight.ts';
export { WEIGHT_SOURCE, weightIn } from './eras/setback-weight.ts';
export { analyse } from './language/analysis.ts';
export type * from './lint.ts';
export { lint } from './lint.ts';
export { rulePage } from './messages.ts';
export type { LabellerContext, RoleLabeller } from './narrative/labeller.ts';
export { parseMarkedDraft } from './narrative/marked.ts';
export { STORY_PARTS } from './narrative/parts.ts';
export { patternLabeller } from './narrative/pattern-labeller.ts';
export { quotable } from './narrative/quotable.ts';
export type { SafetyFamily, SafetySign } from './narrative/safety-signs.ts';
export { safetySigns } from './narrative/safety-signs.ts';
export type * from './narrative/types.ts';
export { CHANGE_SIDE, FAILURE_SIDE, ROLES, SETBACK_KINDS } from './narrative/types.ts';
export type { RetextNarrativeOptions } from './retext.ts';
export { retextNarrative } from './retext.ts';
export { rules } from './rules/index.ts';
export { RuleFault } from './rules/run.ts';
export type * from './rules/types.ts';
export { defineRule, RULE_GROUPS, SEVERITIES } from './rules/types.ts';
export { type Corrected, correct } from './session/correct.ts';
export { createSession, type Session } from './session/session.ts';
export { visible } from './visible.ts';
