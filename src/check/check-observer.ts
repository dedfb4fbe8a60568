import type { FilePlan } from '../engine/plan/plan.ts';
import { hasUnits } from '../engine/plan/plan-files.ts';
import type { ScannedRange } from '../engine/scan/file-scan.ts';
import type { ScanObserver } from '../engine/scan/scan-files.ts';
import type { Pool } from '../engine/task.ts';
import type { CheckAhead } from './check-ahead.ts';
import { type CheckTask, checkTasks, type RangeCheck } from './check-task.ts';
import { countFindings, unpackFindings } from './findings/finding-block.ts';
import { samplePrior } from './findings/sample-prior.ts';
import type { OutputOptions } from './options.ts';
import { addTally, createTally, type Tally } from './tally.ts';
import { createUnitRegister, type UnitRegister } from './unit-register.ts';

/** What is counted while records are read; records of clean codes are counted later, from their keys. */
export interface Counted {
  tally: Tally;
  /** The same by file, where something was counted; of a single one it is the same tally. */
  byFile: Tally[];
  /** Null: units are not counted. */
  register: UnitRegister | null;
}

const exampleCount = 20;
const findingLimit = 1 << 14;
const batchFindings = 1 << 11;

/** Nothing counted yet. */
export function createCounted(plans: FilePlan[]): Counted {
  const tally = createTally();
  return {
    tally,
    byFile: plans.length === 1 ? [tally] : [],
    register: hasUnits(plans) ? createUnitRegister() : null,
  };
}

/** What is counted of one file. */
export function tallyOf({ byFile }: Counted, file: number): Tally {
  let tally = byFile[file];
  if (tally === undefined) {
    tally = createTally();
    byFile[file] = tally;
  }
  return tally;
}

/** Counts the records of a scan, and hands their findings over in file order. */
export async function createCheckObserver(
  plans: FilePlan[],
  counted: Counted,
  pool: Pool,
  output: OutputOptions & { signal?: AbortSignal | undefined },
  ahead: CheckAhead | null = null,
): Promise<ScanObserver<RangeCheck>> {
  const { findings: wanted = 'none', notes = false, onFindings, signal } = output;
  const prior = wanted === 'none' ? null : await samplePrior(plans, pool);
  let findingsLeft = { none: 0, examples: exampleCount, all: Number.MAX_SAFE_INTEGER }[wanted];

  const handOver = async ({ findings }: RangeCheck, range: ScannedRange, units: Uint32Array | null): Promise<void> => {
    const { file, rowBase, lineBase } = range;
    const nameUnit = (unit: number): string | null =>
      units === null ? null : (counted.register?.names[units[unit] ?? 0] ?? null);
    const count = Math.min(countFindings(findings), findingsLeft);
    if (wanted === 'examples') findingsLeft -= count;
    for (let first = 0; first < count; first += batchFindings) {
      signal?.throwIfAborted();
      const last = Math.min(count, first + batchFindings);
      await onFindings?.(unpackFindings(findings, first, last, { file, rowBase, lineBase, nameUnit }));
    }
  };

  const addToFile = (file: number, tally: Tally): void => {
    const own = counted.byFile[file];
    if (own === undefined) counted.byFile[file] = tally;
    else addTally(own, tally);
  };

  return {
    scan: async (tasks) => {
      const wants = { findings: findingsLeft, findingLimit, notes, prior };
      const all = tasks.map((task): CheckTask => ({ ...task, ...wants }));
      const known = all.map((task) => ahead?.take(task) ?? null);
      const others = all.filter((_, index) => known[index] === null);
      const scanned = others.length === 0 ? [] : await pool.runAll(checkTasks, others);
      let next = 0;
      return known.map((result) => result ?? (scanned[next++] as RangeCheck));
    },
    async take(result, range) {
      const units = enterUnits(counted.register, result, range);
      addTally(counted.tally, result.tally);
      if (plans.length > 1) addToFile(range.file, result.tally);
      await handOver(result, range, units);
    },
  };
}

/** Enters the units of a range, and returns their numbers in the register; null where they are not counted. */
function enterUnits(
  register: UnitRegister | null,
  { units, unitTraits, notApplicable }: RangeCheck,
  { dialect }: ScannedRange,
): Uint32Array | null {
  if (register === null || units === null) return null;
  const numbers = register.enter(units, dialect.encoding);
  register.addRecords(numbers, units);
  register.addTraits(numbers, unitTraits);
  register.excuse(numbers, notApplicable);
  return numbers;
}
