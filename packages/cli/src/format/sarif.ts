import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint } from '@narrative-lint/config';
import { type AnyRule, type NarrativeMessage, rulePage, rules, type Severity } from '@narrative-lint/core';
import type { Location, Notification, Region, ReportingDescriptor, Result, Run, Suppression } from 'sarif';
import type { KnownFinding } from '../compare/comparison.ts';
import { isFailed, type LintedDraft } from '../run.ts';
import { VERSION } from '../version.ts';
import type { Format } from './formats.ts';
import { isPaged, placeOf } from './place.ts';
import { indentedJson, oneLine } from './text.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const HOME = 'https://github.com/narrative-lint/narrative-lint';
const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'note',
};
/** SARIF's names for where a finding stands beside an earlier run; those that were solved are `absent`. */
const BASELINE = { new: 'new', stayed: 'unchanged' } as const;

/**
 * The report as SARIF 2.1.0 (OASIS standard). Columns count UTF-16 code units. A finding in a Word document
 * or a PDF is placed by paragraph and sentence, as a logical location: the file itself has no lines. Findings
 * that were dismissed or turned off are there with their suppression.
 */
export const sarif: Format<Piece> = {
  piece(outcome, { cwd }) {
    if (isFailed(outcome)) {
      const { path, problems } = outcome;
      const notifications = problems.map((problem) => ({
        level: 'error' as const,
        message: { text: oneLine(problem) },
        locations: [locationOf(path, cwd)],
      }));
      return { results: [], rules: [], notifications };
    }
    const results = resultsOf(outcome, cwd);
    return {
      results: results.map((result) => indentedJson(result, 8)),
      rules: rulesOf(outcome, results),
      notifications: [],
    };
  },
  begin() {
    const rules = new Map<string, ReportingDescriptor>();
    const notifications: Notification[] = [];
    let separator = `{\n  "$schema": "${SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {\n      "results": [`;
    let close = ']';
    const add = (results: readonly string[]) => {
      let text = '';
      for (const result of results) {
        text += `${separator}\n${result}`;
        separator = ',';
        close = '\n      ]';
      }
      return text;
    };
    return {
      add(piece) {
        for (const rule of piece.rules) if (!rules.has(rule.id)) rules.set(rule.id, rule);
        notifications.push(...piece.notifications);
        return add(piece.results);
      },
      // What only the last draft decides comes after the results: the order of keys means nothing.
      end({ unread }) {
        const invocation = { executionSuccessful: unread === 0, toolExecutionNotifications: notifications };
        const rest: Omit<Run, 'results'> = {
          tool: {
            driver: {
              name: 'narrative-lint',
              version: VERSION,
              semanticVersion: VERSION,
              informationUri: HOME,
              rules: [...rules.values()],
            },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [invocation],
        };
        const head = close === ']' ? separator : '';
        const keys = indentedJson(rest, 4).replace(/^ *\{\n|\n *\}$/g, '');
        return `${head}${close},\n${keys}\n    }\n  ]\n}\n`;
      },
    };
  },
};

/** What a draft adds: results as JSON text, and the rules they name. */
interface Piece {
  readonly results: readonly string[];
  readonly rules: readonly ReportingDescriptor[];
  readonly notifications: readonly Notification[];
}

/** The rules that results name, those of plugins too, each once. */
function rulesOf({ config }: LintedDraft, results: readonly Result[]): ReportingDescriptor[] {
  const seen = new Set(results.map(({ ruleId }) => ruleId));
  const builtIn = new Set<AnyRule>(rules);
  return config.ruleSet
    .filter(({ meta }) => seen.has(meta.id))
    .map((rule) => {
      const { id, summary, why, ask, severity, url } = rule.meta;
      const page = url ?? (builtIn.has(rule) ? rulePage(id) : undefined);
      return {
        id,
        shortDescription: { text: summary },
        fullDescription: { text: why },
        help: { text: `${why}\n\n${ask}` },
        defaultConfiguration: { level: LEVEL[severity] },
        ...(page ? { helpUri: page } : {}),
      };
    });
}

function resultsOf(draft: LintedDraft, cwd: string): Result[] {
  const { result, path, comparison } = draft;
  return [
    ...result.messages.map((message) => ({
      ...resultOf(message, draft, cwd),
      ...(comparison ? { baselineState: BASELINE[comparison.stateOf(message)] } : {}),
    })),
    ...suppressed(result.silenced, 'inSource'),
    ...suppressed(result.dismissed, 'external'),
    ...(comparison?.solved ?? []).map((finding) => absent(finding, path, cwd)),
  ];

  function suppressed(messages: readonly NarrativeMessage[], kind: Suppression.kind): Result[] {
    return messages.map((message) => ({ ...resultOf(message, draft, cwd), suppressions: [{ kind }] }));
  }
}

function resultOf(message: NarrativeMessage, draft: LintedDraft, cwd: string): Result {
  const { ruleId = '', severity, reason, ask, fix, related } = message;
  const { result, path } = draft;
  const { hash } = fingerprint(message, result.document);
  const region = fix && regionOf({ start: fix.start, end: fix.end });
  return {
    ruleId,
    level: LEVEL[severity],
    message: { text: `${oneLine(reason)} ${oneLine(ask)}` },
    locations: [placed(message, draft, cwd)],
    partialFingerprints: { 'narrativeLintFinding/v1': hash },
    ...(related
      ? {
          relatedLocations: [
            {
              ...locationOf(path, cwd, isPaged(draft.draft.container) ? undefined : regionOf(related.at)),
              message: { text: oneLine(related.text) },
            },
          ],
        }
      : {}),
    ...(fix && region && !isPaged(draft.draft.container)
      ? {
          fixes: [
            {
              artifactChanges: [
                {
                  ...artifact(path, cwd),
                  replacements: [{ deletedRegion: region, insertedContent: { text: fix.text } }],
                },
              ],
            },
          ],
        }
      : {}),
  };
}

function placed(
  { place, range }: NarrativeMessage,
  { path, result, draft }: LintedDraft,
  cwd: string,
): Location {
  if (!range) return locationOf(path, cwd);
  if (isPaged(draft.container)) {
    const name = placeOf(range, result, draft.container);
    return { ...locationOf(path, cwd), logicalLocations: [{ fullyQualifiedName: name }] };
  }
  if (!place || !('start' in place)) return locationOf(path, cwd, regionOf(range));
  const { start, end } = place;
  return locationOf(path, cwd, {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...regionOf(range),
  });
}

function regionOf({ start, end }: { readonly start: number; readonly end: number }): Region {
  return { charOffset: start, charLength: end - start };
}

function absent({ ruleId, severity, message }: KnownFinding, path: string, cwd: string): Result {
  return {
    ruleId,
    level: LEVEL[severity],
    message: { text: message },
    locations: [locationOf(path, cwd)],
    baselineState: 'absent',
  };
}

function locationOf(path: string, cwd: string, region?: Region): Location {
  return { physicalLocation: { ...artifact(path, cwd), ...(region ? { region } : {}) } };
}

/** A draft as a URI: relative where the call named it so, since an absolute one means another thing elsewhere. */
function artifact(path: string, cwd: string) {
  const uri = isAbsolute(path)
    ? pathToFileURL(resolve(cwd, path)).href
    : path.split(/[\\/]/).map(encodeURIComponent).join('/');
  return { artifactLocation: { uri } };
}
