import type { TaskKind } from '../engine/task.ts';
import { pairWords } from './pairs.ts';

/** The entries of one partition, and what is looked for among them. */
export interface PairTask {
  words: Uint32Array<ArrayBuffer>;
  /** `values`: keys that stand with more than one value; `keys`: keys that stand twice. */
  want: 'values' | 'keys';
}

/** Entries that break a rule. */
export interface PairFaults {
  /** The record at fault, counted over all files. */
  rows: Uint32Array<ArrayBuffer>;
  /** For each the record that shows what should stand there, or that came first; {@link noRow}: none is more common than all others. */
  others: Uint32Array<ArrayBuffer>;
}

/** No record. */
export const noRow = 0xffffffff;

/** Partitions looked through. */
export const pairTasks: TaskKind<PairTask, PairFaults> = {
  name: 'licence-pairs',
  perform: async (_, task) => findFaults(task),
};

/** Keys are met in one table; what stands under those at fault is looked at again. */
export function findFaults({ words, want }: PairTask): PairFaults {
  const count = words.length / pairWords;
  const bits = Math.max(4, Math.ceil(Math.log2(count * 2 + 1)));
  const mask = (1 << bits) - 1;
  const slots = new Uint32Array(1 << bits);
  const isFaulty = new Uint8Array(count);
  const firstOf = new Uint32Array(count);
  let isAny = false;
  for (let index = 0; index < count; index++) {
    const at = index * pairWords;
    const low = words[at] as number;
    const high = words[at + 1] as number;
    let slot = Math.imul(high ^ (low >>> 3), 0x85ebca6b) & mask;
    while (true) {
      const held = slots[slot] as number;
      if (held === 0) {
        slots[slot] = index + 1;
        firstOf[index] = index;
        break;
      }
      const first = (held - 1) * pairWords;
      if (words[first] === low && words[first + 1] === high) {
        firstOf[index] = held - 1;
        if (want === 'keys' || words[first + 2] !== words[at + 2] || words[first + 3] !== words[at + 3]) {
          isFaulty[held - 1] = 1;
          isAny = true;
        }
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  if (!isAny) return { rows: new Uint32Array(), others: new Uint32Array() };
  return want === 'keys' ? listRepeats(words, firstOf, isFaulty) : listMinorities(words, firstOf, isFaulty);
}

/** All but the first record of each key. Entries of a partition are in the order of their records. */
function listRepeats(words: Uint32Array, firstOf: Uint32Array, isFaulty: Uint8Array): PairFaults {
  const rows: number[] = [];
  const others: number[] = [];
  for (let index = 0; index < firstOf.length; index++) {
    const first = firstOf[index] as number;
    if (isFaulty[first] === 0 || first === index) continue;
    rows.push(words[index * pairWords + 4] as number);
    others.push(words[first * pairWords + 4] as number);
  }
  return { rows: Uint32Array.from(rows), others: Uint32Array.from(others) };
}

/** Of each key the entries that do not carry its most common value; all of them where none is more common than all others. */
function listMinorities(words: Uint32Array, firstOf: Uint32Array, isFaulty: Uint8Array): PairFaults {
  const groups = new Map<number, Map<string, number[]>>();
  for (let index = 0; index < firstOf.length; index++) {
    const first = firstOf[index] as number;
    if (isFaulty[first] === 0) continue;
    const at = index * pairWords;
    const values = groups.get(first) ?? new Map<string, number[]>();
    groups.set(first, values);
    const value = `${words[at + 2]} ${words[at + 3]}`;
    const rows = values.get(value) ?? [];
    values.set(value, rows);
    rows.push(words[at + 4] as number);
  }
  const rows: number[] = [];
  const others: number[] = [];
  for (const values of groups.values()) {
    const common = findCommon([...values.values()]);
    for (const held of values.values()) {
      if (held === common) continue;
      for (const row of held) {
        rows.push(row);
        others.push(common?.[0] ?? noRow);
      }
    }
  }
  return { rows: Uint32Array.from(rows), others: Uint32Array.from(others) };
}

/** The largest of several lists; null when two are. */
function findCommon(lists: number[][]): number[] | null {
  const [first, second] = [...lists].sort((a, b) => b.length - a.length);
  return first === undefined || first.length === second?.length ? null : first;
}
