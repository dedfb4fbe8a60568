import { groupBy } from '../../engine/group/group-by.ts';
import type { ScannedTables } from '../../engine/open-scan.ts';
import { readRecords } from '../../engine/reread/pick.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';

/** A record to be read again. */
export interface RecordLocation {
  file: number;
  row: number;
}

/** Reads cells of records again; `columnsOf` says which of a range. What is not found there has none. */
export async function readCells(
  scan: ScannedTables,
  wanted: RecordLocation[],
  columnsOf: (range: ScannedRange) => number[],
): Promise<(record: RecordLocation) => string[] | null> {
  const { ranges } = scan;
  const findRange = indexRanges(ranges);
  const byRange = new Map<number, Set<number>>();
  for (const { file, row } of wanted) {
    const index = findRange(file, row);
    if (index < 0) continue;
    const rows = byRange.get(index) ?? new Set();
    byRange.set(index, rows);
    rows.add(row - 1 - (ranges[index]?.rowBase ?? 0));
  }
  const read = new Map<string, string[]>();
  for (const [index, wanted] of byRange) {
    const range = ranges[index] as ScannedRange;
    const rows = Uint32Array.from(wanted).sort();
    const { cells } = await readRecords(scan, index, rows, { cells: columnsOf(range) });
    for (const [at, row] of rows.entries()) {
      const location = { file: range.file, row: range.rowBase + row + 1 };
      read.set(
        keyOf(location),
        cells.map((column) => column[at] ?? ''),
      );
    }
  }
  return (record) => read.get(keyOf(record)) ?? null;
}

/** Whether a text was masked. */
export function isMasked(text: string): boolean {
  return masked.test(text);
}

const masked = /\*.*\*.*\*.*\*.*\*.*\*.*\*.*\*/;

function keyOf({ file, row }: RecordLocation): string {
  return `${file}:${row}`;
}

/** Which range holds a record, -1 where none does: those of a file are in its order. */
function indexRanges(ranges: readonly ScannedRange[]): (file: number, row: number) => number {
  const byFile = groupBy(ranges.keys(), (index) => ranges[index]?.file);
  return (file, row) => {
    const own = byFile.get(file) ?? [];
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[own[middle] ?? 0]?.rowBase ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    const index = own[low - 1] ?? -1;
    const range = ranges[index];
    return range !== undefined && row <= range.rowBase + range.records ? index : -1;
  };
}
