import type { DuplicateSet } from '../duplicates/duplicate-set.ts';
import type { PickResult } from './pick-task.ts';
import type { FilePlan } from './plan.ts';
import type { Pool } from './platform.ts';
import type { RecordResult, RecordWants } from './record-task.ts';
import type { ScannedRange } from './scan-stage.ts';

/** Duplicates, and where their records can be read again. */
export interface DuplicateSite {
  set: DuplicateSet;
  plans: FilePlan[];
  ranges: ScannedRange[];
  pool: Pool;
}

/** Reads whole records of one range again. */
export function readRecords(
  { plans, ranges, pool }: Omit<DuplicateSite, 'set'>,
  range: number,
  rows: Uint32Array<ArrayBuffer>,
  want: RecordWants,
): Promise<RecordResult> {
  const { file, dialect, range: place, records, anchors } = ranges[range] as ScannedRange;
  const source = (plans[file] as FilePlan).input.reference;
  return pool.run<'records'>({ kind: 'records', source, dialect, range: place, records, anchors, rows, want });
}

/** Reads names and codes of records of one range again. */
export function pickRows(
  { plans, ranges, pool }: Omit<DuplicateSite, 'set'>,
  range: number,
  rows: Uint32Array<ArrayBuffer>,
  want: 'numbers' | 'text',
): Promise<PickResult> {
  const { file, dialect, range: place, records, anchors } = ranges[range] as ScannedRange;
  const source = (plans[file] as FilePlan).input.reference;
  return pool.run<'pick'>({ kind: 'pick', source, dialect, range: place, records, anchors, rows, want });
}
