import { finished, pipeline, Readable } from 'node:stream';
import { createDeflateRaw, createGunzip, createInflateRaw, crc32 as zlibChecksum } from 'node:zlib';
import type { Inflating } from '../tables/expansion.ts';
import type { Packing } from '../write/workbook/packing.ts';

/** Level 6 takes three times as long and saves a seventh of the bytes. */
const level = 2;
const unpackedChunkBytes = 256 << 10;
const packedChunkBytes = 32 << 10;
/** zlib's window and table, and a chunk of output. */
const stateBytes = (256 << 10) + packedChunkBytes;

/** CRC-32 of bytes that follow others of that CRC-32. Of no bytes zlib says 0, whatever came before. */
export function crc32(bytes: Uint8Array, before: number): number {
  return bytes.length === 0 ? before : zlibChecksum(bytes, before);
}

/** zlib, off the main thread. */
export const nodeInflating: Inflating = {
  inflateRaw: (pieces) =>
    pipeline(Readable.from(pieces), createInflateRaw({ chunkSize: unpackedChunkBytes }), () => {}),
  gunzip: (pieces) => pipeline(Readable.from(pieces), createGunzip({ chunkSize: unpackedChunkBytes }), () => {}),
  crc32,
  loadCompound: async () => (await import('./inputs/xls.ts')).expandCompound,
};

/** zlib, beside the main thread. */
export const nodePacking: Packing = {
  start() {
    const stream = createDeflateRaw({ level, chunkSize: packedChunkBytes });
    let pieces: Uint8Array<ArrayBuffer>[] = [];
    stream.on('data', (piece: Buffer<ArrayBuffer>) => pieces.push(piece));
    // Errors reach whoever waits for a piece.
    stream.on('error', () => {});
    return {
      stateBytes,
      push: (bytes, isLast) =>
        new Promise((resolve, reject) => {
          const hand = (error?: Error | null): void => {
            if (error) reject(error);
            else resolve(pieces);
            pieces = [];
          };
          if (!isLast) stream.write(bytes, hand);
          else finished(stream.end(bytes), hand);
        }),
    };
  },
  crc32,
};
