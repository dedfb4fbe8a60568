import { createFault } from '../../scan/fault.ts';
import type { ByteSource } from '../../scan/source.ts';

/** `FileReaderSync` exists in workers only; the types of pages do not know it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** A Blob to read anywhere in. Workers read at once, without a promise. */
export function sourceOfBlob(blob: Blob): ByteSource {
  const reader = new FileReaderSync();
  return {
    size: blob.size,
    read(at, into) {
      if (at >= blob.size || into.length === 0) return 0;
      const bytes = new Uint8Array(readSlice(reader, blob.slice(at, at + into.length)));
      into.set(bytes);
      return bytes.length;
    },
  };
}

/** @throws {UsccError} `input`: the file has changed since it was chosen, so that the browser refuses to read it */
function readSlice(reader: FileReaderSync, slice: Blob): ArrayBuffer {
  try {
    return reader.readAsArrayBuffer(slice);
  } catch {
    throw createFault({ kind: 'shrunk' });
  }
}
