import type { CheckOptions } from '../../check/options.ts';
import { listWarnings } from '../../check/warnings.ts';
import type { Input, Platform } from '../../engine/platform.ts';
import type { Warning } from '../../messages/warning/index.ts';
import type { IndexedScan, OpenRegistry } from '../lookup/open-registry.ts';
import { type MatchBatch, type MatchCounts, matchBatch } from './match-batch.ts';
import { type MatchCase, resolveCases } from './match-cases.ts';
import { type MatchOptions, type MatchReport, type MatchRow, type MatchStatus, matchStatuses } from './match-report.ts';
import { forgetTable, type MatchTable, scanTable } from './match-table.ts';

/** Tables to hold against a registry. */
export interface MatchJob {
  inputs: Input[];
  registry: OpenRegistry;
  options: MatchOptions;
  platform: Platform;
  memoryBytes: number;
}

/** What a record takes while a stretch of a table is judged: its statuses, its entries, its text. */
const recordBytes = 96;
const leastRecords = 1 << 16;
/** What a case takes with its likely repairs and what the registry has for it, several times: keys need the rest of memory. */
const caseBytes = 16 << 10;
/** Cases that are asked of the registry together: each asking looks through all of its keys. */
const leastCases = 1 << 12;
const mostCases = 1 << 17;
/** Warnings about what is counted, which nothing is here. */
const ofRates = ['no-names', 'small-denominator'];

/**
 * Holds tables against a registry, in stretches that fit in memory.
 *
 *   registry ─ scan ─┐
 *   table ─── scan ──┴─▶ stretch ─▶ join by code ─▶ statuses ─▶ cases ─▶ asked of the registry ─▶ onRows
 *
 * @throws {UsccError} `input` when a file cannot be understood; `aborted` when the signal fired
 */
export async function match({ inputs, registry, options, platform, memoryBytes }: MatchJob): Promise<MatchReport> {
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
  const asker = createCaseQueue(registry, report, options, memoryBytes);
  const settings: CheckOptions = options;
  for (const input of inputs) {
    const totalBytes = input.source.size;
    const table = await scanTable({
      input,
      options: { ...settings, ...input.reading },
      columns: options.codeColumns,
      platform,
      registry: codes,
      progress: (share, records) =>
        options.onProgress?.({ stage: 'scan', doneBytes: share * totalBytes, totalBytes, records }),
    });
    addTable(report, table, options);
    const compared = (share: number, records: number): void =>
      options.onProgress?.({ stage: 'compare', doneBytes: share * totalBytes, totalBytes, records });
    for (const [first, last] of planBatches(table, memoryBytes)) {
      options.signal?.throwIfAborted();
      const batchEntries = Math.max(1 << 18, memoryBytes / recordBytes);
      const { pool } = platform;
      const { take } = asker;
      const also = options.onRows === undefined ? 'none' : options.all ? 'all' : 'unknown';
      const names = (): Promise<IndexedScan> => registry.scan('name');
      const stretch: MatchBatch = {
        table,
        registry: codes,
        names,
        pool,
        first,
        last,
        batchEntries,
        also,
        take,
        compared,
      };
      addCounts(report, table, await matchBatch(stretch));
    }
    await asker.flush();
    forgetTable(codes);
  }
  report.coverage = report.records === 0 ? null : report.covered / report.records;
  report.coverageOfCoded = report.coded === 0 ? null : report.covered / report.coded;
  return { ...report, elapsedSeconds: (performance.now() - started) / 1000 };
}

/** Ranges in stretches of as many records as fit. */
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
  const count = (row: MatchRow, isCovered: boolean): void => {
    const { evidence, status } = row;
    if (evidence !== null) report.evidence[evidence] = (report.evidence[evidence] ?? 0) + 1;
    const record = `${row.file}\n${row.row}`;
    if (status !== 'unconverted' || evidence !== 'organization-code' || isCovered || record === last) return;
    report.covered++;
    last = record;
  };
  const flush = async (): Promise<void> => {
    if (cases.length === 0) return;
    options.signal?.throwIfAborted();
    const rows = await resolveCases(registry, cases);
    for (const [index, row] of rows.entries()) count(row, covered[index] ?? false);
    cases = [];
    covered = [];
    await options.onRows?.(rows);
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

function addTable(report: MatchReport, { plans, scans }: MatchTable, options: CheckOptions): void {
  const [plan] = plans;
  const [scan] = scans;
  if (plan === undefined || scan === undefined) return;
  const { path, bytes, delimiter, nameColumn, isOpen } = plan;
  const [file] = scan.files;
  report.files.push({
    path,
    bytes,
    encoding: isOpen ? (file?.encoding ?? plan.encoding) : plan.encoding,
    delimiter,
    codeColumns: plans.map(({ codeColumn }) => codeColumn),
    nameColumn,
    records: scan.records,
  });
  report.records += scan.records;
  const warnings: Warning[] = listWarnings([plan], scan.files, scan.records, scan.tally.counts, options);
  report.warnings.push(...warnings.filter(({ code }) => !ofRates.includes(code)));
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
