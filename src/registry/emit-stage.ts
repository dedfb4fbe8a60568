import type { DuplicateSet } from '../duplicates/duplicate-set.ts';
import { createDescriber, type EmitOptions, type RangeRecords, sortRecords } from './describe-duplicates.ts';
import { emitTexts } from './emit-texts.ts';
import type { DuplicateRecord } from './finding.ts';
import { runInOrder } from './in-order.ts';
import { type DuplicateSite, pickRows } from './pick.ts';

const batchEntries = 1 << 18;
const exampleGroups = 5;
/** A row (below 2^24) and a group fit one exact number. */
const groupLimit = 2 ** 28;

/**
 * Hands over every record of every duplicate, group by group in order of first appearance, and returns the number of
 * groups. Groups are taken in batches that fit memory; each batch reads its records again in one pass over their ranges.
 */
export async function emitDuplicates(site: DuplicateSite, options: EmitOptions): Promise<number> {
  const { set } = site;
  const { order, numberOf } = numberGroups(set);
  if (options.texts !== null) {
    await emitTexts(site, options, options.texts, { order, numberOf });
    return order.length;
  }
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
  await runInOrder(
    chooseEntries(set, isWanted),
    pool.size * 2,
    ({ range, rows }) => pickRows(site, range, rows, 'text'),
    (picked, batch) => {
      const describeAt = describe(picked, batch);
      for (let index = 0; index < batch.rows.length; index++) {
        const record = describeAt(index);
        byGroup[record.group - options.emitted - first - 1]?.push(record);
      }
    },
  );
  for (const records of byGroup) sortRecords(records);
  return byGroup.flat();
}

function* chooseEntries(
  set: DuplicateSet,
  isWanted: (group: number) => boolean,
): Generator<RangeRecords & { rows: Uint32Array<ArrayBuffer> }> {
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
