import type { Flag } from './flag.ts';

/** What `fix` and `dedup` do. */
export const CLEANING = [
  {
    name: 'dry-run',
    commands: ['fix'],
    type: 'switch',
    help: { zh: '只统计和记录改动，不写新文件', en: 'count and log the changes, write no new file' },
  },
  {
    name: 'by',
    commands: ['dedup'],
    type: 'choice',
    choices: ['code', 'organization', 'code+name'],
    default: 'code',
    placeholder: 'what',
    help: {
      zh: '什么相同算重复：code 代码；organization 主体标识码（第 9–17 位），没有的看代码；code+name 代码和名称',
      en: 'what makes records one: code; organization: the organization code (positions 9-17), without one the code; code+name',
    },
    guide: {
      zh: '什么相同算重复：`code` 代码、`organization` 主体标识码（旧证号中的也算；没有正确主体标识码的记录看代码）、`code+name` 代码和名称',
      en: 'what makes records one: `code`, `organization` (the organization code, of legacy identifiers too; records without a right one by code), `code+name`',
    },
  },
  {
    name: 'keep',
    commands: ['dedup'],
    type: 'keep',
    default: 'first',
    help: {
      zh: '重复时留哪一条：first 第一条；last 最后一条；newest:列名 日期最新；oldest:列名 日期最早；most-complete 填写最全',
      en: 'which one stays: first, last, newest:COLUMN, oldest:COLUMN (by date), most-complete',
    },
    guide: {
      zh: '留哪一条：`first`、`last`、`newest:列名`、`oldest:列名`、`most-complete`，相同时留第一条。日期认 `2023-07-01`、`2023/7/1`、`2023年7月1日`、`20230701` 和表格的日期序号，认不出的排最后',
      en: 'which one stays: `first`, `last`, `newest:COLUMN`, `oldest:COLUMN`, `most-complete`; of equals the first. Dates: `2023-07-01`, `2023/7/1`, `2023年7月1日`, `20230701`, spreadsheet day numbers; what is none loses',
    },
  },
  {
    name: 'conflicts',
    commands: ['dedup'],
    type: 'choice',
    choices: ['keep', 'drop', 'separate'],
    default: 'keep',
    placeholder: 'rule',
    help: {
      zh: '一码多赋（代码相同、名称不同）时：keep 全部保留；drop 只留一条；separate 移到单独的文件',
      en: 'one code under several names: keep all, drop all but one, or separate them into a file of their own',
    },
    guide: {
      zh: '一码多赋：`keep` 全部保留并列出、`drop` 只留一条（须给出 `--removed`）、`separate` 移到 `--conflicts-file`',
      en: 'one code, several names: `keep` all (listed), `drop` all but one (needs `--removed`), `separate` them into `--conflicts-file`',
    },
  },
] as const satisfies readonly Flag[];
