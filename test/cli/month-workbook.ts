import { utils, type WorkSheet, write } from '@e965/xlsx';
import { generate } from '../../src/code/generate.ts';

/** Where each kind of problem stands in the workbook of the played month: rows of the sheet 有限公司. */
export const month = {
  header: 3,
  first: 4,
  last: 43,
  badCheck: 8,
  spaced: 11,
  lower: 15,
  missing: 16,
  repeatedOf: 20,
  repeated: 21,
  conflictOf: 6,
  conflict: 34,
  foot: 44,
};
export const units = ['泰山区市场监管局', '岱岳区行政审批服务局', '新泰市市场监管局'];

export interface MonthWorkbook {
  bytes: Buffer;
  /** Cells of 有限公司 by row of the sheet, from 1. */
  rows: (string | number)[][];
}

/** A workbook as a county sends it: a merged title, 登记机关, dates, a sum below, a second sheet, and a few problems. */
export function makeMonthWorkbook(): MonthWorkbook {
  const codeOf = (at: number): string => allDigits[at % allDigits.length] as string;
  const rows: (string | number)[][] = [
    ['2026年11月市场主体登记台账', '', '', '', '', ''],
    ['制表：泰安市信用中心', '', '', '', '', ''],
    ['序号', '企业名称', '统一社会信用代码', '登记机关', '成立日期', '注册资本（万元）'],
  ];
  for (let row = month.first; row <= month.last; row++) {
    const at = row - month.first;
    rows.push([at + 1, `泰安市第${at + 1}商贸有限公司`, codeOf(at), units[at % 3] as string, 43_831 + at, 100.5 + at]);
  }
  const change = (row: number, column: number, text: string): void => {
    (rows[row - 1] as string[])[column] = text;
  };
  const code = (row: number): string => String(rows[row - 1]?.[2]);
  const last = code(month.badCheck).slice(-1);
  change(month.badCheck, 2, code(month.badCheck).slice(0, -1) + (last === '1' ? '2' : '1'));
  change(month.spaced, 2, ` ${code(month.spaced).slice(0, 6)} ${code(month.spaced).slice(6)}`);
  change(month.lower, 2, code(month.lower).replace(/^91/, '９１'));
  change(month.missing, 2, '');
  change(month.repeated, 1, String(rows[month.repeatedOf - 1]?.[1]));
  change(month.repeated, 2, code(month.repeatedOf));
  change(month.conflict, 2, code(month.conflictOf));
  rows.push(['合计', '', '', '', '', 1]);
  const sheet: WorkSheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = [utils.decode_range('A1:F1'), utils.decode_range('A2:F2')];
  sheet['!cols'] = [{ wch: 6 }, { wch: 32 }, { wch: 24 }, { wch: 22 }, { wch: 14 }, { wch: 16 }];
  sheet['!autofilter'] = { ref: `A${month.header}:F${month.last}` };
  for (let row = month.first; row <= month.last; row++) {
    Object.assign(sheet[`E${row}`] as object, { z: 'yyyy"年"m"月"d"日"' });
    Object.assign(sheet[`F${row}`] as object, { z: '#,##0.00' });
  }
  sheet[`F${month.foot}`] = { t: 'n', v: 1, f: `SUM(F${month.first}:F${month.last})` };
  const second = utils.aoa_to_sheet([
    rows[month.header - 1] as string[],
    ...Array.from({ length: 5 }, (_, at) => [at + 1, `泰山区第${at + 1}小吃店`, codeOf(60 + at), units[0], 44_000, 1]),
  ]);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, '有限公司');
  utils.book_append_sheet(workbook, second, '个体工商户');
  return { bytes: write(workbook, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer, rows };
}

/** Codes of digits only: what a spreadsheet program would make a number of. */
const allDigits = Array.from({ length: 6000 }, (_, seed) =>
  generate({ seed, authority: '9', category: '1', region: '370902' }),
)
  .filter((code, at, all) => /^91\d{16}$/.test(code) && all.indexOf(code) === at)
  .slice(0, 80);
