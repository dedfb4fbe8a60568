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
import type { IndexedScan } from '../lookup/look-up.ts';
import type { OpenRegistry } from '../lookup/open-registry.ts';
import { type MatchBatch, type MatchCounts, type MatchedRows, matchBatch } from './match-batch.ts';
import { type MatchCase, type ResolvedCase, resolveCases } from './match-cases.ts';
import { type MatchOptions, type MatchReport, type MatchStatus, matchStatuses } from './match-report.ts';
import { forgetTable, type MatchTable, scanTable } from './match-table.ts';

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
/** What a case takes with its likely repairs and what the registry has for it, several times: keys need the rest of memory. */
const caseBytes = 16 << 10;
/** Cases that are asked of the registry together: each asking looks through all of its keys. */
const leastCases = 1 << 12;
const mostCases = 1 << 17;

/**
 * Holds tables against a registry, in batches that fit in memory.
 *
 *   registry ─ scan ─┐
 *   table ─── scan ──┴─▶ batch ─▶ join by code ─▶ statuses ─▶ cases ─▶ asked of the registry ─▶ onRows
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
  const queue = createCaseQueue(registry, report, options, memoryBytes);
  const { plans: tables, warnings: passedOver } = await planTables(inputs, options, platform);
  report.warnings.push(...passedOver.map((facts) => describeWarning(facts, voiceOf(options))));
  for (const plans of tables) {
    const totalBytes = plans[0]?.original.source.size ?? 0;
    const table = await scanTable({
      plans,
      options,
      platform,
      registry: codes,
      progress: (share, records) =>
        options.onProgress?.({ stage: 'scan', doneBytes: share * totalBytes, totalBytes, records }),
    });
    addTable(report, table, options);
    const before = countUnnamed(report);
    const compared = (share: number, records: number): void =>
      options.onProgress?.({ stage: 'compare', doneBytes: share * totalBytes, totalBytes, records });
    for (const [first, last] of planBatches(table, memoryBytes)) {
      options.signal?.throwIfAborted();
      const batchEntries = Math.max(1 << 18, memoryBytes / recordBytes);
      const { take } = queue;
      const also = options.onRows === undefined ? 'none' : options.all ? 'all' : 'unknown';
      const names = (): Promise<IndexedScan> => registry.scan('name');
      const batch: MatchBatch = {
        table,
        registry: codes,
        names,
        first,
        last,
        batchEntries,
        also,
        take,
        takeMatched,
        compared,
      };
      addCounts(report, table, await matchBatch(batch));
    }
    await queue.flush();
    warnUnnamed(report, table, before, options);
    forgetTable(codes);
  }
  report.coverage = report.records === 0 ? null : report.covered / report.records;
  report.coverageOfCoded = report.coded === 0 ? null : report.covered / report.coded;
  return { ...report, elapsedSeconds: (performance.now() - started) / 1000 };
}

/** Tables with a plan for each of their code columns. */
function planTables(inputs: Input[], options: MatchOptions, platform: Platform): Promise<Planned<FilePlan[]>> {
  return planEach(inputs, async (input, kernel) => {
    const reading: ScanOptions = { ...options, ...input.reading };
    return planColumns(await surveyFile(kernel, input, reading, platform), reading, options.codeColumns);
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

/** Collects cases, and asks the registry for many at once. */
function createCaseQueue(registry: OpenRegistry, report: MatchReport, options: MatchOptions, memoryBytes: number) {
  const together = Math.max(leastCases, Math.min(mostCases, Math.floor(memoryBytes / caseBytes)));
  let cases: MatchCase[] = [];
  let covered: boolean[] = [];
  /** The record counted last as covered by what the registry said. */
  let last = '';
  const count = ({ row, isCovered }: ResolvedCase, isCoveredAlready: boolean): void => {
    const { evidence } = row;
    if (evidence !== null) report.evidence[evidence] = (report.evidence[evidence] ?? 0) + 1;
    const record = `${row.file}\n${row.row}`;
    if (!isCovered || isCoveredAlready || record === last) return;
    report.covered++;
    last = record;
  };
  const flush = async (): Promise<void> => {
    if (cases.length === 0) return;
    options.signal?.throwIfAborted();
    const resolved = await resolveCases(registry, cases);
    for (const [index, each] of resolved.entries()) count(each, covered[index] ?? false);
    cases = [];
    covered = [];
    await options.onRows?.(resolved.map(({ row }) => row));
  };
  return {
    flush,
    async take(more: MatchCase[], isCovered: boolean[]): Promise<void> {
      for (const [at, one] of more.entries()) {
        cases.push(one);
        covered.push(isCovered[at] ?? false);
        if (cases.length >= together) await flush();
      }
    },
  };
}

function addTable(report: MatchReport, { plans, scans }: MatchTable, options: MatchOptions): void {
  const [plan] = plans;
  const [scan] = scans;
  if (plan === undefined || scan === undefined) return;
  const { path, bytes, delimiter, nameColumn } = plan;
  report.files.push({
    path,
    bytes,
    encoding: encodingOf(plan, scan.files[0]),
    delimiter,
    codeColumns: plans.map(({ codeColumn }) => codeColumn),
    nameColumn,
    records: scan.records,
  });
  report.records += scan.records;
  const warnings = listTableWarnings([plan], scan.files, { names: false, units: false });
  report.warnings.push(...warnings.map((facts) => describeWarning(facts, voiceOf(options))));
}

function countUnnamed({ columns }: MatchReport): number {
  return columns.reduce((sum, { counts }) => sum + counts.unnamed, 0);
}

function warnUnnamed(report: MatchReport, { plans }: MatchTable, before: number, options: MatchOptions): void {
  const count = countUnnamed(report) - before;
  if (count === 0) return;
  const file = plans[0]?.path ?? '';
  const facts = { code: 'names-not-compared', file, count, remedies: [{ kind: 'name-column' }] } as const;
  report.warnings.push(describeWarning(facts, voiceOf(options)));
}

function addCounts(report: MatchReport, { plans }: MatchTable, { coded, covered, cells }: MatchCounts): void {
  report.coded += coded;
  report.covered += covered;
  for (const [index, { codeColumn: column }] of plans.entries()) {
    let entry = report.columns.find((other) => other.column === column);
    if (entry === undefined) {
      const none = Object.fromEntries(matchStatuses.map((status) => [status, 0])) as Record<MatchStatus, number>;
      entry = { column, counts: none };
      report.columns.push(entry);
    }
    for (const [at, status] of matchStatuses.entries()) entry.counts[status] += cells[index]?.[at] ?? 0;
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
