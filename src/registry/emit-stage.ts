import { maskIdentityNumbers } from '../code/mask.ts';
import type { DuplicateSet } from '../duplicates/duplicate-set.ts';
import { keyKinds } from '../scan/kernel/layout.ts';
import type { PickedTexts } from './compare-stage.ts';
import type { DuplicateRecord } from './finding.ts';
import { runInOrder } from './in-order.ts';
import { type DuplicateSite, numberUnits, pickRows } from './pick.ts';
import type { PickResult } from './pick-task.ts';
import type { FilePlan } from './plan.ts';
import type { ScannedRange } from './scan-stage.ts';
import { textAt } from './text-column.ts';

const batchEntries = 1 << 18;
const exampleGroups = 5;
/** A row (below 2^24) and a group fit one exact number. */
const groupLimit = 2 ** 28;

/** Where duplicates go, and how they are described. */
export interface EmitOptions {
  /** Only the first few. */
  examplesOnly: boolean;
  hasNames: boolean;
  /** Their records as text, where they have been read already. */
  texts: PickedTexts | null;
  /** Groups handed over before. */
  emitted: number;
  take(batch: DuplicateRecord[]): void | Promise<void>;
}

/**
 * Hands over every record of every duplicate, group by group in order of first appearance, and returns the number of
 * groups. Groups are taken in batches that fit memory; each batch reads its records again in one pass over their ranges.
 */
export async function emitDuplicates(site: DuplicateSite, options: EmitOptions): Promise<number> {
  const { set } = site;
  const { order, numberOf } = numberGroups(set);
  const count = options.examplesOnly ? Math.min(order.length, exampleGroups) : order.length;
  for (let first = 0; first < count; ) {
    let last = first;
    let entries = 0;
    while (last < count && (last === first || entries < batchEntries)) {
      entries += set.sizes[order[last] ?? 0] ?? 0;
      last++;
    }
    await options.take(await readBatch(site, options, numberOf, first, last));
    first = last;
  }
  return count;
}

/** Groups by first appearance: `order[n]` is a group, `numberOf[group]` its n + 1; 0 for what is no duplicate. */
function numberGroups(set: DuplicateSet): { order: Uint32Array; numberOf: Uint32Array } {
  const numberOf = new Uint32Array(set.sizes.length);
  const order = new Uint32Array(set.sizes.length);
  let count = 0;
  for (const { rows, groups } of set.byRange.values()) {
    const firsts: number[] = [];
    for (let index = 0; index < rows.length; index++) {
      const group = groups[index] ?? 0;
      if (numberOf[group] === 0 && (set.sizes[group] ?? 0) > 1) firsts.push((rows[index] ?? 0) * groupLimit + group);
    }
    for (const first of Float64Array.from(firsts).sort()) {
      const group = first % groupLimit;
      if (numberOf[group] !== 0) continue;
      order[count] = group;
      numberOf[group] = ++count;
    }
  }
  return { order: order.subarray(0, count), numberOf };
}

/** Some records of one range, as text. */
interface Batch {
  range: number;
  rows: Uint32Array;
  groups: Uint32Array;
}

async function readBatch(
  site: DuplicateSite,
  options: EmitOptions,
  numberOf: Uint32Array,
  first: number,
  last: number,
): Promise<DuplicateRecord[]> {
  const { set, pool } = site;
  const byGroup: DuplicateRecord[][] = Array.from({ length: last - first }, () => []);
  const isWanted = (group: number): boolean => {
    const number = numberOf[group] ?? 0;
    return number > first && number <= last;
  };
  const describe = createDescriber(site, options, numberOf);
  const add = (record: DuplicateRecord): void => void byGroup[record.group - options.emitted - first - 1]?.push(record);
  if (options.texts !== null) {
    for (const [range, entries] of set.byRange) {
      const picked = options.texts.get(range);
      if (picked === undefined) continue;
      const describeAt = describe(picked, { range, ...entries });
      for (const [index, group] of entries.groups.entries()) if (isWanted(group)) add(describeAt(index));
    }
  } else {
    await runInOrder(
      chooseEntries(set, isWanted),
      pool.size * 2,
      ({ range, rows }) => pickRows(site, range, rows, 'text'),
      (picked, batch) => {
        const describeAt = describe(picked, batch);
        for (let index = 0; index < batch.rows.length; index++) add(describeAt(index));
      },
    );
  }
  // Records of a range are not in order: those whose code had to be looked at were listed late.
  for (const records of byGroup) records.sort((a, b) => a.file - b.file || a.row - b.row);
  return byGroup.flat();
}

function* chooseEntries(
  set: DuplicateSet,
  isWanted: (group: number) => boolean,
): Generator<Batch & { rows: Uint32Array<ArrayBuffer> }> {
  for (const [range, { rows, groups }] of set.byRange) {
    const chosen: number[] = [];
    for (let index = 0; index < rows.length; index++) if (isWanted(groups[index] ?? 0)) chosen.push(index);
    if (chosen.length === 0) continue;
    yield {
      range,
      rows: Uint32Array.from(chosen, (index) => rows[index] ?? 0),
      groups: Uint32Array.from(chosen, (index) => groups[index] ?? 0),
    };
  }
}

function createDescriber(
  site: DuplicateSite,
  { emitted, hasNames }: EmitOptions,
  numberOf: Uint32Array,
): (picked: PickResult, batch: Batch) => (index: number) => DuplicateRecord {
  const { set, plans, ranges, book } = site;
  const words = new Uint32Array(set.keys.buffer);
  return (picked, { range, rows, groups }) => {
    const units = numberUnits(site, range, picked);
    const { file, rowBase, lineBase } = ranges[range] as ScannedRange;
    const hasName = (plans[file] as FilePlan).dialect.nameColumn >= 0;
    return (index) => {
      const group = groups[index] ?? 0;
      const code = textAt(picked.codes, index);
      const conforms = group < set.cleanCount || ((words[group * 2] ?? 0) & 3) === keyKinds.conforming;
      return {
        group: emitted + (numberOf[group] ?? 0),
        kind: hasNames ? (set.conflicting[group] === 1 ? 'conflicting' : 'repeated') : null,
        code: conforms ? code : maskIdentityNumbers(code),
        file,
        row: rowBase + (rows[index] ?? 0) + 1,
        line: lineBase + (picked.lines[index] ?? 0) + 1,
        name: hasName ? textAt(picked.names, index) : null,
        unit: book?.names[units[index] ?? 0] ?? null,
      };
    };
  };
}
