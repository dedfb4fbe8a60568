import type { Flag } from './flag.ts';

/** Other tables that a table is held against, and what is done with what they say. */
export const REGISTRY = [
  {
    name: 'against',
    commands: ['match'],
    type: 'file',
    many: 'rest',
    required: true,
    help: { zh: '登记数据，可以是几个文件', en: 'the registry, in one file or several' },
    guide: { zh: '登记数据，可以是几个文件，必填', en: 'the registry, in one file or several; required' },
  },
  {
    name: 'against',
    commands: ['validate'],
    type: 'file',
    many: 'rest',
    help: {
      zh: '对照这些登记数据：是否已登记、登记给谁、主体标识码是否已被占用',
      en: 'hold codes against these registries: registered or not, to whom, organization code taken or free',
    },
  },
  {
    name: 'against',
    commands: ['licences'],
    type: 'file',
    many: 'rest',
    help: {
      zh: '对照这些登记数据：代码是否已登记、名称是否一致，漏填的代码按名称查找',
      en: 'hold codes against these registries: registered or not, under which name; missing codes are looked up by name',
    },
  },
  {
    name: 'from',
    commands: ['fix'],
    type: 'file',
    many: 'rest',
    placeholder: 'registry',
    help: {
      zh: '按这些登记数据填写代码：旧证号对应唯一代码的未换码，以及改正后正是同名主体唯一代码的错码',
      en: 'fill codes from these registries: older identifiers of exactly one code, and wrong codes whose repair is the one code under the same name',
    },
    guide: { zh: '按这些登记数据补填代码', en: 'fill in codes that these registries give' },
  },
  {
    name: 'registry-code-column',
    commands: ['validate', 'fix', 'match', 'licences', 'ledger collect', 'ledger submit'],
    type: 'column',
    help: {
      zh: '登记数据的代码列：列名，或列号（从 1 数起；默认按表头和内容识别）',
      en: "column of the registry's codes: its name, or its number from 1 (default: found by header and content)",
    },
  },
  {
    name: 'registry-name-column',
    commands: ['validate', 'fix', 'match', 'licences', 'ledger collect', 'ledger submit'],
    type: 'column',
    help: {
      zh: '登记数据的名称列：列名，或列号（从 1 数起；默认按表头识别）',
      en: "column of the registry's names: its name, or its number from 1 (default: found by header)",
    },
  },
  {
    name: 'registration-column',
    commands: ['fix'],
    type: 'column',
    help: {
      zh: '登记数据中的注册号列：列名，或列号（从 1 数起；默认按表头识别）',
      en: 'column of registration numbers in the registry: its name, or its number from 1 (default: found by header)',
    },
  },
  {
    name: 'legacy-column',
    commands: ['fix'],
    type: 'column',
    help: {
      zh: '本表中旧证号（组织机构代码、纳税人识别号、注册号）所在的列，供没有代码的记录使用',
      en: 'column of this table with older identifiers, for records without a code',
    },
  },
  {
    name: 'without-names',
    commands: ['fix'],
    type: 'switch',
    help: {
      zh: '本表或登记数据没有名称可比对时，仅凭旧证号也填入代码，改动清单中注明',
      en: 'fill codes by an identifier alone where there are no names to compare; the log says so',
    },
  },
  {
    name: 'all',
    commands: ['match'],
    type: 'switch',
    help: { zh: '匹配上的也列入 match.csv', en: 'list what is matched in match.csv too' },
  },
  {
    name: 'earlier',
    commands: ['diff'],
    type: 'file',
    many: 'rest',
    help: {
      zh: '更早的各期，每个文件一期；上期没有、本期又有的问题，更早出现过的算复现',
      en: 'exports before the old one, a file each: problems that are in the new one, not in the old, but in one of these have reappeared',
    },
  },
] as const satisfies readonly Flag[];
