import { Deflate } from 'fflate';
import { addToCrc32 } from './crc32.ts';

/** How the text of sheets is packed; programs and browsers have different means. */
export interface Packing {
  /** Starts one stream of raw DEFLATE. */
  start(): Packer;
  /** CRC-32, continued from `before`. */
  crc32(bytes: Uint8Array, before: number): number;
}

/** One stream: what `push` returns, joined in the order of the calls, is the whole. */
export interface Packer {
  push(bytes: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<Uint8Array<ArrayBuffer>[]>;
  /** What the stream keeps in memory beside what it has returned. */
  stateBytes: number;
}

/** Level 6 takes twice the time of level 1 and saves a fifth of the bytes. */
const level = 1;
/** A hash table of 32 KiB for each of many sheets; fflate's own choice is 2 MiB. */
const mem = 2;
/** That table, a window, and what stands in it. */
const stateBytes = 200 * 1024;

/** For everywhere: in JavaScript. */
export const plainPacking: Packing = {
  start() {
    let pieces: Uint8Array<ArrayBuffer>[] = [];
    const deflate = new Deflate({ level, mem }, (piece) => pieces.push(piece));
    return {
      stateBytes,
      async push(bytes, isLast) {
        pieces = [];
        deflate.push(bytes, isLast);
        return pieces;
      },
    };
  },
  crc32: (bytes, before) => addToCrc32(before, bytes),
};
