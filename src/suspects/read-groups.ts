import { type DuplicateSet, listEntries } from '../engine/group/duplicate-set.ts';
import type { ScannedTables } from '../engine/open-scan.ts';
import { pickInOrder } from '../engine/reread/pick.ts';
import { type TextColumn, textAt } from '../engine/reread/text-column.ts';
import type { ScannedRange } from '../engine/scan/file-scan.ts';
import type { SuspectRecord } from './suspect.ts';

/** The records of one range that stand in some group, each read once. */
interface ReadRange {
  place: ScannedRange;
  /** In ascending order. */
  rows: Uint32Array;
  lines: Uint32Array;
  codes: TextColumn;
  names: TextColumn;
}

/** The records of the groups of a set, in file order; made one by one when they are asked for, since all of them are many. */
export interface GroupReader {
  read(group: number): Iterable<SuspectRecord>;
}

/**
 * Reads every record of the groups again, range by range. Texts stay in one piece a range:
 *
 *   group      0         1     …
 *   starts     0         3     …
 *   entries    r,i r,i r,i  r,i r,i …     r: which range was read, i: which of its rows
 */
export async function readGroups(tables: ScannedTables, set: DuplicateSet): Promise<GroupReader> {
  const starts = new Uint32Array(set.sizes.length + 1);
  for (const [group, size] of set.sizes.entries()) starts[group + 1] = (starts[group] ?? 0) + size;
  const filled = starts.slice();
  const entries = new Uint32Array(set.entryCount * 2);
  const reads: ReadRange[] = [];
  const wanted = function* () {
    for (const entries of listEntries(set)) yield { ...entries, all: entries.rows, rows: listDistinct(entries.rows) };
  };
  await pickInOrder(tables, wanted(), 'text', ({ codes, names, lines }, { range, all, rows: distinct, groups }) => {
    for (const [entry, row] of all.entries()) {
      const group = groups[entry] ?? 0;
      const at = filled[group] ?? 0;
      filled[group] = at + 1;
      entries[at * 2] = reads.length;
      entries[at * 2 + 1] = findRow(distinct, row);
    }
    reads.push({ place: tables.ranges[range] as ScannedRange, rows: distinct, lines, codes, names });
  });
  return {
    *read(group) {
      for (let at = starts[group] ?? 0; at < (starts[group + 1] ?? 0); at++) {
        yield makeRecord(reads[entries[at * 2] ?? 0] as ReadRange, entries[at * 2 + 1] ?? 0);
      }
    },
  };
}

function makeRecord({ place, rows, lines, codes, names }: ReadRange, index: number): SuspectRecord {
  return {
    file: place.file,
    row: place.rowBase + (rows[index] ?? 0) + 1,
    line: place.lineBase + (lines[index] ?? 0) + 1,
    code: textAt(codes, index),
    name: textAt(names, index),
  };
}

/** A row may stand in several groups. */
function listDistinct(rows: Uint32Array): Uint32Array<ArrayBuffer> {
  const sorted = Uint32Array.from(rows).sort();
  return sorted.filter((row, index) => index === 0 || row !== sorted[index - 1]);
}

function findRow(rows: Uint32Array, row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
