import { expect, test } from 'vitest';
import type { Groups } from '../../src/engine/group/group.ts';
import type { Pool } from '../../src/engine/platform.ts';
import { limitGroups } from '../../src/suspects/limit-groups.ts';

test('of a key with more than the most the first members stay, and only such keys are told', async () => {
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
  const pool = { size: 1, run: async () => groups } as unknown as Pool;
  const cut = new Set<bigint>();
  const limited = (await limitGroups(pool, 2, cut).run({ kind: 'group' } as never)) as unknown as Groups;
  expect([...limited.entries]).toEqual(members.slice(0, 5).flat());
  expect([...cut]).toEqual([10n]);
  const other = (await limitGroups(pool, 3, cut).run({ kind: 'group' } as never)) as unknown as Groups;
  expect(other).toBe(groups);
});
