import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { stringify } from 'csv-stringify/sync';
import { runUscc } from '../cli/run.ts';
import { escapeXml, writeRows, writeWorkbook, writeZip } from '../tables/archives.ts';
import { loadTable } from '../warehouse/engines/load.ts';
import { idNumber, spellings } from './spellings.ts';

const right = ['91110000600037341L', '91350100M000100Y43', '91440300192203821X'];
/** The cells of a row of these tables. */
export const columnCount = 5;
const header = ['统一社会信用代码', '企业名称', '登记机关', '备注', '证件号码'];

/** From before 1999: an ID number where it is alone in a cell of names or remarks, and a registration number among codes. */
const isOld = (spelling: string): boolean => /^\d{15}$/.test(spelling);

/** Writes tables in which ID numbers stand in every column, and in the names of files, folders, sheets and members. */
export async function writeInputs(root: string): Promise<void> {
  const rows = spellings.flatMap((spelling, index) => {
    const code = right[index % right.length] ?? '';
    return [
      [code, spelling, '甲局', '', spelling],
      [code, isOld(spelling) ? spelling : `经营者${spelling}`, spelling, spelling, ''],
      [`${code.slice(0, 17)}${code.endsWith('A') ? 'B' : 'A'}`, spelling, spelling, spelling, ''],
      ...(isOld(spelling) ? [] : [[spelling, `乙${index}`, '乙局', spelling, spelling]]),
    ];
  });
  const table = (some: string[][]): string => stringify([header, ...some], { record_delimiter: '\r\n', quoted: true });
  const half = rows.filter((_, index) => index % 2 === 0);
  writeFileSync(join(root, 'all.csv'), table(rows));
  writeFileSync(join(root, 'half.csv'), table(half));
  writeFileSync(
    join(root, 'registry.csv'),
    table([...half, ...right.map((code, at) => [code, spellings[at] ?? '', '', '', ''])]),
  );
  mkdirSync(join(root, `人 ${idNumber}`));
  writeFileSync(join(root, `人 ${idNumber}`, `110105-19491231-002X.csv`), table(rows));
  writeFileSync(join(root, `人 ${idNumber}`, `110105 19491231 002X.doc`), '');
  const sheet = { name: escapeXml(`表${idNumber}`), rows: writeRows([header, ...half]) };
  const empty = { name: '110105·19491231·002X', rows: '' };
  writeFileSync(join(root, `book ${idNumber}.xlsx`), writeWorkbook({ sheets: [sheet, empty] }));
  writeFileSync(
    join(root, 'members.zip'),
    writeZip([
      { name: `夹/${idNumber}.csv`, data: table(half) },
      { name: `110105_19491231_002X.md`, data: '' },
    ]),
  );
  writeFileSync(join(root, 'no-codes.csv'), `甲,${idNumber}\n1,2\n`);
  const records = half.map((cells) => Object.fromEntries(cells.map((cell, at) => [header[at], cell])));
  writeFileSync(
    join(root, 'lines.ndjson'),
    records.map((each) => JSON.stringify({ ...each, [idNumber]: 1 })).join('\n'),
  );
  writeFileSync(join(root, 'broken.json'), `[{"统一社会信用代码": "${idNumber}", "企业名称": ${idNumber}}]`);
  const twice = spellings.filter((each) => !isOld(each)).map((each, at) => [right[at % 3] ?? '', each, each]);
  writeFileSync(join(root, 'codes.csv'), stringify([['代码一', '代码二', '企业名称'], ...twice], { quoted: true }));
  const list = spellings.map((each, at) => [right[at % 3] ?? '', isOld(each) ? each : `某${each}`, each, each]);
  const listed = ['统一社会信用代码', '企业名称', '问题描述', '责任单位'];
  writeFileSync(join(root, 'list.csv'), stringify([listed, ...list], { quoted: true }));
  writeReturns(root);
  writeLicences(root);
  await loadTable(
    'duckdb',
    `duckdb:${join(root, 'people.duckdb')}`,
    'people',
    rows.map(([code = '', name = '', unit = '', , key = '']) => [key, code, name, unit]),
  );
  await answerScripts(root);
}

/** A form of the centre's, and what units might send back. */
function writeReturns(root: string): void {
  const columns = [
    '编号',
    '问题描述',
    '机构名称',
    '统一社会信用代码',
    '登记机关',
    '数据操作标识位',
    '更正后代码',
    '备注',
  ];
  const form = {
    name: '回传',
    rows: writeRows([['纠错回传表'], columns, columns.map(() => '')]),
  };
  writeFileSync(join(root, 'form.xlsx'), writeWorkbook({ sheets: [form] }));
  const answers = spellings.flatMap((spelling, index) =>
    ['1', '0', '2', spelling].map((flag, at) => [
      `P-${index * 4 + at + 1}`,
      spelling,
      ...['', '', spelling, flag],
      flag === '0' ? spelling : '',
      isOld(spelling) ? spelling : `经办人${spelling}`,
    ]),
  );
  const strange = [spellings[0] ?? '', '', `某${idNumber}`, idNumber, '', '1', '', ''];
  writeFileSync(join(root, 'returned.csv'), stringify([columns, ...answers, strange], { quoted: true }));
}

function writeLicences(root: string): void {
  const inCodes = (spelling: string): string => (isOld(spelling) ? '' : spelling);
  const inNames = (spelling: string): string => (isOld(spelling) ? spelling : `个体${spelling}号`);
  const columns = {
    行政相对人名称: inNames,
    行政相对人类别: (_: string, index: number) => ['自然人', '法人及非法人组织', '个体工商户'][index % 3] ?? '',
    '行政相对人代码_1 (统一社会信用代码)': inCodes,
    '行政相对人代码_2 (工商注册号)': inCodes,
    '行政相对人代码_3 (组织机构代码)': inCodes,
    '行政相对人代码_4 (税务登记号)': inCodes,
    法定代表人证件号码: (spelling: string) => spelling,
    行政许可决定文书号: inNames,
    许可机关: (spelling: string, index: number) => (index % 2 === 0 ? spelling : '某局'),
    许可机关统一社会信用代码: inCodes,
    数据来源单位: (spelling: string) => spelling,
    数据来源单位统一社会信用代码: (_: string, index: number) => right[index % right.length] ?? '',
  };
  const rows = spellings.map((spelling, index) => Object.values(columns).map((write) => write(spelling, index)));
  writeFileSync(join(root, 'licences.csv'), stringify([Object.keys(columns), ...rows], { quoted: true }));
}

/** The scripts of `uscc sql`, and the answers of DuckDB to them, round after round. */
async function answerScripts(root: string): Promise<void> {
  const columns = ['--code-column', 'code', '--name-column', 'name', '--unit-column', 'unit', '--key', 'id'];
  await runUscc(['sql', '--dialect', 'duckdb', '--table', 'people', ...columns, '-o', 'answers'], { cwd: root });
  const folder = join(root, 'answers');
  const instance = await DuckDBInstance.create(join(root, 'people.duckdb'));
  const connection = await instance.connect();
  const done = new Set(['one-row.sql']);
  for (let round = 0; round < 3; round++) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.sql') && !done.has(each))) {
      const sql = readFileSync(join(folder, name), 'utf8');
      await connection.run(sql.replace(/TO '([^']+\.jsonl)'/, (_, file: string) => `TO '${join(folder, file)}'`));
      done.add(name);
    }
    await runUscc(['sql', 'merge', 'answers'], { cwd: root });
  }
  connection.closeSync();
  instance.closeSync();
}
