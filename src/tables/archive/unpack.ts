import { BrokenError, RefusedError } from '../broken.ts';
import type { ByteSource } from '../byte-source.ts';
import { findEntryData, type ZipEntry } from './zip-directory.ts';

/** What unpacking asks of the platform. */
export interface Unpacking {
  /** Bytes `from`..`to` of a source, each piece its reader's to keep. */
  readPieces(source: ByteSource, from: number, to: number): AsyncIterable<Uint8Array>;
  /** Undoes raw deflate. */
  inflateRaw(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** CRC-32 of bytes that follow others of that CRC-32; without it, damage may pass. */
  crc32?(bytes: Uint8Array, before: number): number;
  /** Told what has been unpacked; throws when that is too much. */
  spend?(bytes: number): void;
}

/**
 * What an entry holds, unpacked piece by piece.
 *
 * @throws {RefusedError} when it needs a password; {BrokenError} when it is damaged
 */
export async function* unpackEntry(
  source: ByteSource,
  entry: ZipEntry,
  { readPieces, inflateRaw, crc32, spend }: Unpacking,
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw new RefusedError('password');
  if (entry.method !== 0 && entry.method !== 8) throw new BrokenError({ kind: 'packing-method', method: entry.method });
  const { from, to } = await findEntryData(source, entry);
  const packed = readPieces(source, from, to);
  let bytes = 0;
  let checksum = 0;
  for await (const piece of entry.method === 0 ? packed : inflateRaw(packed)) {
    bytes += piece.length;
    spend?.(piece.length);
    if (crc32 !== undefined) checksum = crc32(piece, checksum);
    yield piece;
  }
  if (bytes !== entry.bytes)
    throw new BrokenError({ kind: 'entry-size', entry: entry.name, bytes, expected: entry.bytes });
  if (crc32 !== undefined && checksum !== entry.checksum)
    throw new BrokenError({ kind: 'entry-checksum', entry: entry.name });
}

/** The same for a page: streams of the platform. */
export const pageUnpacking: Unpacking = {
  async *readPieces(source, from, to) {
    for (let at = from; at < to; ) {
      const piece = new Uint8Array(Math.min(1 << 20, to - at));
      const count = await source.read(at, piece);
      if (count === 0) return;
      at += count;
      yield piece.subarray(0, count);
    }
  },
  async *inflateRaw(pieces) {
    const iterator = pieces[Symbol.asyncIterator]();
    const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      },
    });
    const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (let next = await reader.read(); next.done !== true; next = await reader.read()) yield next.value;
  },
};
