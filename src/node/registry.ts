import { parseTarget as readTarget, type Target } from '../check/assess/target.ts';
import { fix } from '../clean/fix/fix.ts';
import type { FixOptions, FixReport } from '../clean/fix/fix-report.ts';
import { answerCodes, type RegistryAnswer } from '../clean/lookup/answer.ts';
import { type OpenRegistry, openRegistry } from '../clean/lookup/open-registry.ts';
import { match } from '../clean/match/match.ts';
import type { MatchOptions, MatchReport } from '../clean/match/match-report.ts';
import { fixWorkbook } from '../clean/workbook/fix-workbook.ts';
import { matchWorkbook } from '../clean/workbook/match-workbook.ts';
import type { RunOptions, ScanOptions } from '../engine/options.ts';
import { wordError } from '../messages/refusal/index.ts';
import { voiceOf } from '../messages/voice.ts';
import { describeWarning } from '../messages/warning/index.ts';
import { type InputSource, type InputSources, readSources } from './inputs/input-sources.ts';
import { readOptions } from './options/read-options.ts';
import { startWorkbook } from './outputs/write-workbook.ts';
import { readRegistryOptions } from './registry-options.ts';
import { type Run, withRun } from './run.ts';

export type { Target } from '../check/assess/target.ts';
export type { DuplicateRecord, Finding } from '../check/findings/finding.ts';
export type { TableInspection } from '../check/inspect/describe-inspection.ts';
export type { ColumnRole, InspectedColumn, InspectedLine } from '../check/inspect/inspection.ts';
export type { AnnotatedTable, CheckOptions } from '../check/options.ts';
export type { RateDefinition, Report } from '../check/report.ts';
export type {
  ConflictExample,
  ConflictRule,
  DedupBy,
  DedupOptions,
  DedupReport,
  KeepRule,
} from '../clean/dedup/dedup-report.ts';
export type {
  AuthorityChange,
  CodeChange,
  CodeRecord,
  DiffOptions,
  DiffReport,
  ExportReport,
  ProblemKind,
  ProblemRecord,
  ProblemStatus,
} from '../clean/diff/diff-report.ts';
export type { Change, FixOptions, FixReason, FixReport } from '../clean/fix/fix-report.ts';
export type { RegistryAnswer } from '../clean/lookup/answer.ts';
export type { RegistryEntity } from '../clean/lookup/registry-entity.ts';
export type { MatchEvidence, MatchOptions, MatchReport, MatchRow, MatchStatus } from '../clean/match/match-report.ts';
export { UsccError } from '../code/error.ts';
export type { Progress } from '../engine/options.ts';
export type { LicenceFinding } from '../licences/finding.ts';
export type { LicenceFile, LicenceReport } from '../licences/licence-report.ts';
export type { LicenceOptions, RuleChanges } from '../licences/options.ts';
export type { Category, CodeRole, LicenceRule, Need, Severity } from '../licences/rules.ts';
export type { Refusal, RefusalKind } from '../messages/refusal/index.ts';
export type { Remedy, RemedyKind } from '../messages/remedy/index.ts';
export type { Warning, WarningCode } from '../messages/warning/index.ts';
export { compareNames, similarFrom } from '../suspects/name-similarity.ts';
export { indexRegistry, type RegistryEntry, type RegistryIndex } from '../suspects/registry-index.ts';
export {
  type RegistryEvidence,
  type RegistryRepair,
  rankByRegistry,
  repairWithRegistry,
} from '../suspects/repair-with-registry.ts';
export type { Suspect, SuspectCounts, SuspectRecord } from '../suspects/suspect.ts';
export type { Encoding } from '../tables/encoding.ts';
export { type CheckRegistryOptions, checkRegistry } from './check-registry.ts';
export { dedupRegistry } from './dedup-registry.ts';
export { type DiffFiles, type DiffRegistriesOptions, diffRegistries } from './diff-registries.ts';
export type { InputSource, InputSources } from './inputs/input-sources.ts';
export { inspectTables } from './inspect-tables.ts';
export { judgeLicences } from './judge-licences.ts';
export type { TargetInput } from './options/kinds.ts';
export { type RecordVerdict, readVerdicts, type VerdictOptions } from './read-verdicts.ts';

/**
 * Reads a target: `0.01%`, `0.0001`, `1e-4`, `1/10000`, `0.1‰`, `万分之一`, `0`.
 *
 * @throws {UsccError} `usage` when the text is none of these, or not between 0 and 100%
 * @example parseTarget('0.01%') // { numerator: 1n, denominator: 10000n, value: 0.0001 }
 */
export function parseTarget(text: string, { lang = 'zh' }: Pick<RunOptions, 'lang'> = {}): Target {
  try {
    return readTarget(text);
  } catch (error) {
    throw wordError(error, voiceOf({ lang }));
  }
}

/**
 * Writes the codes of one table as they should be written where that is certain, and leaves every other byte as it is.
 *
 * @param file a table, as `checkRegistry` takes it; what is no plain text comes out as CSV in UTF-8
 * @throws {UsccError} `input` when it cannot be read or understood, or holds several tables; `aborted`; `worker`
 * @example
 * const out = await open('fixed.csv', 'w');
 * const report = await fixRegistry('export.csv', { onBytes: async (bytes) => void (await out.writeFile(bytes)) });
 * console.log(report.changed, report.reasons);
 */
export async function fixRegistry(file: InputSource, given: FixOptions = {}): Promise<FixReport> {
  const options = readOptions<FixOptions>('fixRegistry', given);
  const { from = [], registrationColumn } = options;
  if (from.length === 0) return fixFile(file, options, null);
  const registryOptions = readRegistryOptions(options);
  return withRun(from, registryOptions, async (registry) => {
    const job = { ...registry, options: registryOptions };
    const index = await openRegistry(registrationColumn === undefined ? job : { ...job, registrationColumn });
    const report = await fixFile(file, options, index, registry);
    registry.verify();
    const passedOver = index.warnings.map((facts) => describeWarning(facts, voiceOf(options)));
    return { ...report, warnings: [...registry.warnings, ...passedOver, ...report.warnings] };
  });
}

async function fixFile(
  file: InputSource,
  options: FixOptions,
  registry: OpenRegistry | null,
  outer?: Run,
): Promise<FixReport> {
  const work = async (run: Run): Promise<FixReport> => {
    const { onWorkbook } = options;
    const report = await (onWorkbook === undefined
      ? fix(run.inputs, options, run.platform, registry)
      : fixWorkbook(startWorkbook(run, onWorkbook), options, registry));
    run.verify();
    return { ...report, warnings: [...run.warnings, ...report.warnings] };
  };
  return withRun(readSources('fixRegistry', file, options.lang), options, work, outer);
}

/**
 * Opens registries for the time that `work` takes, which asks for codes in batches: whether they are registered, to whom, and
 * whether their organization codes are taken. Each batch costs a look through all keys; the files are read once.
 *
 * @param files as `checkRegistry` takes them
 * @throws {UsccError} as `checkRegistry`
 * @example
 * const [answer] = await withRegistry(['registry.csv'], {}, (ask) => ask(['91350100M000100Y43']));
 * console.log(answer?.registered, answer?.organization?.taken);
 */
export async function withRegistry<Result>(
  files: InputSources,
  given: ScanOptions,
  work: (ask: (codes: string[]) => Promise<RegistryAnswer[]>) => Promise<Result>,
): Promise<Result> {
  const options = readOptions<ScanOptions>('withRegistry', given);
  return withRun(
    readSources('withRegistry', files, options.lang),
    options,
    async ({ inputs, platform, memoryBytes, verify }) => {
      const index = await openRegistry({ inputs, options, platform, memoryBytes });
      const result = await work((codes) => answerCodes(index, codes));
      verify();
      return result;
    },
  );
}

/**
 * Holds tables that carry codes against a registry: what is registered, absent, wrong, or under another name, and which code the
 * registry has for what is not matched.
 *
 * @param files tables, as `checkRegistry` takes them
 * @param against the registry
 * @throws {UsccError} as `checkRegistry`
 * @example
 * const { coverage } = await matchRegistry(['licences.csv'], ['registry.csv'], { onRows: (rows) => console.log(rows) });
 */
export async function matchRegistry(
  files: InputSources,
  against: InputSources,
  given: MatchOptions = {},
): Promise<MatchReport> {
  const options = readOptions<MatchOptions>('matchRegistry', given);
  const registryOptions = readRegistryOptions(options);
  const tables = readSources('matchRegistry', files, options.lang);
  return withRun(readSources('matchRegistry', against, options.lang), registryOptions, (registry) => {
    const work = async (own: Run): Promise<MatchReport> => {
      const { platform } = chooseLarger(registry, own);
      const index = await openRegistry({ ...registry, platform, options: registryOptions });
      const job = { registry: index, options, memoryBytes: own.memoryBytes };
      const { onWorkbook } = options;
      const report = await (onWorkbook === undefined
        ? match({ ...job, inputs: own.inputs, platform })
        : matchWorkbook({ ...startWorkbook(own, onWorkbook), platform }, job));
      registry.verify();
      own.verify();
      const passedOver = index.warnings.map((facts) => describeWarning(facts, voiceOf(options)));
      return { ...report, warnings: [...registry.warnings, ...passedOver, ...own.warnings, ...report.warnings] };
    };
    return withRun(tables, options, work, registry);
  });
}

/** The run whose threads do the work of both: one that has little to read has none. */
function chooseLarger<Side extends Pick<Run, 'totalBytes'>>(a: Side, b: Side): Side {
  return a.totalBytes >= b.totalBytes ? a : b;
}
