/**
 * Bytes that can be read anywhere: a file, a Blob, an array. Everything the engine reads is one of these.
 *
 *   0                    at            at + length         size
 *   ├────────────────────┼──────────────────┼───────────────┤
 */
export interface ByteSource {
  /** Length in bytes. */
  size: number;
  /**
   * Fills `into` from byte `at` and returns how many bytes it wrote: fewer than asked only at the end of the source.
   * Reads that can be had at once are; a platform that cannot returns a promise.
   */
  read(at: number, into: Uint8Array): number | Promise<number>;
}

/** Something a worker can be sent that it can open as a ByteSource. */
export type SourceReference = unknown;

/** The source of an array of bytes. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(at, into) {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
  };
}

/** Reads `length` bytes at `at`, or what there is of them. */
export async function readBytes(source: ByteSource, at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, source.size - at)));
  return bytes.subarray(0, await fillBytes(source, at, bytes));
}

/** Fills `into` from byte `at`, in as many reads as it takes; returns how many bytes there were. */
export async function fillBytes(source: ByteSource, at: number, into: Uint8Array): Promise<number> {
  let filled = 0;
  while (filled < into.length) {
    const reading = source.read(at + filled, into.subarray(filled));
    const count = typeof reading === 'number' ? reading : await reading;
    if (count === 0) break;
    filled += count;
  }
  return filled;
}
