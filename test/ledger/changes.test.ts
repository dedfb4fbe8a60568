import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openLedger } from '../../src/node/ledger/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-changes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Wrong check characters: of 91350100M000100Y43 and of 91370902523622626K. */
const [wrong, other] = ['91350100M000100Y44', '91370902523622627K'];

it.each([
  ['nothing', [wrong, '甲公司', '东局'], []],
  ['its unit', [wrong, '甲公司', '西局'], [['unit-changed', '东局', '西局']]],
  ['its name', [wrong, '乙公司', '东局'], [['renamed', '甲公司', '乙公司']]],
  ['its code', [other, '甲公司', '东局'], [['code-changed', wrong, other]]],
  [
    'its kind',
    ['91350100M000100Y4', '甲公司', '东局'],
    [
      ['code-changed', wrong, '91350100M000100Y4'],
      ['kind-changed', 'check-digit', 'length'],
    ],
  ],
])('what changed of a problem that stays is written down: %s', async (what, cells, expected) => {
  const ledger = await openLedger(join(folder, `${what}.db`), { creates: true });
  for (const [period, row] of [
    ['2026-10', [wrong, '甲公司', '东局']],
    ['2026-11', cells],
  ] as const) {
    const file = join(folder, 'a.csv');
    writeFileSync(file, `统一社会信用代码,企业名称,登记机关\n${row.join(',')}\n`);
    await ledger.record([file], { period, asOf: `${period}-28`, agree: () => true });
  }
  const { problems } = ledger.export();
  ledger.close();
  expect(problems).toHaveLength(1);
  const later = problems[0]?.events.filter(({ period }) => period === '2026-11') ?? [];
  expect(later.map(({ what, from, to }) => [what, from, to])).toEqual(expected);
});

it('thousands of problems are opened and closed as few are', { timeout: 60_000 }, async () => {
  const ledger = await openLedger(join(folder, 'many.db'), { creates: true });
  const file = join(folder, 'many.csv');
  const rows = Array.from({ length: 4500 }, (_, at) => `91350100O${String(at).padStart(8, '0')}Y,公司${at},东局`);
  const record = async (period: string, lines: string[]) => {
    writeFileSync(file, `统一社会信用代码,企业名称,登记机关\n91350100M000100Y43,某公司,东局\n${lines.join('\n')}\n`);
    await ledger.record([file], { period, asOf: `${period}-28`, agree: () => true });
    return ledger.status({ asOf: `${period}-28` }).problems;
  };
  const first = await record('2026-10', rows);
  expect(first.open).toBe(rows.length);
  // Some are still there a month later, from all parts of the list.
  const second = await record(
    '2026-11',
    rows.filter((_, at) => at % 3 === 0),
  );
  ledger.close();
  expect([second.open, second.closed.removed]).toEqual([1500, 3000]);
});
