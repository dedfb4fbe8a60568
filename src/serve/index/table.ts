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

/** Hashes and numbers of records, by the high eight bits of the hashes and then in the order of the records. */
export interface Entries {
  hashes: Uint32Array<ArrayBuffer>;
  records: Uint32Array<ArrayBuffer>;
  /** Where those with each value of the high bits begin, and the end. */
  starts: Uint32Array<ArrayBuffer>;
}

const entriesOfBucket = 16;
const runBits = 8;
const runCount = 1 << runBits;
const runShift = 32 - runBits;
/** With fewer, bits of the hash would stand neither in the bucket nor in the tag. */
const fewestBits = 16;
const mostBits = 26;

/** Entries of hashes and records that stand in pairs, in the order of the records. */
export function sortEntries(pairs: Uint32Array): Entries {
  const count = pairs.length / 2;
  const starts = new Uint32Array(runCount + 1);
  for (let at = 0; at < pairs.length; at += 2) {
    const run = ((pairs[at] ?? 0) >>> runShift) + 1;
    starts[run] = (starts[run] ?? 0) + 1;
  }
  for (let run = 1; run <= runCount; run++) starts[run] = (starts[run] ?? 0) + (starts[run - 1] ?? 0);
  const next = starts.slice();
  const hashes = new Uint32Array(count);
  const records = new Uint32Array(count);
  for (let at = 0; at < pairs.length; at += 2) {
    const hash = pairs[at] ?? 0;
    const slot = next[hash >>> runShift] ?? 0;
    next[hash >>> runShift] = slot + 1;
    hashes[slot] = hash;
    records[slot] = pairs[at + 1] ?? 0;
  }
  return { hashes, records, starts };
}

/**
 * The table of some lists, whose records follow one another. All lists are gone through once for each value of the high bits, so
 * that what is written at a time fits a processor's cache.
 *
 * @param bases what is added to the records of each list
 */
export function buildTable(lists: readonly Entries[], bases: readonly number[]): Table {
  const count = lists.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const bits = Math.max(fewestBits, Math.min(mostBits, Math.ceil(Math.log2(count / entriesOfBucket + 1))));
  const table = {
    starts: new Uint32Array(2 ** bits + 1),
    tags: new Uint16Array(count),
    records: new Uint32Array(count),
  };
  for (let run = 0; run < runCount; run++) fillRun(table, lists, bases, run, 32 - bits);
  return table;
}

function fillRun(
  { starts, tags, records }: Table,
  lists: readonly Entries[],
  bases: readonly number[],
  run: number,
  shift: number,
): void {
  for (const list of lists) {
    const end = list.starts[run + 1] ?? 0;
    for (let at = list.starts[run] ?? 0; at < end; at++) {
      const bucket = ((list.hashes[at] ?? 0) >>> shift) + 1;
      starts[bucket] = (starts[bucket] ?? 0) + 1;
    }
  }
  const buckets = (starts.length - 1) / runCount;
  const first = run * buckets;
  for (let bucket = first; bucket < first + buckets; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const next = starts.slice(first, first + buckets);
  for (const [index, list] of lists.entries()) {
    const base = bases[index] ?? 0;
    const end = list.starts[run + 1] ?? 0;
    for (let at = list.starts[run] ?? 0; at < end; at++) {
      const hash = list.hashes[at] ?? 0;
      const bucket = (hash >>> shift) - first;
      const slot = next[bucket] ?? 0;
      next[bucket] = slot + 1;
      tags[slot] = hash;
      records[slot] = (list.records[at] ?? 0) + base;
    }
  }
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
