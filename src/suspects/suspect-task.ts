import { pickAll, type WholeRange } from '../engine/reread/pick-all.ts';
import { createDecode, readCell } from '../engine/scan/cell.ts';
import type { Kernel } from '../engine/scan/kernel/kernel.ts';
import { type Block, sortKeys } from '../engine/scan/lists.ts';
import type { ScanEvent } from '../engine/scan/scan-range.ts';
import type { OpenSource, TaskKind } from '../engine/task.ts';
import { regions } from '../regions/index.ts';
import { createKeyList } from './key-list.ts';
import { listKeys } from './record-keys.ts';
import { createStemLookup } from './region-stems.ts';

/** A part of a range whose records are to be listed under what they may share with others. */
export interface SuspectTask extends WholeRange {
  /** Number of its first record. */
  firstRow: number;
  /** Number of partitions of the keys, as a power of 2. */
  bits: number;
  /** See KeyRules. */
  isThorough: boolean;
}

/** One for all tasks of a thread: it is large, and all of it is copied out. */
const list = createKeyList(1 << 16);
const stemsOf = createStemLookup(regions);

export interface SuspectResult {
  /** The keys, sorted by partition; null when there are none. */
  block: Block | null;
}

/** Parts of ranges whose records are listed under all their keys. */
export const suspectTasks: TaskKind<SuspectTask, SuspectResult> = { name: 'suspect', perform: performSuspect };

async function performSuspect(kernel: Kernel, task: SuspectTask, open: OpenSource): Promise<SuspectResult> {
  const { dialect, firstRow, bits, isThorough } = task;
  list.count = 0;
  const decode = createDecode(dialect.encoding);
  const rules = { isThorough, stemsOf };
  const show = ({ row, codeStart, codeEnd, nameStart, nameEnd }: ScanEvent): void => {
    const cell = readCell(kernel.bytes(), codeStart, codeEnd, decode);
    const name = nameStart === nameEnd ? '' : readCell(kernel.bytes(), nameStart, nameEnd, decode);
    listKeys(list, firstRow + row, cell, name, rules);
  };
  await pickAll(kernel, task, open, { flags: 0, show });
  const { words, rows, count } = list;
  const keys = new BigUint64Array(words.buffer, words.byteOffset, count);
  return { block: sortKeys(kernel, keys, rows.subarray(0, count), { bits, isShared: false }) };
}
