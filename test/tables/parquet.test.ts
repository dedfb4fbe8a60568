import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { sourceOfBytes } from '../../src/tables/byte-source.ts';
import { openParquet } from '../../src/tables/parquet/parquet-table.ts';
import { checkAll, useFolder } from '../node/check.ts';

const folder = useFolder();
type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];

async function convert(
  columnData: Columns,
  schema?: Parameters<typeof parquetWriteBuffer>[0]['schema'],
): Promise<string> {
  const bytes = new Uint8Array(
    parquetWriteBuffer({ columnData, rowGroupSize: 2, ...(schema === undefined ? {} : { schema }) }),
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of (await openParquet(sourceOfBytes(bytes))).convert()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('values', () => {
  test('integers keep their digits, doubles are what they are', async () => {
    const columns: Columns = [
      { name: 'a', type: 'INT64', data: [913501001234567812n, -5n, 0n] },
      { name: 'b', type: 'DOUBLE', data: [9.1350100123456781e17, 1.5, 1e30] },
      { name: 'c', type: 'BOOLEAN', data: [true, false, true] },
    ];
    expect(await convert(columns)).toBe('913501001234567812,913501001234567808,true\n-5,1.5,false\n0,1e+30,true\n');
  });

  test('dates, nothing, JSON, line breaks, quotes', async () => {
    const columns: Columns = [
      { name: 'a', type: 'TIMESTAMP', data: [new Date('2020-01-02'), new Date('2020-01-02T03:04:05Z')] },
      { name: 'b', type: 'STRING', nullable: true, data: [null, '甲\r\n"乙",丙'] },
      { name: 'c', type: 'JSON', data: [{ x: [1] }, 'y'] },
    ];
    expect(await convert(columns)).toBe('2020-01-02,,"{""x"":[1]}"\n2020-01-02 03:04:05,"甲 ""乙"",丙","""y"""\n');
  });

  test('decimals keep their digits', async () => {
    const data = [913501001234567812n, -12n];
    const schema = [
      { name: 'root', num_children: 2 },
      { name: 'a', type: 'INT64', repetition_type: 'REQUIRED', converted_type: 'DECIMAL', precision: 18, scale: 0 },
      { name: 'b', type: 'INT64', repetition_type: 'REQUIRED', converted_type: 'DECIMAL', precision: 18, scale: 3 },
    ] as Parameters<typeof convert>[1];
    const columns: Columns = [
      { name: 'a', data: BigInt64Array.from(data) },
      { name: 'b', data: BigInt64Array.from(data) },
    ];
    expect(await convert(columns, schema)).toMatch(/^913501001234567812,[\s\S]*\n-12,-0\.012\n$/);
  });
});

test('a file cut off or changed is an error', async () => {
  const columnData: Columns = [{ name: 'code', type: 'STRING', data: ['91110000600037341L', '91350100M000100Y43'] }];
  const bytes = Buffer.from(parquetWriteBuffer({ columnData }));
  expect((await checkAll([folder.write('a.parquet', bytes)])).report.counts.conforming).toBe(2);
  for (const length of [4, 20, bytes.length - 9, bytes.length - 1]) {
    await expect(checkAll([folder.write('cut.parquet', bytes.subarray(0, length))])).rejects.toMatchObject({
      code: 'input',
    });
  }
});
