import { expect, test } from 'vitest';
import { openScan } from '../../../src/engine/open-scan.ts';
import { planFiles } from '../../../src/engine/plan/plan-files.ts';
import { generate } from '../../../src/index.ts';
import { readCells } from '../../../src/node/ledger/read-cells.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';

test('every record of every file is found in its range, and none that is not there', async () => {
  const counts = [40, 1, 25];
  const rowsOf = (file: number): string[] =>
    Array.from({ length: counts[file] ?? 0 }, (_, row) => `企业${file}-${row + 1}`);
  const texts = counts.map((_, file) =>
    ['企业名称,统一社会信用代码', ...rowsOf(file).map((name, row) => `${name},${generate({ seed: row })}`), ''].join(
      '\n',
    ),
  );
  const platform = createPlatform(200);
  const options = {};
  const inputs = texts.map((text, file) => inputOf(text, `${file}.csv`));
  const { plans } = await planFiles(inputs, options, platform);
  const scan = await openScan({ plans, key: null, options, platform });
  expect(scan.ranges.length).toBeGreaterThan(8);
  const all = counts.flatMap((count, file) => Array.from({ length: count }, (_, at) => ({ file, row: at + 1 })));
  const beyond = counts.map((count, file) => ({ file, row: count + 1 }));
  const read = await readCells(scan, [...all, ...beyond], () => [0]);
  expect(all.map((record) => read(record))).toEqual(all.map(({ file, row }) => [`企业${file}-${row}`]));
  expect(beyond.map((record) => read(record))).toEqual([null, null, null]);
});
