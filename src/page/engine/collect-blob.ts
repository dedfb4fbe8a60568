import type { Writable } from '../../write/write.ts';

/** Takes what is written; what is handed over is only lent. It lies in a Blob, outside of the memory of the page. */
export function collectBlob(): Writable & { finish(type: string): Blob } {
  const parts: Blob[] = [];
  return {
    async write(chunk) {
      if (chunk.length > 0) parts.push(new Blob([chunk as string | Uint8Array<ArrayBuffer>]));
    },
    finish: (type) => new Blob(parts, { type }),
  };
}
