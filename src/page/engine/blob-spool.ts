import type { Spool } from '../../tables/expansion.ts';
import { sourceOfBlob } from './blob-source.ts';

const partBytes = 8 << 20;
const restMilliseconds = 50;

/** Keeps pieces in Blobs, which browsers put on disk when they are many; lets messages in on the way. */
export function createBlobSpool(signal: () => AbortSignal): Spool {
  return {
    async write(pieces) {
      const blobs: Blob[] = [];
      let waiting: Uint8Array<ArrayBuffer>[] = [];
      let waitingBytes = 0;
      let rested = performance.now();
      for await (const piece of pieces) {
        waiting.push(piece as Uint8Array<ArrayBuffer>);
        waitingBytes += piece.length;
        if (waitingBytes >= partBytes) {
          blobs.push(new Blob(waiting));
          waiting = [];
          waitingBytes = 0;
        }
        if (performance.now() - rested > restMilliseconds) {
          await new Promise((resolve) => setTimeout(resolve));
          rested = performance.now();
        }
        signal().throwIfAborted();
      }
      const blob = new Blob([...blobs, ...waiting]);
      return { source: sourceOfBlob(blob), reference: blob, close: () => {}, remove: () => {} };
    },
  };
}
