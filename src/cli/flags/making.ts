import { licenceLayouts } from '../../generate/licence-columns.ts';
import { columnSets, shapes } from '../../generate/options.ts';
import { outputEncodings } from '../../write/encoder.ts';
import type { Flag } from './flag.ts';

/** `generate`, `bench`, `page` and `help`: what is made, not checked. */
export const MAKING = [
  {
    name: 'kind',
    commands: ['generate'],
    type: 'choice',
    choices: ['registry', 'licences', 'penalties'],
    default: 'registry',
    placeholder: 'name',
    help: {
      zh: '登记库导出，或双公示表：行政许可、行政处罚',
      en: 'a registry export, or a table of licences or penalties (双公示)',
    },
  },
  {
    name: 'layout',
    commands: ['generate'],
    type: 'choice',
    choices: licenceLayouts,
    default: '2021',
    placeholder: 'year',
    help: { zh: '双公示表的格式', en: 'layout of licences and penalties' },
  },
  {
    name: 'rows',
    commands: ['generate'],
    type: 'count',
    default: '1000',
    help: { zh: '记录条数', en: 'records to write' },
  },
  {
    name: 'rows',
    commands: ['bench'],
    type: 'count',
    default: '1000000',
    help: { zh: '测试用的记录条数', en: 'records to measure with' },
  },
  {
    name: 'workers',
    commands: ['bench'],
    type: 'workers',
    help: { zh: '线程数（默认每个核心一个）', en: 'threads (default: one per core)' },
  },
  {
    name: 'seed',
    commands: ['generate'],
    type: 'count',
    default: '1',
    placeholder: 'number',
    help: {
      zh: '种子：种子和选项相同，输出的字节就相同',
      en: 'the same seed and options give the same bytes',
    },
  },
  {
    name: 'errors',
    commands: ['generate'],
    type: 'share',
    default: '0',
    help: {
      zh: '代码被改坏的记录比例，如 0.01%、1%、0.0001',
      en: 'share of records with a damaged code: 0.01%, 1%, 0.0001',
    },
  },
  {
    name: 'duplicates',
    commands: ['generate'],
    type: 'share',
    default: '0',
    help: { zh: '重复前面某条代码的记录比例', en: 'share of records that repeat the code of an earlier one' },
  },
  {
    name: 'suspects',
    commands: ['generate'],
    type: 'share',
    default: '0',
    help: {
      zh: '疑似重复的记录比例：前面某个主体换了代码或名称再登记一次',
      en: 'share of records that enter an earlier entity once more under another code or name',
    },
  },
  {
    name: 'shape',
    commands: ['generate'],
    type: 'choice',
    choices: shapes,
    default: 'plain',
    placeholder: 'name',
    help: { zh: '各行的写法', en: 'how the rows are written' },
  },
  {
    name: 'encoding',
    commands: ['generate'],
    type: 'choice',
    choices: outputEncodings,
    default: 'utf-8',
    placeholder: 'name',
    help: { zh: '编码', en: 'encoding of the text' },
  },
  {
    name: 'columns',
    commands: ['generate'],
    type: 'choice',
    choices: columnSets,
    default: 'full',
    placeholder: 'name',
    help: { zh: '八列，或只有代码和名称两列', en: 'eight columns, or only code and name' },
  },
  {
    name: 'truth',
    commands: ['generate'],
    type: 'output',
    help: {
      zh: '写成该文件：哪些记录被怎样改动（CSV）',
      en: 'write to this file: which records were changed, and how, as CSV',
    },
    guide: {
      zh: '写成该文件：哪些记录被怎样改动，`row,kind,before,after`',
      en: 'write to this file: which records were changed, and how, `row,kind,before,after`',
    },
  },
  {
    name: 'output',
    short: 'o',
    commands: ['generate'],
    type: 'output',
    help: { zh: '写成该文件（默认写到标准输出）', en: 'write to this file (default: standard output)' },
  },
  {
    name: 'output',
    short: 'o',
    commands: ['page'],
    type: 'output',
    help: {
      zh: '写成该文件（默认为当前文件夹的 uscc-checker.html）',
      en: 'write to this file (default: uscc-checker.html in the current folder)',
    },
  },
  {
    name: 'force',
    commands: ['page'],
    type: 'switch',
    lineOnly: true,
    help: { zh: '已有同名文件时替换它', en: 'replace a file of that name' },
  },
  {
    name: 'serve',
    commands: ['page'],
    type: 'port',
    optional: true,
    lineOnly: true,
    help: {
      zh: '不写文件，改在本机 127.0.0.1 的这个端口打开，按 Ctrl-C 结束（默认 8320；0 任选一个）',
      en: 'write nothing, and open it on this port of 127.0.0.1 until Ctrl-C (default: 8320; 0 for one that is free)',
    },
  },
  {
    name: 'man',
    commands: ['help'],
    type: 'switch',
    lineOnly: true,
    help: { zh: '输出 man 手册页（roff）', en: 'print the manual as a man page (roff)' },
  },
] as const satisfies readonly Flag[];
