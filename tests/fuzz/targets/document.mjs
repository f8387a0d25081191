import fc from 'fast-check';
import { core } from '../built.mjs';
import { must, mustBeResult, mustBeSame, seen } from '../properties.mjs';
import { text, withFrontMatter } from '../texts.mjs';

const options = fc.record(
  {
    format: fc.constantFrom('markdown', 'text'),
    kind: fc.constantFrom(...core.KINDS),
    reportUnusedDisables: fc.boolean(),
    // All rules, those that are off by default among them.
    config: fc.constant({ rules: Object.fromEntries(core.rules.map(({ meta }) => [meta.id, 'warning'])) }),
  },
  { requiredKeys: ['format'] },
);

/** The parser and the rules, over any text. */
export const document = {
  weight: 1,
  property: () =>
    fc.property(text, options, (source, given) => {
      const result = core.lint(source, given);
      mustBeResult(source, result);
      mustBeSame(seen(result), seen(core.lint(source, given)), 'the same text twice');
    }),
};

/** Front matter, over any YAML and what only looks like it. */
export const frontMatter = {
  weight: 1,
  property: () =>
    fc.property(withFrontMatter, (source) => {
      const result = core.lint(source);
      mustBeResult(source, result);
      const { error } = result.document.frontMatter ?? {};
      must(error === undefined || !/[\n\r]/.test(error), 'an error of several lines');
      must(core.KINDS.includes(result.kind), 'no kind');
    }),
};
