import { expect, test } from 'vitest';
import { pageUnpacking } from '../../src/tables/archive/unpack.ts';
import { readZipDirectory } from '../../src/tables/archive/zip-directory.ts';
import { sourceOfBytes } from '../../src/tables/byte-source.ts';
import { openWorkbook } from '../../src/tables/workbook/xlsx-workbook.ts';
import { writeRows, writeWorkbook } from '../tables/archives.ts';

test('a workbook is read with what a page has: streams of the platform, bytes from anywhere', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [`91350100M0001${index}`, `公司${index}`]);
  const source = sourceOfBytes(writeWorkbook({ sheets: [{ name: 'S', rows: writeRows(rows) }] }));
  const later = { size: source.size, read: async (at: number, into: Uint8Array) => await source.read(at, into) };
  const workbook = await openWorkbook(later, await readZipDirectory(later), pageUnpacking);
  const pieces: Uint8Array[] = [];
  const facts = { rowCount: 0, columnCount: 0, emptyFormulas: 0, merges: [], repeated: new Map() };
  for await (const piece of workbook.sheets[0]?.convert(facts) ?? []) pieces.push(piece);
  expect(Buffer.concat(pieces).toString()).toBe(rows.map((cells) => `${cells.join(',')}\n`).join(''));
  expect(facts.rowCount).toBe(5000);
});
