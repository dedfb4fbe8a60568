import type { CheckOptions } from '../../check/options.ts';
import { type FilePlan, surveyFile } from '../../engine/plan/plan.ts';
import type { Input, Platform } from '../../engine/platform.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import { type Scan, scanFiles } from '../../engine/scan/scan-stage.ts';
import type { IndexedScan } from '../lookup/open-registry.ts';
import { planColumns } from './match-columns.ts';

/**
 * One table, scanned once for each of its code columns. All readings see the same records in the same ranges:
 *
 *   column 0   ranges R … R + n - 1         R: ranges of the registry, which come first
 *   column 1   ranges R + n … R + 2n - 1
 */
export interface MatchTable {
  plans: FilePlan[];
  /** What each reading brought. */
  scans: Scan[];
  /** Ranges of one reading. */
  rangeCount: number;
  /** Ranges of the registry. */
  base: number;
}

/** What scanning a table takes. */
export interface TableJob {
  input: Input;
  options: CheckOptions;
  columns: (number | string)[] | undefined;
  platform: Platform;
  /** The registry under its codes; the table's keys join its own, so that all spill into one file. */
  registry: IndexedScan;
  progress(share: number, records: number): void;
}

/** @throws {UsccError} `input` when the table cannot be understood */
export async function scanTable(job: TableJob): Promise<MatchTable> {
  const { input, options, platform, registry } = job;
  const { keys } = registry;
  const plans = planColumns(await surveyFile(createKernel(), input, options, platform), options, job.columns);
  const size = plans[0]?.input.source.size ?? 0;
  const base = registry.ranges.length;
  const scans: Scan[] = [];
  for (const [column, plan] of plans.entries()) {
    const first = base + column * (scans[0]?.ranges.length ?? 0);
    scans.push(
      await scanFiles({
        plans: [plan],
        bits: registry.bits,
        platform,
        options: { ...options, findings: 'none' },
        keys: { ...keys, add: (which, range, block) => keys.add(which, first + range, block) },
        listener: {
          findings: () => undefined,
          progress: (doneBytes, records) => job.progress((column + doneBytes / size) / plans.length, records),
        },
      }),
    );
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
