import { formatCount } from '../numbers.ts';
import type { en } from './en.ts';

export const zh: typeof en = {
  'ends-early': () => '内容不完整',
  checksum: () => '校验和不符',
  'directory-too-large': () => '目录过大',
  'directory-cut-off': () => '目录不完整',
  'end-missing': () => '缺少结尾',
  'end-damaged': () => '结尾已损坏',
  'entry-misplaced': ({ entry }) => `条目“${entry}”不在目录所说的位置`,
  'entry-cut-off': ({ entry }) => `条目“${entry}”不完整`,
  'entry-size': ({ entry, bytes, expected }) =>
    `条目“${entry}”是 ${formatCount(bytes)} 字节，应为 ${formatCount(expected)} 字节`,
  'entry-checksum': ({ entry }) => `条目“${entry}”校验和不符`,
  'packing-method': ({ method }) => `不认识的压缩方法 ${method}`,
  'part-missing': ({ part }) => `缺少“${part}”`,
  'part-too-large': () => '工作簿的一个部件过大',
  'row-order': ({ row, after }) => `第 ${row} 行排在第 ${after} 行之后`,
  'column-order': ({ row, column, after }) => `第 ${row} 行的第 ${column} 列排在第 ${after} 列之后`,
  'no-shared-string': ({ index }) => `没有第 ${index} 个共享字符串`,
  'too-many-strings': () => '共享字符串超过 4 GiB',
  'xml-open': () => 'XML 的标签或文字没有结尾',
  'xml-cut-off': () => 'XML 不完整',
  'xml-tag': () => 'XML 的标签中又有标签',
  'too-many-columns': ({ count }) => `有 ${formatCount(count)} 列，过多`,
  'too-many-rows': ({ count }) => `一个行组有 ${formatCount(count)} 行，过多`,
  'mixed-rows': () => '对象和数组混在一起',
  'unexpected-text': ({ text }) => `多出“${text}”`,
  'no-row': ({ text }) => `应为对象或数组，这里是“${text}”`,
  'row-too-long': () => '一行超过 64 Mi 字符',
  'nested-too-deep': () => '嵌套过深',
  technical: () => '',
};
