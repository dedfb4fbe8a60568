import type { en } from './en.ts';

export const zh: typeof en = {
  ofOption: (name, message) => `${name}：${message}`,
  column: (text) => `${text} 不是列。请写表头中的列名，或从 1 数起的列号。`,
  columns: (text) => `${text} 不是列。请写列名或从 1 数起的列号，几列用逗号隔开，或写 auto。`,
  encoding: (text) => `${text} 不是可读的编码。请写 utf-8、gb18030（GBK 也用它）、utf-16le、utf-16be 或 auto。`,
  delimiter: (text) => `${text} 不是分隔符。请写一至三个字符，如 , ; | 或 ||，制表符写 tab，控制字符写 \\x01。`,
  sheet: (text) => `${text} 不是工作表。请写工作表名，或从 1 数起的序号。`,
  workers: (text) => `${text} 不是 1 到 256 之间的整数。`,
  count: (text) => `${text} 不是可用的整数。请写成 1000、1_000_000 或 1e6。`,
  memory: (text) => `${text} 不是内存大小。请写成 512MiB 或 2GiB，最小 16MiB。`,
  size: (text) => `${text} 不是大小。请写成 10GiB 或 500MB。`,
  target: (text) => `${text} 不是 0 到 100% 之间的目标值。请写成 0.01%、0.0001 或 0。`,
  share: (text) => `${text} 不是 0 到 100% 之间的比例。请写成 0.01%、1% 或 0.0001。`,
  keep: (text) => `不认识“${text}”。可写 first、last、newest:列名、oldest:列名、most-complete。`,
  port: (text) => `${text} 不是端口。请写 0 到 65535 之间的整数，0 表示任选一个。`,
  period: (text) => `${text} 不是月份，请写成 2026-11。`,
  date: (text) => `${text} 不是日期，请写成 2026-11-30。`,
  flags: (text) => `${text} 不是标识位，请写 0、1、2，几个用逗号隔开。`,
};
