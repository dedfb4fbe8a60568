import type { FilePlan } from '../../engine/plan/plan.ts';
import type { PlannedRange } from '../../engine/plan/ranges.ts';
import { pairCount } from '../../engine/scan/kernel/contract.ts';
import { authorityOfPair, regionOf } from '../../engine/scan/kernel/tables.ts';
import { type ScanTask, scanTasks } from '../../engine/scan/scan-task.ts';
import type { Pool } from '../../engine/task.ts';
import { createPrior, type RepairPrior } from '../../repair/repair-context.ts';

const sampleCount = 16;
const sampleBytes = 64 << 10;
/** Codes from which shares are taken. */
const fewestCodes = 200;
/** With fewer codes a region, many regions of the files are not in the sample, and would pass for rare. */
const codesPerRegion = 20;

/**
 * How common regions and authorities are in the files, by some of their codes, so that suggestions made while they are read
 * can know. The same for one file however it is cut into ranges:
 *
 *   files    │ a.csv            │ b.csv                          │
 *   sample   ▐█    ▐█    ▐█    ▐█    ▐█    ▐█    ▐█    ▐█        16 samples of 64 KiB, evenly over all bytes
 *
 * Of an engine's tables, all clean codes that stayed there count.
 *
 * Null where there are too few codes to tell, or too many regions: a list of the whole country says little of any county.
 */
export async function samplePrior(plans: FilePlan[], pool: Pool): Promise<RepairPrior | null> {
  const regions = new Map<string, number>();
  const authorities = new Map<string, number>();
  let count = 0;
  const addCodes = (region: string, authority: string, codes: number): void => {
    regions.set(region, (regions.get(region) ?? 0) + codes);
    authorities.set(authority, (authorities.get(authority) ?? 0) + codes);
    count += codes;
  };
  const samples = await Promise.all(planSamples(plans).map((sample) => readSample(plans, pool, sample)));
  for (const pair of samples.flat())
    addCodes(regionOf(Math.floor(pair / pairCount)), authorityOfPair(pair % pairCount), 1);
  for (const { input } of plans) {
    for (const [head, codes] of input.table?.engine?.rest.byHead ?? []) {
      if (codes > 0) addCodes(head.slice(2), head.charAt(0), codes);
    }
  }
  if (count < fewestCodes || regions.size * codesPerRegion > count) return null;
  return createPrior({ regions, authorities });
}

function planSamples(plans: FilePlan[]): PlannedRange[] {
  const total = plans.reduce((sum, { input }) => sum + input.source.size, 0);
  const step = Math.max(sampleBytes, Math.ceil(total / sampleCount));
  const samples: PlannedRange[] = [];
  let base = 0;
  for (const [file, { input, dialect }] of plans.entries()) {
    const { size } = input.source;
    for (let at = Math.ceil(base / step) * step; at < base + size; at += step) {
      const start = Math.max(at - base, dialect.dataAt);
      if (start < size) samples.push({ file, start, end: Math.min(size, start + sampleBytes) });
    }
    base += size;
  }
  return samples;
}

/** The first eight characters of a sample's clean codes, as numbers (region × 49 + pair). */
async function readSample(plans: FilePlan[], pool: Pool, { file, start, end }: PlannedRange): Promise<number[]> {
  const { input, dialect } = plans[file] as FilePlan;
  const task: ScanTask = {
    source: input.reference,
    dialect: { ...dialect, unitColumn: -1 },
    range: { start, end, begins: start === dialect.dataAt ? start : null },
    bits: 2,
    isShared: false,
    key: 'code',
  };
  // What is wrong with the file is said when it is read as a whole.
  const result = await pool.run(scanTasks, task).catch(() => null);
  return Array.from(result?.clean?.keys ?? [], (key) => Number(key >> 40n) - 1);
}
