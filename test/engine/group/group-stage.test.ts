import { expect, test } from 'vitest';
import { groupScan, listGroupTasks } from '../../../src/engine/group/group-stage.ts';
import type { StoredBlock } from '../../../src/engine/group/key-store.ts';
import { openScan } from '../../../src/engine/open-scan.ts';
import { planFiles } from '../../../src/engine/plan/plan-files.ts';
import { createPlatform, inputOf } from '../platform.ts';

test('the keys of a scan are gone when its last duplicates are taken, not before', async () => {
  const platform = createPlatform();
  // Two codes that conform, two that do not: the keys of each kind are grouped for themselves.
  const rows = ['91350100M000100Y43', '91350100M000100Y43', '91350100M000100Y44', '91350100M000100Y44'];
  const options = { codeColumn: '统一社会信用代码' };
  const { plans } = await planFiles([inputOf(`统一社会信用代码\n${rows.join('\n')}\n`)], options, platform);
  const scan = await openScan({ plans, key: 'code', options, platform });
  const held: [boolean, number][] = [];
  await groupScan(
    { ...scan, batchEntries: 1 },
    {
      async take({ cleanCount }) {
        held.push([cleanCount === 1, scan.keys.clean.length + scan.keys.hashed.length]);
      },
    },
  );
  expect(held).toEqual([
    [true, 2],
    [false, 0],
  ]);
});

test('partitions without a key are no task', () => {
  const offsets = new Uint32Array(65).fill(4 << 20, 38);
  const block: StoredBlock = { range: 0, count: 4 << 20, offsets, keys: null, rows: null, at: 0 };
  const tasks = listGroupTasks({ clean: [block], hashed: [] }, 6, 2 ** 24);
  expect(tasks.map(({ span }) => span)).toEqual([[32, 48]]);
});
