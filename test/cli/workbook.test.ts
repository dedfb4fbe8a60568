import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import XLSX from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/check/report.ts';
import { runUscc } from './run.ts';

const fixture = fileURLToPath(new URL('../../fixtures/registry-sample.csv', import.meta.url));

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function check(...args: string[]): Promise<Report> {
  const { stdout, stderr } = await runUscc(['check', ...args, '--format', 'json'], { cwd: root });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

test.each([
  ['zh', '重错码汇总表', '统一社会信用代码'],
  ['en', 'Problems', 'Unified social credit code'],
] as const)('--xlsx in %s writes a list of every problem, which is no export to check', async (lang, sheet, header) => {
  const report = await check(fixture, '--xlsx', 'report.xlsx', '--lang', lang);
  const rows = XLSX.utils.sheet_to_json<unknown[]>(
    XLSX.read(readFileSync(join(root, 'report.xlsx'))).Sheets[sheet] ?? {},
    { header: 1 },
  );
  const first = rows.findIndex((row) => row.includes(header)) + 1;
  expect(first).toBeGreaterThan(0);
  const listed = rows.slice(first).filter(([number]) => typeof number === 'number');
  const { erroneous, unconverted, missing } = report.counts;
  expect(listed).toHaveLength(erroneous + unconverted + missing + report.duplicates.records);
  const { code, stderr } = await runUscc(['check', 'report.xlsx', '--lang', 'zh'], { cwd: root });
  expect(code).toBe(3);
  expect(stderr).toContain('report.xlsx');
});

test('a sheet for each unit', async () => {
  const rows = ['91110000600037341M,甲局', '91350100M000100Y44,乙局', '无,甲局', '91110000600037341L,甲局'];
  writeFileSync(join(root, 'a.csv'), `统一社会信用代码,登记机关\n${rows.join('\n')}\n`);
  await check('a.csv', '--unit-column', '登记机关', '--xlsx', 'report.xlsx', '--lang', 'zh');
  const workbook = XLSX.read(readFileSync(join(root, 'report.xlsx')));
  expect(workbook.SheetNames).toEqual(['汇总表', '重错码汇总表', '回传表目录', '甲局', '乙局']);
});

test('a path that cannot be written is an error, and nothing is left beside it', async () => {
  mkdirSync(join(root, 'folder'));
  const { code, stderr } = await runUscc(['check', fixture, '--xlsx', 'folder'], { cwd: root });
  expect(code).toBe(3);
  expect(stderr).toContain('folder');
  expect(readdirSync(root)).toEqual(['folder']);
});
