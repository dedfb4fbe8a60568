/** Bytes put together piece by piece, in one buffer that grows. */
export interface ByteList {
  add(bytes: Uint8Array): void;
  /** Adds text as UTF-8. */
  addText(text: string): void;
  /** All since the last call, lent until something is added. */
  take(): Uint8Array;
}

/** Bytes of UTF-8 that one UTF-16 unit takes at most. */
const unitBytes = 3;

export function createByteList(): ByteList {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  const makeRoom = (bytes: number): void => {
    if (length + bytes <= buffer.length) return;
    const larger = new Uint8Array((length + bytes) * 2);
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  return {
    add(bytes) {
      makeRoom(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
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
