import { runInOrder } from '../registry/in-order.ts';
import { type DuplicateSite, pickRows } from '../registry/pick.ts';
import { addGroups } from './compare-records.ts';

/** Repeated codes inside of conflicts, parted from them. */
export interface Repeats {
  /** The conflict that each parted group belongs to. */
  conflictOf: Map<number, number>;
  /** Rows by range without a name, where others of their group have one: a conflict is about names, so those stay. */
  nameless: Map<number, Set<number>>;
}

/** The records of one code in a conflict. */
interface Part {
  conflict: number;
  /** Number of the first name that is not empty; 0: there is none. */
  name: bigint;
  size: number;
  differs: boolean;
}

/** The records of a range that are in conflicts: places among its entries, rows, and what was read of them. */
interface ConflictRows {
  range: number;
  indexes: number[];
  rows: Uint32Array<ArrayBuffer>;
  parts: Part[];
  isNamed: boolean[];
}

/**
 * Parts from conflicts of organization codes the codes whose own records do not conflict:
 *
 *   one organization code   c1 甲   c1 甲   c2 乙   c3 丙   c3 丁
 *   parted                  └─ repeated ┘
 *   still in conflict       one of those    c2 乙   c3 丙   c3 丁
 */
export async function partRepeats(site: DuplicateSite): Promise<Repeats> {
  const { set, pool } = site;
  const parts = new Map<string, Part>();
  const conflicts = [...listConflicts(site)];
  await runInOrder(
    conflicts,
    pool.size * 2,
    ({ range, rows }) => pickRows(site, range, rows, 'numbers'),
    ({ numbers }, { range, indexes, parts: own, isNamed }) => {
      const { groups } = set.byRange.get(range) ?? { groups: new Uint32Array() };
      const pairs = new BigUint64Array(numbers.buffer);
      for (const [at, index] of indexes.entries()) {
        const [name = 0n, code = 0n] = pairs.subarray(at * 2, at * 2 + 2);
        own.push(enterPart(parts, groups[index] ?? 0, code, name));
        isNamed.push(name !== 0n);
      }
    },
  );
  const repeated = [...parts.values()].filter(({ size, differs }) => size > 1 && !differs);
  const base = set.sizes.length;
  addGroups(
    set,
    repeated.map(({ size }) => size),
  );
  const groupOf = new Map(repeated.map((part, index) => [part, base + index]));
  const nameless: Repeats['nameless'] = new Map();
  for (const { range, indexes, rows, parts: own, isNamed } of conflicts) {
    const { groups } = set.byRange.get(range) ?? { groups: new Uint32Array() };
    const withoutName = new Set<number>();
    for (const [at, part] of own.entries()) {
      const group = groupOf.get(part);
      if (group === undefined) continue;
      groups[indexes[at] ?? 0] = group;
      if (part.name !== 0n && !isNamed[at]) withoutName.add(rows[at] ?? 0);
    }
    nameless.set(range, withoutName);
  }
  return { conflictOf: new Map(repeated.map((part, index) => [base + index, part.conflict])), nameless };
}

/** The records of conflicting organization codes: groups of exact keys. */
function* listConflicts({ set }: DuplicateSite): Generator<ConflictRows> {
  for (const [range, { rows, groups }] of set.byRange) {
    const indexes = [...groups.keys()].filter((index) => {
      const group = groups[index] ?? 0;
      return group < set.cleanCount && set.conflicting[group] === 1;
    });
    if (indexes.length === 0) continue;
    yield { range, indexes, rows: Uint32Array.from(indexes, (index) => rows[index] ?? 0), parts: [], isNamed: [] };
  }
}

function enterPart(parts: Map<string, Part>, conflict: number, code: bigint, name: bigint): Part {
  const place = `${conflict} ${code}`;
  const part = parts.get(place) ?? { conflict, name, size: 0, differs: false };
  parts.set(place, part);
  part.size++;
  if (part.name === 0n) part.name = name;
  else if (name !== 0n && name !== part.name) part.differs = true;
  return part;
}
