import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherTask } from '../../../src/engine/group/gather.ts';
import { type Groups, groupKeys } from '../../../src/engine/group/group.ts';
import { createKeyStore, type KeyStore } from '../../../src/engine/group/key-store.ts';
import { pairCount } from '../../../src/engine/scan/kernel/contract.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';
import { sortKeys } from '../../../src/engine/scan/lists.ts';
import type { ByteSource } from '../../../src/tables/byte-source.ts';
import { createSpill } from '../platform.ts';

const kernel = createKernel();
const bits = 2;

/** A key as clean codes have them: region and pair in its upper bits. */
function makeKey({ region, pair, rest }: { region: number; pair: number; rest: number }): bigint {
  return (BigInt(region * pairCount + pair + 1) << 40n) | BigInt(rest);
}

/** Few enough for most of them to recur. */
const anyKey = fc.record({ region: fc.nat(2), pair: fc.constantFrom(0, pairCount - 1), rest: fc.nat(11) }).map(makeKey);
const common = makeKey({ region: 1, pair: 7, rest: 3 });
/** Keys of ranges, record by record, many of them one and the same. */
const anyRanges = fc.array(fc.array(fc.oneof(fc.constant(common), anyKey), { maxLength: 40, size: 'max' }), {
  maxLength: 8,
});

function store(ranges: bigint[][], memoryBytes: number): KeyStore {
  const keys = createKeyStore(memoryBytes, createSpill);
  for (const [range, listed] of ranges.entries()) {
    const rows = Uint32Array.from(listed.keys());
    const block = sortKeys(kernel, BigUint64Array.from(listed), rows, { bits, isShared: false });
    if (block !== null) keys.add('clean', range, block);
  }
  return keys;
}

async function groupAll(keys: KeyStore, most: number | undefined, together: number | undefined): Promise<Groups> {
  const kind = { isClean: true, isCounted: true, most };
  const task = gatherTask(keys.clean, [0, 2 ** bits], kind, keys.spilled()?.reference ?? null);
  return groupKeys(kernel, task, (reference) => reference as ByteSource, together);
}

/** (range, row) of the members of each group, in their order; the key of the group, and whether it was cut. */
function readGroups({ keys, entries, cut }: Groups): [bigint, [number, number][], boolean][] {
  const members = Array.from(keys, (): [number, number][] => []);
  for (const part of entries) {
    for (let at = 0; at < part.length; at += 3) members[part[at] ?? -1]?.push([part[at + 1] ?? 0, part[at + 2] ?? 0]);
  }
  return Array.from(keys, (key, group) => [key, members[group] ?? [], cut.includes(group)]);
}

/** The same, found in the plainest way. */
function groupPlainly(ranges: bigint[][], most: number): [bigint, [number, number][], boolean][] {
  const found = new Map<bigint, [number, number][]>();
  for (const [range, listed] of ranges.entries()) {
    for (const [row, key] of listed.entries()) found.set(key, [...(found.get(key) ?? []), [range, row]]);
  }
  return [...found]
    .filter(([, members]) => members.length > 1)
    .map(([key, members]) => [key, members.slice(0, most), members.length > most]);
}

function sortByKey(groups: [bigint, [number, number][], boolean][]) {
  return groups.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const anyMost = fc.constantFrom(undefined, 1, 3);

describe.each([
  ['in memory', 1 << 20],
  ['in part on disk', 600],
  ['on disk', 0],
])('keys %s', (_, memoryBytes) => {
  test('are grouped alike, however few of them are held together', async () => {
    await fc.assert(
      fc.asyncProperty(anyRanges, anyMost, fc.constantFrom(1, 4, 30, 150), async (ranges, most, together) => {
        const groups = await groupAll(store(ranges, memoryBytes), most, together);
        expect(sortByKey(readGroups(groups))).toEqual(sortByKey(groupPlainly(ranges, most ?? 1000)));
        const keys = ranges.flat();
        const heads = keys.map((key) => Number(key >> 40n) - 1);
        const records = Array.from({ length: pairCount }, (_, pair) =>
          heads.filter((head) => head % pairCount === pair),
        );
        expect([...groups.pairs]).toEqual(records.map(({ length }) => length));
        const regions = new Map<number, number>();
        for (let at = 0; at < groups.regions.length; at += 2)
          regions.set(groups.regions[at] ?? 0, groups.regions[at + 1] ?? 0);
        const expected = [0, 1, 2].map(
          (region) => heads.filter((head) => Math.floor(head / pairCount) === region).length,
        );
        expect([0, 1, 2].map((region) => regions.get(region) ?? 0)).toEqual(expected);
      }),
    );
  });

  test('are told in the same order as when all are held together', async () => {
    await fc.assert(
      fc.asyncProperty(anyRanges, anyMost, fc.constantFrom(1, 30, 150), async (ranges, most, together) => {
        const keys = store(ranges, memoryBytes);
        const parted = await groupAll(keys, most, together);
        const whole = await groupAll(keys, most, undefined);
        const list = ({ entries }: Groups) => entries.flatMap((part) => [...part]);
        expect([...parted.keys]).toEqual([...whole.keys]);
        expect(list(parted)).toEqual(list(whole));
        expect([...parted.cut]).toEqual([...whole.cut]);
      }),
    );
  });
});

test('one key on very many records takes the kernel little memory', async () => {
  const fresh = createKernel();
  const count = 1 << 16;
  const ranges = Array.from({ length: 32 }, (): bigint[] => Array<bigint>(count).fill(common));
  const keys = store(ranges, 2 ** 30);
  const task = gatherTask(keys.clean, [0, 2 ** bits], { isClean: true, isCounted: false }, null);
  const groups = await groupKeys(fresh, task, (reference) => reference as ByteSource, 1 << 18);
  expect(groups.keys.length).toBe(1);
  expect(groups.entries.reduce((sum, { length }) => sum + length / 3, 0)).toBe(32 * count);
  // Two million keys alone take 16 MiB; eight bytes for every second, should they be groups, eight.
  expect(fresh.memory.buffer.byteLength).toBeLessThan(14 << 20);
});
