import { expect, test } from 'vitest';
import { limitGroups, listCut } from '../../../src/engine/group/limit-groups.ts';

test('of a key with more than the most the first members stay, and only such keys are told', () => {
  // Group 0 has three members, group 1 two, group 2 one; (group, place) of each.
  const members = [
    [0, 7],
    [1, 8],
    [0, 10],
    [2, 11],
    [1, 13],
    [0, 14],
  ];
  const sizes = new Uint32Array(3);
  expect([...limitGroups(Uint32Array.from(members.flat()), sizes, 2)]).toEqual(members.slice(0, 5).flat());
  expect([...listCut(sizes, 2)]).toEqual([0]);
  expect([...limitGroups(Uint32Array.from(members.flat()), sizes.fill(0), 3)]).toEqual(members.flat());
  expect([...listCut(sizes, 3)]).toEqual([]);
});
