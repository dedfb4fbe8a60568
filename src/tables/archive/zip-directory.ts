import { BrokenError } from '../broken.ts';
import { type ByteSource, readBytes } from '../byte-source.ts';

/**
 * The list at the end of a zip archive:
 *
 *   local header, data │ … │ central directory: one header an entry │ [zip64 end] │ end of central directory, comment
 *                                 ▲──────────────── offset, size, count ──────────────────┘
 *
 * Read by hand because it has to be read from anything that can be read anywhere, a Blob as well as a file, a slice at a
 * time; the libraries for that bring streams of their own, which cost more than the unpacking.
 */
export interface ZipEntry {
  /** As it stands there, with `/`. Never used as a path. */
  name: string;
  isFolder: boolean;
  isEncrypted: boolean;
  /** 0: stored, 8: deflated. */
  method: number;
  /** CRC-32 of what it holds. */
  checksum: number;
  packedBytes: number;
  /** As the archive says: it may lie. */
  bytes: number;
  headerAt: number;
  /** Where the next entry or the directory begins: what an entry holds may not reach beyond. */
  limitAt: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const localHeaderBytes = 30;
const endBytes = 22;
const longestCommentBytes = 0xffff;
const mostDirectoryBytes = 256 << 20;

/** @throws {BrokenError} when it is not a zip archive, cut off, or its entries lie over one another */
export async function readZipDirectory(source: ByteSource): Promise<ZipEntry[]> {
  const { at, size, count } = await findDirectory(source);
  if (size > mostDirectoryBytes) throw new BrokenError({ kind: 'directory-too-large' });
  const bytes = await readBytes(source, at, size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: ZipEntry[] = [];
  let from = 0;
  for (let index = 0; index < count; index++) {
    if (from + 46 > bytes.length || view.getUint32(from, true) !== entrySignature) {
      throw new BrokenError({ kind: 'directory-cut-off' });
    }
    const nameBytes = view.getUint16(from + 28, true);
    const extraBytes = view.getUint16(from + 30, true);
    const next = from + 46 + nameBytes + extraBytes + view.getUint16(from + 32, true);
    entries.push(readEntry(view, bytes, from, nameBytes, extraBytes));
    from = next;
  }
  limitEntries(entries, at);
  return entries;
}

/**
 * An archive made to fill disks lists the same bytes many times over. Every entry has bytes of its own: its header, of thirty at
 * least, and its data.
 */
function limitEntries(entries: ZipEntry[], directoryAt: number): void {
  const inOrder = entries.toSorted((a, b) => a.headerAt - b.headerAt);
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1];
    entry.limitAt = next === undefined ? Math.max(directoryAt, entry.headerAt) : next.headerAt;
    if (entry.headerAt + localHeaderBytes + entry.packedBytes > entry.limitAt) throw describeOverlap(entry);
  }
}

function describeOverlap({ name }: ZipEntry): BrokenError {
  return new BrokenError({ kind: 'entry-overlap', entry: name });
}

async function findDirectory(source: ByteSource): Promise<{ at: number; size: number; count: number }> {
  const tailAt = Math.max(0, source.size - endBytes - longestCommentBytes);
  const tail = await readBytes(source, tailAt, source.size - tailAt);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  let end = tail.length - endBytes;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end--;
  if (end < 0) throw new BrokenError({ kind: 'end-missing' });
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const at = view.getUint32(end + 16, true);
  const is64 = count === 0xffff || size === 0xffffffff || at === 0xffffffff;
  if (!is64 || end < 20 || view.getUint32(end - 20, true) !== locator64Signature) return { at, size, count };
  const record = await readBytes(source, Number(view.getBigUint64(end - 12, true)), 56);
  const view64 = new DataView(record.buffer, record.byteOffset, record.length);
  if (record.length < 56 || view64.getUint32(0, true) !== end64Signature)
    throw new BrokenError({ kind: 'end-damaged' });
  return {
    count: Number(view64.getBigUint64(32, true)),
    size: Number(view64.getBigUint64(40, true)),
    at: Number(view64.getBigUint64(48, true)),
  };
}

function readEntry(view: DataView, bytes: Uint8Array, from: number, nameBytes: number, extraBytes: number): ZipEntry {
  const flags = view.getUint16(from + 8, true);
  const nameAt = from + 46;
  const name = decodeName(bytes.subarray(nameAt, nameAt + nameBytes), (flags & 0x800) !== 0);
  const entry: ZipEntry = {
    name,
    isFolder: /[/\\]$/.test(name),
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(from + 10, true),
    checksum: view.getUint32(from + 16, true),
    packedBytes: view.getUint32(from + 20, true),
    bytes: view.getUint32(from + 24, true),
    headerAt: view.getUint32(from + 42, true),
    limitAt: 0,
  };
  readExtra64(view, nameAt + nameBytes, Math.min(bytes.length, nameAt + nameBytes + extraBytes), entry);
  return entry;
}

/** Sizes and places that do not fit 32 bits stand in an extra field, in this order and only those that do not fit. */
function readExtra64(view: DataView, from: number, to: number, entry: ZipEntry): void {
  for (let at = from; at + 4 <= to; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let value = at + 4;
      for (const field of ['bytes', 'packedBytes', 'headerAt'] as const) {
        if (entry[field] !== 0xffffffff || value + 8 > Math.min(to, at + 4 + size)) continue;
        entry[field] = Number(view.getBigUint64(value, true));
        value += 8;
      }
    }
    at += 4 + size;
  }
}

/** Archives made on Chinese Windows name files in GBK, without saying so. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes);
  }
}

/** Where the data of an entry lies: its local header has a length of its own. */
export async function findEntryData(source: ByteSource, entry: ZipEntry): Promise<{ from: number; to: number }> {
  const header = await readBytes(source, entry.headerAt, localHeaderBytes);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < localHeaderBytes || view.getUint32(0, true) !== localSignature) {
    throw new BrokenError({ kind: 'entry-misplaced', entry: entry.name });
  }
  const from = entry.headerAt + localHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
  if (from + entry.packedBytes > source.size) throw new BrokenError({ kind: 'entry-cut-off', entry: entry.name });
  if (from + entry.packedBytes > entry.limitAt) throw describeOverlap(entry);
  return { from, to: from + entry.packedBytes };
}
