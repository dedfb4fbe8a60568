import type { UsccError } from '../../code/error.ts';
import { refuse } from '../../messages/refusal/index.ts';
import type { Write } from '../write.ts';
import type { PackedText } from './packed-text.ts';

/*
 *   local header, name, data │ local header, name, data │ … │ central directory: a header an entry │ end
 *
 * Written here because what is packed, and what it comes to, is known before it is written: fflate writes sizes behind the data, where
 * some readers do not look for those of entries that are stored.
 */

/** Without the 64-bit extension, which not every reader of workbooks knows. */
const mostBytes = 0xffff_ffff;
const mostEntries = 0xffff;
const deflateMethod = 8;
const localSignature = 0x04034b50;
const directorySignature = 0x02014b50;
const endSignature = 0x06054b50;
const neededVersion = 20;
/** Names are UTF-8. */
const flags = 0x800;
/** 1980-01-01, the first day that the format knows: the same input gives the same file. */
const firstDay = 0x21;

/** A zip archive that is written as it grows. */
export interface Archive {
  add(path: string, text: PackedText): Promise<void>;
  /** Adds an entry of another archive as it is packed there. */
  copy(entry: PackedEntry, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  end(): Promise<void>;
}

/** An entry as another archive has it. */
export interface PackedEntry {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  checksum: number;
  packedBytes: number;
  bytes: number;
}

/** @throws {UsccError} `output`, from its methods, when the archive would exceed 4 GiB; whatever `write` throws */
export function createArchive(write: Write): Archive {
  const encoder = new TextEncoder();
  const directory: Uint8Array[] = [];
  let writtenBytes = 0;

  async function put(chunk: Uint8Array): Promise<void> {
    writtenBytes += chunk.length;
    if (writtenBytes > mostBytes) throw tooLarge();
    await write(chunk);
  }

  async function begin(entry: PackedEntry): Promise<void> {
    if (entry.bytes > mostBytes || directory.length >= mostEntries) throw tooLarge();
    const name = encoder.encode(entry.name);
    directory.push(describeEntry(entry, name, writtenBytes));
    await put(describeEntry(entry, name, null));
  }

  return {
    async add(name, text) {
      const { pieces, crc, textBytes } = await text.end();
      const packedBytes = pieces.reduce((sum, { length }) => sum + length, 0);
      await begin({ name, method: deflateMethod, checksum: crc, packedBytes, bytes: textBytes });
      for (const piece of pieces) await put(piece);
    },
    async copy(entry, pieces) {
      await begin(entry);
      for await (const piece of pieces) await put(piece);
    },
    async end() {
      const startsAt = writtenBytes;
      for (const entry of directory) await put(entry);
      const end = new DataView(new ArrayBuffer(22));
      end.setUint32(0, endSignature, true);
      end.setUint16(8, directory.length, true);
      end.setUint16(10, directory.length, true);
      end.setUint32(12, writtenBytes - startsAt, true);
      end.setUint32(16, startsAt, true);
      await put(new Uint8Array(end.buffer));
    },
  };
}

/** The header of an entry with its name: the one before its data, or with `at`, its place, the one in the directory. */
function describeEntry(
  { method, checksum, packedBytes, bytes }: PackedEntry,
  name: Uint8Array,
  at: number | null,
): Uint8Array {
  const headerBytes = at === null ? 30 : 46;
  const header = new Uint8Array(headerBytes + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, at === null ? localSignature : directorySignature, true);
  const from = at === null ? 4 : 6;
  if (at !== null) view.setUint16(4, neededVersion, true);
  view.setUint16(from, neededVersion, true);
  view.setUint16(from + 2, flags, true);
  view.setUint16(from + 4, method, true);
  view.setUint16(from + 8, firstDay, true);
  view.setUint32(from + 10, checksum, true);
  view.setUint32(from + 14, packedBytes, true);
  view.setUint32(from + 18, bytes, true);
  view.setUint16(from + 22, name.length, true);
  if (at !== null) view.setUint32(42, at, true);
  header.set(name, headerBytes);
  return header;
}

function tooLarge(): UsccError {
  return refuse('output', { kind: 'workbook-too-large', remedies: [{ kind: 'csv-lists' }] });
}
