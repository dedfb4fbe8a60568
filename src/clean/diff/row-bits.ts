/** Some of all records, each known by its ordinal: a bit a record. */
export interface RowBits {
  add(ordinals: Uint32Array): void;
  drop(ordinals: Uint32Array): void;
  /** Ordinals from `from` to before `to`, counted from `from`. */
  list(from: number, to: number): Uint32Array<ArrayBuffer>;
}

export function createRowBits(records: number): RowBits {
  const bits = new Uint8Array(Math.ceil(records / 8));
  const has = (ordinal: number): number => ((bits[ordinal >>> 3] ?? 0) >> (ordinal & 7)) & 1;
  return {
    add(ordinals) {
      for (let at = 0; at < ordinals.length; at++) {
        const ordinal = ordinals[at] ?? 0;
        bits[ordinal >>> 3] = (bits[ordinal >>> 3] ?? 0) | (1 << (ordinal & 7));
      }
    },
    drop(ordinals) {
      for (let at = 0; at < ordinals.length; at++) {
        const ordinal = ordinals[at] ?? 0;
        bits[ordinal >>> 3] = (bits[ordinal >>> 3] ?? 0) & ~(1 << (ordinal & 7));
      }
    },
    list(from, to) {
      let count = 0;
      for (let ordinal = from; ordinal < to; ordinal++) count += has(ordinal);
      const listed = new Uint32Array(count);
      for (let ordinal = from, at = 0; at < count; ordinal++) if (has(ordinal) === 1) listed[at++] = ordinal - from;
      return listed;
    },
  };
}
