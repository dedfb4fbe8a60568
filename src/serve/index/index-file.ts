import type { IndexTables } from './build-index.ts';
import { TABLES, type TableName } from './keys.ts';
import type { Table } from './table.ts';

/**
 * The index as one file; the records lie in another, whose length it states.
 *
 *   │ USCCIDX1 │ length of the head 4 │ checksum of the head 4 │ head: JSON │ starts │ code: starts tags records │ organization … │
 *
 * Every list begins at a multiple of 8; the head says where, how long it is, and its checksum.
 */
const magic = 'USCCIDX1';
const prefixBytes = 16;
const alignment = 8;

/** What is told of an index beside its tables. */
export interface IndexFacts {
  /** What it was made of: another fingerprint needs another index. */
  fingerprint: string;
  builtAt: string;
  /** Bytes of the file of records. */
  recordBytes: number;
}

export type StoredIndex = IndexTables & IndexFacts;

interface Section {
  at: number;
  bytes: number;
  checksum: number;
}

interface Head extends IndexFacts {
  files: IndexTables['files'];
  records: number;
  /** `starts`, then three lists for each table. */
  sections: Section[];
}

/** CRC-32 of bytes. */
export type Checksum = (bytes: Uint8Array) => number;

/** The pieces of the file, in order. */
export function packIndex(index: StoredIndex, checksum: Checksum): Uint8Array[] {
  const { files, records, fingerprint, builtAt, recordBytes } = index;
  const lists = listBytes(index);
  const describeAt = (headBytes: number): Head => {
    let at = align(prefixBytes + headBytes);
    const sections = lists.map((bytes) => {
      const section = { at, bytes: bytes.length, checksum: checksums.get(bytes) ?? 0 };
      at = align(at + bytes.length);
      return section;
    });
    return { files, records, fingerprint, builtAt, recordBytes, sections };
  };
  const checksums = new Map(lists.map((bytes) => [bytes, checksum(bytes)]));
  // Room for longer numbers: where lists begin depends on how long the head is.
  const headBytes = align(encode(describeAt(0)).length + lists.length * 12);
  const head = new Uint8Array(headBytes).fill(0x20);
  head.set(encode(describeAt(headBytes)));
  const prefix = new Uint8Array(prefixBytes);
  prefix.set(new TextEncoder().encode(magic));
  const view = new DataView(prefix.buffer);
  view.setUint32(8, headBytes, true);
  view.setUint32(12, checksum(head), true);
  return [prefix, head, ...lists.flatMap((bytes) => [bytes, new Uint8Array(align(bytes.length) - bytes.length)])];
}

/** The index in the bytes of a file; null where they are damaged, of another version, or none. */
export function unpackIndex(bytes: Uint8Array<ArrayBuffer>, checksum: Checksum): StoredIndex | null {
  const head = readHead(bytes, checksum);
  if (head === null || head.sections.length !== 1 + 3 * TABLES.length) return null;
  const isWhole = head.sections.every(
    ({ at, bytes: length, checksum: known }) =>
      at + length <= bytes.length && checksum(bytes.subarray(at, at + length)) === known,
  );
  if (!isWhole) return null;
  const [first, ...rest] = head.sections.map(({ at, bytes: length }) => ({ at: bytes.byteOffset + at, length }));
  const words = (section = { at: 0, length: 0 }) => new Uint32Array(bytes.buffer, section.at, section.length / 4);
  const tables = TABLES.map((name, index): [TableName, Table] => {
    const [starts, tags = { at: 0, length: 0 }, records] = rest.slice(index * 3);
    return [
      name,
      { starts: words(starts), tags: new Uint16Array(bytes.buffer, tags.at, tags.length / 2), records: words(records) },
    ];
  });
  const { files, records, fingerprint, builtAt, recordBytes } = head;
  return {
    ...{ files, records, fingerprint, builtAt, recordBytes },
    starts: words(first),
    tables: Object.fromEntries(tables) as StoredIndex['tables'],
  };
}

/** What the first bytes of a file say of it; null: it is no index. */
function readHead(bytes: Uint8Array<ArrayBuffer>, checksum: Checksum): Head | null {
  if (bytes.length < prefixBytes || new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, prefixBytes);
  const text = bytes.subarray(prefixBytes, prefixBytes + view.getUint32(8, true));
  if (checksum(text) !== view.getUint32(12, true)) return null;
  return JSON.parse(new TextDecoder().decode(text)) as Head;
}

function listBytes({ starts, tables }: IndexTables): Uint8Array[] {
  const lists: ArrayBufferView[] = [starts];
  for (const name of TABLES) lists.push(tables[name].starts, tables[name].tags, tables[name].records);
  return lists.map((list) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
}

function encode(head: Head): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(head));
}

function align(at: number): number {
  return Math.ceil(at / alignment) * alignment;
}
