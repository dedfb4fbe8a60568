import type { DuplicateSource } from '../../check/duplicates/duplicate-source.ts';
import { pickInOrder } from '../../engine/reread/pick.ts';
import { addGroups } from './compare-records.ts';

/** Repeated codes inside of conflicts, parted from them. */
export interface Repeats {
  /** The conflict that each parted group belongs to. */
  conflictOf: Map<number, number>;
  /** Rows by range without a name, where others of their group have one: a conflict is about names, so those stay. */
  nameless: Map<number, Set<number>>;
}

/**
 * The records of conflicts, conflict by conflict:
 *
 *   offsets   0    3    5      of each group; those that do not conflict take no room
 *   codes     c c d│e e│f …    as numbers, so are names; 0: none
 */
interface ConflictRecords {
  offsets: Uint32Array;
  codes: BigUint64Array;
  names: BigUint64Array;
  ranges: Uint32Array;
  /** Places among the entries of their ranges. */
  indexes: Uint32Array;
}

/**
 * Parts from conflicts of organization codes the codes whose own records do not conflict:
 *
 *   one organization code   c1 甲   c1 甲   c2 乙   c3 丙   c3 丁
 *   parted                  └─ repeated ┘
 *   still in conflict       one of those    c2 乙   c3 丙   c3 丁
 */
export async function separateRepeats(source: DuplicateSource): Promise<Repeats> {
  const { set } = source;
  const records = await readConflicts(source);
  const { offsets, names, ranges, indexes } = records;
  const repeats: Repeats = { conflictOf: new Map(), nameless: new Map() };
  const sizes: number[] = [];
  const base = set.sizes.length;
  for (let conflict = 0; conflict < base; conflict++) {
    const [start = 0, end = 0] = offsets.subarray(conflict, conflict + 2);
    for (const same of listCodes(records, start, end)) {
      const known = new Set(same.map((at) => names[at] ?? 0n).filter((name) => name !== 0n));
      if (same.length < 2 || known.size > 1) continue;
      const group = base + sizes.length;
      sizes.push(same.length);
      repeats.conflictOf.set(group, conflict);
      for (const at of same) {
        const entries = set.byRange.get(ranges[at] ?? 0);
        if (entries === undefined) continue;
        entries.groups[indexes[at] ?? 0] = group;
        if (known.size > 0 && names[at] === 0n)
          addRow(repeats.nameless, ranges[at] ?? 0, entries.rows[indexes[at] ?? 0] ?? 0);
      }
    }
  }
  addGroups(set, sizes);
  return repeats;
}

/** Reads the records of conflicting organization codes, which are groups of exact keys. */
async function readConflicts(source: DuplicateSource): Promise<ConflictRecords> {
  const { set } = source;
  const isConflict = (group: number): boolean => group < set.cleanCount && set.conflicting[group] === 1;
  const offsets = new Uint32Array(set.sizes.length + 1);
  for (const [group, size] of set.sizes.entries()) {
    offsets[group + 1] = (offsets[group] ?? 0) + (isConflict(group) ? size : 0);
  }
  const count = offsets.at(-1) ?? 0;
  const records: ConflictRecords = {
    offsets,
    codes: new BigUint64Array(count),
    names: new BigUint64Array(count),
    ranges: new Uint32Array(count),
    indexes: new Uint32Array(count),
  };
  const next = offsets.slice();
  const wanted = function* () {
    for (const [range, { rows, groups }] of set.byRange) {
      const indexes = groups.map((_, index) => index).filter((index) => isConflict(groups[index] ?? 0));
      if (indexes.length > 0) yield { range, indexes, groups, rows: indexes.map((index) => rows[index] ?? 0) };
    }
  };
  await pickInOrder(source, wanted(), 'numbers', ({ numbers }, { range, indexes, groups }) => {
    const pairs = new BigUint64Array(numbers.buffer);
    for (const [read, index] of indexes.entries()) {
      const group = groups[index] ?? 0;
      const at = next[group] ?? 0;
      next[group] = at + 1;
      records.names[at] = pairs[read * 2] ?? 0n;
      records.codes[at] = pairs[read * 2 + 1] ?? 0n;
      records.ranges[at] = range;
      records.indexes[at] = index;
    }
  });
  return records;
}

/** The indexes of the records of each code, among those from `start` to before `end`. */
function listCodes({ codes }: ConflictRecords, start: number, end: number): Iterable<number[]> {
  const entriesOf = new Map<bigint, number[]>();
  for (let at = start; at < end; at++) {
    const code = codes[at] ?? 0n;
    const own = entriesOf.get(code);
    if (own === undefined) entriesOf.set(code, [at]);
    else own.push(at);
  }
  return entriesOf.values();
}

function addRow(rows: Map<number, Set<number>>, range: number, row: number): void {
  const own = rows.get(range) ?? new Set();
  rows.set(range, own.add(row));
}
