import type { InputMessages } from './index.ts';

export const inputZh: InputMessages = {
  notFound: (path) => `${path}：没有这个文件`,
  isFolder: (path) => `${path}：这是文件夹，请写出其中的文件`,
  cannotRead: (path, reason) => `${path}：无法读取（${reason}）`,
  isEmpty: (path) => `${path}：文件是空的`,
  noRows: (path) => `${path}：只有表头，没有数据行`,
  isBinary: (path, kind) =>
    kind === null
      ? `${path}：不是文本文件，请导出为 CSV 再检查`
      : `${path}：这是 ${kind} 文件，不是 CSV；请另存为 CSV（UTF-8）再检查`,
  noCodeColumn: (path, columns) =>
    `${path}：没有找到统一社会信用代码列，请用 --code-column 指定。各列：${list(columns)}`,
  severalCodeColumns: (path, columns) => `${path}：有几列都像代码列，请用 --code-column 选一列：${list(columns)}`,
  columnNotThere: (path, column, flag, columns, nearest) =>
    `${path}：没有“${column}”这一列（${flag}）${nearest === null ? '' : `，是不是“${nearest}”？`}。各列：${list(columns)}`,
  unclearEncoding: (path, count, line) =>
    `${path}：无法确定编码：有 ${count} 行无法解码，最早在第 ${line} 行；请用 --encoding utf-8 或 --encoding gb18030 指定`,
  recordTooLong: (path, at, limit) => `${path}：从第 ${at} 字节起 ${limit} MiB 内没有换行，这是 CSV 文件吗？`,
  tooManyUnits: (path, column, limit) =>
    `${path}：“${column}”列的不同取值超过 ${limit.toLocaleString('en-US')} 个，不像单位；请用 --unit-column 另选一列，或去掉这个选项`,
  changed: (path) => `${path}：读取期间文件有变动，请在没有程序写入时重新检查`,

  notRead: (path, kind) => `${path}：这是 ${kind}，不能读取；请另存为 .xlsx 或 CSV（UTF-8）再检查`,
  notUnpacked: (path, kind) => `${path}：不能解压 ${kind}；请先解压，或改用 zip、gzip 压缩`,
  isEncrypted: (path) => `${path}：文件有密码保护，请去掉密码再检查`,
  isBroken: (path, kind, reason) => `${path}：${kind} 文件已损坏（${reason}），请重新复制或导出`,
  hasDoctype: (path) => `${path}：其中的 XML 带有文档类型声明，正常的表格软件不会这样写，已拒绝`,
  expandsTooFar: (path, limit) =>
    `${path}：解压后超过 ${limit}；如果来源可信，可用 --max-expand 放宽，如 --max-expand 1TiB`,
  expandsTooSteeply: (path, ratio) =>
    `${path}：解压后超过原大小的 ${ratio} 倍，像是专为占满磁盘而做的压缩包；如果来源可信，请用 --max-expand 写明解压后最多多大`,
  tooDeep: (path, limit) => `${path}：压缩包层层嵌套，超过 ${limit} 层，请先解压`,
  holdsNoTables: (path) => `${path}：里面没有表格文件（CSV、Excel、JSON、Parquet、gzip 或 zip）`,
  matchesNothing: (pattern) => `${pattern}：没有匹配的文件`,
  noSheet: (path, sheet, sheets) => `${path}：没有工作表“${sheet}”（--sheet）。各工作表：${list(sheets)}`,
  noSheetRows: (path) => `${path}：各工作表都没有数据`,
  badJson: (path, line, reason) => `${path}：第 ${line} 行不是有效的 JSON（${reason}）`,
  needsXlsLibrary: (path) => `${path}：这是旧版 Excel（.xls）文件，请打开后另存为 .xlsx，或安装 @e965/xlsx`,
  needsSpace: (folder, needed, free) =>
    `${folder}：临时文件需要 ${needed}，只剩 ${free}；请清理，或用 --temp-dir 换一个文件夹`,
  ranOutOfSpace: (folder, written) =>
    `${folder}：写了 ${written} 临时文件后空间用完；请清理，或用 --temp-dir 换一个文件夹`,
  cannotSpool: (folder, reason) => `${folder}：无法写入临时文件（${reason}），可用 --temp-dir 换一个文件夹`,
  warning: {
    titleRows: (path, lines) => `${path}：数据上方除表头外有 ${lines} 行按标题处理，不算记录。`,
    emptySheet: (path) => `${path}：工作表是空的，已跳过。`,
    hiddenSheet: (path) => `${path}：工作表是隐藏的，已跳过；需要检查时请用 --sheet 指定。`,
    sheetWithoutCodes: (path) =>
      `${path}：工作表中没有像统一社会信用代码的列，已跳过；如果有代码，请用 --code-column 指定。`,
    skippedFiles: (path, names) => `${path}：不是表格，已跳过：${few(names)}。`,
    droppedKeys: (path, keys) => `${path}：开头的对象没有这些键，未读取：${few(keys)}。`,
    formulasWithoutValue: (path, count) =>
      `${path}：有 ${count} 个公式没有保存结果，按空单元格计；请用 Excel 打开并保存后再检查。`,
  },
};

function few(names: string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join('、')} 等 ${names.length} 个` : names.join('、');
}

function list(columns: string[]): string {
  const shown = columns.slice(0, 30).map((name, index) => `${index + 1} ${name}`);
  return columns.length > 30 ? `${shown.join('、')} 等 ${columns.length} 列` : shown.join('、');
}
