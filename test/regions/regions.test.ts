import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { regionCodes, regions } from '../../src/regions/index.ts';

const table = new URL('../../../shared/data/regions.csv', import.meta.url);

describe('regions', () => {
  it.each([
    ['370000', '山东省', 'in-use'],
    ['370900', '山东省泰安市', 'in-use'],
    ['370911', '山东省泰安市岱岳区', 'in-use'],
    ['110000', '北京市', 'in-use'],
    ['110101', '北京市东城区', 'in-use'],
    ['110103', '北京市崇文区', 'abolished'],
    ['429004', '湖北省仙桃市', 'in-use'],
    ['469001', '海南省五指山市', 'in-use'],
    ['810000', '香港特别行政区', 'in-use'],
    // Its own entry goes before the general rule for 市辖区.
    ['372601', '山东省泰安地区泰安市', 'abolished'],
    // The prefecture at that time, not its last name.
    ['142221', '山西省忻县地区忻县', 'abolished'],
    ['370901', '山东省泰安市市辖区', 'in-use'],
    ['100000', '国家级', 'in-use'],
    ['370999', null, 'unlisted'],
    ['110001', null, 'unlisted'],
    ['000000', null, 'unlisted'],
    ['3709', null, 'unlisted'],
    ['37090A', null, 'unlisted'],
    ['37091101', null, 'unlisted'],
    ['', null, 'unlisted'],
  ])('%s is %s, %s', (code, name, status) => {
    expect(regions.name(code)).toBe(name);
    expect(regions.status(code)).toBe(status);
  });

  it('lists the codes in use in ascending order', () => {
    const codes = regionCodes();
    expect(codes).toHaveLength(3213);
    expect(codes).toEqual([...codes].sort());
    for (const code of codes) expect(regions.status(code)).toBe('in-use');
  });

  it('weighs at most 20 kB compressed', () => {
    const sources = ['index.ts', 'unpack.ts', 'regions.data.ts'].map((file) =>
      readFileSync(new URL(`../../src/regions/${file}`, import.meta.url)),
    );
    expect(brotliCompressSync(Buffer.concat(sources)).length).toBeLessThan(20_000);
  });

  it.skipIf(!existsSync(table))('equal the table they were packed from', () => {
    const rows = readFileSync(table, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
      .slice(1);
    const last = new Map<string, { name: string; until: number; inUse: boolean }>();
    for (const row of rows) {
      const [code = '', province = '', prefecture, own = '', level, state, , end] = row.split(',');
      const inUse = state === '在用';
      const until = inUse ? 9999 : Number(end);
      const above =
        level === '省级' ? '' : level === '地级' || prefecture === '直辖' ? province : province + prefecture;
      if ((last.get(code)?.until ?? 0) < until) last.set(code, { name: above + own, until, inUse });
    }
    expect(last.size).toBe(6450);
    for (const [code, { name, inUse }] of last) {
      expect([code, regions.name(code), regions.status(code)]).toEqual([code, name, inUse ? 'in-use' : 'abolished']);
    }
  });
});
