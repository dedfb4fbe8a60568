import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/node/warehouse/address.ts';
import { openWarehouse } from '../../src/node/warehouse/open-warehouse.ts';
import { askWarehouse } from '../../src/warehouse/answers.ts';
import { writeQueries } from '../../src/warehouse/queries.ts';
import { isClean, type Row, reduceTables } from '../../src/warehouse/reduce.ts';
import type { Warehouse } from '../../src/warehouse/warehouse.ts';
import { loadTable, type TableRow } from './engines/load.ts';
import { LeftOut } from './engines/server.ts';
import { starters, type TestedEngine } from './engines/start.ts';
import { listTraps } from './traps.ts';

const rows: TableRow[] = listTraps().map(({ code }, index) => [
  `k${index}`,
  code,
  index % 5 === 0 ? null : `公司${index % 7}`,
  index % 3 === 0 ? null : `局${index % 3}`,
]);
const spec = { table: 'traps', code: 'code', name: 'name', unit: 'unit', key: 'id', where: null };

describe.each(Object.keys(starters) as TestedEngine[])('%s', (engine) => {
  let warehouse: Warehouse | undefined;
  let stop: (() => Promise<void>) | undefined;
  let leftOut = '';

  beforeAll(async () => {
    try {
      const server = await starters[engine]();
      stop = server.stop;
      await loadTable(engine, server.url, 'traps', rows);
      const address = parseAddress(server.url);
      warehouse = await openWarehouse({
        address,
        password: undefined,
        timeoutMs: undefined,
        signal: undefined,
      });
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
      leftOut = error.message;
      console.warn(`${engine} is left out: ${leftOut}`);
    }
  }, 240_000);
  afterAll(async () => {
    await warehouse?.close();
    await stop?.();
  });

  test('calls the same rows clean as the kernel, and hands over the others unchanged', async ({ skip }) => {
    if (warehouse === undefined) return skip(leftOut);
    const residue: (string | null)[][] = [];
    for await (const batch of warehouse.rows(writeQueries(warehouse.dialect, [spec], 'as-written').residue)) {
      residue.push(...batch.map(([, ...row]) => row));
    }
    const byKey = (a: (string | null)[], b: (string | null)[]): number =>
      Number(a[0]?.slice(1)) - Number(b[0]?.slice(1));
    expect(residue.toSorted(byKey)).toEqual(rows.filter(([, code]) => !isClean(code ?? '')));
  }, 120_000);

  test('counts what stays there, and hands over every record of a duplicate', async ({ skip }) => {
    if (warehouse === undefined) return skip(leftOut);
    const taken: Row[] = [];
    const [reduction] = await reduceTables(
      askWarehouse(warehouse, [spec]),
      { tableCount: 1, hasUnits: true, wholly: false },
      async (batch) => void taken.push(...batch),
    );
    const keys = new Set(taken.map(([, key]) => key));
    expect(keys.size).toBe(taken.length);
    expect([reduction?.records, reduction?.found]).toEqual([rows.length, rows.length]);
    const left = rows.filter(([key]) => !keys.has(key));
    const codes = left.map(([, code]) => code ?? '');
    expect(codes.every(isClean)).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    const heads = new Map<string, number>();
    for (const code of codes) heads.set(code.slice(0, 8), (heads.get(code.slice(0, 8)) ?? 0) + 1);
    const filled = [...(reduction?.rest.byHead ?? [])].filter(([, count]) => count !== 0);
    expect(new Map(filled)).toEqual(heads);
    const meant = new Set(
      taken.map(([, , code]) =>
        (code ?? '')
          .normalize('NFKC')
          .toUpperCase()
          .replace(/[^0-9A-Z]/g, ''),
      ),
    );
    expect(codes.filter((code) => meant.has(code))).toEqual([]);
  }, 240_000);
});
