import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/node/ledger/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-merge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const shared = '91370902244701436D';

async function recordCounty(name: string, period: string, rows: string[]): Promise<void> {
  const file = at(`${name}-${period}.csv`);
  writeFileSync(file, `统一社会信用代码,企业名称,登记机关\n${rows.join('\n')}\n`);
  const ledger = await openLedger(at(`${name}.db`), { creates: true });
  ledger.setOrganization(name);
  await ledger.record([file], { period, asOf: `${period}-28`, agree: () => true });
  ledger.close();
}

describe("counties' ledgers in a city's", () => {
  let city: Ledger;
  const counties = ['甲县', '乙县'].map((name) => at(`${name}.db`));
  beforeAll(async () => {
    await recordCounty('甲县', '2026-11', [
      `${shared},丙公司,甲县局`,
      `${shared},丁公司,甲县局`,
      '91370902523622627K,乙公司,甲县局',
    ]);
    await recordCounty('乙县', '2026-11', [`${shared},戊公司,乙县局`, `${shared},己公司,乙县局`, '12,庚公司,乙县局']);
    city = await openLedger(at('city.db'), { creates: true });
  });
  afterAll(() => city.close());

  it('keep their numbers, and show what no county can see', async () => {
    const { ledgers, across } = await city.merge(counties, { asOf: '2026-11-30' });
    expect(ledgers.map(({ organization, added }) => [organization, added])).toEqual([
      ['甲县', 3],
      ['乙县', 3],
    ]);
    expect(across).toEqual({ opened: 4, closed: 0, open: 4 });
    const { problems } = city.export();
    expect(new Set(problems.map(({ number }) => number)).size).toBe(10);
    expect(problems.filter(({ origin }) => origin?.number === 'P-000003')).toHaveLength(2);
    const between = problems.filter(({ origin }) => origin?.ledger === '');
    expect(between.map(({ kind, group, name }) => [kind, group, name])).toEqual(
      ['丙公司', '丁公司', '戊公司', '己公司'].map((name) => ['conflicting', shared, name]),
    );
  });

  it('taken once more change nothing', async () => {
    const before = city.export();
    const { ledgers, across } = await city.merge(counties, { asOf: '2026-11-30' });
    expect(ledgers.map(({ added, changed, gone }) => [added, changed, gone])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(across).toEqual({ opened: 0, closed: 0, open: 4 });
    expect(city.export()).toEqual(before);
  });

  it('are brought up to date, from an export too', async () => {
    await recordCounty('甲县', '2026-12', [`${shared},丙公司,甲县局`, '91370902523622626K,乙公司,甲县局']);
    await recordCounty('乙县', '2026-12', ['12,庚公司,乙县局', '91370902966781343D,戊公司,乙县局']);
    const county = await openLedger(at('乙县.db'));
    writeFileSync(at('乙县.json'), JSON.stringify(county.export()));
    county.close();
    const { ledgers, across } = await city.merge([counties[0] ?? '', at('乙县.json')], { asOf: '2026-12-30' });
    expect(ledgers.map(({ added, changed }) => [added, changed])).toEqual([
      [0, 3],
      [0, 3],
    ]);
    expect(across).toEqual({ opened: 0, closed: 4, open: 0 });
    const status = city.status({ asOf: '2026-12-30' });
    expect(status.problems).toEqual({
      open: 1,
      answered: 0,
      overdue: 0,
      closed: { corrected: 5, removed: 4, kept: 0 },
      exempt: 0,
    });
    expect(
      status.periods.map(({ period, records, opened, closed, open }) => [period, records, opened, closed, open]),
    ).toEqual([
      ['2026-11', 6, 10, 0, 10],
      ['2026-12', 4, 0, 9, 1],
    ]);
    expect(city.check()).toEqual([]);
  });

  it('are refused where they are no ledgers, or the same one', async () => {
    writeFileSync(at('other.json'), '{"schema":"uscc-ledger-problems/1","problems":[]}');
    await expect(city.merge([at('other.json')])).rejects.toMatchObject({ refusal: { kind: 'not-a-ledger' } });
    await expect(city.merge([at('city.db')])).rejects.toMatchObject({ refusal: { kind: 'same-ledger' } });
    await expect(city.merge([counties[0] ?? '', counties[0] ?? ''])).rejects.toMatchObject({
      refusal: { kind: 'same-ledger' },
    });
  });
});
