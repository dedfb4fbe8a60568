const chunkBytes = 1 << 20;

/** Texts in order: bytes in large chunks, since ten million strings would take a gigabyte. */
export interface TextList {
  add(text: string): void;
  /** Text number `number`, from 1. */
  get(number: number): string;
}

/**
 * An empty list.
 *
 *   chunks  [ id-1 id-2 … │ … ]        a text never crosses into the next chunk; a longer one has a chunk of its own
 *   starts  0 4 …                      chunk × 2^20 + where the text starts
 *   lengths 4 4 …
 */
export function createTextList(): TextList {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const chunks: Uint8Array[] = [];
  let starts = new Float64Array(1024);
  let lengths = new Uint32Array(1024);
  let count = 0;
  let usedBytes = chunkBytes;
  return {
    add(text) {
      const bytes = encoder.encode(text);
      if (usedBytes + bytes.length > chunkBytes) {
        chunks.push(new Uint8Array(Math.max(chunkBytes, bytes.length)));
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
    get(number) {
      const start = starts[number - 1] ?? 0;
      const at = start % chunkBytes;
      return decoder.decode(chunks[(start - at) / chunkBytes]?.subarray(at, at + (lengths[number - 1] ?? 0)));
    },
  };
}

function grow<List extends Float64Array | Uint32Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}
