import fc from 'fast-check';
import { core } from '../built.mjs';
import { must, mustBeResult, mustBeSame, seen } from '../properties.mjs';
import { applied, DRAFTS, edit, text, withFrontMatter } from '../texts.mjs';

const source = fc.oneof(text, withFrontMatter, fc.constantFrom(...DRAFTS));
const format = fc.constantFrom('markdown', 'text');

/** A session finds after each edit what a run over the whole text finds. */
export const session = {
  weight: 0.25,
  property: () =>
    fc.property(source, format, fc.array(edit, { minLength: 1, maxLength: 8 }), (first, form, edits) => {
      const kept = core.createSession();
      const options = { format: form };
      let draft = first;
      kept.lint(draft, options);
      for (const one of edits) {
        draft = applied(draft, one).text;
        mustBeSame(
          seen(kept.lint(draft, options)),
          seen(core.lint(draft, options)),
          `after ${JSON.stringify(one)}`,
        );
      }
    }),
};

/** What `--fix` leaves has nothing more to fix, and correcting it again changes nothing. */
export const fixes = {
  weight: 1,
  property: () =>
    fc.property(source, format, fc.boolean(), (draft, form, western) => {
      const config = { rules: { 'eras-characters': ['warning', { western }] } };
      const lint = (one) => core.lint(one, { format: form, config });
      const first = core.correct(draft, lint(draft), lint);
      const left = first.result.messages.find(({ fix }) => fix);
      must(!left, () => `still to fix: ${left.reason} ${JSON.stringify(left.fix)}`);
      mustBeResult(first.text, first.result);
      const second = core.correct(first.text, lint(first.text), lint);
      must(second.text === first.text && second.count === 0, 'a second run changes more');
      must(!draft.isWellFormed() || first.text.isWellFormed(), 'half a character is left');
    }),
};
