import { createFault } from '../../engine/scan/fault.ts';
import type { ByteSource } from '../../tables/byte-source.ts';

/** `FileReaderSync` exists in workers only; the types of pages do not know it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/**
 * Read from a Blob at once: a read costs a round trip to another process. 155 MB take 1.46 s in pieces of 1 MiB, 0.64 s in
 * pieces of 4 MiB, and the engine asks for less than either.
 */
const blockBytes = 4 << 20;

/**
 * A Blob to read anywhere in. Workers read at once, without a promise.
 *
 *   blob    ────────┬──────────────┬─────────
 *                 blockAt     + 4 MiB            asked for: from here while it is here, else a block from there on
 */
export function sourceOfBlob(blob: Blob): ByteSource {
  const reader = new FileReaderSync();
  let block = new Uint8Array();
  let blockAt = 0;
  return {
    size: blob.size,
    read(at, into) {
      if (at >= blob.size || into.length === 0) return 0;
      const end = Math.min(blob.size, at + into.length);
      if (at < blockAt || end > blockAt + block.length) {
        block = new Uint8Array(readSlice(reader, blob.slice(at, Math.max(at + blockBytes, end))));
        blockAt = at;
      }
      const part = block.subarray(at - blockAt, end - blockAt);
      into.set(part);
      return part.length;
    },
  };
}

/** @throws {UsccError} `input`: the file has changed since it was chosen, so that the browser refuses to read it */
function readSlice(reader: FileReaderSync, slice: Blob): ArrayBuffer {
  try {
    return reader.readAsArrayBuffer(slice);
  } catch {
    throw createFault({ kind: 'changed' });
  }
}
