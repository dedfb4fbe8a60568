import type { OpenScan } from '../../engine/open-scan.ts';
import { findNamed } from '../../engine/plan/columns.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { type CellResult, positionFields } from '../../engine/reread/cell-task.ts';
import { readRecords } from '../../engine/reread/pick.ts';
import { textAt } from '../../engine/reread/text-column.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import type { OpenRegistry } from '../lookup/open-registry.ts';
import { type FillAnswer, type FillCase, findFills } from './fix-fills.ts';
import type { FixOptions } from './fix-report.ts';

/** What ranges of a table are fixed with. */
export interface RangeJob {
  plan: FilePlan;
  scan: OpenScan;
  options: FixOptions;
  registry: OpenRegistry | null;
}

/** A range whose cells are known, and that is to be written. */
export interface WaitingRange {
  number: number;
  range: ScannedRange;
  cells: CellResult;
}

/** The registry's codes for the cells of some ranges, asked for together. */
export async function fillRanges(job: RangeJob, waiting: WaitingRange[]): Promise<FillAnswer[][]> {
  const { registry, options } = job;
  if (registry === null) return [];
  const cases: FillCase[] = [];
  for (const one of waiting) {
    const legacy = await readLegacy(job, one);
    const { cells, names, partitions } = one.cells;
    for (let index = 0; index < partitions.length; index++) {
      cases.push({ cell: textAt(cells, index), name: textAt(names, index), legacy: legacy[index] ?? '' });
    }
  }
  const fills = await findFills(registry, cases, options.withoutNames);
  let end = 0;
  return waiting.map(({ cells }) => {
    end += cells.partitions.length;
    return fills.slice(end - cells.partitions.length, end);
  });
}

/** The cells of the column of older identifiers, for the same records. */
async function readLegacy({ plan, scan, options }: RangeJob, waiting: WaitingRange): Promise<string[]> {
  const { legacyColumn } = options;
  const { positions, partitions } = waiting.cells;
  if (legacyColumn === undefined || partitions.length === 0) return [];
  const headers = plan.header ?? Array.from({ length: plan.dialect.columnCount }, (_, index) => String(index + 1));
  const column = findNamed(plan.path, headers, legacyColumn, 'legacy-column');
  const rows = Uint32Array.from(partitions, (_, index) => positions[index * positionFields + 2] ?? 0);
  const {
    cells: [texts = []],
  } = await readRecords(scan, waiting.number, rows, { cells: [column] });
  return texts;
}
