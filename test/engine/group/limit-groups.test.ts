import { expect, test } from 'vitest';
import { limitGroups } from '../../../src/engine/group/group.ts';

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
  const limited = limitGroups(Uint32Array.from(members.flat()), 3, 2);
  expect([...limited.places]).toEqual(members.slice(0, 5).flat());
  expect([...limited.cut]).toEqual([0]);
  const whole = limitGroups(Uint32Array.from(members.flat()), 3, 3);
  expect([...whole.places]).toEqual(members.flat());
  expect([...whole.cut]).toEqual([]);
});
