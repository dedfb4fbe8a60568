import { judge } from '../../code/cell/judge.ts';
import { conformsAsWritten } from '../../code/standard/weighted-sums.ts';
import type { Partition } from '../../code/verdict.ts';
import { pickAll, type WholeRange } from '../../engine/reread/pick-all.ts';
import { createDecode, readCell } from '../../engine/scan/cell.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { OpenSource, TaskKind } from '../../engine/task.ts';
import { regions } from '../../regions/index.ts';
import { createStemLookup } from '../../suspects/region-stems.ts';
import { hashText, isNearCode, listShortened, placeKey, regionOf, type TableName } from './keys.ts';
import { createRecordWriter } from './record-bytes.ts';
import type { Entries } from './table.ts';

/** A part of a range whose records are listed for the index. */
export interface IndexTask extends WholeRange {
  /** Index of the table, and records and line breaks of it before this part. */
  file: number;
  rowBase: number;
  lineBase: number;
  /** Column of registration numbers; -1: there is none. */
  registrationColumn: number;
}

/** Records of a part count from 0. */
export interface IndexPart {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each record begins in `bytes`, in units of the alignment of records. */
  starts: Uint32Array<ArrayBuffer>;
  entries: Record<TableName, Entries>;
}

/** Parts of ranges whose records are listed under all that they are looked up by. */
export const indexTasks: TaskKind<IndexTask, IndexPart> = { name: 'index', perform: performIndex };

const expectedRecordBytes = 80;
const stemsOf = createStemLookup(regions);
const notLookedUp: readonly string[] = ['spreadsheet-notation', 'charset', 'length'];

async function performIndex(kernel: Kernel, task: IndexTask, open: OpenSource): Promise<IndexPart> {
  const { records } = task;
  const writer = createRecordWriter(records * expectedRecordBytes + 1024);
  const starts = new Uint32Array(records);
  const lists = createLists();
  const numbers = await readRegistrations(kernel, task, open);
  for (const [row, number] of numbers) lists.registration.add(number, row);
  await readAll(kernel, task, open, task.dialect.nameColumn, ({ cell, other: name, row, line }) => {
    const { normalized, partition, issue, isComparable } = judgeQuickly(cell);
    const place = { file: task.file, row: task.rowBase + row + 1, line: task.lineBase + line + 1 };
    starts[row] = writer.write({ code: normalized, partition, name, registration: numbers.get(row) ?? '', ...place });
    if (partition === 'missing') return;
    if (isComparable) lists.code.add(normalized, row);
    const isLegacy = issue === 'organization-code' || issue === 'taxpayer-number';
    if (partition === 'conforming') lists.organization.add(normalized.slice(8, 17), row);
    else if (isLegacy) lists.organization.add(normalized.slice(-9), row);
    const region = regionOf(normalized);
    if (region !== '' && name !== '') lists.place.add(placeKey(region, name, stemsOf(region)), row);
    if (partition === 'erroneous' && isNearCode(normalized)) {
      for (const text of listShortened(normalized)) lists.neighbour.add(text, row);
    }
  });
  const entries = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.take()]));
  return { bytes: writer.take(), starts, entries: entries as IndexPart['entries'] };
}

/** Registration numbers by record. */
async function readRegistrations(kernel: Kernel, task: IndexTask, open: OpenSource): Promise<Map<number, string>> {
  const numbers = new Map<number, string>();
  if (task.registrationColumn < 0) return numbers;
  await readAll(kernel, task, open, task.registrationColumn, ({ other, row }) => {
    const { normalized, partition } = judge(other);
    if (partition !== 'missing') numbers.set(row, normalized);
  });
  return numbers;
}

interface PickedRecord {
  cell: string;
  /** Of the column asked for. */
  other: string;
  row: number;
  line: number;
}

/** Shows all records of a part, their codes and one more cell. */
async function readAll(
  kernel: Kernel,
  task: IndexTask,
  open: OpenSource,
  column: number,
  show: (record: PickedRecord) => void,
): Promise<void> {
  const decode = createDecode(task.dialect.encoding);
  const records = { ...task, dialect: { ...task.dialect, nameColumn: column } };
  await pickAll(kernel, records, open, 0, ({ row, line, codeStart, codeEnd, nameStart, nameEnd }) => {
    const cell = readCell(kernel.bytes(), codeStart, codeEnd, decode);
    show({ cell, other: readCell(kernel.bytes(), nameStart, nameEnd, decode), row, line });
  });
}

interface QuickJudgement {
  normalized: string;
  partition: Partition;
  issue: string | null;
  /** Whether it is looked up as a code. */
  isComparable: boolean;
}

function judgeQuickly(cell: string): QuickJudgement {
  if (conformsAsWritten(cell)) return { normalized: cell, partition: 'conforming', issue: null, isComparable: true };
  const { normalized, partition, issue } = judge(cell);
  const code = issue?.code ?? null;
  return { normalized, partition, issue: code, isComparable: code === null || !notLookedUp.includes(code) };
}

function createLists() {
  return {
    code: createList(),
    organization: createList(),
    place: createList(),
    neighbour: createList(),
    registration: createList(),
  } satisfies Record<TableName, EntryList>;
}

interface EntryList {
  add(text: string, row: number): void;
  take(): Entries;
}

function createList(): EntryList {
  let words = new Uint32Array(1 << 10);
  let count = 0;
  return {
    add(text, row) {
      if (count * 2 === words.length) {
        const longer = new Uint32Array(words.length * 2);
        longer.set(words);
        words = longer;
      }
      words[count * 2] = hashText(text);
      words[count * 2 + 1] = row;
      count++;
    },
    take() {
      const hashes = new Uint32Array(count);
      const records = new Uint32Array(count);
      for (let at = 0; at < count; at++) {
        hashes[at] = words[at * 2] ?? 0;
        records[at] = words[at * 2 + 1] ?? 0;
      }
      return { hashes, records };
    },
  };
}
