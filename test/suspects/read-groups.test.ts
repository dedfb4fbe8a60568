import { expect, test } from 'vitest';
import type { Groups } from '../../src/engine/group/group.ts';
import { limitGroups } from '../../src/suspects/read-groups.ts';

test('of a key with more than the most the first members stay, and only such keys are told', () => {
  // Group 0 has three members, group 1 two, group 2 one; (group, range, row) of each.
  const members = [
    [0, 0, 7],
    [1, 0, 8],
    [0, 1, 1],
    [2, 1, 2],
    [1, 2, 3],
    [0, 2, 4],
  ];
  const groups = { keys: BigUint64Array.of(10n, 11n, 12n), entries: Uint32Array.from(members.flat()) } as Groups;
  const cut = new Set<bigint>();
  expect([...limitGroups(groups, 2, cut).entries]).toEqual(members.slice(0, 5).flat());
  expect([...cut]).toEqual([10n]);
  expect(limitGroups(groups, 3, cut)).toBe(groups);
});
