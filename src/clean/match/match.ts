import { listTableWarnings } from '../../check/warnings.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { choosePlan, type FilePlan } from '../../engine/plan/plan.ts';
import { type Planned, planEach } from '../../engine/plan/plan-files.ts';
import { type Survey, surveyFile } from '../../engine/plan/survey.ts';
import type { Platform } from '../../engine/platform.ts';
import { encodingOf } from '../../engine/scan/file-scan.ts';
import { voiceOf } from '../../messages/voice.ts';
import { describeWarning } from '../../messages/warning/index.ts';
import { foldHeader } from '../../tables/headers/fold-header.ts';
import type { Input } from '../../tables/input.ts';
import type { OpenRegistry } from '../lookup/open-registry.ts';
import { type MatchedRows, matchBatch } from './match-batch.ts';
import type { MatchBatch, MatchCounts } from './match-cut.ts';
import { type MatchOptions, type MatchReport, type MatchStatus, matchStatuses } from './match-report.ts';
import { forgetTable, groupFiles, type MatchTable, scanTable } from './match-table.ts';
import type { RowResult } from './row-task.ts';

/** 行政相对人代码_1 (统一社会信用代码) … _6: six columns, of which each record fills those it has. */
const numberedCode = /^行政相对人代码[_-]?[1-9]/;

/** Tables to hold against a registry. */
export interface MatchJob {
  inputs: Input[];
  registry: OpenRegistry;
  options: MatchOptions;
  platform: Platform;
  memoryBytes: number;
  /** Takes what is plainly matched, batch by batch. */
  takeMatched?(rows: MatchedRows): void;
}

/** What a record takes while a batch of a table is judged: its statuses, its entries, its text. */
const recordBytes = 96;
const leastRecords = 1 << 16;
/** What a code that the registry is asked about takes: keys of its likely repairs, and what the registry has for it. */
const askedBytes = 2 << 10;
const [leastAsked, mostAsked] = [1 << 12, 1 << 18];

/**
 * Holds tables against a registry, in batches that fit in memory.
 *
 *   registry ─ scan ─┐
 *   table ─── scan ──┴─▶ batch ─▶ join by code ─▶ statuses ─▶ parts ─▶ asked of the registry ─▶ rows ─▶ onRows, onLines
 *                                                           └───────── judged and formed on the threads ─────────┘
 *
 * @throws {UsccError} `input` when a file cannot be understood; `aborted` when the signal fired
 */
export async function match(job: MatchJob): Promise<MatchReport> {
  const { inputs, registry, options, platform, memoryBytes, takeMatched } = job;
  const started = performance.now();
  const codes = await registry.scan('code');
  const report: MatchReport = {
    schema: 'uscc-match/1',
    files: [],
    registry: registry.plans.map(({ path, codeColumn, nameColumn }) => ({ path, codeColumn, nameColumn })),
    registryRecords: codes.records,
    records: 0,
    coded: 0,
    covered: 0,
    coverage: null,
    coverageOfCoded: null,
    columns: [],
    evidence: {},
    warnings: [],
    elapsedSeconds: 0,
  };
  const { onRows, onLines, signal } = options;
  const also = onRows === undefined && onLines === undefined ? 'none' : options.all ? 'all' : 'unknown';
  const wants = { rows: onRows !== undefined, lines: onLines === undefined ? null : (options.lang ?? 'zh') };
  const take = async ({ evidence, lines, rows }: RowResult): Promise<void> => {
    for (const [why, count] of evidence) report.evidence[why] = (report.evidence[why] ?? 0) + count;
    if (lines !== null && lines.length > 0) await onLines?.(lines);
    if (rows !== null && rows !== '[]') await onRows?.(JSON.parse(rows));
  };
  const { plans: files, warnings: passedOver } = await planTables(inputs, options, platform);
  report.warnings.push(...passedOver.map((facts) => describeWarning(facts, voiceOf(options))));
  for (const group of groupFiles(files)) {
    const totalBytes = group.reduce((sum, [plan]) => sum + (plan?.original.source.size ?? 0), 0);
    const table = await scanTable({
      files: group,
      options,
      platform,
      registry: codes,
      progress: (share, records) =>
        options.onProgress?.({ stage: 'scan', doneBytes: share * totalBytes, totalBytes, records }),
    });
    const unnamed = new Float64Array(table.fileCount);
    const compared = (share: number, records: number): void =>
      options.onProgress?.({ stage: 'compare', doneBytes: share * totalBytes, totalBytes, records });
    for (const [first, last] of planBatches(table, memoryBytes)) {
      signal?.throwIfAborted();
      const batch: MatchBatch = {
        table,
        index: registry,
        codes,
        first,
        last,
        batchEntries: Math.max(1 << 18, memoryBytes / recordBytes),
        mostAsked: Math.max(leastAsked, Math.min(mostAsked, Math.floor(memoryBytes / askedBytes))),
        also,
        wants,
        take,
        compared,
        signal,
      };
      addCounts(report, table, unnamed, await matchBatch(batch, takeMatched));
    }
    for (const [file, count] of unnamed.entries()) addFile(report, table, file, count, options);
    forgetTable(codes);
  }
  report.coverage = report.records === 0 ? null : report.covered / report.records;
  report.coverageOfCoded = report.coded === 0 ? null : report.covered / report.coded;
  return { ...report, elapsedSeconds: (performance.now() - started) / 1000 };
}

/** Tables with a plan for each of their code columns. */
function planTables(inputs: Input[], options: MatchOptions, platform: Platform): Promise<Planned<FilePlan[]>> {
  return planEach(inputs, async (input, openKernel) => {
    const reading: ScanOptions = { ...options, ...input.reading };
    return planColumns(await surveyFile(openKernel(), input, reading, platform), reading, options.codeColumns);
  });
}

/** Ranges in batches of as many records as fit. */
function* planBatches({ scans }: MatchTable, memoryBytes: number): Generator<[number, number]> {
  const most = Math.max(leastRecords, memoryBytes / recordBytes / scans.length);
  const ranges = scans[0]?.ranges ?? [];
  let first = 0;
  let records = 0;
  for (const [index, range] of ranges.entries()) {
    if (records > 0 && records + range.records > most) {
      yield [first, index];
      first = index;
      records = 0;
    }
    records += range.records;
  }
  if (first < ranges.length) yield [first, ranges.length];
}

/** Says what was read of one file. */
function addFile(
  report: MatchReport,
  { plans, fileCount, scans }: MatchTable,
  index: number,
  unnamedCount: number,
  options: MatchOptions,
): void {
  const plan = plans[index];
  const scan = scans[0]?.files[index];
  if (plan === undefined || scan === undefined) return;
  const { path, bytes, delimiter, nameColumn } = plan;
  const codeColumns = plans.filter((_, at) => at % fileCount === index).map(({ codeColumn }) => codeColumn);
  const { records } = scan;
  report.files.push({ path, bytes, encoding: encodingOf(plan, scan), delimiter, codeColumns, nameColumn, records });
  report.records += records;
  const warnings = listTableWarnings([plan], [scan], { names: false, units: false });
  if (unnamedCount > 0) {
    warnings.push({
      code: 'names-not-compared',
      file: path,
      count: unnamedCount,
      remedies: [{ kind: 'name-column' }],
    });
  }
  report.warnings.push(...warnings.map((facts) => describeWarning(facts, voiceOf(options))));
}

/** Adds what a batch has come to, and the codes of each file whose names were not compared. */
function addCounts(
  report: MatchReport,
  { plans, fileCount }: MatchTable,
  unnamed: Float64Array,
  { coded, covered, cells }: MatchCounts,
): void {
  report.coded += coded;
  report.covered += covered;
  for (const [index, { codeColumn: column }] of plans.entries()) {
    let entry = report.columns.find((other) => other.column === column);
    if (entry === undefined) {
      const none = Object.fromEntries(matchStatuses.map((status) => [status, 0])) as Record<MatchStatus, number>;
      entry = { column, counts: none };
      report.columns.push(entry);
    }
    for (const [at, status] of matchStatuses.entries()) {
      const count = cells[index]?.[at] ?? 0;
      entry.counts[status] += count;
      if (status === 'unnamed') unnamed[index % fileCount] = (unnamed[index % fileCount] ?? 0) + count;
    }
  }
}

/**
 * One plan for each code column of a table, named twice or not; all read the same records.
 *
 * @throws {UsccError} `input` when a column is not there, or none can be found
 */
function planColumns(survey: Survey, options: ScanOptions, columns: (number | string)[] | undefined): FilePlan[] {
  const numbered = (survey.header ?? []).flatMap((name, at) => (numberedCode.test(foldHeader(name)) ? [at + 1] : []));
  const wanted = columns ?? (numbered.length > 0 ? numbered : [undefined]);
  const plans = wanted.map((codeColumn) =>
    choosePlan(survey, codeColumn === undefined ? options : { ...options, codeColumn }),
  );
  const columnOf = ({ dialect }: FilePlan): number => dialect.codeColumn;
  return plans.filter((plan, index) => plans.findIndex((other) => columnOf(other) === columnOf(plan)) === index);
}
