import { freeAt, paddingBytes } from '../../engine/scan/kernel/contract.ts';
import type { Kernel } from '../../engine/scan/kernel/kernel.ts';

const tableBytes = 1 << 16;

/** Bytes packed as Snappy has them, in the kernel's memory: lent until it does anything else. */
export function packBytes(kernel: Kernel, bytes: Uint8Array): Uint8Array {
  const bytesAt = freeAt + tableBytes;
  const outAt = bytesAt + bytes.length + paddingBytes;
  kernel.reserve(outAt + Math.ceil((bytes.length * 7) / 6) + paddingBytes);
  kernel.bytes().set(bytes, bytesAt);
  return kernel.bytes().subarray(outAt, kernel.packBytes(bytesAt, bytes.length, outAt, freeAt));
}
