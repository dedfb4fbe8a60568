/**
 * What the consistency of a whole file is told by: numbers of two cells of a record, listed by one of them. A list is
 * sorted by partition, so that all entries with one key come together, whatever range they stand in.
 *
 *   entry   key u64      value u64    row u32            five words
 *           code         name         of the range       `codes`: one code, one name
 *           name         code                            `names`: one name, one code
 *           decision and code   0                        `decisions`: nothing twice
 */
export const pairLists = ['codes', 'names', 'decisions'] as const;
export type PairListName = (typeof pairLists)[number];

/** Words of an entry. */
export const pairWords = 5;

/** The entries of one range, sorted by partition. */
export interface PairBlock {
  /** Where each partition starts, in entries; one more than there are partitions. */
  offsets: Uint32Array<ArrayBuffer>;
  words: Uint32Array<ArrayBuffer>;
}

/** Entries of one range as they are made. */
export interface PairCollector {
  add(keyLow: number, keyHigh: number, valueLow: number, valueHigh: number, row: number): void;
  /** @param bits number of partitions, as a power of 2 */
  take(bits: number): PairBlock;
}

export function createPairCollector(): PairCollector {
  let words = new Uint32Array(1 << 12);
  let used = 0;
  return {
    add(keyLow, keyHigh, valueLow, valueHigh, row) {
      if (used + pairWords > words.length) {
        const larger = new Uint32Array(words.length * 2);
        larger.set(words);
        words = larger;
      }
      words[used] = keyLow;
      words[used + 1] = keyHigh;
      words[used + 2] = valueLow;
      words[used + 3] = valueHigh;
      words[used + 4] = row;
      used += pairWords;
    },
    take: (bits) => sortPairs(words.subarray(0, used), bits),
  };
}

/** The partition of a key. */
function partitionOf(low: number, high: number, bits: number): number {
  return bits === 0 ? 0 : Math.imul(low ^ high, 0x9e3779b1) >>> (32 - bits);
}

/** A counting sort: it keeps the order of rows. */
function sortPairs(words: Uint32Array, bits: number): PairBlock {
  const count = words.length / pairWords;
  const offsets = new Uint32Array((1 << bits) + 1);
  for (let at = 0; at < words.length; at += pairWords) {
    const partition = partitionOf(words[at] as number, words[at + 1] as number, bits) + 1;
    offsets[partition] = (offsets[partition] as number) + 1;
  }
  for (let partition = 1; partition < offsets.length; partition++) {
    offsets[partition] = (offsets[partition] as number) + (offsets[partition - 1] as number);
  }
  const next = offsets.slice();
  const sorted = new Uint32Array(count * pairWords);
  for (let at = 0; at < words.length; at += pairWords) {
    const partition = partitionOf(words[at] as number, words[at + 1] as number, bits);
    const to = (next[partition] as number) * pairWords;
    next[partition] = (next[partition] as number) + 1;
    for (let word = 0; word < pairWords; word++) sorted[to + word] = words[at + word] as number;
  }
  return { offsets, words: sorted };
}
