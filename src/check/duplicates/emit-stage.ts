import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import type { DuplicateSet } from '../../engine/group/duplicate-set.ts';
import type { FilePlan } from '../../engine/plan/plan.ts';
import { pickRows } from '../../engine/reread/pick.ts';
import type { PickResult } from '../../engine/reread/pick-task.ts';
import { textAt } from '../../engine/reread/text-column.ts';
import type { ScannedRange } from '../../engine/scan/file-scan.ts';
import { runInOrder } from '../../engine/scan/in-order.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import type { DuplicateRecord } from '../findings/finding.ts';
import { conflictingBit, type PickedTexts } from './compare-stage.ts';
import { kindOfDuplicate } from './duplicate-kind.ts';
import { type DuplicateSource, numberUnits } from './duplicate-source.ts';

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
    takeRoom(options.room, ((set.conflicting[group] ?? 0) & conflictingBit) !== 0 ? 'conflicting' : 'others'),
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
    const appearances: number[] = [];
    for (let index = 0; index < rows.length; index++) {
      const group = groups[index] ?? 0;
      if (numberOf[group] === 0 && (set.sizes[group] ?? 0) > 1)
        appearances.push((rows[index] ?? 0) * groupLimit + group);
    }
    for (const first of Float64Array.from(appearances).sort()) {
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

/** Some records of one range, and the group of each. */
export interface RangeRecords {
  range: number;
  rows: Uint32Array;
  groups: Uint32Array;
}

/** Records of a range are not in order: those whose code had to be looked at were listed late. */
function sortRecords(records: DuplicateRecord[]): void {
  records.sort((a, b) => a.file - b.file || a.row - b.row);
}

/** Describes records that were read again, one range after the other, each by its place among those asked for. */
function createDescriber(
  source: DuplicateSource,
  { emitted, hasNames }: EmitOptions,
  numberOf: Uint32Array,
): (picked: PickResult, records: RangeRecords) => (index: number) => DuplicateRecord {
  const { set, plans, ranges, register } = source;
  const words = new Uint32Array(set.keys.buffer);
  return (picked, { range, rows, groups }) => {
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
async function emitTexts(
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

/** As lists have it: what cannot be told is left empty. */
function nameKind(bits: number): DuplicateRecord['kind'] {
  const kind = kindOfDuplicate(bits);
  return kind === 'unnamed' ? null : kind;
}
