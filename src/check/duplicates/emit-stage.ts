import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import type { DuplicateSet } from '../../engine/group/duplicate-set.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { pickInOrder } from '../../engine/reread/pick.ts';
import type { PickResult } from '../../engine/reread/pick-task.ts';
import { textAt } from '../../engine/reread/text-column.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import type { DuplicateRecord } from '../findings/finding.ts';
import { conflictingBit, type PickedTexts } from './compare-stage.ts';
import { kindOfDuplicate } from './duplicate-kind.ts';
import { chooseRecords, type DuplicateSource, numberUnits, type RangeRecords } from './duplicate-source.ts';

/** Records whose texts are at hand together. */
const batchEntries = 1 << 18;
/** Records that are objects together: more are old before they are written, and stay until all memory is swept. */
const batchRecords = 1 << 11;
const exampleGroups = 5;
/** A row (below 2^24) and a group fit one exact number. */
const groupLimit = 2 ** 28;

/** Where duplicates go, and how they are described. */
export interface EmitOptions {
  /** Only the first few. */
  examplesOnly: boolean;
  /** How many duplicates of each kind may still be handed over; counted down. */
  room: { conflicting: number; others: number };
  hasNames: boolean;
  /** Their records as text, where they have been read already. */
  texts: PickedTexts | null;
  /** Groups handed over before. */
  emitted: number;
  take(batch: DuplicateRecord[]): void | Promise<void>;
}

/** Records of one range, read again. */
interface ReadRecords extends RangeRecords {
  picked: PickResult;
}

/** Describes one of some records by its place among them. */
type Describe = (records: ReadRecords) => (index: number) => DuplicateRecord;

/**
 * Hands over every record of every duplicate there is room for, group by group in order of first appearance, and returns the number of
 * all groups that are asked for. Groups are taken in batches that fit memory; each batch reads its records again in one pass over their
 * ranges. One that is larger than a batch is handed over range by range.
 */
export async function emitDuplicates(source: DuplicateSource, options: EmitOptions): Promise<number> {
  const { set } = source;
  const { order, numberOf } = numberGroups(set, options.examplesOnly ? exampleGroups : undefined);
  const describe = createDescriber(source, options, numberOf);
  if (options.texts !== null) {
    await handOver(source, listRead(set, options.texts), { order, numberOf, describe, take: options.take });
    return order.length;
  }
  const chosen = order.filter((group) =>
    takeRoom(options.room, ((set.conflicting[group] ?? 0) & conflictingBit) !== 0 ? 'conflicting' : 'others'),
  );
  const sizeOf = (at: number): number => set.sizes[chosen[at] ?? 0] ?? 0;
  for (let first = 0; first < chosen.length; ) {
    let last = first + 1;
    let entries = sizeOf(first);
    while (last < chosen.length && entries + sizeOf(last) <= batchEntries) entries += sizeOf(last++);
    const batch = chosen.subarray(first, last);
    if (entries > batchEntries) await handOverLarge(source, options, describe, batch[0] ?? 0);
    else await handOverBatch(source, options, describe, batch);
    first = last;
  }
  return order.length;
}

function takeRoom(room: EmitOptions['room'], kind: keyof EmitOptions['room']): boolean {
  room[kind]--;
  return room[kind] >= 0;
}

/** Groups by first appearance, at most `limit` of them. */
function numberGroups(set: DuplicateSet, limit = Number.POSITIVE_INFINITY): GroupOrder {
  const numberOf = new Uint32Array(set.sizes.length);
  const order = new Uint32Array(Math.min(limit, set.sizes.length));
  let count = 0;
  for (const { rows, groups } of set.byRange.values()) {
    if (count >= limit) break;
    const appearances: number[] = [];
    for (let index = 0; index < rows.length; index++) {
      const group = groups[index] ?? 0;
      if (numberOf[group] === 0 && (set.sizes[group] ?? 0) > 1)
        appearances.push((rows[index] ?? 0) * groupLimit + group);
    }
    for (const first of Float64Array.from(appearances).sort()) {
      const group = first % groupLimit;
      if (count >= limit) break;
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
  describe: Describe,
  large: number,
): Promise<void> {
  const parts = chooseRecords(source.set, (group) => group === large);
  await pickInOrder(source, options.examplesOnly ? takeFirst(parts) : parts, 'text', async (picked, records) => {
    const describeAt = describe({ ...records, picked });
    const end = records.rows.length;
    for (let first = 0; first < end; first += batchRecords) {
      const batch: DuplicateRecord[] = [];
      for (let index = first; index < Math.min(end, first + batchRecords); index++) batch.push(describeAt(index));
      await options.take(batch);
    }
  });
}

function* takeFirst<Item>(items: Iterable<Item>): Generator<Item> {
  for (const item of items) {
    yield item;
    return;
  }
}

/** Some duplicates, in the order of these. */
async function handOverBatch(
  source: DuplicateSource,
  { take }: EmitOptions,
  describe: Describe,
  order: Uint32Array,
): Promise<void> {
  const { set } = source;
  const numberOf = new Uint32Array(set.sizes.length);
  for (const [index, group] of order.entries()) numberOf[group] = index + 1;
  const read: ReadRecords[] = [];
  await pickInOrder(
    source,
    chooseRecords(set, (group) => numberOf[group] !== 0),
    'text',
    (picked, records) => void read.push({ ...records, picked }),
  );
  await handOver(source, read, { order, numberOf, describe, take });
}

function* listRead(set: DuplicateSet, texts: PickedTexts): Generator<ReadRecords> {
  for (const [range, entries] of set.byRange) {
    const picked = texts.get(range);
    if (picked !== undefined) yield { range, ...entries, picked };
  }
}

/** Describes records that were read again. */
function createDescriber(source: DuplicateSource, { emitted, hasNames }: EmitOptions, numberOf: Uint32Array): Describe {
  const { set, plans, ranges, register } = source;
  const words = new Uint32Array(set.keys.buffer);
  return ({ range, rows, groups, picked }) => {
    const units = numberUnits(source, range, picked);
    const { file, rowBase, lineBase } = ranges[range] as ScannedRange;
    const hasName = (plans[file] as FilePlan).dialect.nameColumn >= 0;
    return (index) => {
      const group = groups[index] ?? 0;
      const code = textAt(picked.codes, index);
      const conforms = group < set.cleanCount || ((words[group * 2] ?? 0) & 3) === keyKinds.conforming;
      return {
        group: emitted + (numberOf[group] ?? 0),
        kind: hasNames ? nameKind(set.conflicting[group] ?? 0) : null,
        code: conforms ? code : maskIdentityNumbers(code),
        file,
        row: rowBase + (rows[index] ?? 0) + 1,
        line: lineBase + (picked.lines[index] ?? 0) + 1,
        name: hasName ? textAt(picked.names, index) : null,
        unit: register?.names[units[index] ?? 0] ?? null,
      };
    };
  };
}

/** Groups in order of first appearance: `order[n]` is a group, `numberOf[group]` its n + 1; 0 for what is none of these. */
interface GroupOrder {
  order: Uint32Array;
  numberOf: Uint32Array;
}

/**
 * Hands over records that have been read, their places sorted by group:
 *
 *   group     1     2       3 …
 *   starts    0     2       5 …
 *   parts     0 4   1 1 7   …     where each record was read
 *   indexes   9 2   0 3 5   …     its place there
 */
async function handOver(
  { set }: DuplicateSource,
  read: Iterable<ReadRecords>,
  { order, numberOf, describe, take }: GroupOrder & { describe: Describe; take: EmitOptions['take'] },
): Promise<void> {
  const starts = new Uint32Array(order.length + 1);
  for (const [at, group] of order.entries()) starts[at + 1] = (starts[at] ?? 0) + (set.sizes[group] ?? 0);
  const filled = starts.slice();
  const parts = new Uint32Array(starts[order.length] ?? 0);
  const indexes = new Uint32Array(parts.length);
  const describers: ((index: number) => DuplicateRecord)[] = [];
  for (const records of read) {
    for (const index of listByRow(records.rows)) {
      const number = numberOf[records.groups[index] ?? 0] ?? 0;
      if (number === 0) continue;
      const at = filled[number - 1] ?? 0;
      filled[number - 1] = at + 1;
      parts[at] = describers.length;
      indexes[at] = index;
    }
    describers.push(describe(records));
  }
  let batch: DuplicateRecord[] = [];
  for (let group = 0; group < order.length; group++) {
    const [start = 0, end = 0] = starts.subarray(group, group + 2);
    for (let at = start; at < end; at++) {
      const record = describers[parts[at] ?? 0]?.(indexes[at] ?? 0);
      if (record !== undefined) batch.push(record);
      const isFull = batch.length >= batchRecords && (at + 1 === end || end - start > batchRecords);
      if (!isFull) continue;
      await take(batch);
      batch = [];
    }
  }
  if (batch.length > 0) await take(batch);
}

/** Places of rows from the first row to the last: those whose code had to be looked at were listed late. */
function listByRow(rows: Uint32Array): Iterable<number> {
  const isSorted = rows.every((row, index) => index === 0 || row > (rows[index - 1] ?? 0));
  return isSorted ? rows.keys() : Uint32Array.from(rows.keys()).sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0));
}

/** As lists have it: what cannot be told is left empty. */
function nameKind(bits: number): DuplicateRecord['kind'] {
  const kind = kindOfDuplicate(bits);
  return kind === 'unnamed' ? null : kind;
}
