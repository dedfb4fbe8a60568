import { dialectNames } from '../../warehouse/dialect.ts';
import type { Flag } from './flag.ts';

/** Tables that stay in an engine. */
export const ENGINES = [
  {
    name: 'dialect',
    commands: ['sql'],
    type: 'choice',
    choices: dialectNames,
    required: true,
    placeholder: 'name',
    help: { zh: '用哪种数据库的写法', en: 'whose SQL is written' },
  },
  {
    name: 'table',
    commands: ['check', 'sql'],
    type: 'name',
    many: 'repeat',
    placeholder: 'name',
    lineOnly: true,
    help: {
      zh: '数据库中的表，如 dw.licence；可写多次，重码跨表查找',
      en: 'table of an engine, such as dw.licence; may be repeated: duplicates are found across tables',
    },
  },
  {
    name: 'where',
    commands: ['check', 'sql'],
    type: 'name',
    placeholder: 'what',
    lineOnly: true,
    help: {
      zh: '只看满足此条件的行：数据库自己的 SQL，以会话的权限原样执行',
      en: "rows that meet this condition only: the engine's own SQL, run as it is with the session's rights",
    },
  },
  {
    name: 'key',
    commands: ['check', 'sql'],
    type: 'name',
    placeholder: 'column',
    lineOnly: true,
    help: {
      zh: '在结果中指明各行的列（默认为表的主键，数据库能告知时）',
      en: 'column that names rows in findings (default: the primary key, where the engine tells it)',
    },
  },
  {
    name: 'password-file',
    commands: ['check'],
    type: 'file',
    lineOnly: true,
    help: {
      zh: '存有数据库密码的文件；不写则取环境变量 USCC_PASSWORD',
      en: "file that holds the engine's password (default: USCC_PASSWORD of the environment)",
    },
  },
  {
    name: 'query-timeout',
    commands: ['check'],
    type: 'count',
    placeholder: 'number',
    help: { zh: '一次查询最多多少秒', en: 'how many seconds one query may take' },
  },
  {
    name: 'code-column',
    commands: ['sql'],
    type: 'name',
    required: true,
    placeholder: 'column',
    help: { zh: '代码列', en: 'column of the codes' },
  },
  {
    name: 'name-column',
    commands: ['sql'],
    type: 'name',
    placeholder: 'column',
    help: { zh: '名称列', en: 'column of the entity names' },
  },
  {
    name: 'unit-column',
    commands: ['sql'],
    type: 'name',
    placeholder: 'column',
    help: { zh: '责任单位列', en: 'column of the units responsible' },
  },
  {
    name: 'output',
    short: 'o',
    commands: ['sql'],
    type: 'output-folder',
    required: true,
    help: { zh: '写入这个新文件夹', en: 'a new folder for the scripts' },
  },
] as const satisfies readonly Flag[];
