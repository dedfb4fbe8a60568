import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePrior } from '../../src/check/findings/sample-prior.ts';
import type { FilePlan } from '../../src/engine/plan/plan.ts';
import { createPlatform } from '../engine/platform.ts';

/** A table whose codes have stayed in an engine, but for how they begin. */
function planOf(byHead: ReadonlyMap<string, number>): FilePlan {
  const input = { source: { size: 0 }, table: { engine: { rest: { byHead } } } };
  return { input, dialect: {} } as unknown as FilePlan;
}

/** What more than three quarters of the codes share, counted one by one. */
function countShared(heads: ReadonlyMap<string, number>, textOf: (head: string) => string): string | undefined {
  const counts = new Map<string, number>();
  for (const [head, codes] of heads) counts.set(textOf(head), (counts.get(textOf(head)) ?? 0) + codes);
  const total = [...heads.values()].reduce((sum, codes) => sum + codes, 0);
  return [...counts].find(([, codes]) => codes > total * 0.75)?.[0];
}

test('what nearly all codes share is found, however many begin alike', async () => {
  const head = fc
    .tuple(
      fc.constantFrom('91', '92', '11', '52', 'Y1'),
      fc.constantFrom('350100', '350102', '350211', '110105', '100000', '659004'),
    )
    .map((parts) => parts.join(''));
  const codes = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 100, max: 900 }));
  const heads = fc.array(fc.tuple(head, codes), { minLength: 1, maxLength: 9 }).map((pairs) => new Map(pairs));
  const { pool } = createPlatform();
  await fc.assert(
    fc.asyncProperty(heads, async (byHead) => {
      const prior = await samplePrior([planOf(byHead)], pool);
      const total = [...byHead.values()].reduce((sum, each) => sum + each, 0);
      const places = [8, 6, 4].map((end) => countShared(byHead, (text) => text.slice(2, end)));
      const expected = {
        place: places.find((place) => place !== undefined),
        authority: countShared(byHead, (text) => text.charAt(0)),
      };
      expect(prior).toEqual(total < 200 ? null : expected);
    }),
    { numRuns: 500 },
  );
});
