import type { PickResult } from './pick-task.ts';
import type { FilePlan } from './plan.ts';
import type { Pool } from './platform.ts';
import type { ScannedRange } from './scan-stage.ts';

/** Reads records of one range again. */
export function pickRows(
  pool: Pool,
  plans: FilePlan[],
  { file, dialect, range, records, anchors }: ScannedRange,
  rows: Uint32Array<ArrayBuffer>,
  want: 'numbers' | 'text',
): Promise<PickResult> {
  const source = (plans[file] as FilePlan).input.reference;
  return pool.run<'pick'>({ kind: 'pick', source, dialect, range, records, anchors, rows, want });
}
