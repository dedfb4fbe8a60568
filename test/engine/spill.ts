import type { SpillFile } from '../../src/engine/group/key-store.ts';

/** A spill file in memory. */
export function createSpill(): SpillFile & { size(): number } {
  let bytes = new Uint8Array();
  const read = (at: number, into: Uint8Array): number => {
    into.set(bytes.subarray(at, at + into.length));
    return into.length;
  };
  return {
    reference: { size: Number.MAX_SAFE_INTEGER, read },
    read,
    append(part) {
      const at = bytes.length;
      const longer = new Uint8Array(at + part.length);
      longer.set(bytes);
      longer.set(part, at);
      bytes = longer;
      return at;
    },
    size: () => bytes.length,
  };
}
