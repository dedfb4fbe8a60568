/** Bytes put together piece by piece, in one buffer that grows. */
export interface ByteList {
  /** Adds bytes, or those from `start` to before `end`. */
  add(bytes: Uint8Array, start?: number, end?: number): void;
  /** Adds text as UTF-8. */
  addText(text: string): void;
  /** All since the last call, lent until something is added. */
  take(): Uint8Array;
}

/** Bytes of UTF-8 that one UTF-16 unit takes at most. */
const unitBytes = 3;
const shortBytes = 64;

/** @param expectedBytes room that is made at once */
export function createByteList(expectedBytes = 1 << 16): ByteList {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(expectedBytes);
  let length = 0;
  const makeRoom = (bytes: number): void => {
    if (length + bytes <= buffer.length) return;
    const larger = new Uint8Array((length + bytes) * 2);
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  return {
    add(bytes, start = 0, end = bytes.length) {
      makeRoom(end - start);
      // Short pieces are quicker byte by byte than as views.
      if (end - start > shortBytes) buffer.set(bytes.subarray(start, end), length);
      else for (let at = start; at < end; at++) buffer[length + at - start] = bytes[at] ?? 0;
      length += end - start;
    },
    addText(text) {
      makeRoom(text.length * unitBytes);
      length += encoder.encodeInto(text, buffer.subarray(length)).written;
    },
    take() {
      const bytes = buffer.subarray(0, length);
      length = 0;
      return bytes;
    },
  };
}
