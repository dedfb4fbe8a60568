import { type OpenScan, openScan } from '../../engine/open-scan.ts';
import type { ScanOptions } from '../../engine/options.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import type { Platform } from '../../engine/platform.ts';
import type { IndexedScan } from '../lookup/find-entities.ts';
import type { RangeStatuses } from './match-join.ts';

/**
 * One table, scanned once for each of its code columns. All readings see the same records in the same ranges:
 *
 *   column 0   ranges R … R + n - 1         R: ranges of the registry, which come first
 *   column 1   ranges R + n … R + 2n - 1
 */
export interface MatchTable {
  plans: FilePlan[];
  /** What each reading brought. */
  scans: OpenScan[];
  /** Ranges of one reading. */
  rangeCount: number;
  /** Ranges of the registry. */
  base: number;
}

/** What scanning a table takes. */
export interface TableJob {
  /** One for each of its code columns. */
  plans: FilePlan[];
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

/** @throws {UsccError} `input` when the table cannot be read */
export async function scanTable({ plans, options, platform, registry, progress }: TableJob): Promise<MatchTable> {
  const { keys, bits, ranges } = registry;
  const base = ranges.length;
  const scans: OpenScan[] = [];
  for (const [column, plan] of plans.entries()) {
    const { size } = plan.input.source;
    const scan = await openScan({
      plans: [plan],
      key: 'code',
      options,
      platform,
      join: { keys, bits, rangeBase: base + column * (scans[0]?.ranges.length ?? 0) },
      progress: (doneBytes, records) => progress((column + doneBytes / size) / plans.length, records),
    });
    scans.push(scan);
  }
  return { plans, scans, rangeCount: scans[0]?.ranges.length ?? 0, base };
}

/** Takes the keys of a table out of the registry's again. */
export function forgetTable({ ranges, keys }: IndexedScan): void {
  for (const which of ['clean', 'hashed'] as const) {
    const own = keys[which].filter(({ range }) => range < ranges.length);
    keys[which].splice(0, keys[which].length, ...own);
  }
}
