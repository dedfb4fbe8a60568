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
  const { dialect, rows } = task;
  const source = open(task.source);
  const decode = createDecode(dialect.encoding);
  const wanted = new Uint32Array(task.records);
  for (let index = 0; index < rows.length; index++) wanted[rows[index] ?? 0] = 1;
  const names = { words: new Uint32Array(rows.length * 2), ordinals: new Uint32Array(rows.length), count: 0 };
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
    addWanted(names, {
      words: foundWords,
      rows: foundRows,
      wanted: wanted.subarray(firstRow),
      base: task.base + firstRow,
    });
  }
  const { words, ordinals, count } = names;
  return { block: sortKeys(kernel, new BigUint64Array(words.buffer, 0, count), ordinals.subarray(0, count), task) };
}

/** Adds the keys of those records that are wanted. */
function addWanted(
  names: { words: Uint32Array; ordinals: Uint32Array; count: number },
  { words, rows, wanted, base }: { words: Uint32Array; rows: Uint32Array; wanted: Uint32Array; base: number },
): void {
  let { count } = names;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    if (wanted[row] !== 1) continue;
    names.words[count * 2] = words[index * 2] ?? 0;
    names.words[count * 2 + 1] = words[index * 2 + 1] ?? 0;
    names.ordinals[count++] = base + row;
  }
  names.count = count;
}
