import type { en } from './en.ts';

export const zh: typeof en = {
  help: {
    usage: '[选项] <文件> -o <新文件>',
    summary: '改正有把握的写法问题：空格、全角、小写、引号、短横线等，其余一字节不动',
    file: 'CSV、Excel、JSON、Parquet 文件，或其 gzip、zip 压缩包；- 为标准输入；一次一个表',
    footer: `
只改写规范化后合规的代码：两个校验码都对，改的只是写法。错码、未换码
（旧的注册号、组织机构代码等）和空白不动，除非 --from 的登记数据给出
唯一的代码，且双方名称相同或相近（或一方没有名称）。
分隔符、引号、换行、编码和其他各列保持原样。再运行一次不会有任何改动。
Excel、JSON、Parquet 写成 CSV（UTF-8）。

示例：
  $ uscc fix 登记.csv -o 登记-已改.csv --log 改动.csv
  $ uscc fix 登记.csv --dry-run
  $ uscc fix 许可.csv --from 登记.csv -o 许可-已改.csv --log 改动.csv`,
  },
  needsOutput: '请用 -o 写明改正后的文件，或用 --dry-run 只看会改什么。',
  twiceToStandardOutput: '标准输出只能写一样：-o 和 --log 只能有一个写 -。',

  title: (path, output) => (output === null ? path : `${path} → ${output}`),
  changed: (count, records) => `改写了 ${count} 个代码（共 ${records} 条记录）`,
  wouldChange: (count, records) => `将改写 ${count} 个代码（共 ${records} 条记录），尚未写入任何文件`,
  nothingToChange: (records) => `没有可改的写法问题（共 ${records} 条记录）`,
  reasons: {
    'white-space': '空白字符',
    invisible: '不可见字符',
    'full-width': '全角或兼容字符',
    'lower-case': '小写字母',
    quotes: '引号或 ="…"',
    brackets: '括号',
    dashes: '短横线',
    punctuation: '句末标点',
    'organization-code': '组织机构代码换为统一代码',
    'taxpayer-number': '纳税人识别号换为统一代码',
    'registration-number': '注册号换为统一代码',
    repair: '错码改正为同名主体唯一的代码',
  },
  why: (reasons) => `去掉或改正：${reasons.join('、')}`,
  whyFilled: (reasons, place, name, isNameCompared) =>
    `${reasons.join('、')}：${place}${name === '' ? '' : `，登记名称 ${name}`}${isNameCompared ? '' : '；名称未比对'}`,
  left: ({ erroneous, unconverted, missing }) =>
    `未动，需要人工核对：错码 ${erroneous} 条，未换码 ${unconverted} 条，缺码 ${missing} 条（用 uscc check 查看）`,
  nothingLeft: '没有错码、未换码和缺码',
  skipped: (count) => `有 ${count} 个代码本可改写，但紧挨着没有配对的引号，为免影响分行未动`,
  heldBack: (count) => `有 ${count} 条的旧证号在登记数据中属于另一名称，未填（用 uscc match 查看）`,
  unnamed: (count) =>
    `有 ${count} 条的旧证号在登记数据中有代码，但没有名称可以比对，未填（确认无误可用 --without-names 填入）`,
  converted: '原文件不是 CSV，已写成 CSV（UTF-8，逗号分隔）',
  logged: (path) => `改动清单：${path}`,
  elapsed: (seconds) => `用时 ${seconds} 秒`,
};
