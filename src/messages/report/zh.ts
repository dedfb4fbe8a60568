import type { en } from './en.ts';

export const zh: typeof en = {
  met: ({ rate, target, isZero }) => (isZero ? '达标：没有重错码' : `达标：重错码率 ${rate}，低于 ${target}`),
  missed: ({ rate, target, isZero, isOpen }) =>
    `未达标：重错码率${isOpen ? '无法确定' : ` ${rate}`}，须${isZero ? '为 0' : `低于 ${target}`}`,
  noCodes: '未达标：没有一个代码可以计入代码总量，比率无从算起',
  assessed: (met, titles) => `${met ? '达标' : '未达标'}：${titles}`,
  metDetail: ({ numerator, denominator, allowed, definition }) =>
    numerator === '0'
      ? `代码总量 ${denominator}，没有问题代码（按「${definition}」计）。`
      : `代码总量 ${denominator}，其中有问题的 ${numerator}（按「${definition}」计），最多允许 ${allowed}。`,
  missedDetail: ({ numerator, denominator, allowed, excess, definition, isOpen, unnamed }) => {
    if (isOpen) {
      return unnamed === null
        ? `总数 ${denominator}，其中的问题（按「${definition}」计）没有统计。`
        : `有 ${unnamed} 个重码的记录缺名称，无法判断是否一码多赋，比率（按「${definition}」计）无法确定。`;
    }
    return `代码总量 ${denominator}，其中有问题的 ${numerator}（按「${definition}」计），${
      allowed === '0' ? '一个也不允许，都要改正' : `最多允许 ${allowed}，至少还要改正 ${excess}`
    }。`;
  },
  besideTarget: (target) => `对照目标 ${target}：`,

  files: '文件',
  records: '记录',
  recordsIn: (count) => `${count} 条`,
  inEngine: '在数据库中',
  codesIn: (column) => `代码列：${column}`,
  namesIn: (column) => `名称列：${column}`,
  noNameColumn: '无名称列',
  unitsIn: (column) => `单位列：${column}`,
  noUnitColumn: '无单位列',
  delimiters: { ',': '逗号分隔', '\t': '制表符分隔', ';': '分号分隔', '|': '竖线分隔' },
  notApplicable: '不适用（自然人）',
  blankRows: '空行（不计入）',

  duplicates: '重码',
  duplicateCounts: ({ codes, records, excess }) => `${codes} 个代码，涉及 ${records} 条记录，多出 ${excess} 条`,
  none: '无',
  conflicting: '一码多赋（名称不同）',
  repeated: '重复记录（名称相同）',
  kindUnknown: '没有名称列，无法区分一码多赋和重复记录。',

  rates: (target) => `各口径的比率（目标：${target}）`,
  definitions: {
    literal: '错码 + 多余的重码',
    assignment: '按赋码计：错码 + 一码多赋 + 重复赋码',
    conflicting: '错码 + 一码多赋',
    'all-duplicates': '错码 + 全部重码',
    erroneous: '仅错码',
    'check-digit': '错码，不计主体标识码校验错误',
    'with-unconverted': '错码 + 多余的重码 + 未换码',
  },
  within: '达标',
  beyond: '未达标',
  notCounted: '未统计',
  allAgree: (met) => `各口径结论一致：都${met ? '达标' : '不达标'}。`,
  disagree: (within, beyond, judge) =>
    `口径不同，结论不同：按 ${within} 达标，按 ${beyond} 不达标。本报告按 ${judge} 判定，请与考核方确认口径。`,

  issues: '问题',
  issueTitles: {
    missing: '缺码',
    'spreadsheet-notation': '科学计数法',
    charset: '含非法字符',
    'identity-number': '身份证号',
    'region-format': '行政区划含字母',
    'pilot-era': '试点时期代码',
    'check-digit': '校验码错误',
    'organization-check-digit': '主体标识码错误',
    'registration-number': '工商注册号',
    'taxpayer-number': '纳税人识别号',
    'organization-code': '组织机构代码',
    'registration-check-digit': '注册号校验错误',
    length: '长度或格式不符',
  },
  issueAdvice: {
    missing: '没有填写代码：请赋码或补录',
    'spreadsheet-notation': '表格软件把代码变成了数字，末几位已丢失：请从原系统按文本重新导出',
    charset: '18 位中有代码不用的字符，常见 O 与 0、I 与 1 相混：请对照证照更正',
    'identity-number': '填的是身份证号，不是统一代码：请补录代码，并注意保护个人信息',
    'region-format': '第 3–8 位应全是数字：请对照证照更正',
    'pilot-era': '试点期间赋的合法代码，按合规计，仅列出备查',
    'check-digit': '第 18 位与前 17 位不符：请对照证照更正，成批出现时请检查赋码系统',
    'organization-check-digit': '第 9–17 位的校验位不符（GB 11714）：请对照证照更正',
    'registration-number': '还是旧的工商注册号，未换发统一代码',
    'taxpayer-number': '还是旧的纳税人识别号，未换发统一代码',
    'organization-code': '还是旧的组织机构代码，未换发统一代码',
    'registration-check-digit': '15 位数字，但不是有效的注册号：请核对',
    length: '既不是 18 位的统一代码，也不是已知的旧编号：请核对',
  },
  notes: '提示（不计为问题）',
  noteTitles: {
    format: '书写不规范（空格、横线、全角、小写等）',
    'authority-category': '登记管理部门与机构类别的组合不在标准中',
    'region-unlisted': '行政区划代码未收录（多为开发区）',
    'region-abolished': '行政区划代码已撤销',
  },

  byUnit: '单位（问题多的在前）',
  byAuthority: '登记管理部门（问题多的在前）',
  byRegion: '行政区划（问题多的在前）',
  groupHeadings: {
    code: '代码',
    name: '名称',
    records: '记录',
    problems: '问题',
    rate: '重错码率',
    conversion: '换码率',
  },
  undecided: '无法识别',
  unlisted: '（未收录）',
  emptyCell: '（空）',
  moreGroups: (count) => `另有 ${count} 个有问题。`,

  examples: '示例',
  suggestion: (code) => `可能应为 ${code}`,
  duplicateExample: (code, kind) =>
    kind === null ? `重码 ${code}` : `${kind === 'conflicting' ? '一码多赋' : '重复记录'} ${code}`,
  outHint: '加上 --out 文件夹名，可得到每一条问题和重码的清单。',

  warnings: '注意',
  moreWarnings: (count) => `另有 ${count} 条。`,
  written: (folder) => `已写入 ${folder}`,
  outFiles: {
    'report.html': '可阅读、可打印的报告，用浏览器打开',
    'lists.xlsx': '问题、重码清单，用 Excel 打开这一份：代码都是文本，不会变成 9.13E+17',
    'summary.json': '本报告的全部数字',
    'findings.csv': '给程序读的问题清单（用 Excel 打开会丢掉全数字代码的末几位）',
    'duplicates.csv': '给程序读的重码清单',
  },
  elapsed: (seconds) => `用时 ${seconds} 秒`,
  quote: (text) => `「${text}」`,
  list: (items) => items.join('、'),
};
