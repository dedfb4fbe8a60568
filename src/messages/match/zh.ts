import type { en, MatchEvidenceCode, MatchStatusCode } from './en.ts';

const statuses: Record<MatchStatusCode, string> = {
  matched: '已登记',
  unnamed: '已登记，名称未比对',
  'other-name': '登记名称不同',
  absent: '未登记',
  erroneous: '错码',
  unconverted: '未换码',
  missing: '缺码',
};

const evidences: Record<MatchEvidenceCode, string> = {
  'repair-same-name': '改正一处即为同名主体的代码',
  'repair-similar-name': '改正一处即为名称相近主体的代码',
  'repair-unnamed': '可能的正确代码中只有这一个已登记',
  'organization-code': '主体标识码相同',
  'same-name': '名称相同，且只登记了这一个代码',
  'similar-name': '名称相近，可能只是写法不同',
};

export const zh: typeof en = {
  help: {
    usage: '[选项] <文件…> --against <登记数据…>',
    summary: '拿行政许可、行政处罚、信用记录等任何带代码的表，与登记数据对照',
    files: 'CSV、Excel、JSON、Parquet 文件，其 gzip 或 zip 压缩包，或文件夹；- 为标准输入',
    footer: `
每个代码属于以下之一：
  matched      合规，登记数据中有，名称一致
  unnamed      合规，登记数据中有，但一方没有名称，是不是同一主体没有比对
  other-name   合规，登记数据中有，但名称不同
  absent       合规，登记数据中没有
  erroneous    错码        unconverted  未换码        missing  缺码
没有匹配上的，按改正后的代码、主体标识码、名称在登记数据中查找应有的代码。

示例：
  $ uscc match 许可.csv --against 登记.csv --out 对照
  $ uscc match 处罚.xlsx --code-column 代码1,代码2 --against 登记1.csv 登记2.csv`,
  },

  few: (names) => (names.length > 3 ? `${names.slice(0, 2).join('、')} 等 ${names.length} 个` : names.join('、')),
  title: (files, registry) => `${files} 对照 ${registry}`,
  coverage: ({ covered, records, rate }) => `覆盖率 ${rate}：${records} 条记录中，${covered} 条的代码在登记数据中`,
  coverageOfCoded: ({ coded, rate }) => `只看填了代码的 ${coded} 条：${rate}`,
  column: (name) => `代码列 ${name}`,
  statuses,
  evidenceTitle: '未直接匹配、但可从登记数据得到代码的',
  evidences,
  explain: (status, evidence, code) => {
    if (status === 'other-name') {
      return evidence === null ? '登记数据中这个代码属于另一名称' : '登记数据中这个代码的名称写法不同';
    }
    if (status === 'matched') return '';
    if (status === 'unnamed') return '登记数据中有这个代码，但没有名称可以比对';
    if (evidence === null || code === null) return `${statuses[status]}，登记数据中没有找到对应的代码`;
    return `${statuses[status]}，登记代码应为 ${code}：${evidences[evidence]}`;
  },
  written: (folder) => `明细已写入 ${folder}（summary.json、match.csv）`,
  outHint: '用 --out <文件夹> 得到逐条明细',
  elapsed: (seconds) => `用时 ${seconds} 秒`,
};
