import { judge } from '../../code/cell/judge.ts';
import { codeLength } from '../../code/standard/alphabet.ts';
import { isRight, weigh } from '../../code/standard/weighted-sums.ts';
import { pickAll, type WholeRange } from '../../engine/reread/pick-all.ts';
import { createDecode, quote, readCell } from '../../engine/scan/cell.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';
import type { ScanEvent } from '../../engine/scan/scan-range.ts';
import type { OpenSource, TaskKind } from '../../engine/task.ts';
import { regions } from '../../regions/index.ts';
import { createStemLookup } from '../../suspects/region-stems.ts';
import { hashAscii, hashText, isNearCode, listShortened, regionOf, type TableName } from './keys.ts';
import { createPlaceHasher } from './place-hash.ts';
import { createRecordWriter } from './record-bytes.ts';
import { type Entries, sortEntries } from './table.ts';

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
const placeHasher = createPlaceHasher(createStemLookup(regions));
const notLookedUp: readonly string[] = ['spreadsheet-notation', 'charset', 'length'];

async function performIndex(kernel: Kernel, task: IndexTask, open: OpenSource): Promise<IndexPart> {
  const { records, dialect } = task;
  const writer = createRecordWriter(records * expectedRecordBytes + 1024);
  const starts = new Uint32Array(records);
  const lists = createLists();
  const numbers = await readRegistrations(kernel, task, open);
  for (const [row, number] of numbers) lists.registration.add(hashText(number), row);
  const isUtf8 = dialect.encoding === 'utf-8';
  const place = (row: number, line: number) => ({
    registration: numbers.get(row) ?? '',
    file: task.file,
    row: task.rowBase + row + 1,
    line: task.lineBase + line + 1,
  });
  /** Records that conform as they are written: their bytes never become text. False where one has to be looked at. */
  const addPlain = ({ row, line, codeStart, codeEnd, nameStart, nameEnd }: ScanEvent): boolean => {
    const bytes = kernel.bytes();
    if (!isUtf8 || codeEnd - codeStart !== codeLength || bytes[nameStart] === quote) return false;
    if (!conformsAt(bytes, codeStart)) return false;
    if (nameEnd > nameStart) {
      const hash = placeHasher.hashBytes(readRegion(bytes, codeStart + 2), bytes, nameStart, nameEnd);
      if (hash < 0) return false;
      lists.place.add(hash, row);
    }
    lists.code.add(hashAscii(bytes, codeStart, codeEnd), row);
    lists.organization.add(hashAscii(bytes, codeStart + 8, codeStart + 17), row);
    starts[row] = writer.copy({ bytes, codeStart, codeEnd, nameStart, nameEnd, ...place(row, line) });
    return true;
  };
  const addText = (cell: string, name: string, row: number, line: number): void => {
    const { normalized, partition, issue } = judge(cell);
    starts[row] = writer.write({ code: normalized, partition, name, ...place(row, line) });
    if (partition === 'missing') return;
    const fault = issue?.code ?? '';
    if (!notLookedUp.includes(fault)) lists.code.add(hashText(normalized), row);
    const isLegacy = fault === 'organization-code' || fault === 'taxpayer-number';
    if (partition === 'conforming') lists.organization.add(hashText(normalized.slice(8, 17)), row);
    else if (isLegacy) lists.organization.add(hashText(normalized.slice(-9)), row);
    const region = regionOf(normalized);
    if (region !== '' && name !== '') lists.place.add(placeHasher.hashText(Number(region), name), row);
    if (partition === 'erroneous' && isNearCode(normalized)) {
      for (const text of listShortened(normalized)) lists.neighbour.add(hashText(text), row);
    }
  };
  await readAll(kernel, task, open, dialect.nameColumn, (event, read) => {
    const { codeStart, codeEnd, nameStart, nameEnd, row, line } = event;
    if (!addPlain(event)) addText(read(codeStart, codeEnd), read(nameStart, nameEnd), row, line);
  });
  const entries = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.take()]));
  return { bytes: writer.take(), starts, entries: entries as IndexPart['entries'] };
}

/** Registration numbers by record. */
async function readRegistrations(kernel: Kernel, task: IndexTask, open: OpenSource): Promise<Map<number, string>> {
  const numbers = new Map<number, string>();
  if (task.registrationColumn < 0) return numbers;
  await readAll(kernel, task, open, task.registrationColumn, ({ nameStart, nameEnd, row }, read) => {
    const { normalized, partition } = judge(read(nameStart, nameEnd));
    if (partition !== 'missing') numbers.set(row, normalized);
  });
  return numbers;
}

/** Shows all records of a part, their codes and one more cell. */
async function readAll(
  kernel: Kernel,
  task: IndexTask,
  open: OpenSource,
  column: number,
  show: (event: ScanEvent, read: (start: number, end: number) => string) => void,
): Promise<void> {
  const decode = createDecode(task.dialect.encoding);
  const read = (start: number, end: number): string => readCell(kernel.bytes(), start, end, decode);
  const part = { ...task, dialect: { ...task.dialect, nameColumn: column } };
  await pickAll(kernel, part, open, { flags: 0, show: (event) => show(event, read) });
}

/** Whether eighteen bytes are a code that conforms as it stands; see `conformsAsWritten`. */
function conformsAt(bytes: Uint8Array, start: number): boolean {
  let sum = 0;
  for (let index = 0; index < codeLength; index++) sum += weigh(index, bytes[start + index] ?? 0);
  return sum !== 0 && isRight(sum);
}

function readRegion(bytes: Uint8Array, start: number): number {
  let region = 0;
  for (let at = start; at < start + 6; at++) region = region * 10 + (bytes[at] ?? 0) - 0x30;
  return region;
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
  add(hash: number, row: number): void;
  take(): Entries;
}

function createList(): EntryList {
  let words = new Uint32Array(1 << 10);
  let count = 0;
  return {
    add(hash, row) {
      if (count * 2 === words.length) {
        const longer = new Uint32Array(words.length * 2);
        longer.set(words);
        words = longer;
      }
      words[count * 2] = hash;
      words[count * 2 + 1] = row;
      count++;
    },
    take: () => sortEntries(words.subarray(0, count * 2)),
  };
}
