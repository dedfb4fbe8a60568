import { pipeline, Readable } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import type { Inflating } from '../tables/expansion.ts';
import { crc32 } from './checksum.ts';

const chunkSize = 256 << 10;

/** zlib, off the main thread. */
export const nodeInflating: Inflating = {
  inflateRaw: (pieces) => pipeline(Readable.from(pieces), createInflateRaw({ chunkSize }), () => {}),
  gunzip: (pieces) => pipeline(Readable.from(pieces), createGunzip({ chunkSize }), () => {}),
  crc32,
  loadCompound: async () => (await import('./xls.ts')).expandCompound,
};
