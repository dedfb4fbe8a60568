import type { Dialect } from '../engine/plan/dialect.ts';
import { createDecode, readCell } from '../engine/scan/cell.ts';
import { freeAt, pickedEvent, pickFlag } from '../engine/scan/kernel/contract.ts';
import type { Kernel } from '../engine/scan/kernel/kernel.ts';
import { type Block, sortKeys } from '../engine/scan/lists.ts';
import { type Range, scanRange } from '../engine/scan/scan-range.ts';
import type { OpenSource, TaskKind } from '../engine/task.ts';
import { regions } from '../regions/index.ts';
import type { SourceReference } from '../tables/byte-source.ts';
import { createKeyList } from './key-list.ts';
import { listKeys } from './record-keys.ts';
import { createStemLookup } from './region-stems.ts';

/** A part of a range whose records are to be listed under what they may share with others. */
export interface SuspectTask {
  source: SourceReference;
  dialect: Dialect;
  /** Its first record's start is known. */
  range: Range;
  records: number;
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
  const { dialect, range, records, firstRow, bits, isThorough } = task;
  list.count = 0;
  const decode = createDecode(dialect.encoding);
  const rules = { isThorough, stemsOf };
  const wantedAt = freeAt;
  const inputAt = kernel.reserve(wantedAt + (((records + 2) * 4 + 7) & ~7));
  new Uint32Array(kernel.memory.buffer, wantedAt, records + 1).fill(1);
  kernel.configure({ ...dialect, flags: pickFlag, wantedAt });
  await scanRange({
    kernel,
    source: open(task.source),
    dialect,
    range,
    inputAt,
    visitor: {
      visit({ kind, row, codeStart, codeEnd, nameStart, nameEnd }) {
        if (kind !== pickedEvent) return;
        const cell = readCell(kernel.bytes(), codeStart, codeEnd, decode);
        const name = nameStart === nameEnd ? '' : readCell(kernel.bytes(), nameStart, nameEnd, decode);
        listKeys(list, firstRow + row, cell, name, rules);
      },
    },
  });
  const { words, rows, count } = list;
  const keys = new BigUint64Array(words.buffer, words.byteOffset, count);
  return { block: sortKeys(kernel, keys, rows.subarray(0, count), { bits, isShared: false }) };
}
