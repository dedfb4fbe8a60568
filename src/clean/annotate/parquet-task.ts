import { pickAll, type WholeRange } from '../../engine/reread/pick-all.ts';
import { createDecode, readCell } from '../../engine/scan/cell.ts';
import { cellLimit, cellsAt, pageFlag, recordFlag } from '../../engine/scan/kernel/contract.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { ScanEvent } from '../../engine/scan/scan-range.ts';
import type { OpenSource, TaskKind } from '../../engine/task.ts';
import type { RepairPrior } from '../../repair/repair-context.ts';
import { kindOfMark } from './duplicate-marks.ts';
import { createPagedRecords, mostColumns } from './paged-records.ts';
import { addCell, createPlainColumn, type PlainColumn } from './plain-column.ts';
import { createDescriber, findCleanEdge } from './record-verdict.ts';
import type { ColumnValues, RowGroupBytes } from './row-group.ts';

/** A range to become a row group. */
export interface ParquetTask extends WholeRange {
  /** By record, see {@link kindOfMark}; null: none is a duplicate. */
  marks: Uint8Array<ArrayBuffer> | null;
  prior: RepairPrior | null;
  /** Names of all columns. */
  names: string[];
  /** Whether there is a column for cells beyond the header's. */
  hasMore: boolean;
  /** Whether its bytes are UTF-8 throughout. */
  isText: boolean;
}

/** Columns of one row group after the other, by the kernel that fills them: their memory is not asked for anew with each. */
const columnsOf = new WeakMap<Kernel, PlainColumn[]>();

/** Every record of a range in order, with what is to be said of it, as a row group; null where there is no record. */
export const parquetTasks: TaskKind<ParquetTask, RowGroupBytes | null> = {
  name: 'annotate-parquet',
  async perform(kernel, task, open) {
    if (task.records === 0) return null;
    const columns = await gatherColumns(kernel, task, open);
    // Few runs need what writes Parquet: it is loaded when one does.
    const { writeRowGroup } = await import('./row-group.ts');
    return writeRowGroup(kernel, task.names, columns, task.records);
  },
};

async function gatherColumns(kernel: Kernel, task: ParquetTask, open: OpenSource): Promise<ColumnValues[]> {
  const { dialect, records, marks, prior, hasMore, isText } = task;
  const { codeColumn, columnCount } = dialect;
  const decode = createDecode(dialect.encoding);
  const reading = { decode, isText };
  const describe = createDescriber(prior);
  const columns = columnsOf.get(kernel) ?? [];
  columnsOf.set(kernel, columns);
  while (columns.length <= columnCount) columns.push(createPlainColumn());
  // A group that failed has left some filled.
  for (const column of columns) column.take();
  const own = columns.slice(0, columnCount);
  const normalized = columns[columnCount] as PlainColumn;
  // Most are; the others are told one by one.
  const added = {
    partition: new Array<string>(records).fill('conforming'),
    issue: new Array<string>(records).fill(''),
    suggestion: new Array<string>(records).fill(''),
    duplicate: new Array<string>(records).fill(kindOfMark(0)),
  };
  if (marks !== null) for (let row = 0; row < records; row++) added.duplicate[row] = kindOfMark(marks[row] ?? 0);
  const more: string[][] = hasMore ? Array.from({ length: records }, () => []) : [];
  let places = new Uint32Array();
  const write = (row: number, start: number, end: number): void => {
    const openQuotes = kernel.read('openQuotes');
    kernel.splitRecord(start, end, 1, 0, 0);
    kernel.restoreOpenQuotes(openQuotes);
    const bytes = kernel.bytes();
    const cellCount = Math.min(kernel.read('cellCount'), cellLimit);
    if (places.buffer !== bytes.buffer) places = new Uint32Array(bytes.buffer, cellsAt, cellLimit * 2);
    // What a record is too short for is empty.
    const startOf = (column: number): number => (column < cellCount ? (places[column * 2] ?? 0) : 0);
    const endOf = (column: number): number => (column < cellCount ? (places[column * 2 + 1] ?? 0) : 0);
    for (let column = 0; column < columnCount; column++) {
      const cells = own[column];
      if (cells !== undefined) addCell(cells, bytes, startOf(column), endOf(column), reading);
    }
    if (hasMore) {
      const cells = Array.from({ length: Math.max(0, cellCount - columnCount) }, (_, index) =>
        readCell(bytes, startOf(columnCount + index), endOf(columnCount + index), decode),
      );
      more[row] = cells;
    }
    const codeStart = startOf(codeColumn);
    const codeEnd = endOf(codeColumn);
    const edge = findCleanEdge(kernel, bytes, codeStart, codeEnd);
    if (edge >= 0) {
      normalized.add(bytes, codeStart + edge, codeEnd - edge);
      return;
    }
    const said = describe(readCell(bytes, codeStart, codeEnd, decode), marks?.[row] ?? 0);
    added.partition[row] = said.partition;
    added.issue[row] = said.issue;
    normalized.addText(said.normalized);
    added.suggestion[row] = said.suggestion;
    added.duplicate[row] = said.duplicate;
  };
  const paged = isText && columnCount <= mostColumns ? createPagedRecords(kernel, [...own, normalized]) : null;
  const whole = { ...task, dialect: { ...dialect, nameColumn: -1 } };
  await pickAll(kernel, whole, open, {
    flags: recordFlag | (paged === null ? 0 : pageFlag),
    place: (at) => paged?.place(at) ?? at,
    show({ row, codeStart, codeEnd, unit }: ScanEvent) {
      paged?.takeUntil(unit);
      write(row, codeStart, codeEnd);
    },
    scanned: () => paged?.takeRest(),
  });
  return [
    ...own.map((column) => ({ page: column.take() })),
    { texts: added.partition },
    { texts: added.issue },
    { page: normalized.take() },
    { texts: added.suggestion },
    { texts: added.duplicate },
    ...(hasMore ? [{ cells: more }] : []),
  ];
}
