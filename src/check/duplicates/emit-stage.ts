import type { DuplicateSet } from '../../engine/group/duplicate-set.ts';
import { pickRows } from '../../engine/reread/pick.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import type { DuplicateRecord } from '../findings/finding.ts';
import { createDescriber, type EmitOptions, type RangeRecords, sortRecords } from './describe-duplicates.ts';
import type { DuplicateSource } from './duplicate-source.ts';
import { emitTexts } from './emit-texts.ts';

const batchEntries = 1 << 18;
const exampleGroups = 5;
/** A row (below 2^24) and a group fit one exact number. */
const groupLimit = 2 ** 28;

/**
 * Hands over every record of every duplicate there is room for, group by group in order of first appearance, and returns the number of
 * all groups. Groups are taken in batches that fit memory; each batch reads its records again in one pass over their ranges. One that is
 * larger than a batch is handed over in several.
 */
export async function emitDuplicates(source: DuplicateSource, options: EmitOptions): Promise<number> {
  const { set } = source;
  const { order, numberOf } = numberGroups(set);
  if (options.texts !== null) {
    await emitTexts(source, options, options.texts, { order, numberOf });
    return order.length;
  }
  const shown = options.examplesOnly ? order.subarray(0, exampleGroups) : order;
  const chosen = shown.filter((group) =>
    takeRoom(options.room, set.conflicting[group] === 1 ? 'conflicting' : 'others'),
  );
  const sizeOf = (at: number): number => set.sizes[chosen[at] ?? 0] ?? 0;
  for (let first = 0; first < chosen.length; ) {
    let last = first + 1;
    let entries = sizeOf(first);
    while (last < chosen.length && entries + sizeOf(last) <= batchEntries) entries += sizeOf(last++);
    const batch = chosen.subarray(first, last);
    if (entries > batchEntries) await handOverLarge(source, options, numberOf, batch[0] ?? 0);
    else await options.take(await readBatch(source, options, numberOf, batch));
    first = last;
  }
  return order.length;
}

function takeRoom(room: EmitOptions['room'], kind: keyof EmitOptions['room']): boolean {
  room[kind]--;
  return room[kind] >= 0;
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

/** One duplicate of more records than a batch, range by range as they stand in the files. */
async function handOverLarge(
  source: DuplicateSource,
  options: EmitOptions,
  numberOf: Uint32Array,
  large: number,
): Promise<void> {
  const describe = createDescriber(source, options, numberOf);
  await runInOrder(
    chooseEntries(source.set, (group) => group === large),
    source.pool.size * 2,
    ({ range, rows }) => pickRows(source, range, rows, 'text'),
    async (picked, entries) => {
      const records = Array.from(entries.groups.keys(), describe(picked, entries));
      sortRecords(records);
      await options.take(records);
    },
  );
}

/** Records of some duplicates, in the order of these. */
async function readBatch(
  source: DuplicateSource,
  options: EmitOptions,
  numberOf: Uint32Array,
  batch: Uint32Array,
): Promise<DuplicateRecord[]> {
  const { set, pool } = source;
  const slots = new Uint32Array(set.sizes.length);
  for (const [index, group] of batch.entries()) slots[group] = index + 1;
  const bySlot: DuplicateRecord[][] = Array.from(batch, () => []);
  const describe = createDescriber(source, options, numberOf);
  await runInOrder(
    chooseEntries(set, (group) => slots[group] !== 0),
    pool.size * 2,
    ({ range, rows }) => pickRows(source, range, rows, 'text'),
    (picked, entries) => {
      const describeAt = describe(picked, entries);
      for (const [index, group] of entries.groups.entries()) bySlot[(slots[group] ?? 0) - 1]?.push(describeAt(index));
    },
  );
  for (const records of bySlot) sortRecords(records);
  return bySlot.flat();
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
