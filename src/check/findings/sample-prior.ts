import type { FilePlan } from '../../engine/plan/plan.ts';
import type { PlannedRange } from '../../engine/plan/ranges.ts';
import { pairCount } from '../../engine/scan/kernel/contract.ts';
import { authorityOfPair, regionOf } from '../../engine/scan/kernel/tables.ts';
import { type ScanTask, scanTasks } from '../../engine/scan/scan-task.ts';
import type { Pool } from '../../engine/task.ts';
import type { RepairPrior } from '../../repair/repair-context.ts';

const sampleCount = 16;
const sampleBytes = 64 << 10;
/** Codes that tell something. */
const fewestCodes = 200;
/**
 * Of the registry of a county, a city or a province well over nine codes in ten are from there; of a larger one, less than half from any. Between them no
 * sample takes one for the other, so that all of an engine's codes say the same as some of a file.
 */
const nearlyAll = 0.75;

/**
 * The place and the authority of nearly all codes of the files, by some of them, so that suggestions made while they are read
 * can know. The same for one file however it is cut into ranges:
 *
 *   files    │ a.csv            │ b.csv                          │
 *   sample   ▐█    ▐█    ▐█    ▐█    ▐█    ▐█    ▐█    ▐█        16 samples of 64 KiB, evenly over all bytes
 *
 * Of an engine's tables, all clean codes that stayed there count. Null where there are too few codes to tell.
 */
export async function samplePrior(plans: FilePlan[], pool: Pool): Promise<RepairPrior | null> {
  const heads: [authority: string, region: string, codes: number][] = [];
  const samples = await Promise.all(planSamples(plans).map((sample) => readSample(plans, pool, sample)));
  for (const pair of samples.flat()) {
    heads.push([authorityOfPair(pair % pairCount), regionOf(Math.floor(pair / pairCount)), 1]);
  }
  for (const { input } of plans) {
    for (const [head, codes] of input.table?.engine?.rest.byHead ?? []) {
      heads.push([head.charAt(0), head.slice(2), codes]);
    }
  }
  const total = heads.reduce((sum, [, , codes]) => sum + codes, 0);
  if (total < fewestCodes) return null;
  const findShared = (textOf: (authority: string, region: string) => string): string | undefined => {
    const counts = new Map<string, number>();
    for (const [authority, region, codes] of heads) {
      const text = textOf(authority, region);
      counts.set(text, (counts.get(text) ?? 0) + codes);
    }
    return [...counts].find(([, count]) => count > total * nearlyAll)?.[0];
  };
  const findPlace = (digits: number) => findShared((_, region) => region.slice(0, digits));
  return {
    place: findPlace(6) ?? findPlace(4) ?? findPlace(2),
    authority: findShared((authority) => authority),
  };
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
