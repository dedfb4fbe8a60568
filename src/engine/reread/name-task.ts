import { createDecode, readCell } from '../scan/cell.ts';
import { otherEncodingFlag, suspectEvent } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { type Block, type BlockOptions, placeLists, sortKeys } from '../scan/lists.ts';
import { keyColumn, keyFlags, listName } from '../scan/scan-keys.ts';
import { type ScanEvent, scanRange } from '../scan/scan-range.ts';
import type { OpenSource, TaskKind } from '../task.ts';
import { listSections, type PickTask } from './pick-task.ts';

/** Records of a range to be listed by their names. */
export interface NameTask extends Omit<PickTask, 'want'>, BlockOptions {
  /** What is added to each row. */
  base: number;
}

export interface NameResult {
  /** Keys of the normalized names, those that are not empty, as a scan by names has them; null when all are. */
  block: Block | null;
}

/** Records of a range listed by their names, as the scan lists them by their codes. */
export const nameTasks: TaskKind<NameTask, NameResult> = { name: 'names', perform: performNames };

async function performNames(kernel: Kernel, task: NameTask, open: OpenSource): Promise<NameResult> {
  const { dialect, rows, base } = task;
  const source = open(task.source);
  const decode = createDecode(dialect.encoding);
  const wanted = new Uint32Array(task.records);
  for (const row of rows) wanted[row] = 1;
  const words = new Uint32Array(rows.length * 2);
  const ordinals = new Uint32Array(rows.length);
  let count = 0;
  const visit = (event: ScanEvent): void => {
    if (event.kind !== suspectEvent) return;
    listName(kernel, readCell(kernel.bytes(), event.nameStart, event.nameEnd, decode), event.row);
  };
  const flags = keyFlags('name') | (dialect.encoding === 'utf-8' ? 0 : otherEncodingFlag);
  for (const { range, firstRow } of listSections(task)) {
    const { hashedKeysAt, hashedRowsAt, inputAt } = placeLists(kernel, range.end - range.start, task.bits);
    kernel.configure({ ...dialect, codeColumn: keyColumn('name', dialect), flags });
    await scanRange({ kernel, source, dialect, range, inputAt, visitor: { visit } });
    const found = kernel.read('hashedCount');
    const foundWords = new Uint32Array(kernel.memory.buffer, hashedKeysAt, found * 2);
    const foundRows = new Uint32Array(kernel.memory.buffer, hashedRowsAt, found);
    for (let index = 0; index < found; index++) {
      const row = firstRow + (foundRows[index] ?? 0);
      if (wanted[row] !== 1) continue;
      words[count * 2] = foundWords[index * 2] ?? 0;
      words[count * 2 + 1] = foundWords[index * 2 + 1] ?? 0;
      ordinals[count++] = base + row;
    }
  }
  return { block: sortKeys(kernel, new BigUint64Array(words.buffer, 0, count), ordinals.subarray(0, count), task) };
}
