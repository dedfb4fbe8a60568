import { formatCount } from '../numbers.ts';
import type { en } from './en.ts';

export const zh: typeof en = {
  'small-denominator': ({ count, records }) =>
    `缺码和未换码共 ${formatCount(count)} 条，超过 ${formatCount(records)} 条记录的 1%。它们不计入代码总量，比率看上去会比实际情况好。`,
  'title-rows': ({ file, count }) => `${file}：数据上方除表头外有 ${formatCount(count)} 行按标题处理，不算记录。`,
  undecodable: ({ file, line, count }) =>
    `${file}：有 ${formatCount(count)} 处字节无法按其编码解读，第一处在第 ${formatCount(line)} 行；已按替换字符检查。`,
  'open-quote': (facts) => `${where(facts)}有一个引号没有配对，已按普通字符处理。`,
  'multiline-cell': (facts) => `${where(facts)}起的记录，单元格内有换行，且列数与表头不符，可能是引号有误，请核对。`,
  'cell-count': ({ file, line, count }) =>
    `${file}：有 ${formatCount(count)} 条记录的列数与表头不符，第一条在第 ${formatCount(line)} 行。`,
  'no-names': ({ file }) => `${file}：没有名称列，无法区分一码多赋和重复记录。`,
  'no-units': ({ file }) => `${file}：没有找到登记机关、来源单位这样的列，无法按单位统计。`,
  'empty-sheet': ({ file }) => `${file}：工作表是空的，已跳过。`,
  'hidden-sheet': ({ file }) => `${file}：工作表是隐藏的，已跳过。`,
  'sheet-without-codes': ({ file }) => `${file}：工作表中没有像统一社会信用代码的列，已跳过。`,
  'skipped-files': ({ file, names }) => `${file}：不是表格，已跳过：${few(names)}。`,
  'dropped-keys': ({ file, names }) => `${file}：开头的对象没有这些键，未读取：${few(names)}。`,
  'formula-without-value': ({ file, count }) =>
    `${file}：有 ${formatCount(count)} 个公式没有保存结果，按空单元格计；请用 Excel 打开并保存后再检查。`,
  'no-snapshot': ({ file }) => `${file}：这种数据库没有跨查询的事务；期间无人写入该表时，计数才成立。`,
};

function where({ file, line }: { file: string; line: number }): string {
  return `${file} 第 ${formatCount(line)} 行`;
}

function few(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join('、')} 等 ${names.length} 个` : names.join('、');
}
