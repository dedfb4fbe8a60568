import { gzipSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { UsccError } from '../../src/code/error.ts';
import { checkAll, useFolder } from '../node/check.ts';
import { listWorkbookMembers, writeRows, writeWorkbook, writeZip } from '../tables/archives.ts';
import { seed, trials } from './trials.ts';

/*
 * Files that were right and are no more: bytes changed, cut, doubled, moved, numbers made huge, in the file and, where it is packed, in
 * its parts. Whatever becomes of them, they are read or refused in words; nothing else is thrown, and nothing goes on without end.
 */

const folder = useFolder();
const rows = [
  ['统一社会信用代码', '企业名称', '数量'],
  ['91110000600037341L', '甲', '1'],
  ['91350100M000100Y43', '乙', '2'],
];
const csv = rows.map((row) => row.join(',')).join('\n');
const records = rows
  .slice(1)
  .map(([code, name, count]) => ({ 统一社会信用代码: code, 企业名称: name, 数量: Number(count) }));
const workbook = {
  sheets: [{ name: 'S', rows: `${writeRows(rows)}<row><c t="s"><v>0</v></c><c s="1"><v>45000</v></c></row>` }],
  strings: '<si><t>91350100M000100Y43</t></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
};
const members = listWorkbookMembers(workbook);

function writeXls(bookType: 'biff8' | 'biff5' | 'xlsb' | 'ods'): Buffer {
  const made = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet(rows), 'S');
  return Buffer.from(xlsx.write(made, { type: 'buffer', bookType }) as Uint8Array);
}

const parquet = Buffer.from(
  parquetWriteBuffer({
    columnData: Object.keys(records[0] ?? {}).map((name) => ({
      name,
      data: records.map((each) => (each as Record<string, unknown>)[name]),
    })) as never,
  }),
);

interface Change {
  at: number;
  kind: 'byte' | 'cut' | 'drop' | 'double' | 'number' | 'text';
  value: number;
  length: number;
}

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    kind: fc.constantFrom('byte', 'byte', 'byte', 'cut', 'drop', 'double', 'number', 'number', 'text'),
    value: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0xffff, 0x7fffffff, 0xffffffff, 0x10000)),
    length: fc.integer({ min: 1, max: 64 }),
  }) as fc.Arbitrary<Change>,
  { minLength: 1, maxLength: 6 },
);
const words = [
  '<',
  '>',
  '</row>',
  '<row r="1048577">',
  '<c r="XFD1"/>',
  '&#0;',
  '&amp',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<![CDATA[',
  '{',
  '[',
  '"',
  '\\ud800',
  '1e999',
  'null,',
  '\u0000',
];

function damage(bytes: Buffer, list: Change[]): Buffer {
  let now = bytes;
  for (const { at, kind, value, length } of list) {
    const place = Math.floor(at * now.length);
    const [before, after] = [now.subarray(0, place), now.subarray(place)];
    if (kind === 'cut') now = Buffer.from(before);
    else if (kind === 'drop') now = Buffer.concat([before, after.subarray(length)]);
    else if (kind === 'double') now = Buffer.concat([before, after.subarray(0, length), after]);
    else if (kind === 'text') now = Buffer.concat([before, Buffer.from(words[value % words.length] ?? ''), after]);
    else {
      now = Buffer.from(now);
      if (kind === 'byte') now[place] = value & 255;
      else if (place + 4 <= now.length) now.writeUInt32LE(value >>> 0, place);
    }
  }
  return now;
}

/** Formats, by how their damaged files are made. */
const formats: [string, (list: Change[]) => Buffer][] = [
  [
    'a.zip',
    (list) =>
      damage(
        writeZip([
          { name: 'a.csv', data: csv },
          { name: 'b.json', data: JSON.stringify(records) },
        ]),
        list,
      ),
  ],
  ['part.zip', (list) => writeZip([{ name: 'a.csv.gz', data: damage(gzipSync(csv), list) }])],
  ['a.csv.gz', (list) => damage(gzipSync(csv), list)],
  ['a.xlsx', (list) => damage(writeWorkbook(workbook), list)],
  [
    'parts.xlsx',
    (list) =>
      writeZip(
        members.map((each, index) =>
          index === (list[0]?.value ?? 0) % members.length
            ? { ...each, data: damage(Buffer.from(each.data), list) }
            : each,
        ),
      ),
  ],
  ['a.json', (list) => damage(Buffer.from(JSON.stringify(records)), list)],
  ['a.ndjson', (list) => damage(Buffer.from(records.map((each) => JSON.stringify(each)).join('\n')), list)],
  ['a.parquet', (list) => damage(parquet, list)],
  ['a.xls', (list) => damage(writeXls('biff8'), list)],
  ['b.xls', (list) => damage(writeXls('biff5'), list)],
  ['a.csv', (list) => damage(Buffer.from(csv), list)],
  ['wide.csv', (list) => damage(Buffer.from(`\ufeff${csv}`, 'utf16le'), list)],
];

test.each(formats)('%s: read, or refused in words', async (name, write) => {
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const path = folder.write(name, write(list));
      try {
        const { report } = await checkAll([path], { workers: undefined });
        const { conforming, erroneous, unconverted, missing } = report.counts;
        expect(conforming + erroneous + unconverted + missing).toBe(report.records);
      } catch (error) {
        if (!(error instanceof UsccError)) throw error;
        expect(['input', 'output']).toContain(error.code);
        expect(error.message).toContain(name);
      }
    }),
    { numRuns: trials(40, 20_000), seed: seed(), timeout: 20_000, endOnFailure: false },
  );
});
