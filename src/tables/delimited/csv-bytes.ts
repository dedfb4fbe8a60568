import type { CellBytes } from './cell-bytes.ts';

const COMMA = 0x2c;
const QUOTE = 0x22;
const LF = 0x0a;

/** CSV as it is being written: bytes that grow until they are taken. */
export interface CsvBytes {
  bytes: Uint8Array;
  length: number;
}

export function createCsvBytes(): CsvBytes {
  return { bytes: new Uint8Array(1 << 20), length: 0 };
}

/** Makes room for `more` bytes. */
export function reserve(csv: CsvBytes, more: number): void {
  if (csv.length + more <= csv.bytes.length) return;
  const bytes = new Uint8Array(Math.max(csv.bytes.length * 2, csv.length + more));
  bytes.set(csv.bytes.subarray(0, csv.length));
  csv.bytes = bytes;
}

/** Writes the text of a cell, in quotes where it needs them. */
export function writeCell(csv: CsvBytes, cell: CellBytes): void {
  const { bytes, length } = cell;
  reserve(csv, 2 * length + 2);
  const out = csv.bytes;
  let at = csv.length;
  if (cell.isSpecial) {
    out[at++] = QUOTE;
    for (let from = 0; from < length; from++) {
      const byte = bytes[from] as number;
      if (byte === QUOTE) out[at++] = QUOTE;
      out[at++] = byte;
    }
    out[at++] = QUOTE;
  } else for (let from = 0; from < length; from++) out[at++] = bytes[from] as number;
  csv.length = at;
}

/** Writes bytes that are a CSV cell already. */
export function writeBytes(csv: CsvBytes, bytes: Uint8Array, from: number, to: number): void {
  reserve(csv, to - from);
  const out = csv.bytes;
  let at = csv.length;
  for (let index = from; index < to; index++) out[at++] = bytes[index] as number;
  csv.length = at;
}

export function writeCommas(csv: CsvBytes, count: number): void {
  if (count <= 0) return;
  reserve(csv, count);
  csv.bytes.fill(COMMA, csv.length, csv.length + count);
  csv.length += count;
}

export function writeBreaks(csv: CsvBytes, count: number): void {
  if (count <= 0) return;
  reserve(csv, count);
  csv.bytes.fill(LF, csv.length, csv.length + count);
  csv.length += count;
}

/** What has been written since it was last asked for. */
export function takeBytes(csv: CsvBytes): Uint8Array {
  const bytes = csv.bytes.slice(0, csv.length);
  csv.length = 0;
  return bytes;
}
