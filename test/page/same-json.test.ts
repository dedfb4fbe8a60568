import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CheckOptions } from '../../src/check/options.ts';
import type { Report } from '../../src/check/report.ts';
import { shapes } from '../../src/generate/options.ts';
import { generate } from '../../src/index.ts';
import { checkRegistry } from '../../src/node/registry.ts';
import { outputEncodings } from '../../src/write/encoder.ts';
import { browserPath } from '../browser/chromium.ts';
import { runUscc } from '../cli/run.ts';
import { generateAll } from '../generate/read.ts';
import { useFolder } from '../node/check.ts';
import { writeRows, writeWorkbook, writeZip } from '../tables/archives.ts';
import { writeFormats } from '../tables/formats.ts';
import { check, choose, readReport, useChecker } from './checker.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** What the command says, for files named as the page names them. */
async function reportOnNode(files: string[], options: CheckOptions = {}): Promise<Report> {
  const report = await checkRegistry(files, { lang: 'zh', face: 'page', ...options });
  const folder = (files[0] ?? '').replace(/[^/\\]+$/, '');
  const text = JSON.stringify({ ...report, elapsedSeconds: 0 });
  return JSON.parse(text.replaceAll(JSON.stringify(folder).slice(1, -1), '')) as Report;
}

describe.skipIf(browserPath === null)('the page gives the report of the command', () => {
  const checker = useChecker();
  const folder = useFolder();
  let page: Page | undefined;

  async function expectSame(files: string[], options?: CheckOptions): Promise<Report> {
    if (page === undefined) page = (await checker.open()).page;
    else await page.reload();
    await choose(page, files);
    await check(page);
    const report = await readReport(page);
    // The page finds the column of units as `--unit-column auto` does.
    const units = report.byUnit === undefined ? {} : { unitColumn: 'auto' };
    expect(report).toEqual(await reportOnNode(files, { ...units, ...options }));
    return report;
  }

  const rows = (count: number): string[][] => [
    ['统一社会信用代码', '企业名称'],
    ...Array.from({ length: count }, (_, index) => [
      index % 9 === 0 ? '91350100M000100Y44' : index % 7 === 0 ? '91350100M000100Y43' : generate({ seed: index }),
      `公司${index % 5}`,
    ]),
  ];
  const csv = (count: number): string =>
    rows(count)
      .map((cells) => `${cells.join(',')}\n`)
      .join('');

  test('every format that holds tables', async () => {
    const records = rows(60).slice(1);
    const { csv: _, ...formats } = writeFormats(['统一社会信用代码', '企业名称'], records);
    for (const [name, bytes] of Object.entries(formats)) {
      const report = await expectSame([folder.write(`table.${name}`, bytes)]);
      expect([name, report.records, report.counts.erroneous]).toEqual([name, 60, 7]);
    }
  }, 120_000);

  const files = readdirSync(fixtures).filter((name) => name.endsWith('.csv') && !name.includes('truth'));
  test.each(files)('fixtures/%s', async (name) => {
    expect((await expectSame([fixtures + name])).records).toBeGreaterThan(100);
  });

  const cases = outputEncodings.flatMap((encoding) => shapes.map((shape) => ({ encoding, shape })));
  test.each(cases)('generated, $encoding, $shape', async (options) => {
    const { bytes } = generateAll({ rows: 300, seed: 7, errors: 0.1, duplicates: 0.1, ...options });
    const report = await expectSame([folder.write(`${options.encoding}-${options.shape}.csv`, bytes)]);
    expect(report.records).toBe(300);
  });

  test('more than one thread', async () => {
    const { bytes } = generateAll({ rows: 60_000, seed: 3, errors: 0.02, duplicates: 0.02 });
    const path = folder.write('large.csv', bytes);
    const { page, complaints } = await checker.open();
    await choose(page, [path]);
    await check(page);
    // From its source the command has no threads.
    const { stdout } = await runUscc([
      'check',
      path,
      '--format',
      'json',
      '--lang',
      'zh',
      '--workers',
      '2',
      '--unit-column',
      'auto',
    ]);
    const expected = JSON.parse(
      stdout.replaceAll(path, 'large.csv').replaceAll('请用 --unit-column 指定单位列。', '请在“责任单位列”中选择。'),
    ) as Report;
    expect(await readReport(page)).toEqual({ ...expected, elapsedSeconds: 0 });
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('workbooks: several sheets, a hidden one, one without codes, titles', async () => {
    const workbook = writeWorkbook({
      sheets: [
        { name: '一', rows: writeRows(rows(50)) },
        { name: '二', rows: writeRows([['某市登记信息表'], ...rows(60)]) },
        {
          name: '说明',
          rows: writeRows([
            ['填报说明', '备注'],
            ['请按要求填报', '无'],
          ]),
        },
        { name: '隐藏', rows: writeRows(rows(5)), state: 'hidden' },
      ],
    });
    const report = await expectSame([folder.write('book.xlsx', workbook)]);
    expect(report.records).toBe(110);
    expect(report.warnings.map(({ code }) => code)).toContain('sheet-without-codes');
  });

  test('gzip, also of several members', async () => {
    await expectSame([folder.write('one.csv.gz', gzipSync(csv(100)))]);
    const parts = csv(100).match(/[\s\S]{1,1000}/g) ?? [];
    await expectSame([folder.write('many.csv.gz', Buffer.concat(parts.map((part) => gzipSync(part))))]);
  });

  test('zip with tables of all kinds, and other files', async () => {
    const archive = writeZip([
      { name: 'a.csv', data: csv(40) },
      { name: 'b.xlsx', data: writeWorkbook({ sheets: [{ name: 'S', rows: writeRows(rows(30)) }] }) },
      { name: 'c.csv.gz', data: gzipSync(csv(20)) },
      { name: '说明.docx', data: 'x' },
    ]);
    expect((await expectSame([folder.write('all.zip', archive)])).records).toBe(90);
  });

  test('JSON, NDJSON and Parquet', async () => {
    const objects = rows(80)
      .slice(1)
      .map(([code, name]) => ({ 统一社会信用代码: code, 企业名称: name }));
    await expectSame([folder.write('a.json', JSON.stringify({ RECORDS: objects }))]);
    await expectSame([folder.write('a.ndjson', objects.map((object) => `${JSON.stringify(object)}\n`).join(''))]);
    const column = (index: number): string[] =>
      rows(80)
        .slice(1)
        .map((row) => row[index] ?? '');
    const columnData = [
      { name: '统一社会信用代码', type: 'STRING' as const, data: column(0) },
      { name: '企业名称', type: 'STRING' as const, data: column(1) },
    ];
    await expectSame([folder.write('a.parquet', new Uint8Array(parquetWriteBuffer({ columnData })))]);
  });

  test('several files at once', async () => {
    await expectSame([folder.write('x.csv', csv(30)), folder.write('y.csv', csv(50).replaceAll(',', '\t'))]);
  });
});
