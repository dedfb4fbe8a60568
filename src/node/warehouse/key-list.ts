const chunkBytes = 1 << 20;

/** The keys of rows in order: bytes in large chunks, since ten million strings would take a gigabyte. */
export interface KeyList {
  add(key: string): void;
  /** The key of row `row`, from 1. */
  get(row: number): string;
}

/**
 * An empty list.
 *
 *   chunks  [ id-1 id-2 … │ … ]        a key never crosses into the next chunk
 *   starts  0 4 …                      chunk × 2^20 + where the key starts
 *   lengths 4 4 …
 */
export function createKeyList(): KeyList {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const chunks: Uint8Array[] = [];
  let starts = new Float64Array(1024);
  let lengths = new Uint32Array(1024);
  let count = 0;
  let usedBytes = chunkBytes;
  return {
    add(key) {
      const bytes = encoder.encode(key.slice(0, chunkBytes / 4));
      if (usedBytes + bytes.length > chunkBytes) {
        chunks.push(new Uint8Array(chunkBytes));
        usedBytes = 0;
      }
      if (count === starts.length) {
        starts = grow(starts, new Float64Array(count * 2));
        lengths = grow(lengths, new Uint32Array(count * 2));
      }
      chunks.at(-1)?.set(bytes, usedBytes);
      starts[count] = (chunks.length - 1) * chunkBytes + usedBytes;
      lengths[count] = bytes.length;
      usedBytes += bytes.length;
      count++;
    },
    get(row) {
      const start = starts[row - 1] ?? 0;
      const at = start % chunkBytes;
      return decoder.decode(chunks[(start - at) / chunkBytes]?.subarray(at, at + (lengths[row - 1] ?? 0)));
    },
  };
}

function grow<List extends Float64Array | Uint32Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}
