import { KINDS, type Kind, PRESETS, type Profile, parseProfile } from '@narrative-lint/core';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { CacheCall } from './cache/folder.ts';
import type { CohortFlags } from './commands/cohort.ts';
import type { InitFlags } from './commands/init.ts';
import { type FailOn, lintCommand } from './commands/lint.ts';
import { outlineCommand } from './commands/outline.ts';
import { explainCommand, rulesCommand } from './commands/rules.ts';
import { configsOf } from './configs.ts';
import { EXIT, type ExitCode, UsageError } from './errors.ts';
import { FORMATS } from './format/formats.ts';
import { themeFor } from './format/theme.ts';
import type { Io } from './io.ts';
import { didYouMean } from './nearest.ts';
import { STANDARD_MEGABYTES } from './reading/standard.ts';
import { type ReportFlag, reportsOf } from './report-options.ts';
import type { RunSettings } from './run.ts';
import { VERSION } from './version.ts';
import type { Pace } from './work/types.ts';

interface Options {
  readonly since?: string;
  readonly fix?: true;
  readonly fixDryRun?: true;
  readonly kind?: Kind;
  readonly specialty?: string;
  readonly stdinFilename?: string;
  readonly config?: string;
  readonly failOn: FailOn;
  readonly reportUnusedDisables?: true;
  readonly suppressAll?: true;
  readonly pruneSuppressions?: true;
  readonly concurrency?: number;
  readonly timeLimit: number;
  readonly sizeLimit: number;
  readonly cache?: true;
  readonly cacheLocation?: string;
  readonly watch?: true;
  readonly debug?: true;
  readonly color?: boolean;
}

const COMMANDS = [
  'lint',
  'compare',
  'outline',
  'rules',
  'explain',
  'init',
  'dismiss',
  'brief',
  'cohort',
  'help',
];
const STDIN = '<stdin>';
const EXAMPLES = `
Examples:
  narrative-lint statement.docx                 what an advisor would say about it
  narrative-lint drafts/ --format json          every draft in a folder, for programs
  narrative-lint "drafts/*.md" --fix            correct quotes and dashes in place
  pbpaste | narrative-lint - --kind experience  a draft from the clipboard
  narrative-lint outline statement.md --why     its story, and what told it
  narrative-lint statement.docx --watch         the same each time Word saves it
  narrative-lint compare old.docx new.docx      what a revision solved

Exit codes: 0 nothing to object to, 1 findings at or above --fail-on, 2 the call or a file was wrong.
Nothing leaves this machine.
`;

/** Builds the command line; `done` is told the exit code of the command that ran. */
export function buildProgram(io: Io, done: (code: ExitCode) => void): Command {
  const reportFlags: ReportFlag[] = [];
  const program = new Command('narrative-lint')
    .description('Tells what a good residency advisor would say about how a draft tells a setback.')
    .argument('[drafts...]', 'files (.docx, .md, .txt, .pdf), folders or globs; - reads standard input')
    .addOption(formatOption(reportFlags))
    .option(
      '--output <file>',
      'write a report to a file; its ending or the --format before it says which',
      (file) => {
        reportFlags.push({ file });
        return file;
      },
    )
    .option('--since <report>', 'say what was solved, stayed and is new since a JSON report')
    .addOption(choice('--kind <kind>', 'what the text is for', KINDS))
    .option('--specialty <specialty>', 'the specialty applied to, such as internal-medicine')
    .option('--fix', 'correct characters that the form would lose; never changes words')
    .option('--fix-dry-run', 'show what --fix would change, and change nothing')
    .addOption(
      choice('--fail-on <severity>', 'exit with 1 from', ['error', 'warning', 'suggestion', 'never']).default(
        'error',
      ),
    )
    .option('--config <file>', 'use this configuration for every draft')
    .option('--report-unused-disables', 'report comments in a draft that turn off what finds nothing')
    .option('--suppress-all', 'dismiss every finding of these drafts, as a baseline')
    .option('--prune-suppressions', 'forget dismissed findings that these drafts no longer have')
    .addOption(
      numberOption('--concurrency <number>', 'drafts to lint at once (default: one a core, at most 8)', 1),
    )
    .addOption(
      numberOption(
        '--time-limit <seconds>',
        'stop what takes longer: reading a document, a rule of a plugin, one of several drafts at once',
        1,
      ).default(60),
    )
    .addOption(
      numberOption(
        '--size-limit <megabytes>',
        'refuse a file that is larger, or unpacks to much more; text may have a quarter',
        1,
      ).default(STANDARD_MEGABYTES),
    )
    .option('--cache', 'keep results, without a word of a draft, and lint only what changed')
    .option('--cache-location <folder>', "where --cache keeps them (default: the system's folder for caches)")
    .option('--watch', 'lint again each time a draft is saved, until Ctrl-C')
    .option('--stdin-filename <name>', 'the name that stands for standard input')
    .option('--color', 'use colour even in a pipe')
    .option('--no-color', 'use no colour')
    .option('--debug', 'show a stack trace when something breaks')
    .version(VERSION, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', EXAMPLES)
    .configureHelp({ helpWidth: Math.min(io.out.columns ?? 96, 96), showGlobalOptions: false })
    .configureOutput({ writeOut: (text) => io.out.write(text), writeErr: () => undefined })
    .exitOverride();

  const options = () => program.opts<Options>();
  const theme = () => themeFor(io, options().color);
  const lint = async (names: readonly string[]) => {
    const { failOn, since } = options();
    const suppress = suppressOf(options());
    const call = {
      names: namesOf(names, options()),
      reports: reportsOf(reportFlags),
      failOn,
      settings: settingsOf(options(), io),
      pace: paceOf(options()),
      ...cacheOf(options()),
      ...(since === undefined ? {} : { since }),
      ...(suppress ? { suppress } : {}),
    };
    if (options().watch) {
      const { watchLint } = await import('./watch/lint.ts');
      return done(await watchLint(call, COMMANDS, theme(), io));
    }
    if (suppress && call.names.includes('-'))
      throw new UsageError('dismissed findings belong to a file, and standard input is none');
    if (settingsOf(options(), io).fix === 'write' && call.names.includes('-')) {
      throw new UsageError(
        '--fix writes files and cannot write standard input; use --fix-dry-run to see the changes',
      );
    }
    done(await lintCommand(call, COMMANDS, theme(), io));
  };

  program.hook('preAction', (_, command) => {
    if (options().watch && ![program.name(), 'lint', 'cohort'].includes(command.name()))
      throw new UsageError(`--watch is for linting and for cohort, and not for ${command.name()}`);
  });
  program.action(lint);
  program
    .command('lint [drafts...]', { hidden: true })
    .description('the same as without a command')
    .action(lint);
  program
    .command('compare <earlier> <later>')
    .description('say what a later version of a draft solved, what stayed and what is new')
    .action(async (earlier: string, later: string) => {
      const { compareCommand } = await import('./commands/compare.ts');
      const settings = settingsOf({ ...options(), fix: undefined, fixDryRun: undefined }, io);
      const { failOn } = options();
      done(
        await compareCommand(
          { earlier, later, reports: reportsOf(reportFlags), failOn, settings },
          theme(),
          io,
        ),
      );
    });
  program
    .command('outline <drafts...>')
    .description("print a draft's story at a glance: what happened, what changed, evidence, carried forward")
    .option('--why', 'add what gave each stretch its role')
    .action(async (names: readonly string[], { why }: { why?: true }) => {
      done(
        await outlineCommand(
          names,
          why === true,
          settingsOf({ ...options(), fix: undefined, fixDryRun: undefined }, io),
          theme(),
          io,
        ),
      );
    });
  program
    .command('rules')
    .description('list all rules')
    .action(async () => done(await rulesCommand(settingsOf(options(), io).configs, theme(), io)));
  program
    .command('explain <rule>')
    .description('tell why a rule is there, with its options and examples')
    .action(async (id: string) =>
      done(await explainCommand(id, settingsOf(options(), io).configs, theme(), io)),
    );
  program
    .command('init [draft]')
    .description('write the kind, the specialty and what happened into a draft or a configuration')
    .option('--setback <what...>', 'what the transcript shows: usmle-step-1, or usmle-step-1:2:passed')
    .addOption(choice('--preset <preset>', 'which rules, for a configuration', PRESETS))
    .addHelpText(
      'after',
      '\n--kind and --specialty say the rest. Without them it asks, where there is a terminal.',
    )
    .action(async (draft: string | undefined, flags: Pick<InitFlags, 'setback' | 'preset'>) => {
      const { initCommand } = await import('./commands/init.ts');
      const { kind, specialty } = options();
      done(
        await initCommand(
          draft,
          { ...flags, ...(kind ? { kind } : {}), ...(specialty === undefined ? {} : { specialty }) },
          io,
        ),
      );
    });
  program
    .command('dismiss <draft> <rules...>')
    .description('silence findings without touching the draft: RULE for all of a rule, RULE:2 for its second')
    .action(async (draft: string, rules: readonly string[]) => {
      const { dismissCommand } = await import('./commands/dismiss.ts');
      const settings = settingsOf({ ...options(), fix: undefined, fixDryRun: undefined }, io);
      done(await dismissCommand(draft, rules, settings, io));
    });
  program
    .command('brief <drafts...>')
    .description('print what an advisor and the applicant discuss beside the text: the talk sheet')
    .option('--today <date>', 'the date of the talk, such as 2026-08-01')
    .action(async (names: readonly string[], { today }: { today?: string }) => {
      const { briefCommand } = await import('./commands/brief.ts');
      const settings = settingsOf({ ...options(), fix: undefined, fixDryRun: undefined }, io);
      done(await briefCommand(names, today, settings, theme(), io));
    });
  program
    .command('cohort [folder]')
    .description('report on a folder of drafts, with a page for each, for an advisor')
    .option('--roster <file>', 'what the transcripts say, one applicant a row (.csv, .xlsx)')
    .option('--report <folder>', 'where the report goes', 'report')
    .option('--roster-template [file]', 'write an example roster (roster.csv; - prints it)')
    .option('--redact', 'put codes in the place of names and file names')
    .option('--against <folder>', 'compare with drafts of earlier years, too (may be repeated)', collect)
    .option('--allow-shared <file>', 'a file with passages that all may use (may be repeated)', collect)
    .option('--today <date>', 'the date of the report, such as 2026-08-01')
    .action(async (folder: string | undefined, flags: CohortFlags) => {
      const { cohortCommand } = await import('./commands/cohort.ts');
      const settings = settingsOf({ ...options(), fix: undefined, fixDryRun: undefined }, io);
      const { failOn, watch } = options();
      const call = { settings, failOn, pace: paceOf(options()), ...cacheOf(options()) };
      if (watch && folder !== undefined && flags.rosterTemplate === undefined) {
        const { watchCohort } = await import('./watch/cohort.ts');
        return done(await watchCohort(folder, flags, call, io));
      }
      done(await cohortCommand(folder, flags, call, io));
    });
  return program;
}

/** Takes an option that may be given several times. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function suppressOf({ suppressAll, pruneSuppressions }: Options): 'all' | 'prune' | undefined {
  if (suppressAll && pruneSuppressions)
    throw new UsageError('--suppress-all and --prune-suppressions are for two runs; choose one');
  return suppressAll ? 'all' : pruneSuppressions ? 'prune' : undefined;
}

/** A name that stands for standard input is reason enough to read it. */
function namesOf(names: readonly string[], { stdinFilename }: Options): readonly string[] {
  if (names.length > 0) return names;
  if (stdinFilename !== undefined) return ['-'];
  throw new UsageError(
    'no draft was named. Give files, folders or globs, or - for standard input (see --help).',
  );
}

function settingsOf(
  options: Omit<Options, 'fix' | 'fixDryRun'> & { fix?: true | undefined; fixDryRun?: true | undefined },
  io: Io,
): RunSettings {
  const { kind, specialty, config, stdinFilename, reportUnusedDisables, fix, fixDryRun, debug } = options;
  const { timeLimit, sizeLimit } = options;
  const call = config === undefined ? {} : { configFile: config };
  const mode = fixDryRun ? 'preview' : fix ? 'write' : undefined;
  return {
    configs: configsOf(io.cwd, { timeLimit, ...call }),
    reportUnusedDisables: reportUnusedDisables === true,
    stdinName: stdinFilename ?? STDIN,
    timeLimit,
    sizeLimit,
    debug: debug === true,
    ...call,
    ...(kind ? { kind } : {}),
    ...(specialty === undefined ? {} : { profile: profileOf(specialty) }),
    ...(mode ? { fix: mode } : {}),
  };
}

function cacheOf({ cache, cacheLocation }: Options): { readonly cache?: CacheCall } {
  if (cacheLocation !== undefined) return { cache: { location: cacheLocation } };
  return cache ? { cache: {} } : {};
}

function paceOf({ concurrency }: Options): Pace {
  return concurrency === undefined ? {} : { concurrency };
}

function profileOf(specialty: string): Profile {
  const { profile, problems } = parseProfile({ specialty }, 'the command line');
  const problem = problems[0];
  if (problem) throw new UsageError(problem.message);
  return profile;
}

/** Formats may come several at once, in one list or one after the other. */
function formatOption(flags: ReportFlag[]): Option {
  return new Option(
    '--format <formats>',
    `how to report, several with commas: ${FORMATS.join(', ')} (default: pretty)`,
  ).argParser((value: string) => {
    for (const name of value.split(',')) {
      const format = FORMATS.find((known) => known === name.trim());
      if (!format)
        throw new InvalidArgumentError(didYouMean(name, FORMATS).trim() || `Known: ${FORMATS.join(', ')}.`);
      flags.push({ format });
    }
    return value;
  });
}

function numberOption(flags: string, description: string, minimum: number): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (/^\d{1,6}$/.test(value) && Number(value) >= minimum) return Number(value);
    throw new InvalidArgumentError(`Give a whole number from ${minimum} on.`);
  });
}

function choice(flags: string, description: string, values: readonly string[]): Option {
  return new Option(flags, `${description}: ${values.join(', ')}`).argParser((value: string) => {
    if (values.includes(value)) return value;
    throw new InvalidArgumentError(didYouMean(value, values).trim() || `Known: ${values.join(', ')}.`);
  });
}

/** Runs the command line and gives the exit code of its command. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  await buildProgram(io, (given) => {
    code = given;
  }).parseAsync(argv, { from: 'user' });
  return code;
}
