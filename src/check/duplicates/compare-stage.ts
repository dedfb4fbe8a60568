import { type DuplicateSet, listEntries, type RangeEntries } from '../../engine/group/duplicate-set.ts';
import { pickInOrder } from '../../engine/reread/pick.ts';
import type { PickResult, PickWants } from '../../engine/reread/pick-task.ts';
import { keyKinds } from '../../engine/scan/scan-keys.ts';
import type { UnitRegister } from '../unit-register.ts';
import { type DuplicateSource, numberUnits } from './duplicate-source.ts';
import { addPair, createPairSet, type PairSet } from './pair-set.ts';

export interface CompareOptions {
  /** Whether the records are read as text too, to be handed over without reading them a second time. */
  keepTexts: boolean;
  progress(share: number): void;
}

/** Records of duplicates as text, by range, in the order of the range's entries. */
export type PickedTexts = Map<number, PickResult>;

/**
 * Reads the records of all duplicates again, range by range, to tell conflicting from repeated ones, and to part texts
 * that share a number without being equal. Names and texts are compared as 64-bit numbers (texts: beside the one in
 * their key), so that two that differ are taken for equal once in 10^19 pairs. Where units are counted, every record of a
 * duplicate but its first in file order is excess of its own unit.
 */
export async function compareDuplicates(
  source: DuplicateSource,
  { keepTexts, progress }: CompareOptions,
): Promise<PickedTexts | null> {
  const { set } = source;
  const kept: PickedTexts | null = keepTexts ? new Map() : null;
  const groups = createComparison(set, source.register !== null);
  // Clean codes with equal numbers are equal.
  const wantOf = ({ groups: own }: RangeEntries): PickWants => {
    for (let index = 0; index < own.length; index++) if ((own[index] ?? 0) >= groups.cleanCount) return 'numbers';
    return 'names';
  };
  let done = 0;
  await pickInOrder(source, listEntries(set), keepTexts ? 'both' : wantOf, (picked, { range, ...entries }) => {
    compareEntries(groups, entries, picked.numbers);
    if (source.register !== null) addExcessUnits(groups, entries, numberUnits(source, range, picked), source.register);
    kept?.set(range, { ...picked, numbers: new Uint32Array() });
    progress(++done / set.byRange.size);
  });
  set.conflicting = groups.conflicting;
  set.sizes = groups.sizes;
  set.keys = groups.keys;
  set.extraNames = groups.extraNames;
  return kept;
}

/** Bits of `conflicting`: two names differ; a record has no name. */
export const conflictingBit = 1;
export const namelessBit = 2;

const metBefore = 0xffffffff;

/** What is known of each group while its records come. */
interface Comparison {
  cleanCount: number;
  count: number;
  keys: BigUint64Array<ArrayBuffer>;
  sizes: Uint32Array<ArrayBuffer>;
  conflicting: Uint8Array<ArrayBuffer>;
  /** The number of the first name that is not empty, in two halves. */
  names: Uint32Array<ArrayBuffer>;
  /** Names that differ from the first, and how many of them a group has. */
  otherNames: PairSet;
  extraNames: Uint32Array<ArrayBuffer>;
  /** The number of the first text, in two halves: only of groups from `cleanCount` on. */
  texts: Uint32Array<ArrayBuffer>;
  /** Its first record: place in the range being compared + 1, or `metBefore`; 0: none met so far. Empty: units are not counted. */
  firstEntries: Uint32Array<ArrayBuffer>;
  /** Groups parted from another: by that group and the text's number. */
  parted: Map<string, number>;
}

function createComparison(set: DuplicateSet, countsUnits: boolean): Comparison {
  const { cleanCount, keys, sizes, conflicting, extraNames } = set;
  return {
    cleanCount,
    count: keys.length,
    keys,
    sizes,
    conflicting,
    names: new Uint32Array(keys.length * 2),
    otherNames: createPairSet(),
    extraNames,
    texts: new Uint32Array((keys.length - cleanCount) * 2),
    firstEntries: new Uint32Array(countsUnits ? keys.length : 0),
    parted: new Map(),
  };
}

function compareEntries(groups: Comparison, entries: RangeEntries, numbers: Uint32Array): void {
  for (let index = 0; index < entries.rows.length; index++) {
    let group = entries.groups[index] ?? 0;
    if (group >= groups.cleanCount) {
      group = placeText(groups, group, numbers[index * 4 + 2] ?? 0, numbers[index * 4 + 3] ?? 0);
      entries.groups[index] = group;
    }
    const low = numbers[index * 4] ?? 0;
    const high = numbers[index * 4 + 1] ?? 0;
    if (low === 0 && high === 0) {
      groups.conflicting[group] = (groups.conflicting[group] ?? 0) | namelessBit;
      continue;
    }
    const { names } = groups;
    if (names[group * 2] === 0 && names[group * 2 + 1] === 0) {
      names[group * 2] = low;
      names[group * 2 + 1] = high;
    } else if (names[group * 2] !== low || names[group * 2 + 1] !== high) {
      groups.conflicting[group] = (groups.conflicting[group] ?? 0) | conflictingBit;
      if (addPair(groups.otherNames, group, low, high)) groups.extraNames[group] = (groups.extraNames[group] ?? 0) + 1;
    }
  }
}

function addExcessUnits(groups: Comparison, entries: RangeEntries, unitOf: Uint32Array, register: UnitRegister): void {
  const { firstEntries } = groups;
  const { rows, groups: groupOf } = entries;
  const words = new Uint32Array(groups.keys.buffer);
  // Records of a range are not in order: those whose code had to be looked at were listed late.
  for (const [index, group] of groupOf.entries()) {
    const first = firstEntries[group] ?? 0;
    if (first === 0 || (first !== metBefore && (rows[index] ?? 0) < (rows[first - 1] ?? 0)))
      firstEntries[group] = index + 1;
  }
  for (const [index, group] of groupOf.entries()) {
    if (firstEntries[group] === index + 1) continue;
    const conforms = group < groups.cleanCount || ((words[group * 2] ?? 0) & 3) === keyKinds.conforming;
    register.addExcess(unitOf[index] ?? 0, conforms);
  }
  for (const group of groupOf) firstEntries[group] = metBefore;
}

/** The group of a text: the one its key was put in, or one of its own when that group's first text is another. */
function placeText(groups: Comparison, group: number, low: number, high: number): number {
  const { texts } = groups;
  const at = (group - groups.cleanCount) * 2;
  if (texts[at] === 0 && texts[at + 1] === 0) {
    texts[at] = low;
    texts[at + 1] = high;
  }
  if (texts[at] === low && texts[at + 1] === high) return group;
  const place = `${group} ${low} ${high}`;
  let other = groups.parted.get(place);
  if (other === undefined) {
    other = addGroup(groups, group);
    groups.parted.set(place, other);
  }
  groups.sizes[group] = (groups.sizes[group] ?? 0) - 1;
  groups.sizes[other] = (groups.sizes[other] ?? 0) + 1;
  return other;
}

function addGroup(groups: Comparison, like: number): number {
  const added = groups.count++;
  if (added >= groups.sizes.length) {
    const capacity = added * 2 + 8;
    groups.keys = grow(groups.keys, new BigUint64Array(capacity));
    groups.sizes = grow(groups.sizes, new Uint32Array(capacity));
    groups.conflicting = grow(groups.conflicting, new Uint8Array(capacity));
    groups.extraNames = grow(groups.extraNames, new Uint32Array(capacity));
    if (groups.firstEntries.length > 0) groups.firstEntries = grow(groups.firstEntries, new Uint32Array(capacity));
    groups.names = grow(groups.names, new Uint32Array(capacity * 2));
    groups.texts = grow(groups.texts, new Uint32Array((capacity - groups.cleanCount) * 2));
  }
  groups.keys[added] = groups.keys[like] ?? 0n;
  return added;
}

function grow<Numbers extends { set(from: Numbers): void }>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
