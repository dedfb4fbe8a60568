import { measure, type OpenScan, openScan } from '../../engine/open-scan.ts';
import type { ScanOptions } from '../../engine/options.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import type { Platform } from '../../engine/platform.ts';
import type { IndexedScan } from '../lookup/find-entities.ts';
import type { RangeStatuses } from './match-join.ts';

/**
 * A table, or several small files of the same columns, scanned once for each code column. All readings see the same records in the same
 * ranges:
 *
 *   column 0   ranges R … R + n - 1         R: ranges of the registry, which come first
 *   column 1   ranges R + n … R + 2n - 1
 */
export interface MatchTable {
  /** Of each column in turn, one for each file. */
  plans: FilePlan[];
  fileCount: number;
  /** What each reading brought. */
  scans: OpenScan[];
  /** Ranges of one reading. */
  rangeCount: number;
  /** Ranges of the registry. */
  base: number;
}

/** What scanning a table takes. */
export interface TableJob {
  /** Files, each with a plan for each of its code columns. */
  files: FilePlan[][];
  options: ScanOptions;
  platform: Platform;
  /** The registry under its codes; the table's keys join its own, so that all spill into one file. */
  registry: IndexedScan;
  progress(share: number, records: number): void;
}

/** Statuses of one range, a list for each column. */
export function listColumns(
  { scans, base, rangeCount }: MatchTable,
  statuses: RangeStatuses,
  range: number,
): Uint8Array[] {
  return scans.map((_, column) => statuses.get(base + column * rangeCount + range) as Uint8Array);
}

const mostGroupedBytes = 16 << 20;

/**
 * Files that are held against the registry together, in their order: each time it is asked, all of its keys are looked through. Those of a
 * group have the same columns, and are small.
 */
export function* groupFiles(files: FilePlan[][]): Generator<FilePlan[][]> {
  let group: FilePlan[][] = [];
  let bytes = 0;
  for (const plans of files) {
    const [size, [first]] = [measure(plans.slice(0, 1)), group];
    if (first !== undefined && (bytes + size > mostGroupedBytes || !isAlike(first, plans))) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(plans);
    bytes += size;
  }
  if (group.length > 0) yield group;
}

function isAlike(some: FilePlan[], others: FilePlan[]): boolean {
  return (
    some.length === others.length &&
    some.every((plan, column) => {
      const other = others[column] as FilePlan;
      return plan.codeColumn === other.codeColumn && (plan.nameColumn === null) === (other.nameColumn === null);
    })
  );
}

/** @throws {UsccError} `input` when a file cannot be read */
export async function scanTable({ files, options, platform, registry, progress }: TableJob): Promise<MatchTable> {
  const { keys, bits, ranges } = registry;
  const base = ranges.length;
  const scans: OpenScan[] = [];
  const columns = (files[0] ?? []).map((_, column) => files.map((plans) => plans[column] as FilePlan));
  for (const [column, plans] of columns.entries()) {
    const size = measure(plans);
    const scan = await openScan({
      plans,
      key: 'code',
      options,
      platform,
      join: { keys, bits, rangeBase: base + column * (scans[0]?.ranges.length ?? 0) },
      progress: (doneBytes, records) => progress((column + doneBytes / size) / columns.length, records),
    });
    scans.push(scan);
  }
  return { plans: columns.flat(), fileCount: files.length, scans, rangeCount: scans[0]?.ranges.length ?? 0, base };
}

/** Takes the keys of a table out of the registry's again. */
export function forgetTable({ ranges, keys }: IndexedScan): void {
  for (const which of ['clean', 'hashed'] as const) {
    const own = keys[which].filter(({ range }) => range < ranges.length);
    keys[which].splice(0, keys[which].length, ...own);
  }
}
