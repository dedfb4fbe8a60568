import type { FilePlan } from '../../engine/plan/plan.ts';
import type { PlannedRange } from '../../engine/plan/ranges.ts';
import { pairCount } from '../../engine/scan/kernel/contract.ts';
import { authorityOfPair, numberOfRegion, regionOf } from '../../engine/scan/kernel/tables.ts';
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
  const samples = await Promise.all(planSamples(plans).map((sample) => readSample(plans, pool, sample)));
  const heads = samples.flat();
  for (const { input } of plans) {
    for (const [head, codes] of input.table?.engine?.rest.byHead ?? []) {
      heads.push({ authority: head.charAt(0), region: numberOfRegion(head.slice(2)), codes });
    }
  }
  const total = heads.reduce((sum, { codes }) => sum + codes, 0);
  if (total < fewestCodes) return null;
  const findPlace = (digits: number): string | undefined => {
    const unit = 10 ** (6 - digits);
    const head = findShared(heads, total, ({ region }) => Math.floor(region / unit));
    return head && regionOf(head.region).slice(0, digits);
  };
  return {
    place: findPlace(6) ?? findPlace(4) ?? findPlace(2),
    authority: findShared(heads, total, ({ authority }) => authority)?.authority,
  };
}

/** How some clean codes begin: the authority, and the region as the kernel numbers it. */
interface Head {
  authority: string;
  region: number;
  codes: number;
}

/** One of those that share what nearly all do. By majority vote (Boyer and Moore, 1981): pairs that differ cancel out, and what more than half share is left. */
function findShared(heads: Head[], total: number, keyOf: (head: Head) => string | number): Head | undefined {
  let left: Head | undefined;
  let votes = 0;
  for (const head of heads) {
    if (left !== undefined && keyOf(head) === keyOf(left)) votes += head.codes;
    else if (head.codes <= votes) votes -= head.codes;
    else {
      left = head;
      votes = head.codes - votes;
    }
  }
  if (left === undefined) return undefined;
  const key = keyOf(left);
  const shared = heads.reduce((sum, head) => sum + (keyOf(head) === key ? head.codes : 0), 0);
  return shared > total * nearlyAll ? left : undefined;
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

/** How the clean codes of a sample begin. */
async function readSample(plans: FilePlan[], pool: Pool, { file, start, end }: PlannedRange): Promise<Head[]> {
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
  const keys = result?.clean?.keys ?? new BigUint64Array();
  // The upper 24 bits of a key: region × 49 + pair + 1.
  const words = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  return Array.from(keys, (_, index) => {
    const begins = ((words[index * 2 + 1] ?? 0) >>> 8) - 1;
    return { authority: authorityOfPair(begins % pairCount), region: Math.floor(begins / pairCount), codes: 1 };
  });
}
