import { RATE_DEFINITIONS } from '../../check/rates.ts';
import { FORMATS } from '../check/check-forms.ts';
import type { Flag } from './flag.ts';

/** What is counted and judged, and what goes to standard output. */
export const JUDGING = [
  {
    name: 'unit-column',
    commands: ['check', 'inspect', 'diff', 'ledger record'],
    type: 'column',
    help: {
      zh: '按单位统计，如按登记机关：列名、列号，或 auto（按表头识别）',
      en: 'count by unit, such as the registering body: name, number, or auto (found by header)',
    },
    guide: {
      zh: '按单位统计（`byUnit`，含换码率 `conversion`：合规 /（合规 + 未换码））：责任单位所在的列，如登记机关、数据来源单位；`auto` 按表头识别。重码以文件中最先出现的一条为原记录，其余各条计入各自的单位',
      en: 'count by unit (`byUnit`, with `conversion`: conforming of conforming and unconverted): the column of the body that must act, such as 登记机关 or 数据来源单位; `auto` finds it by header. An excess record belongs to its own unit: of every duplicate the first record in file order is the original',
    },
  },
  {
    name: 'target',
    commands: ['check', 'diff', 'ledger record'],
    type: 'target',
    default: '0.01%',
    help: {
      zh: '比率须低于此值：0.01%、0.0001、1e-4；0 表示一个也不能有',
      en: 'the rate must be below this: 0.01%, 0.0001, 1e-4; 0 means none at all',
    },
  },
  {
    name: 'definition',
    commands: ['check', 'diff', 'ledger record'],
    type: 'choice',
    choices: RATE_DEFINITIONS,
    default: 'literal',
    placeholder: 'name',
    help: { zh: '用哪种口径的比率对照目标', en: 'which rate is held against the target' },
    guide: {
      zh: '用哪种口径的比率对照目标，见[比率](rates.md#比率)',
      en: 'which rate is held against the target, see [Rates](rates.md#rates)',
    },
  },
  {
    name: 'assess',
    commands: ['check'],
    type: 'name',
    many: 'repeat',
    help: {
      zh: '按此考核规则定退出码，可多次使用：taian-2023、zero-errors、chengwu-2022、pingyin-2022，或自定的',
      en: 'let this assessment decide the exit code; may be repeated: taian-2023, zero-errors, chengwu-2022, pingyin-2022, or your own',
    },
    guide: {
      zh: '按此[考核规则](rates.md#考核)定退出码，可多次使用',
      en: 'let this [assessment](rates.md#assessments) decide the exit code; may be repeated',
    },
  },
  {
    name: 'assess-file',
    commands: ['check', 'ledger status'],
    type: 'file',
    help: { zh: '自定考核规则的文件（JSON）', en: 'file with assessments of your own (JSON)' },
  },
  {
    name: 'notes',
    commands: ['check', 'licences'],
    type: 'switch',
    help: {
      zh: 'findings.csv 列出全部提示，不只是问题',
      en: 'list every note in findings.csv, not only problems',
    },
  },
  {
    name: 'suspect',
    commands: ['check', 'ledger record'],
    type: 'switch',
    help: {
      zh: '另查疑似重复：同一主体可能有几个代码或名称（不计入比率）',
      en: 'look for suspected duplicates too: one entity under several codes or names (never counted in the rates)',
    },
    guide: {
      zh: '另查[疑似重复](check.md#疑似重复)，不计入比率',
      en: 'look for [suspected duplicates](check.md#suspected-duplicates) too; they are never counted in the rates',
    },
  },
  {
    name: 'format',
    commands: ['check'],
    type: 'choice',
    choices: FORMATS,
    default: 'text',
    help: {
      zh: '标准输出的形式：text 供人阅读，其余供程序处理',
      en: 'what goes to standard output: text for people, the others for programs',
    },
    guide: {
      zh: '标准输出的形式，见[报告形式](report.md#报告形式)',
      en: 'what goes to standard output, see [Forms of the report](report.md#forms-of-the-report)',
    },
  },
  {
    name: 'format',
    commands: [
      'validate',
      'inspect',
      'fix',
      'dedup',
      'match',
      'diff',
      'licences',
      'ledger record',
      'ledger feedback',
      'ledger send',
      'ledger collect',
      'ledger submit',
      'ledger status',
      'ledger show',
      'ledger exempt',
      'ledger merge',
      'ledger check',
    ],
    type: 'choice',
    choices: ['text', 'json'],
    default: 'text',
    help: {
      zh: '标准输出的形式：text 供人阅读，json 供程序处理',
      en: 'what goes to standard output: text for people, json for programs',
    },
  },
  {
    name: 'scanner',
    commands: ['check'],
    type: 'choice',
    choices: ['kernel', 'reference'],
    default: 'kernel',
    placeholder: 'name',
    help: {
      zh: 'kernel，或 reference：另一套较慢的实现，供核对',
      en: 'kernel, or reference: a slow second implementation for cross-checking',
    },
    guide: {
      zh: '`reference`：不用内核，改用 csv-parse 和纯 TypeScript 读取，慢，只计数，供核对',
      en: '`reference` reads with csv-parse and plain TypeScript instead of the kernel: slow, counts only, for cross-checking',
    },
  },
] as const satisfies readonly Flag[];
