import type { DuplicateRecord } from '../findings/finding.ts';
import type { PickedTexts } from './compare-stage.ts';
import { createDescriber, type EmitOptions, sortRecords } from './describe-duplicates.ts';
import type { DuplicateSource } from './duplicate-source.ts';

const batchRecords = 1 << 13;

/** Groups in order of first appearance: `order[n]` is a group, `numberOf[group]` its n + 1; 0 for what is no duplicate. */
export interface GroupOrder {
  order: Uint32Array;
  numberOf: Uint32Array;
}

/**
 * Hands over records that have been read already, their places sorted by group:
 *
 *   group     1     2       3 …
 *   starts    0     2       5 …
 *   ranges    0 4   1 1 7   …     range of each record
 *   indexes   9 2   0 3 5   …     its place among the range's
 */
export async function emitTexts(
  source: DuplicateSource,
  options: EmitOptions,
  texts: PickedTexts,
  { order, numberOf }: GroupOrder,
): Promise<void> {
  const { set } = source;
  const starts = new Uint32Array(order.length + 1);
  for (const [at, group] of order.entries()) starts[at + 1] = (starts[at] ?? 0) + (set.sizes[group] ?? 0);
  const filled = starts.slice();
  const ranges = new Uint32Array(starts[order.length] ?? 0);
  const indexes = new Uint32Array(ranges.length);
  const describe = createDescriber(source, options, numberOf);
  const describers = new Map<number, (index: number) => DuplicateRecord>();
  for (const [range, entries] of set.byRange) {
    const picked = texts.get(range);
    if (picked !== undefined) describers.set(range, describe(picked, { range, ...entries }));
    for (let index = 0; index < entries.groups.length; index++) {
      const number = numberOf[entries.groups[index] ?? 0] ?? 0;
      if (number === 0) continue;
      const at = filled[number - 1] ?? 0;
      filled[number - 1] = at + 1;
      ranges[at] = range;
      indexes[at] = index;
    }
  }
  let batch: DuplicateRecord[] = [];
  for (let group = 0; group < order.length; group++) {
    const records: DuplicateRecord[] = [];
    for (let at = starts[group] ?? 0; at < (starts[group + 1] ?? 0); at++) {
      const record = describers.get(ranges[at] ?? 0)?.(indexes[at] ?? 0);
      if (record !== undefined) records.push(record);
    }
    sortRecords(records);
    for (const record of records) batch.push(record);
    if (batch.length < batchRecords && group + 1 < order.length) continue;
    await options.take(batch);
    batch = [];
  }
}
