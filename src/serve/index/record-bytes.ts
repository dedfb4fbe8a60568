import type { Partition } from '../../code/verdict.ts';

/**
 * One record of a registry as it lies in the file of names, little end first:
 *
 *   │ partition 1 │ code bytes 1 │ file 2 │ row 4 │ line 4 │ name bytes 2 │ registration bytes 1 │ code … │ name … │ registration … │
 *
 * and zeros to a multiple of 4. Texts are UTF-8. A code or number longer than a byte can say is cut: no such text is looked up.
 */
export interface StoredRecord {
  /** The normalized code cell. */
  code: string;
  partition: Partition;
  name: string;
  /** The normalized old registration number; '' for none. */
  registration: string;
  /** Index of its table. */
  file: number;
  /** Record number and line, from 1. */
  row: number;
  line: number;
}

export const RECORD_ALIGNMENT = 4;
/** All that most records take: one read brings them. */
export const usualRecordBytes = 256;
const headBytes = 15;
const mostCodeBytes = 0xff;
const mostNameBytes = 0xffff;
/** Up to here a loop is faster than a call of the encoder; three bytes a character at most are below every limit. */
const shortText = 80;
/** By the number that stands for each. */
const PARTITIONS: readonly Partition[] = ['conforming', 'erroneous', 'unconverted', 'missing'];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A record that conforms, as it lies in memory. */
export interface PlainRecord extends Pick<StoredRecord, 'registration' | 'file' | 'row' | 'line'> {
  bytes: Uint8Array;
  codeStart: number;
  codeEnd: number;
  nameStart: number;
  nameEnd: number;
}

/** Records written one after the other into memory that grows. */
export interface RecordWriter {
  /** Returns where the record begins, in units of {@link RECORD_ALIGNMENT}. */
  write(record: StoredRecord): number;
  /** The same of a record that conforms, whose code and name are UTF-8 bytes short enough. */
  copy(record: PlainRecord): number;
  take(): Uint8Array<ArrayBuffer>;
}

export function createRecordWriter(expectedBytes: number): RecordWriter {
  let bytes = new Uint8Array(expectedBytes);
  let view = new DataView(bytes.buffer);
  let end = 0;
  /** Writes a text, cut where it is too long; returns where it ends. */
  const put = (text: string, from: number, most: number): number => {
    if (text.length > shortText) return from + encoder.encodeInto(text, bytes.subarray(from, from + most)).written;
    let to = from;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) bytes[to++] = unit;
      else if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) {
        bytes[to++] = 0xe0 | (unit >> 12);
        bytes[to++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[to++] = 0x80 | (unit & 0x3f);
      } else return from + encoder.encodeInto(text, bytes.subarray(from, from + most)).written;
    }
    return to;
  };
  const putBytes = (from: Uint8Array, start: number, end: number, at: number): number => {
    let to = at;
    for (let index = start; index < end; index++) bytes[to++] = from[index] ?? 0;
    return to;
  };
  const makeRoom = (most: number): void => {
    if (end + most <= bytes.length) return;
    const longer = new Uint8Array(Math.max(bytes.length * 2, end + most));
    longer.set(bytes);
    bytes = longer;
    view = new DataView(bytes.buffer);
  };
  /** Head and end of a record whose texts were written. Bytes to its end are zero: nothing was ever written there. */
  const close = (
    { file, row, line }: Pick<StoredRecord, 'file' | 'row' | 'line'>,
    partition: number,
    codeEnd: number,
    nameEnd: number,
    allEnd: number,
  ): number => {
    const at = end;
    bytes[at] = partition;
    bytes[at + 1] = codeEnd - at - headBytes;
    view.setUint16(at + 2, file, true);
    view.setUint32(at + 4, row, true);
    view.setUint32(at + 8, line, true);
    view.setUint16(at + 12, nameEnd - codeEnd, true);
    bytes[at + 14] = allEnd - nameEnd;
    end = Math.ceil(allEnd / RECORD_ALIGNMENT) * RECORD_ALIGNMENT;
    return at / RECORD_ALIGNMENT;
  };
  return {
    write(record) {
      const { code, partition, name, registration } = record;
      makeRoom(headBytes + 3 * (code.length + name.length + registration.length) + RECORD_ALIGNMENT);
      const codeEnd = put(code, end + headBytes, mostCodeBytes);
      const nameEnd = put(name, codeEnd, mostNameBytes);
      return close(record, PARTITIONS.indexOf(partition), codeEnd, nameEnd, put(registration, nameEnd, mostCodeBytes));
    },
    copy(record) {
      const { bytes: from, codeStart, codeEnd, nameStart, nameEnd, registration } = record;
      makeRoom(headBytes + codeEnd - codeStart + nameEnd - nameStart + 3 * registration.length + RECORD_ALIGNMENT);
      const ownCodeEnd = putBytes(from, codeStart, codeEnd, end + headBytes);
      const ownNameEnd = putBytes(from, nameStart, nameEnd, ownCodeEnd);
      return close(record, 0, ownCodeEnd, ownNameEnd, put(registration, ownNameEnd, mostCodeBytes));
    },
    take: () => bytes.slice(0, end),
  };
}

/** How many bytes a record takes, of its first bytes. */
export function measureRecord(bytes: Uint8Array): number {
  return headBytes + (bytes[1] ?? 0) + (bytes[12] ?? 0) + ((bytes[13] ?? 0) << 8) + (bytes[14] ?? 0);
}

export function readStored(bytes: Uint8Array): StoredRecord {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const codeEnd = headBytes + view.getUint8(1);
  const nameEnd = codeEnd + view.getUint16(12, true);
  return {
    partition: PARTITIONS[view.getUint8(0)] ?? 'missing',
    file: view.getUint16(2, true),
    row: view.getUint32(4, true),
    line: view.getUint32(8, true),
    code: readAscii(bytes, headBytes, codeEnd),
    name: decoder.decode(bytes.subarray(codeEnd, nameEnd)),
    registration: readAscii(bytes, nameEnd, nameEnd + view.getUint8(14)),
  };
}

/** Short ASCII text, which most codes are, takes a third of the decoder's time this way. */
function readAscii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const unit = bytes[at] ?? 0;
    if (unit >= 0x80) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(unit);
  }
  return text;
}
