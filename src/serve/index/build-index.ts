import { findRegistrationColumn } from '../../clean/lookup/open-registry.ts';
import { measure, openScan } from '../../engine/open-scan.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { planFiles } from '../../engine/plan/plan-files.ts';
import type { Platform } from '../../engine/platform.ts';
import { findRange } from '../../engine/reread/pick.ts';
import { cutSections } from '../../engine/reread/pick-task.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { refuse } from '../../messages/refusal/index.ts';
import type { WarningFacts } from '../../messages/warning/index.ts';
import type { Input } from '../../tables/input.ts';
import { type IndexPart, indexTasks } from './index-task.ts';
import { TABLES, type TableName } from './keys.ts';
import { RECORD_ALIGNMENT } from './record-bytes.ts';
import { buildTable, type Entries, type Table } from './table.ts';

/** A table that records stand in, as answers name it. */
export interface IndexedFile {
  path: string;
  sheet: string | null;
}

/** What is looked up, in memory; the records themselves lie in a file of their own. */
export interface IndexTables {
  files: IndexedFile[];
  records: number;
  /** Where each record begins in the file of records, in units of {@link RECORD_ALIGNMENT}. */
  starts: Uint32Array<ArrayBuffer>;
  tables: Record<TableName, Table>;
}

/** What an index is built of. */
export interface BuildJob {
  inputs: Input[];
  options: ScanOptions;
  platform: Platform;
  /** Takes the records, one part after the other. */
  append(bytes: Uint8Array<ArrayBuffer>): void;
  /** Absent: what numbers of the format can say. */
  limits?: IndexLimits;
}

/** The most of each that an index can hold; with more, numbers would stand for something else. */
export interface IndexLimits {
  tables: number;
  /** Of the file of records. */
  recordBytes: number;
}

const formatLimits: IndexLimits = { tables: 2 ** 16, recordBytes: 2 ** 32 * RECORD_ALIGNMENT };

const partBytes = 4 << 20;

/**
 * Lists every record of a registry under all that it is looked up by.
 *
 *   inputs ─ openScan ─▶ ranges ─ index tasks ─▶ parts ─┬─▶ append: the records
 *                                                       └─▶ hashes ─ buildTable ─▶ tables
 *
 * @throws {UsccError} `input` when a table cannot be read or understood, or there is more than an index can hold; `aborted`
 */
export async function buildIndex(job: BuildJob): Promise<IndexTables & { warnings: WarningFacts[] }> {
  const { inputs, options, platform, limits = formatLimits } = job;
  const { plans, warnings } = await planFiles(inputs, options, platform);
  if (plans.length > limits.tables) throw refuse('input', { kind: 'index-too-many-tables', limit: limits.tables });
  const totalBytes = measure(plans);
  const report = (doneBytes: number, records: number): void =>
    options.onProgress?.({ stage: 'registry', doneBytes, totalBytes, records });
  const scan = await openScan({
    plans,
    key: null,
    options,
    platform,
    progress: (done, count) => report(done / 4, count),
  });
  const registrationColumns = plans.map((plan) => findRegistrationColumn(plan, {}));
  const starts = new Uint32Array(scan.records);
  const lists = createLists();
  const bases: number[] = [];
  let records = 0;
  let startBase = 0;
  const take = ({ bytes, starts: own, entries }: IndexPart): void => {
    if (startBase * RECORD_ALIGNMENT + bytes.length > limits.recordBytes) {
      throw refuse('input', { kind: 'index-too-large', limitBytes: limits.recordBytes });
    }
    job.append(bytes);
    for (let row = 0; row < own.length; row++) starts[records + row] = (own[row] ?? 0) + startBase;
    for (const name of TABLES) lists[name].push(entries[name]);
    bases.push(records);
    records += own.length;
    startBase += bytes.length / RECORD_ALIGNMENT;
  };
  await runInOrder(
    listParts(scan.ranges),
    scan.pool.size * 2,
    ({ range, rowBase, lineBase, part, records }) => {
      options.signal?.throwIfAborted();
      const { source, dialect } = findRange(scan, range);
      const file = (scan.ranges[range] as ScannedRange).file;
      const registrationColumn = registrationColumns[file] ?? -1;
      return scan.pool.run(indexTasks, {
        source,
        dialect,
        range: part,
        records,
        file,
        rowBase,
        lineBase,
        registrationColumn,
      });
    },
    (part) => {
      take(part);
      report(totalBytes / 4 + (totalBytes * 0.7 * records) / Math.max(1, scan.records), records);
    },
  );
  const tables = Object.fromEntries(TABLES.map((name) => [name, buildAndDrop(lists, bases, name)]));
  return {
    files: plans.map(({ path, input }) => ({ path, sheet: input.table?.sheet ?? null })),
    records,
    starts,
    tables: tables as IndexTables['tables'],
    warnings: [...warnings, ...plans.flatMap((plan) => plan.warnings)],
  };
}

/** The lists go as soon as their table is there: all of them at once would take twice the memory. */
function buildAndDrop(lists: Record<TableName, Entries[]>, bases: number[], name: TableName): Table {
  const table = buildTable(lists[name], bases);
  lists[name] = [];
  return table;
}

function* listParts(ranges: readonly ScannedRange[]) {
  for (const [range, { anchors, range: bounds, records, rowBase, lineBase }] of ranges.entries()) {
    for (const section of cutSections({ anchors, range: bounds, records }, partBytes)) {
      yield {
        range,
        part: section.range,
        records: section.records,
        rowBase: rowBase + section.firstRow,
        lineBase: lineBase + section.firstLine,
      };
    }
  }
}

function createLists(): Record<TableName, Entries[]> {
  return { code: [], organization: [], place: [], neighbour: [], registration: [] };
}
