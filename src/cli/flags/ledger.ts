import { LEDGER_COMMANDS } from './commands.ts';
import type { Flag } from './flag.ts';

/** Commands that write to the ledger. */
const WRITING_COMMANDS = [
  'ledger record',
  'ledger feedback',
  'ledger send',
  'ledger collect',
  'ledger submit',
  'ledger exempt',
  'ledger merge',
] as const;

/** The ledger: which one, which month, and what a command of it writes. */
export const LEDGER = [
  {
    name: 'ledger',
    commands: LEDGER_COMMANDS,
    type: 'file',
    default: 'uscc-ledger.db',
    help: { zh: '台账文件', en: 'the file of the ledger' },
  },
  {
    name: 'period',
    commands: ['ledger record'],
    type: 'period',
    required: true,
    lineOnly: true,
    help: { zh: '月份，如 2026-11，必填', en: 'the month, such as 2026-11; required' },
  },
  {
    name: 'period',
    commands: ['ledger status'],
    type: 'period',
    lineOnly: true,
    help: {
      zh: '看该月底的情况，如 2026-11（默认为最近一个月）',
      en: 'as things stood at the end of this month, such as 2026-11 (default: the latest)',
    },
  },
  {
    name: 'licences',
    commands: ['ledger record'],
    type: 'switch',
    lineOnly: true,
    help: {
      zh: '文件是双公示表：月份和问题另成一列，与登记数据互不影响',
      en: 'the files are tables of licences and penalties: months and problems of their own, beside those of the registry',
    },
    guide: {
      zh: '文件是[双公示表](licences.md)：月份和问题另成一列，与登记数据互不影响，见[双公示](#双公示)',
      en: 'the files are tables of [licences and penalties](licences.md): months and problems of their own, see [Licences and penalties](#licences-and-penalties)',
    },
  },
  {
    name: 'licences',
    commands: ['ledger send'],
    type: 'switch',
    lineOnly: true,
    help: {
      zh: '下发双公示的问题，而不是重错码',
      en: 'send problems of licences and penalties instead of those of the registry',
    },
  },
  {
    name: 'as-of',
    commands: [...WRITING_COMMANDS, 'ledger status'],
    type: 'date',
    lineOnly: true,
    help: { zh: '以此日为今天，如 2026-11-28', en: 'this day stands for today, such as 2026-11-28' },
  },
  {
    name: 'due',
    commands: ['ledger feedback', 'ledger send'],
    type: 'date',
    lineOnly: true,
    help: { zh: '整改期限，如 2026-12-10', en: 'the day by which it is due, such as 2026-12-10' },
  },
  {
    name: 'yes',
    commands: ['ledger record'],
    type: 'switch',
    lineOnly: true,
    help: { zh: '有疑问也记录，不再询问', en: 'record it whatever is doubtful, without asking' },
  },
  {
    name: 'dry-run',
    commands: WRITING_COMMANDS,
    type: 'switch',
    lineOnly: true,
    help: { zh: '只看会怎样，不写入', en: 'say what would happen, and write nothing' },
  },
  {
    name: 'out',
    commands: ['ledger send'],
    type: 'output-folder',
    required: true,
    help: {
      zh: '写入该文件夹：每个单位一个工作簿，必填',
      en: 'write into this folder: a workbook for each unit; required',
    },
  },
  {
    name: 'unit',
    commands: ['ledger send'],
    type: 'name',
    lineOnly: true,
    help: { zh: '只发这个单位', en: 'this unit only' },
  },
  {
    name: 'template',
    commands: ['ledger send', 'ledger submit'],
    type: 'file',
    help: {
      zh: '填入自备的表样（.xlsx），其余不动',
      en: 'fill in your own form (.xlsx), and change nothing else in it',
    },
  },
  {
    name: 'contact',
    commands: ['ledger send'],
    type: 'name',
    help: { zh: '联系人和电话，印在表头', en: 'whom units ask: stands above the rows' },
  },
  {
    name: 'registry',
    commands: ['ledger collect', 'ledger submit'],
    type: 'file',
    many: 'rest',
    placeholder: 'registry',
    help: {
      zh: '当期数据：查新代码是否已登记给其他主体；补全台账中打码的号码',
      en: 'the current export: asked whether new codes are registered to others, and for what the ledger keeps masked',
    },
  },
  {
    name: 'flags',
    commands: ['ledger collect', 'ledger submit'],
    type: 'flags',
    lineOnly: true,
    help: {
      zh: '本轮接受的标识位，如 1 或 0,1（默认 0,1,2）',
      en: 'flags that this round accepts, such as 1 or 0,1 (default: 0,1,2)',
    },
  },
  {
    name: 'refused',
    commands: ['ledger collect'],
    type: 'output',
    help: {
      zh: '写成该文件：退回清单（.xlsx），可发回各单位',
      en: 'write to this file: what was refused and why, as a workbook to send back',
    },
  },
  {
    name: 'output',
    short: 'o',
    commands: ['ledger submit'],
    type: 'output',
    required: true,
    help: { zh: '写成该文件：回传表（.xlsx），必填', en: 'write to this file: the return, as a workbook; required' },
  },
  {
    name: 'again',
    commands: ['ledger submit'],
    type: 'switch',
    lineOnly: true,
    help: { zh: '连同以前上报过的', en: 'what was submitted before too' },
  },
  {
    name: 'html',
    commands: ['ledger status'],
    type: 'output',
    help: { zh: '写成该文件：可打开、可打印的网页', en: 'write to this file: a page to open in a browser or print' },
  },
  {
    name: 'xlsx',
    commands: ['ledger status'],
    type: 'output',
    help: { zh: '写成该文件：Excel 工作簿', en: 'write to this file: an Excel workbook' },
  },
  {
    name: 'reason',
    commands: ['ledger exempt'],
    type: 'name',
    lineOnly: true,
    placeholder: 'text',
    help: { zh: '免于整改的理由', en: 'why the problem will not be corrected' },
  },
  {
    name: 'undo',
    commands: ['ledger exempt'],
    type: 'switch',
    lineOnly: true,
    help: { zh: '恢复整改', en: 'take the problem back into the loop' },
  },
  {
    name: 'output',
    short: 'o',
    commands: ['ledger export'],
    type: 'output',
    help: { zh: '写成该文件（默认写到标准输出）', en: 'write to this file (default: standard output)' },
  },
  {
    name: 'format',
    commands: ['ledger export'],
    type: 'choice',
    choices: ['csv', 'json'],
    default: 'csv',
    help: {
      zh: 'csv：问题清单；json：全部内容，可供 ledger merge',
      en: 'csv: the problems; json: everything, as ledger merge takes it',
    },
  },
  {
    name: 'organization',
    commands: ['ledger record', 'ledger feedback', 'ledger merge', 'ledger status'],
    type: 'name',
    help: { zh: '台账所属单位', en: 'whose ledger it is' },
  },
] as const satisfies readonly Flag[];
