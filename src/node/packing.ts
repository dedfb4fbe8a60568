import { finished } from 'node:stream';
import { createDeflateRaw } from 'node:zlib';
import type { Packing } from '../write/workbook/packing.ts';
import { crc32 } from './checksum.ts';

/** Level 6 takes three times as long and saves a seventh of the bytes. */
const level = 2;
const chunkSize = 32 << 10;
/** zlib's window and table, and a chunk of output. */
const stateBytes = (256 << 10) + chunkSize;

/** zlib, beside the main thread. */
export const nodePacking: Packing = {
  start() {
    const stream = createDeflateRaw({ level, chunkSize });
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
