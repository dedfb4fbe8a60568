import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckOptions } from '../../src/check/options.ts';
import type { DuplicateRecord, Finding } from '../../src/node/registry.ts';
import { loadTable, type TableRow } from './engines/load.ts';
import { LeftOut } from './engines/server.ts';
import { starters, type TestedEngine } from './engines/start.ts';
import { listTraps } from './traps.ts';

const { checkRegistry }: typeof import('../../src/node/registry.ts') = await import(
  new URL('../../dist/src/node/registry.js', import.meta.url).href
);

const traps = listTraps().filter(({ code }) => !/[\r\n]/.test(code ?? ''));
const asRow = (code: string | null, index: number): TableRow => [
  String(index),
  code,
  index % 11 === 0 ? null : `公司${index % 7}`,
  index % 3 === 0 ? null : `局${index % 5}`,
];
const trapRows = traps.map(({ code }, index) => asRow(code, index));
const conforming = traps.filter(({ why }) => why === 'generated').map(({ code }) => code ?? '');
/** Tables of which a small, a tidied, and no part at all is clean as written. */
const tables: Record<string, TableRow[]> = {
  traps: trapRows,
  lower: Array.from({ length: 101_000 }, (_, index) =>
    asRow((conforming[index % 1_400] ?? '').toLowerCase().replace(/^(.{8})/, '$1-'), index),
  ),
};

/** What two checks of the same rows agree on: everything but what the rows are called, and how long it took. */
async function checkRows(input: string, options: Partial<CheckOptions> & Record<string, unknown>) {
  const findings: unknown[] = [];
  const duplicates: unknown[] = [];
  const keyed = ({ row, line, ...rest }: Finding | DuplicateRecord, key?: string) => ({
    ...rest,
    key: rest.key ?? key,
  });
  const keyOf = (row: number): string => String(row - 1);
  const report = await checkRegistry([input], {
    ...options,
    lang: 'en',
    findings: 'all',
    notes: true,
    onFindings: (batch) => void findings.push(...batch.map((one) => keyed(one, keyOf(one.row)))),
    onDuplicates: (batch) => void duplicates.push(...batch.map((one) => keyed(one, keyOf(one.row)))),
  });
  const { files, elapsedSeconds, warnings, causes, ...counts } = report;
  const byKey = (a: unknown, b: unknown): number => {
    const [first, second] = [a, b].map((one) => Number((one as { key?: string }).key));
    return (first ?? 0) - (second ?? 0);
  };
  const groups = (duplicates as { code: string; key: string; kind: string }[]).map(
    ({ code, key, kind }) => `${code} ${key} ${kind}`,
  );
  return { counts, records: files[0]?.records, findings: findings.toSorted(byKey), groups: groups.toSorted() };
}

describe.each(Object.keys(starters) as TestedEngine[])('%s', (engine) => {
  let url = '';
  let stop: (() => Promise<void>) | undefined;
  let leftOut = '';
  const folder = mkdtempSync(join(tmpdir(), 'uscc-test-equal-'));
  // An engine that needs half a minute to insert is given the traps alone.
  const names = Object.keys(tables).filter((table) => engine !== 'spark' || table === 'traps');

  beforeAll(async () => {
    try {
      const server = await starters[engine]();
      url = server.url;
      stop = server.stop;
      for (const table of names) await loadTable(engine, url, table, tables[table] ?? []);
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
      leftOut = error.message;
      console.warn(`${engine} is left out: ${leftOut}`);
    }
  }, 240_000);
  afterAll(async () => {
    await stop?.();
    rmSync(folder, { recursive: true });
  });

  test.each(names)('%s: the report is that of a file', { timeout: 240_000 }, async (table) => {
    if (stop === undefined) return console.warn(leftOut);
    const cell = (text: string | null): string => `"${(text ?? '').replaceAll('"', '""')}"`;
    const path = join(folder, `${table}.csv`);
    const lines = (tables[table] ?? []).map((row) => row.map(cell).join(','));
    writeFileSync(path, `﻿${['id,code,name,unit', ...lines].join('\n')}\n`);
    const columns = { codeColumn: 'code', nameColumn: 'name', unitColumn: 'unit' };
    const ofFile = await checkRows(path, columns);
    const ofTable = await checkRows(url, { ...columns, table, key: 'id' });
    expect(ofTable.counts).toEqual(ofFile.counts);
    expect(ofTable.records).toBe(tables[table]?.length);
    expect(ofTable.findings).toEqual(ofFile.findings);
    expect(ofTable.groups).toEqual(ofFile.groups);
  });
});
