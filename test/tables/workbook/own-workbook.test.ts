import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { runUscc } from '../../cli/run.ts';
import { checkAll, useFolder } from '../../node/check.ts';

const folder = useFolder();
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice) console.warn('LibreOffice (soffice) is not installed: workbooks are not re-saved by it here.');

const registry = [
  '企业名称,统一社会信用代码,登记机关',
  '甲,91110000600037341L,市局',
  '乙,91110000600037341L,市局',
  '丙,91110000710926094X,县局',
  '丁,9144030071526726XG,县局',
].join('\n');
let export_ = '';

beforeAll(async () => {
  export_ = folder.write('export.csv', `${registry}\n`);
  const run = (...args: string[]) => runUscc(args, { cwd: folder.path('.') });
  const units = ['--unit-column', 'auto'];
  await run('check', 'export.csv', '--xlsx', 'report.xlsx', '--out', 'out', '--send', 'send', ...units);
  await run('check', 'export.csv', '--marked', 'marked.xlsx');
  await run('fix', 'export.csv', '-o', 'fixed.xlsx');
  await run('match', 'export.csv', '--against', 'export.csv', '-o', 'matched.xlsx');
  await run('ledger', 'record', 'export.csv', '--period', '2026-10', ...units);
  await run('ledger', 'send', '--out', 'sent');
  await run('ledger', 'status', '--xlsx', 'status.xlsx');
  await run('diff', 'export.csv', 'fixed.xlsx', '--xlsx', 'diff.xlsx');
}, 120_000);

const refusalOf = (file: string) =>
  checkAll([file]).then(
    () => null,
    (error: { refusal?: unknown }) => error.refusal,
  );

test.each([
  ['report.xlsx', 'report'],
  ['out/lists.xlsx', 'report'],
  ['status.xlsx', 'report'],
  ['send/县局 - codes to correct.xlsx', 'return'],
  ['sent/市局.xlsx', 'return'],
])('%s is one of ours: refused, and what it is is said', async (name, what) => {
  expect(await refusalOf(folder.path(name))).toMatchObject({ kind: 'own-workbook', file: folder.path(name), what });
});

test.each(['marked.xlsx', 'fixed.xlsx', 'matched.xlsx'])(
  '%s is a table: read as the export it was made of',
  async (name) => {
    const { report } = await checkAll([folder.path(name)]);
    expect([report.records, report.counts]).toEqual([4, { conforming: 3, erroneous: 1, unconverted: 0, missing: 0 }]);
  },
);

test('among others it is passed over, and named once', async () => {
  const { report } = await checkAll([export_, folder.path('report.xlsx')]);
  expect(report.records).toBe(4);
  expect(report.warnings.filter(({ code }) => code === 'own-workbook')).toMatchObject([
    { file: folder.path('report.xlsx') },
  ]);
});

test.runIf(hasOffice).each(['xlsx', 'xls', 'ods'])(
  'saved again by LibreOffice as .%s it is still known',
  async (ending) => {
    const files = [folder.path('report.xlsx'), folder.path('sent/市局.xlsx')];
    const profile = `-env:UserInstallation=file://${folder.path('office')}`;
    spawnSync('soffice', [
      profile,
      '--headless',
      '--convert-to',
      ending,
      '--outdir',
      folder.path(`again-${ending}`),
      ...files,
    ]);
    for (const [name, what] of [
      ['report', 'report'],
      ['市局', 'return'],
    ]) {
      expect(await refusalOf(join(folder.path(`again-${ending}`), `${name}.${ending}`))).toMatchObject({
        kind: 'own-workbook',
        what,
      });
    }
  },
  120_000,
);

test('a form of somebody else is a table', async () => {
  const rows = [
    ['序号', '统一社会信用代码', '机构名称', '问题描述', '数据操作标识位', '更正后代码', '备注'],
    ['1', '91110000600037341L', '甲', '', '2', '', ''],
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '纠错回传表');
  const path = folder.write('national.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  expect((await checkAll([path])).report.records).toBe(1);
});
