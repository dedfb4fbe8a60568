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

test('--xlsx writes a workbook whose list of problems checks as the registry did', async () => {
  const report = await check(fixture, '--xlsx', 'report.xlsx', '--lang', 'zh');
  const again = await check('report.xlsx', '--sheet', '重错码汇总表');
  const { erroneous, unconverted, missing } = report.counts;
  expect(again.counts).toEqual({ erroneous, unconverted, missing, conforming: report.duplicates.records });
  // Resident ID numbers are masked, and so come back as what an asterisk is in a code.
  const { 'identity-number': masked = 0, charset = 0, 'pilot-era': _, ...issues } = report.issues;
  expect(masked).toBeGreaterThan(0);
  expect(again.issues).toEqual({ ...issues, charset: charset + masked });
  expect(again.duplicates.codes).toBe(report.duplicates.codes);
  expect(again.files[0]).toMatchObject({ codeColumn: '统一社会信用代码', nameColumn: '机构名称' });
});

test('the English list is read back, too', async () => {
  const report = await check(fixture, '--xlsx', 'report.xlsx', '--lang', 'en');
  const again = await check('report.xlsx', '--sheet', 'Problems');
  expect(again.counts.erroneous).toBe(report.counts.erroneous);
  expect(again.files[0]).toMatchObject({ codeColumn: 'Unified social credit code', nameColumn: 'Name' });
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
