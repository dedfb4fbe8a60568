/**
 * Records by a hash of 32 bits, six bytes each and a quarter of one for the directory:
 *
 *   hash      │ bucket: the high bits │ tag: the low 16 │
 *   starts    where each bucket begins, and the end of the last
 *   tags      of the entries, bucket by bucket; within one in the order of the records
 *   records   numbers of records, in the same order
 *
 * A bucket holds some sixteen entries, which are looked through one by one. What is found has to be compared as text.
 */
export interface Table {
  starts: Uint32Array<ArrayBuffer>;
  tags: Uint16Array<ArrayBuffer>;
  records: Uint32Array<ArrayBuffer>;
}

/** Hashes and numbers of records, in the order of the records. */
export interface Entries {
  hashes: Uint32Array<ArrayBuffer>;
  records: Uint32Array<ArrayBuffer>;
}

const entriesOfBucket = 16;
/** With fewer, bits of the hash would stand neither in the bucket nor in the tag. */
const fewestBits = 16;
const mostBits = 26;

/** The table of some lists, whose records follow one another. */
export function buildTable(lists: readonly Entries[]): Table {
  const count = lists.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const bits = Math.max(fewestBits, Math.min(mostBits, Math.ceil(Math.log2(count / entriesOfBucket + 1))));
  const shift = 32 - bits;
  const starts = new Uint32Array(2 ** bits + 1);
  for (const { hashes } of lists) {
    for (let at = 0; at < hashes.length; at++) {
      const bucket = ((hashes[at] ?? 0) >>> shift) + 1;
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    }
  }
  for (let bucket = 1; bucket < starts.length; bucket++) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const next = starts.slice();
  const tags = new Uint16Array(count);
  const records = new Uint32Array(count);
  for (const list of lists) {
    for (let at = 0; at < list.hashes.length; at++) {
      const hash = list.hashes[at] ?? 0;
      const slot = next[hash >>> shift] ?? 0;
      next[hash >>> shift] = slot + 1;
      tags[slot] = hash;
      records[slot] = list.records[at] ?? 0;
    }
  }
  return { starts, tags, records };
}

/** Numbers of the records under a hash, in their order; now and then one that is under another. */
export function findRecords({ starts, tags, records }: Table, hash: number): number[] {
  const found: number[] = [];
  // A power of two, whose leading zeros say how many bits it has.
  const bucket = hash >>> (Math.clz32(starts.length - 1) + 1);
  const end = starts[bucket + 1] ?? 0;
  const tag = hash & 0xffff;
  for (let at = starts[bucket] ?? 0; at < end; at++) if (tags[at] === tag) found.push(records[at] ?? 0);
  return found;
}
