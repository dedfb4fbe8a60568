import { expect, test } from 'vitest';
import { chooseRecords } from '../../../src/check/duplicates/duplicate-source.ts';
import { mixBits } from '../../../src/code/random.ts';
import type { DuplicateSet, RangeEntries } from '../../../src/engine/group/duplicate-set.ts';

const groupCount = 5;

/** Records that were listed in no order, a third of them of groups that are not asked for. */
function createEntries(count: number): RangeEntries {
  const rows = Uint32Array.from(Array(count).keys()).sort((a, b) => mixBits(a) - mixBits(b));
  return { rows, groups: rows.map((row) => row % groupCount) };
}

test('records of some groups come by row, with their groups, range by range', () => {
  const byRange = new Map([
    [3, createEntries(40_000)],
    [4, createEntries(groupCount - 1)],
    [9, createEntries(1)],
    [7, createEntries(20)],
  ]);
  const set: DuplicateSet = {
    ...{ cleanCount: groupCount, keys: new BigUint64Array(groupCount), sizes: new Uint32Array(groupCount) },
    ...{ conflicting: new Uint8Array(groupCount), extraNames: new Uint32Array(groupCount), byRange, entryCount: 0 },
  };
  const isWanted = (group: number): boolean => group === 1 || group >= 3;
  const found: [number, number, number][] = [];
  for (const { range, rows, groups } of chooseRecords(set, isWanted)) {
    expect(rows.length).toBe(groups.length);
    for (const [at, row] of rows.entries()) found.push([range, row, groups[at] ?? -1]);
  }
  const expected = [...byRange].flatMap(([range, { rows }]) =>
    [...rows.keys()].map((row): [number, number, number] => [range, row, row % groupCount]),
  );
  expect(found).toEqual(expected.filter(([, , group]) => isWanted(group)));
});
