import { licenceRoles } from '../licences/roles.ts';
import { lineReasons } from '../line-reason.ts';
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
  'names-not-compared': ({ file, count }) =>
    `${file}：有 ${formatCount(count)} 个代码已登记，但没有名称可以比对，可能是别家的代码。`,
  'name-by-content': ({ file, column }) => `${file}：没有表头写明是单位名称，按内容把“${column}”列当作名称列。`,
  'other-code-columns': ({ file, column, names }) =>
    `${file}：检查的是“${column}”列；其他列也有代码，没有检查：${few(names)}。`,
  'licence-table': ({ file, column, category }) =>
    `${file}：这是双公示表，只检查了“${column}”列，即行政相对人的代码${category === null ? '' : `；“${category}”为自然人的，代码空着是对的，不算缺码`}。`,
  'licence-columns-absent': ({ file, roles }) =>
    `${file}：没有${roles.map((role) => licenceRoles.zh[role]).join('、')}列，有关的规则没有检查。`,
  'too-many-bodies': ({ count }) =>
    `不同的机关超过 ${formatCount(count)} 个。超出的合在一起统计，也没有检查它们是否一个机关一个代码。`,
  'skipped-lines': ({ file, line, count, why }) =>
    `${file}：有 ${formatCount(count)} 行不是记录（${lineReasons.zh[why]}），已跳过，第一处在第 ${formatCount(line)} 行。`,
  'escape-guessed': ({ file, line, count }) =>
    `${file}：有 ${formatCount(count)} 条记录按反斜杠转义（\\"）读取，否则列数与表头不符，第一条在第 ${formatCount(line)} 行。`,
  'cut-characters': ({ file, line, count }) =>
    `${file}：有 ${formatCount(count)} 行在分隔符前有被截断的汉字，无法解码的字节已略去，分隔符没有被吞掉，第一处在第 ${formatCount(line)} 行。`,
  'mixed-encodings': ({ file, line, count }) =>
    `${file}：文件中混有 UTF-8 和 GBK 两种编码：有 ${formatCount(count)} 行与开头的编码不同，第一处在第 ${formatCount(line)} 行。已逐行按各自的编码读取。`,
  'merged-cells': ({ file, count }) =>
    `${file}：多余的重码中有 ${formatCount(count)} 条的代码来自上方的合并单元格：合并单元格盖住的每一行都算一条记录，与第一行重复。`,
  'no-rows-in-table': ({ file }) => `${file}：只有表头，没有数据行，已跳过。`,
  'no-table': ({ file }) => `${file}：其中没有像统一社会信用代码表格的内容，已跳过。`,
  'own-workbook': ({ file, what }) =>
    what === 'report'
      ? `${file}：这是本工具写的报告，不是要检查的表格，已跳过。`
      : `${file}：这是本工具写的纠错回传表，不是要检查的表格，已跳过；收回请用 uscc ledger collect。`,
  'damaged-skipped': ({ file }) => `${file}：无法读取，已略过。`,
  'unnamed-duplicates': ({ count }) =>
    `有 ${formatCount(count)} 个重码的记录中有名称为空的，无法判断是不是一码多赋；需要这一判断的比率不作结论。`,
  'no-units': ({ file }) => `${file}：没有找到登记机关、来源单位这样的列，无法按单位统计。`,
  'empty-sheet': ({ file }) => `${file}：工作表是空的，已跳过。`,
  'hidden-sheet': ({ file }) => `${file}：工作表是隐藏的，已跳过。`,
  'sheet-without-codes': ({ file }) => `${file}：工作表中没有像统一社会信用代码的列，已跳过。`,
  'skipped-files': ({ file, names }) => `${file}：不是能读取的表格文件，已跳过：${few(names)}。`,
  'json-scalars': ({ file, count, line }) =>
    `${file}：记录之间有 ${count} 个值不是对象或数组，不算记录（第一个在第 ${line} 行）。`,
  'bulk-lines': ({ file, count }) =>
    `${file}：有 ${formatCount(count)} 行是 Elasticsearch 批量导入的操作行，不算记录。`,
  'rows-elsewhere': ({ file, count }) =>
    `${file}：有 ${formatCount(count)} 条 INSERT 语句的行取自数据库中的其他表，不在这个文件里，没有读取。`,
  'object-keys': ({ file, count, names }) =>
    `${file}：${formatCount(count)} 个对象各为一条记录，它们的键（${few(names)}）没有读作一列。`,
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
