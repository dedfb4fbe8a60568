import { kernelBase64 } from './binary.ts';
import {
  type Counters,
  eventFields,
  eventsAt,
  freeAt,
  textAt,
  textBytes,
  writingCountsAt,
  writingCountsBytes,
} from './contract.ts';
import { writeTables } from './tables.ts';

/** What the AssemblyScript kernel exports; each function is described where it is written, in assembly/. */
interface KernelExports {
  configure(
    delimiter: number,
    codeColumn: number,
    nameColumn: number,
    columns: number,
    flags: number,
    wantedAt: number,
    numbersAt: number,
  ): void;
  placeKeys(cleanKeysAt: number, cleanRowsAt: number, hashedKeysAt: number, hashedRowsAt: number): void;
  scan(from: number, stop: number, to: number, final: number): number;
  setDelimiter(delimiter: number): void;
  splitRecord(record: number, to: number, final: number, row: number, line: number): number;
  splitRecords(
    at: number,
    to: number,
    final: number,
    lines: number,
    limit: number,
    recordsAt: number,
    placesAt: number,
    placesEnd: number,
    origin: number,
  ): number;
  findByte(at: number, to: number, byte: number): number;
  isPlainText(at: number, to: number, delimiter: number): number;
  addText(at: number, length: number, row: number, kind: number): number;
  addName(at: number, length: number, row: number, kind: number): void;
  addOrganization(at: number, row: number): void;
  keepOrganizations(): void;
  packOrganization(at: number): bigint;
  isCleanCode(at: number): number;
  hashInto(at: number, length: number, out: number): void;
  placeWriting(outAt: number, end: number, marksAt: number, piecesAt: number): void;
  startRows(row: number, line: number): void;
  placePages(at: number): void;
  packBytes(from: number, length: number, out: number, table: number): number;
  explainNoMore(): void;
  placeNotedRegions(at: number): void;
  placeUnits(column: number, at: number, bits: number, limit: number, pickedAt: number): void;
  resumeUnits(column: number): void;
  numberUnits(from: number, lengthsAt: number, count: number, outAt: number): void;
  countUnit(unit: number, partition: number): void;
  countUnitFaults(unit: number, forms: number): void;
  placeColumns(
    listAt: number,
    count: number,
    allowedAt: number,
    outAt: number,
    rows: number,
    joinedAt: number,
    bytes: number,
  ): void;
  /** 0: a backslash is a character; 1: it may be an escape, in UTF-8; 2: in GB18030. */
  readEscapes(mode: number, cells: number): void;
  restoreOpenQuotes(count: number): void;
  lookForLines(isWanted: number): void;
  skipLines(from: number): void;
  clearEvents(): void;
  clearOpenQuotes(): void;
  resetOther(): void;
  countUndecodable(from: number, to: number, encoding: number): number;
  partition(
    keys: number,
    rows: number,
    count: number,
    bits: number,
    offsets: number,
    outKeys: number,
    outRows: number,
  ): void;
  startGroups(groupKeysAt: number, entriesAt: number): void;
  clearEntries(): void;
  clearTable(at: number, bits: number): void;
  clearSieve(at: number, bits: number, skippedBits: number): void;
  placeSlices(keysAt: number, startsAt: number, sliceCount: number, partitions: number): void;
  countPartition(partition: number): number;
  sieveKeys(partition: number): void;
  listSieved(partition: number, outAt: number): number;
  moveTable(at: number, bits: number): void;
  /** Returns how many it took: not all, when the table has to be a larger one first. */
  enterKeys(keysAt: number, placesAt: number, count: number): number;
  startSides(wantsAt: number, codesAt: number, recordsAt: number, presencesAt: number, kindMask: number): void;
  enterSide(keysAt: number, count: number, side: number): void;
  matchSide(keysAt: number, count: number, side: number): bigint;
  listSide(keysAt: number, count: number, place: number, side: number): void;
  countPresences(): void;
  startFirstRecords(wantsAt: number, firstRecordsAt: number, ordinalsAt: number): void;
  copyFirstRecords(from: number, to: number, outKeysAt: number, outRowsAt: number): number;
  countAreas(keysAt: number, count: number, regionsAt: number, pairsAt: number): void;
  listCounts(countsAt: number, count: number, outAt: number): number;
}

/** How the records of a range are written, and what is wanted of them. */
export interface ScanSettings {
  /** The delimiter's byte. */
  delimiter: number;
  /** Columns, from 0; -1: there is no name column. */
  codeColumn: number;
  nameColumn: number;
  /** Cells that a record should have. */
  columnCount: number;
  /** See the flags of the contract. */
  flags: number;
  /** With `pickFlag`: a u32 for each record, not 0 where it is asked for. */
  wantedAt?: number;
  /** With `hashFlag`: where the numbers of the records asked for go, 16 bytes each. */
  numbersAt?: number;
}

/** One instance of the kernel with its memory. One thread uses one. */
export interface Kernel extends Omit<KernelExports, 'configure'> {
  /** Makes it ready for a range: nothing of an earlier one is left. */
  configure(settings: ScanSettings): void;
  memory: WebAssembly.Memory;
  /** A view of all memory; taken anew whenever memory has grown. */
  bytes(): Uint8Array<ArrayBuffer>;
  read(counter: keyof Counters): number;
  /** Cells judged here that are not written as their code, and of them those of each form. */
  writingFaultCounts(): Uint32Array;
  /** Makes memory reach to `end`, and returns `end`. */
  reserve(end: number): number;
  /** The event table as numbers, `eventFields` a row. */
  events(): Uint32Array;
  /** Puts text into the kernel's memory, at most 16 KiB of it; returns its length in bytes. */
  writeText(text: string): number;
}

const pageBytes = 65_536;
const encoder = new TextEncoder();
let compiled: WebAssembly.Module | undefined;

type TypedExports = KernelExports & Record<keyof Counters, WebAssembly.Global>;

/** A compiled module says nothing of its types; `contract.ts` does. */
function isKernel(exports: WebAssembly.Exports): exports is WebAssembly.Exports & TypedExports {
  return typeof exports.configure === 'function' && exports.eventCount instanceof WebAssembly.Global;
}

function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Makes a kernel. The compiled module is kept, so that a second one costs little. */
export function createKernel(): Kernel {
  compiled ??= new WebAssembly.Module(decodeBase64(kernelBase64));
  const memory = new WebAssembly.Memory({ initial: freeAt / pageBytes });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  writeTables(memory);
  let view = new Uint8Array(memory.buffer);
  if (!isKernel(exports)) throw new TypeError('not the module of `contract.ts`');
  const functions = exports;
  const bytes = (): Uint8Array<ArrayBuffer> => {
    if (view.byteLength === 0) view = new Uint8Array(memory.buffer);
    return view;
  };
  return {
    ...functions,
    configure({ delimiter, codeColumn, nameColumn, columnCount, flags, wantedAt = 0, numbersAt = 0 }) {
      functions.configure(delimiter, codeColumn, nameColumn, columnCount, flags, wantedAt, numbersAt);
      functions.placeNotedRegions(0);
      functions.clearEvents();
      functions.clearOpenQuotes();
      functions.resetOther();
    },
    memory,
    bytes,
    read: (counter) => functions[counter].value as number,
    writingFaultCounts: () => new Uint32Array(memory.buffer, writingCountsAt, writingCountsBytes / 4),
    reserve: (end) => {
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
      return end;
    },
    events: () => new Uint32Array(memory.buffer, eventsAt, (functions.eventCount.value as number) * eventFields),
    writeText: (text) => encoder.encodeInto(text, bytes().subarray(textAt, textAt + textBytes)).written,
  };
}
