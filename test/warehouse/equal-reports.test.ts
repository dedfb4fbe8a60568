import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckOptions } from '../../src/check/options.ts';
import type { DuplicateRecord, Finding } from '../../src/node/registry.ts';
import { loadTable, type TableRow } from './engines/load.ts';
import { LeftOut } from './engines/server.ts';
import { starters, type TestedEngine } from './engines/start.ts';
import { caseTables } from './tables.ts';

const { checkRegistry }: typeof import('../../src/node/registry.ts') = await import(
  new URL('../../dist/src/node/registry.js', import.meta.url).href
);

const columns = { codeColumn: 'code', nameColumn: 'name', unitColumn: 'unit' };

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
    onFindings: (batch) => void findings.push(...batch.map((one) => keyed(one, keyOf(one.row)))),
    onDuplicates: (batch) => void duplicates.push(...batch.map((one) => keyed(one, keyOf(one.row)))),
  });
  const { files, elapsedSeconds, warnings, ...counts } = report;
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

  beforeAll(async () => {
    try {
      const server = await starters[engine]();
      url = server.url;
      stop = server.stop;
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
      leftOut = error.message;
      console.warn(`${engine} is left out: ${leftOut}`);
    }
  }, 240_000);
  afterAll(() => stop?.());

  test.each(Object.keys(caseTables))('%s: the report is that of a file', { timeout: 240_000 }, async (name) => {
    if (stop === undefined) return console.warn(leftOut);
    const { rows, path, ofFile } = await checkFile(name);
    await loadTable(engine, url, name, rows);
    const ofTable = await checkRows(url, { ...columns, table: name, key: 'id' });
    expect(ofTable).toEqual({ ...ofFile, records: rows.length });
    if (name !== 'shape_mixed') return;
    const more = { ...columns, notes: true, suspect: true };
    expect(await checkRows(url, { ...more, table: name, key: 'id' })).toEqual(await checkRows(path, more));
  });

  test('several tables: duplicates are found across them', { timeout: 240_000 }, async () => {
    if (stop === undefined) return console.warn(leftOut);
    const names = ['shape_plain', 'shape_lower'];
    const files = await Promise.all(names.map(async (name) => (await checkFile(name)).path));
    const ofTables = await checkRegistry([url], { ...columns, table: names });
    const ofFiles = await checkRegistry(files, columns);
    for (const part of ['counts', 'issues', 'notes', 'duplicates', 'rates', 'byRegion', 'byUnit'] as const) {
      expect(ofTables[part]).toEqual(ofFiles[part]);
    }
  });
});

const folder = mkdtempSync(join(tmpdir(), 'uscc-test-equal-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Of each case table, what is said of it as a file: once for all engines. */
const checked = new Map<string, { rows: TableRow[]; path: string; ofFile: Awaited<ReturnType<typeof checkRows>> }>();

async function checkFile(name: string) {
  const known = checked.get(name);
  if (known !== undefined) return known;
  const rows = caseTables[name]?.() ?? [];
  const path = writeCsv(name, rows);
  const entry = { rows, path, ofFile: await checkRows(path, columns) };
  checked.set(name, entry);
  return entry;
}

function writeCsv(name: string, rows: TableRow[]): string {
  const cell = (text: string | null): string => `"${(text ?? '').replaceAll('"', '""')}"`;
  const path = join(folder, `${name}.csv`);
  const lines = rows.map((row) => row.map(cell).join(','));
  writeFileSync(path, `\ufeff${['id,code,name,unit', ...lines].join('\n')}\n`);
  return path;
}
