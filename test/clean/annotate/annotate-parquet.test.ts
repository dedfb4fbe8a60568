import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { checkTables } from '../../../src/check/check.ts';
import { annotateParquet } from '../../../src/clean/annotate/annotate-parquet.ts';
import { createDuplicateMarks } from '../../../src/clean/annotate/duplicate-marks.ts';
import { nameColumns } from '../../../src/clean/annotate/parquet-columns.ts';
import { shapes } from '../../../src/generate/options.ts';
import { generateRegistry } from '../../../src/generate/registry.ts';
import { checkRegistry } from '../../../src/node/registry.ts';
import { outputEncodings } from '../../../src/write/encoder.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';

const added = ['partition', 'issue', 'normalized', 'suggestion', 'duplicate'];

interface Annotated {
  parquet: Buffer;
  csv: Buffer;
}

/** The package as it is built, whose threads are real ones. */
const built: { checkRegistry: typeof checkRegistry } = await import(
  new URL('../../../dist/src/node/registry.js', import.meta.url).href
);

async function annotateBoth(tables: Buffer[], options: object = {}, check = checkRegistry): Promise<Annotated> {
  const [parquet, csv]: [Buffer[], Buffer[]] = [[], []];
  await check(tables, {
    ...options,
    onAnnotatedParquet: (bytes) => void parquet.push(Buffer.from(bytes)),
    onAnnotated: (bytes) => void csv.push(Buffer.from(bytes)),
  });
  return { parquet: Buffer.concat(parquet), csv: Buffer.concat(csv) };
}

async function readRows(file: Buffer): Promise<{ names: string[]; rows: string[][] }> {
  const buffer = Uint8Array.from(file).buffer;
  const names = parquetMetadata(buffer)
    .schema.slice(1)
    .map(({ name }) => name);
  const objects = await parquetReadObjects({ file: buffer });
  return { names, rows: objects.map((row) => names.map((name) => String(row[name]))) };
}

const readCsv = (bytes: Buffer, encoding: string): string[][] =>
  parse(new TextDecoder(encoding).decode(bytes), { relax_quotes: true, relax_column_count: true });

describe('records with their verdicts as Parquet', () => {
  test('say what the CSV says, in its order, whatever was read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...shapes.filter((shape) => shape !== 'tab')),
        fc.constantFrom(...outputEncodings),
        fc.integer({ min: 1, max: 1000 }),
        async (shape, encoding, seed) => {
          const job = { rows: 60, seed, shape, encoding, errors: 0.2, duplicates: 0.2 };
          const { parquet, csv } = await annotateBoth([Buffer.concat([...generateRegistry(job)])]);
          const [header, ...lines] = readCsv(csv, encoding === 'gb18030' ? encoding : 'utf-8');
          const { names, rows } = await readRows(parquet);
          expect(names).toEqual(header);
          const at = names.indexOf('normalized');
          expect(rows).toEqual(lines.map((line) => line.map((cell, i) => (i === at ? cell.replace(/^'/, '') : cell))));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a row group a range, and the same rows whatever the ranges; damaged bytes are read as in a check', async () => {
    const lines = Array.from({ length: 900 }, (_, index) => `公司"${index}",91110000600037341L,${'x'.repeat(index)}`);
    const table = Buffer.from(`名称,统一社会信用代码,备注\n${lines.join('\n')}\n`);
    for (const damaged of [false, true]) {
      if (damaged) table[table.indexOf('司"800') + 1] = 0xff;
      const read: string[][][] = [];
      for (const rangeBytes of [4096, 1 << 20]) {
        const parts: Buffer[] = [];
        const marks = createDuplicateMarks();
        const { scan } = await checkTables([inputOf(table)], {}, createPlatform(rangeBytes), { compared: marks.add });
        await annotateParquet(scan, marks, { onAnnotatedParquet: (bytes) => void parts.push(Buffer.from(bytes)) });
        const file = Buffer.concat(parts);
        expect(parquetMetadata(Uint8Array.from(file).buffer).row_groups).toHaveLength(scan.ranges.length);
        read.push((await readRows(file)).rows);
      }
      expect(read[0]).toEqual(read[1]);
      expect(read[0]?.map((row) => row[2]?.length)).toEqual(lines.map((_, index) => index));
      expect(read[0]?.[800]?.[0]?.includes('\ufffd')).toBe(damaged);
    }
  });

  test('cells far longer than others stand whole among them, in a table of many rows or many columns', async () => {
    const longOf = (index: number): string => '长'.repeat(index % 40 === 39 ? 12_000 + index * 10 : 200 + (index % 5));
    for (const width of [3, 80]) {
      const more = Array.from({ length: width - 3 }, (_, column) => `列${column}`);
      const header = ['统一社会信用代码', '企业名称', '备注', ...more];
      const records = Array.from({ length: 200 }, (_, index) => [
        '91110000600037341L',
        `甲${index}`,
        longOf(index),
        ...more.map((_, column) => String(column)),
      ]);
      const text = [header, ...records].map((cells) => cells.join(',')).join('\n');
      const { parquet } = await annotateBoth([Buffer.from(`${text}\n`)]);
      const { rows } = await readRows(parquet);
      expect(rows.map((row) => row.slice(0, width))).toEqual(records);
      expect(new Set(rows.map((row) => row[width + 2]))).toEqual(new Set(['91110000600037341L']));
    }
  });

  test('short records have empty cells; what is beyond the header stands in one column more', async () => {
    const table = '名称,统一社会信用代码,备注\n甲,91110000600037341L\n乙,91110000600037341L,x,"y,1",z\n';
    const { names, rows } = await readRows((await annotateBoth([Buffer.from(table)])).parquet);
    expect(names).toEqual(['名称', '统一社会信用代码', '备注', ...added, 'more_cells']);
    const said = ['conforming', '', '91110000600037341L', '', 'conflicting'];
    expect(rows).toEqual([
      ['甲', '91110000600037341L', '', ...said, ''],
      ['乙', '91110000600037341L', 'x', ...said, '"y,1",z'],
    ]);
  });

  test('names of columns are there, and each is there once whatever its case', () => {
    expect(nameColumns(['a', '', 'A', 'a_2', ' ', 'Issue', 'a'], 7, true)).toEqual([
      'a',
      'column_2',
      'A_2',
      'a_2_2',
      'column_5',
      'Issue',
      'a_3',
      'partition',
      'issue_2',
      ...added.slice(2),
      'more_cells',
    ]);
    expect(nameColumns(null, 2, false)).toEqual(['column_1', 'column_2', ...added]);
  });

  test('threads write it, others read it: DuckDB, and the check itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'uscc-parquet-'));
    try {
      const job = { rows: 8000, errors: 0.05, duplicates: 0.05 };
      const tables = [1, 2].map((seed) => Buffer.concat([...generateRegistry({ ...job, seed })]));
      const { parquet, csv } = await annotateBoth(tables, { workers: 2 }, built.checkRegistry);
      const path = join(folder, 'annotated.parquet');
      writeFileSync(path, parquet);
      const expected = readCsv(csv, 'utf-8').slice(1);
      const connection = await (await DuckDBInstance.create()).connect();
      const read = await connection.runAndReadAll(`select * from '${path}'`);
      const at = 8 + added.indexOf('normalized');
      const own = read.getRows().map((row) => row.map(String));
      expect(own).toEqual(expected.map((row) => row.map((cell, i) => (i === at ? cell.replace(/^'/, '') : cell))));
      const before = await checkRegistry(tables);
      const after = await checkRegistry([path], { codeColumn: 1 });
      expect(after.counts).toEqual(before.counts);
      expect(after.duplicates).toEqual(before.duplicates);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
