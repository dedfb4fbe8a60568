import { licenceRoles } from '../licences/roles.ts';
import { lineReasons } from '../line-reason.ts';
import { formatCount } from '../numbers.ts';
import type { en } from './en.ts';

export const zh: typeof en = {
  help: {
    usage: '[选项] <文件…>',
    summary: '只看表格是怎样读取的，不作检查',
    files: 'CSV、Excel、JSON、Parquet 等表格，其 gzip 或 zip 压缩包，或文件夹；- 为标准输入',
    footer: `
逐表列出：编码、分隔符、转义、表头、记录数，各列的样例，哪一列当作代码、名称、
单位及其依据，不算记录的行及其原因，开头几条记录。每个表都读到结尾。
身份证号已打码。

示例：
  $ uscc inspect 登记.csv
  $ uscc inspect 各县/ --format json
  $ uscc inspect 登记.csv --encoding gb18030 --code-column 3`,
  },
  encoding: (encoding) => `编码 ${encoding}`,
  delimiter: (delimiter) => `分隔符 ${delimiter}`,
  delimiters: { ',': '逗号', '\t': '制表符', ';': '分号', '|': '竖线' },
  escape: '引号前用反斜杠转义',
  sheet: (name) => `工作表 ${name}`,
  headerLine: (line) => `表头在第 ${formatCount(line)} 行`,
  noHeader: '没有表头行',
  records: (count) => `${formatCount(count)} 条记录`,
  blankRows: (count) => `${formatCount(count)} 个空行`,
  columnsTitle: '各列',
  roles: { ...licenceRoles.zh, code: '代码', name: '名称', unit: '单位', 'other-code': '其他代码' },
  reasons: { named: '由您指定', header: '按表头', content: '按内容' },
  noRole: '',
  samples: (samples) => samples.join(' · '),
  empty: '（空）',
  skippedTitle: (count) => `不算记录的行：${formatCount(count)}`,
  skipped: { ...lineReasons.zh, title: '标题，或表头的另一行' },
  line: (line) => `第 ${formatCount(line)} 行`,
  lines: (first, last) => `第 ${formatCount(first)}–${formatCount(last)} 行`,
  andMore: (count) => `另有 ${formatCount(count)} 行`,
  rowsTitle: '开头的记录',
  andColumns: (count) => `另有 ${formatCount(count)} 列`,
  warningsTitle: '注意',
  cannotCheck: (error) => `不能检查：${error}`,
  failed: (count) => `有 ${formatCount(count)} 个输入无法读懂，见上。`,
};
