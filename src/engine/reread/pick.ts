import type { UnitRegister } from '../../check/unit-register.ts';
import type { DuplicateSet } from '../group/duplicate-set.ts';
import type { FilePlan } from '../plan/plan.ts';
import type { Pool } from '../platform.ts';
import type { ScannedRange } from '../scan/scan-stage.ts';
import type { NameResult, NameTask } from './name-task.ts';
import type { PickResult, PickWants } from './pick-task.ts';
import type { RecordResult, RecordWants } from './record-task.ts';

/** Duplicates, and where their records can be read again. */
export interface DuplicateSource {
  set: DuplicateSet;
  plans: FilePlan[];
  ranges: ScannedRange[];
  pool: Pool;
  register: UnitRegister | null;
}

/** The units of records that were read again, as the register numbers them. */
export function numberUnits(
  { ranges, register }: DuplicateSource,
  range: number,
  { units, unitOf }: PickResult,
): Uint32Array {
  if (register === null || units === null) return unitOf;
  const numbers = register.enter(units, (ranges[range] as ScannedRange).dialect.encoding);
  return unitOf.map((unit) => numbers[unit] ?? 0);
}

/** Reads whole records of one range again. */
export function readRecords(
  site: Pick<DuplicateSource, 'plans' | 'ranges' | 'pool'>,
  range: number,
  rows: Uint32Array<ArrayBuffer>,
  want: RecordWants,
): Promise<RecordResult> {
  return site.pool.run<'records'>({ kind: 'records', ...findRange(site, range), rows, want });
}

/** Reads names and codes of records of one range again. */
export function pickRows(
  site: Pick<DuplicateSource, 'plans' | 'ranges' | 'pool'>,
  range: number,
  rows: Uint32Array<ArrayBuffer>,
  want: PickWants,
): Promise<PickResult> {
  return site.pool.run<'pick'>({ kind: 'pick', ...findRange(site, range), rows, want });
}

/** Lists records of one range by their names. */
export function listRowNames(
  site: Pick<DuplicateSource, 'plans' | 'ranges' | 'pool'>,
  range: number,
  list: Pick<NameTask, 'rows' | 'base' | 'bits' | 'isShared'>,
): Promise<NameResult> {
  return site.pool.run<'names'>({ kind: 'names', ...findRange(site, range), ...list });
}

/** So few that their texts are gone before the collector of garbage would have to move them. */
const rowsAtOnce = 1 << 13;

/** Rows in parts to be read one by one, each with the place of its first; one part at least. */
export function* cutRows(
  rows: Uint32Array<ArrayBuffer>,
): Generator<{ first: number; part: Uint32Array<ArrayBuffer>; isLast: boolean }> {
  for (let first = 0, end = 0; first === 0 || first < rows.length; first = end) {
    end = first + rowsAtOnce;
    yield { first, part: rows.slice(first, end), isLast: end >= rows.length };
  }
}

/** Where the records of a range lie, as tasks are told. */
function findRange({ plans, ranges }: Pick<DuplicateSource, 'plans' | 'ranges'>, index: number) {
  const { file, dialect, range, records, anchors } = ranges[index] as ScannedRange;
  return { source: (plans[file] as FilePlan).input.reference, dialect, range, records, anchors };
}
