import { SEVERITIES, visible } from '@narrative-lint/core';
import type { FailOn } from '../commands/lint.ts';
import { isFailed, type LintedDraft, type Outcome } from '../run.ts';
import type { Format } from './formats.ts';
import { placeOf } from './place.ts';
import { oneLine } from './text.ts';

interface Case {
  readonly name: string;
  /** A failure counts against the build, an error kept the draft from being linted, a note passes. */
  readonly kind: 'failure' | 'error' | 'note' | 'passed';
  readonly type: string;
  readonly message: string;
  readonly details: string;
}

/**
 * The report as JUnit XML, for build servers: a suite for each draft and a case for each finding. Findings
 * below `--fail-on` are cases that pass, so that the build server and the exit code agree.
 */
export const junit: Format<{ readonly path: string; readonly cases: readonly Case[] }> = {
  piece: (outcome, { failOn }) => ({ path: outcome.path, cases: casesOf(outcome, failOn) }),
  async begin() {
    const { create } = await import('xmlbuilder2');
    const suites: string[] = [];
    const sums = { tests: 0, failures: 0, errors: 0 };
    return {
      // The sums stand before the first suite.
      add({ path, cases }) {
        const counts = countsOf(cases);
        sums.tests += counts.tests;
        sums.failures += counts.failures;
        sums.errors += counts.errors;
        // Control characters of a draft have no form in XML 1.0.
        const suite = create({ invalidCharReplacement: '?' }).ele('testsuite', {
          name: visible(path),
          ...counts,
        });
        for (const { name, kind, type, message, details } of cases) {
          const test = suite.ele('testcase', { name, classname: visible(path) });
          if (kind === 'note') test.ele('system-out').txt(details);
          else if (kind !== 'passed') test.ele(kind, { type, message }).txt(details);
        }
        suites.push(suite.toString({ prettyPrint: true, offset: 1 }));
        return '';
      },
      end() {
        const { tests, failures, errors } = sums;
        const root = `testsuites name="narrative-lint" tests="${tests}" failures="${failures}" errors="${errors}"`;
        const body = suites.length > 0 ? `<${root}>\n${suites.join('\n')}\n</testsuites>` : `<${root}/>`;
        return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
      },
    };
  },
};

function countsOf(cases: readonly Case[]) {
  const of = (kind: Case['kind']) => cases.filter((one) => one.kind === kind).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error') };
}

function casesOf(outcome: Outcome, failOn: FailOn): Case[] {
  if (!isFailed(outcome)) return findingsOf(outcome, failOn);
  return outcome.problems.map((problem) => {
    const message = oneLine(problem);
    return { name: 'lint', kind: 'error', type: 'unread', message, details: message };
  });
}

function findingsOf({ result, draft }: LintedDraft, failOn: FailOn): Case[] {
  if (result.messages.length === 0)
    return [{ name: 'lint', kind: 'passed', type: '', message: '', details: '' }];
  const counted = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return result.messages.map(({ ruleId = '', severity, range, reason, why, ask }) => {
    const place = range ? placeOf(range, result, draft.container) : 'whole draft';
    const lines = [
      `${place}, ${severity}: ${oneLine(reason)}`,
      ...(range ? [`"${oneLine(result.document.source.slice(range.start, range.end))}"`] : []),
      oneLine(why),
      oneLine(ask),
    ];
    return {
      name: `${ruleId} (${place})`,
      kind: counted.includes(severity) ? 'failure' : 'note',
      type: ruleId,
      message: oneLine(reason),
      details: lines.join('\n'),
    };
  });
}
