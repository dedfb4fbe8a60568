import { crc32 as zlibChecksum } from 'node:zlib';

/** CRC-32 of bytes that follow others of that CRC-32. Of no bytes zlib says 0, whatever came before. */
export function crc32(bytes: Uint8Array, before: number): number {
  return bytes.length === 0 ? before : zlibChecksum(bytes, before);
}
