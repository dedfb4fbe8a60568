import type { InputMessages } from './input-messages.ts';

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
  changed: (path) => `${path}：读取期间文件有变动，请在没有程序写入时重新检查`,
};

function list(columns: string[]): string {
  const shown = columns.slice(0, 30).map((name, index) => `${index + 1} ${name}`);
  return columns.length > 30 ? `${shown.join('、')} 等 ${columns.length} 列` : shown.join('、');
}
