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

/** A file that an index may be read from. */
export interface IndexSource {
  size: number;
  /** Bytes of it, which may be more than 2 GiB. */
  read(at: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** CRC-32 of bytes, taking turns with other work. */
  checksum(bytes: Uint8Array): Promise<number>;
}

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

/** The index of a file; null where it is damaged, of another version, or none. */
export async function readIndex(source: IndexSource): Promise<StoredIndex | null> {
  const head = await readHead(source);
  if (head === null || head.sections.length !== 1 + 3 * TABLES.length) return null;
  const lists = await readSections(source, head.sections);
  if (lists === null) return null;
  const words = (index: number) => new Uint32Array(lists[index] ?? new ArrayBuffer(0));
  const tables = TABLES.map((name, index): [TableName, Table] => {
    const at = 1 + index * 3;
    const tags = new Uint16Array(lists[at + 1] ?? new ArrayBuffer(0));
    return [name, { starts: words(at), tags, records: words(at + 2) }];
  });
  const { files, records, fingerprint, builtAt, recordBytes } = head;
  return {
    ...{ files, records, fingerprint, builtAt, recordBytes },
    starts: words(0),
    tables: Object.fromEntries(tables) as StoredIndex['tables'],
  };
}

/** All sections, the next one read while the checksum of one is worked out; null when one is not whole. */
async function readSections(source: IndexSource, sections: Section[]): Promise<ArrayBuffer[] | null> {
  const lists: ArrayBuffer[] = [];
  const readNext = (index: number) => {
    const { at, bytes } = sections[index] ?? { at: 0, bytes: 0 };
    return at + bytes > source.size ? Promise.resolve(null) : source.read(at, bytes).catch(() => null);
  };
  let next = readNext(0);
  for (const [index, { checksum }] of sections.entries()) {
    const bytes = await next;
    next = readNext(index + 1);
    if (bytes === null || (await source.checksum(bytes)) !== checksum) return null;
    lists.push(bytes.buffer);
  }
  return lists;
}

/** What the first bytes of a file say of it; null: it is no index. */
async function readHead(source: IndexSource): Promise<Head | null> {
  if (source.size < prefixBytes) return null;
  const prefix = await source.read(0, prefixBytes);
  if (new TextDecoder().decode(prefix.subarray(0, magic.length)) !== magic) return null;
  const view = new DataView(prefix.buffer, prefix.byteOffset, prefixBytes);
  const length = view.getUint32(8, true);
  if (prefixBytes + length > source.size) return null;
  const text = await source.read(prefixBytes, length);
  if ((await source.checksum(text)) !== view.getUint32(12, true)) return null;
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
