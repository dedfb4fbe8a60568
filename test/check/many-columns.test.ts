import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';

test('a code in the last of as many columns as a sheet may have is read, and nothing is said of cells', async () => {
  const columnCount = 16_384;
  const others = Array.from({ length: columnCount - 1 }, (_, at) => `c${at}`);
  const rows = [
    [...others, '统一社会信用代码'],
    [...others, '91350100M000100Y43'],
    [...others, '91350100M000100Y44'],
  ];
  const input = inputOf(rows.map((cells) => `${cells.join(',')}\n`).join(''));
  const { counts, warnings, files } = await check([input], {}, createPlatform());
  expect(counts).toMatchObject({ conforming: 1, erroneous: 1, missing: 0 });
  expect(files[0]?.codeColumn).toBe('统一社会信用代码');
  expect(warnings.map(({ code }) => code)).not.toContain('cell-count');
});
