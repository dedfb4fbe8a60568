import { describe, expect, test } from 'vitest';
import { NoTableError } from '../../../src/engine/plan/no-table.ts';
import { planFiles } from '../../../src/engine/plan/plan-files.ts';
import { planAhead, takePlan } from '../../../src/engine/plan/plan-task.ts';
import { createPlatform, inputOf } from '../platform.ts';

/** The pool of tests performs where it is asked; here it counts as two threads. */
const platform = createPlatform();
const threads = { ...platform, pool: { ...platform.pool, size: 2 } };

const table = (index: number): string => `企业名称,统一社会信用代码\n公司${index},91350211M0000XUF46\n`;

describe('many small files', () => {
  const plain = Array.from({ length: 100 }, (_, index) => inputOf(table(index), `${index}.csv`));

  test('are understood by threads as they are one by one', async () => {
    const together = await planFiles(plain, {}, threads);
    const alone = await Promise.all(plain.map((input) => planFiles([input], {}, platform)));
    expect(together.plans).toEqual(alone.flatMap(({ plans }) => plans));
    expect((await planAhead(plain, {}, threads.pool)).size).toBe(100);
  });

  test('what has to be rewritten first is left to the caller, what is no table keeps its reason', async () => {
    const wide = inputOf(new Uint8Array(Buffer.from(`\ufeff${table(1)}`, 'utf16le')), 'wide.csv');
    const empty = inputOf('', 'empty.csv');
    const found = await planAhead([...plain, wide, empty], {}, threads.pool);
    expect(found.get(wide)).toBeNull();
    const answer = found.get(empty);
    expect(answer).not.toBeNull();
    expect(() => takePlan(empty, answer as NonNullable<typeof answer>)).toThrow(NoTableError);
    const { plans, warnings } = await planFiles([...plain, wide, empty], {}, threads);
    expect(plans.map(({ path }) => path)).toEqual([...plain.map(({ path }) => path), 'wide.csv']);
    expect(warnings).toMatchObject([{ code: 'no-rows-in-table', file: 'empty.csv' }]);
  });

  test('what was unpacked keeps the size of what was handed in', async () => {
    const packed = plain.map((input) => ({ ...input, bytes: 7 }));
    const { plans } = await planFiles(packed, {}, threads);
    expect(new Set(plans.map(({ bytes }) => bytes))).toEqual(new Set([7]));
  });
});
