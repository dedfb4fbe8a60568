import { mkdirSync } from 'node:fs';
import { deflateSync, gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateRegistry } from '../../src/generate/registry.ts';
import { makeEncoder } from '../../src/write/encoder.ts';
import { runUscc } from '../cli/run.ts';
import { checkAll, type Outcome, useFolder } from '../node/check.ts';
import { escapeXml, nameColumn, writeRows, writeWorkbook, writeZip } from './archives.ts';

const folder = useFolder();
const header = ['统一社会信用代码', '企业名称', '备注'];

/** Three columns: every kind of damage, commas, quotes and other alphabets in names. */
function makeRows(): string[][] {
  const text = Buffer.concat([
    ...generateRegistry({ rows: 600, seed: 5, errors: 0.1, duplicates: 0.05, shape: 'plain', encoding: 'utf-8' }),
  ]).toString();
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 2));
  return rows.map(([code = '', name = ''], index) => [
    code.includes('"') ? '' : code,
    index % 50 === 0 ? `${name}"甲,乙"; <b>&amp;|` : name,
    index % 3 === 0 ? '' : `备注 ${index}`,
  ]);
}

const rows = makeRows();
const table = [header, ...rows];

function writeDelimited(delimiter: string, lineBreak = '\n', lines = table): string {
  const quote = (cell: string): string =>
    cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return lines.map((cells) => cells.map(quote).join(delimiter) + lineBreak).join('');
}

function encodeGb18030(text: string): Buffer {
  return Buffer.from(makeEncoder('gb18030')(Buffer.from(text)));
}

function toObjects(): Record<string, string>[] {
  return rows.map((cells) => Object.fromEntries(header.map((key, column) => [key, cells[column] ?? ''])));
}

function writeSharedWorkbook(): Buffer {
  const strings = [...new Set(table.flat())];
  const indexes = new Map(strings.map((text, index) => [text, index]));
  const cell = (text: string, row: number, column: number): string =>
    text === '' ? '' : `<c r="${nameColumn(column)}${row + 1}" s="1" t="s"><v>${indexes.get(text)}</v></c>`;
  return writeWorkbook({
    sheets: [
      {
        name: '数据',
        rows: table
          .map(
            (cells, row) =>
              `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`,
          )
          .join(''),
      },
    ],
    strings: strings.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join(''),
  });
}

const csv = writeDelimited(',');
const utf16 = Buffer.from(`\ufeff${csv}`, 'utf16le');
const objects = toObjects();
const forms: [name: string, data: () => Buffer | string][] = [
  ['bom.csv', () => `\ufeff${csv}`],
  ['gb18030.csv', () => encodeGb18030(csv)],
  ['utf-16le.csv', () => utf16],
  ['utf-16be.csv', () => Buffer.from(utf16).swap16()],
  ['tab.txt', () => writeDelimited('\t')],
  ['semicolon.csv', () => writeDelimited(';')],
  ['pipe.csv', () => writeDelimited('|')],
  ['pipe-gb18030.csv', () => encodeGb18030(writeDelimited('|'))],
  ['cr.csv', () => writeDelimited(',', '\r')],
  ['crlf.csv', () => writeDelimited(',', '\r\n')],
  ['inline.xlsx', () => writeWorkbook({ sheets: [{ name: 'Sheet1', rows: writeRows(table) }] })],
  ['shared.xlsx', writeSharedWorkbook],
  ['packed.csv.gz', () => gzipSync(csv)],
  ['two-members.csv.gz', () => Buffer.concat([gzipSync(csv.slice(0, 1000)), gzipSync(csv.slice(1000))])],
  ['packed-gb18030.csv.gz', () => gzipSync(encodeGb18030(csv))],
  ['one.zip', () => writeZip([{ name: 'dir/one.csv', data: csv }])],
  ['stored.zip', () => writeZip([{ name: 'one.csv', data: csv, isStored: true }])],
  ['workbook.zip', () => writeZip([{ name: 'book.xlsx', data: writeSharedWorkbook() }])],
  ['nested.zip', () => writeZip([{ name: 'a.csv.gz', data: gzipSync(csv) }])],
  ['rows.ndjson', () => objects.map((row) => JSON.stringify(row)).join('\n')],
  ['rows.json', () => JSON.stringify(objects)],
  ['pretty.json', () => JSON.stringify(objects, null, 2)],
  ['records.json', () => JSON.stringify({ RECORDS: objects })],
  ['arrays.json', () => JSON.stringify(table)],
  ['arrays.jsonl', () => table.map((row) => JSON.stringify(row)).join('\r\n')],
  [
    'rows.parquet',
    () =>
      Buffer.from(
        parquetWriteBuffer({
          columnData: header.map((name, column) => ({
            name,
            type: 'STRING',
            data: rows.map((row) => row[column] ?? ''),
          })),
          rowGroupSize: 250,
        }),
      ),
  ],
];

/** What must not depend on the form: everything but files, lines and warnings of the form itself. */
function digest({ report, findings, duplicates }: Outcome) {
  const { files, warnings, elapsedSeconds, ...counts } = report;
  return {
    counts,
    codes: warnings.map(({ code }) => code),
    findings: findings.map(({ line, file, ...rest }) => rest),
    duplicates: duplicates.map(({ line, file, ...rest }) => rest),
  };
}

let expected: ReturnType<typeof digest>;
beforeAll(async () => {
  expected = digest(await checkAll([folder.write('plain.csv', csv)]));
  expect(expected.counts.records).toBe(600);
  expect(expected.counts.duplicates.codes).toBeGreaterThan(5);
  expect(expected.findings.length).toBeGreaterThan(30);
});

describe('the same rows give the same counts, duplicates and row numbers', () => {
  test.each(forms)('%s', async (name, data) => {
    expect(digest(await checkAll([folder.write(name, data())]))).toEqual(expected);
  });

  test('and lines are those of the CSV, in workbooks and gzip', async () => {
    const plain = await checkAll([folder.path('plain.csv')]);
    for (const name of ['inline.xlsx', 'shared.xlsx', 'packed.csv.gz', 'one.zip', 'arrays.jsonl']) {
      const other = await checkAll([folder.path(name)]);
      expect(
        other.findings.map(({ line }) => line),
        name,
      ).toEqual(plain.findings.map(({ line }) => line));
    }
  });

  test('NDJSON: a line is that of the file', async () => {
    const { findings } = await checkAll([folder.path('rows.ndjson')]);
    expect(findings.every(({ row, line }) => row === line)).toBe(true);
  });

  test('a folder of parts, by name as people number them', async () => {
    mkdirSync(folder.path('parts'));
    for (let part = 0; part * 50 < rows.length; part++) {
      const lines = [header, ...rows.slice(part * 50, (part + 1) * 50)];
      folder.write(`parts/part-${part + 1}.csv`, writeDelimited(',', '\n', lines));
    }
    folder.write('parts/readme.md', 'not a table');
    folder.write('parts/.hidden.csv', 'not either');
    const outcome = await checkAll([folder.path('parts')]);
    const { counts } = digest(outcome);
    expect(counts).toEqual(expected.counts);
    expect(outcome.report.files.map(({ path }) => path.replace(/.*[/\\]/, ''))).toEqual(
      Array.from({ length: 12 }, (_, index) => `part-${index + 1}.csv`),
    );
    const absolute = outcome.findings.map(({ file, row }) => file * 50 + row);
    expect(absolute).toEqual(expected.findings.map(({ row }) => row));
    expect(outcome.report.warnings.map(({ code }) => code)).toContain('skipped-files');
    const pattern = await checkAll([folder.path('parts/part-?.csv'), folder.path('parts/part-1[0-2].csv')]);
    expect(digest(pattern).counts).toEqual(expected.counts);
  });

  test('standard input, plain and packed', async () => {
    const { stdout: plain } = await runUscc(['check', folder.path('plain.csv'), '--format', 'json']);
    const strip = (text: string) => {
      const { files, elapsedSeconds, ...rest } = JSON.parse(text);
      return rest;
    };
    for (const input of [csv, gzipSync(csv), writeSharedWorkbook()]) {
      const { code, stdout, stderr } = await runUscc(['check', '-', '--format', 'json'], { input: Buffer.from(input) });
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(strip(stdout)).toEqual(strip(plain));
    }
  });

  test('the reference scanner says so too', async () => {
    for (const name of ['shared.xlsx', 'rows.json', 'rows.parquet']) {
      const { report } = await checkAll([folder.path(name)], { scanner: 'reference' });
      expect({ ...report, files: [], elapsedSeconds: 0 }).toEqual({
        ...expected.counts,
        warnings: report.warnings,
        files: [],
        elapsedSeconds: 0,
      });
    }
  });
});

test('what zlib alone has packed is not taken for text', async () => {
  await expect(checkAll([folder.write('z.csv', deflateSync(csv))])).rejects.toThrowError(/not text/);
});
