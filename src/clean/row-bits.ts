/** Some rows of some ranges: a bit a record. */
export interface RowBits {
  add(range: number, row: number): void;
  drop(range: number, row: number): void;
  /** Ranges that have ever had a row, in order. */
  ranges(): number[];
  list(range: number): Uint32Array<ArrayBuffer>;
}

export function createRowBits(recordsOf: (range: number) => number): RowBits {
  const bits = new Map<number, Uint8Array>();
  const find = (range: number): Uint8Array => {
    let own = bits.get(range);
    if (own === undefined) {
      own = new Uint8Array(Math.ceil(recordsOf(range) / 8));
      bits.set(range, own);
    }
    return own;
  };
  return {
    add(range, row) {
      const own = find(range);
      own[row >> 3] = (own[row >> 3] ?? 0) | (1 << (row & 7));
    },
    drop(range, row) {
      const own = find(range);
      own[row >> 3] = (own[row >> 3] ?? 0) & ~(1 << (row & 7));
    },
    ranges: () => [...bits.keys()].sort((a, b) => a - b),
    list(range) {
      const rows: number[] = [];
      for (const [at, byte] of find(range).entries()) {
        for (let bit = 0; byte >> bit > 0; bit++) if ((byte >> bit) & 1) rows.push(at * 8 + bit);
      }
      return Uint32Array.from(rows);
    },
  };
}
