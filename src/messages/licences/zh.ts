import type { en } from './en.ts';
import { licenceRoles } from './roles.ts';

export const zh: typeof en = {
  summary: '检查双公示（行政许可、行政处罚）表：每一列代码按各自的规则',
  usage: '<文件...> [选项]',
  files: '双公示表：CSV、Excel、JSON 等，可以是文件夹；- 为标准输入',
  footer: `
退出码：0 全部合规，1 有不合规的记录，2 命令行有误，3 文件无法读写
示例：
  $ uscc licences XK.xlsx --out report
  $ uscc licences XK.csv CF.csv --html licences.html
详见：uscc help licences
`,
  title: '双公示数据检查',
  kinds: { licences: '行政许可', penalties: '行政处罚' },
  roles: licenceRoles.zh,
  severities: { error: '错误', note: '提示' },
  verdict: ({ compliant, records, rate, met }) =>
    `合规率 ${rate}：${records} 条记录中 ${compliant} 条合规，${met ? '达到' : '没有达到'} 100% 的要求。`,
  points: ({ wrong, points }) => `${wrong} 条不合规，按每条 0.1 分计，扣 ${points} 分。`,
  layout: ({ file, kind, layout, records }) => `${file}：${kind}，${layout} 年格式，${records} 条`,
  tables: {
    byRule: '错误，按规则',
    notes: '提示，不算错误',
    byColumn: '按列',
    byBody: '按机关',
    byCategory: '按类别',
    examples: '前几处问题',
    findings: '问题清单',
  },
  columns: {
    severity: '性质',
    rule: '问题',
    column: '列',
    records: '记录',
    role: '内容',
    filled: '已填',
    errors: '错误',
    body: '机关',
    category: '类别',
    compliant: '合规',
    wrong: '不合规',
    rate: '合规率',
    place: '位置',
    value: '所填内容',
    reason: '原因',
    suggestion: '建议',
    name: '行政相对人',
  },
  rules: {
    missing: '漏填',
    'not-wanted': '不应填而填了',
    'identity-number': '身份证号',
    'not-conforming': '代码错误',
    'check-fails': '号码校验不通过',
    'organization-mismatch': '组织机构代码与统一代码不符',
    'tax-mismatch': '税务登记号与统一代码不符',
    'code-mismatch': '与统一代码不是同一个代码',
    'several-codes': '一个名称几个代码',
    'several-names': '一个代码几个名称',
    'repeated-decision': '重复公示',
    'not-registered': '代码没有登记',
    'other-name': '登记的是另一个名称',
    'category-code': '代码与类别不符',
    'category-unknown': '类别不明',
    'body-authority': '机关代码不是 1 开头',
    format: '写法不规范',
  },
  reasons: {
    missing: ({ role, category }) =>
      role === 'code'
        ? `没有代码，${category === '?' ? '' : category}必须填。请按证照填写 18 位代码。`
        : '没有填机关的代码。',
    'not-wanted': () => '自然人没有这样的代码：应空着，或者类别填错了。',
    'identity-number': () => '这是身份证号，不能填在代码列，更不能公示，请删去。',
    'not-conforming': ({ verdict }) => verdict,
    'check-fails': ({ role }) => `不是有效的${licenceRoles.zh[role]}：校验不通过。`,
    'organization-mismatch': ({ suggestion }) => `行政相对人代码的第 9–17 位是 ${suggestion ?? ''}，两处必有一处填错。`,
    'tax-mismatch': ({ suggestion }) =>
      `税务登记号应当就是统一代码（${suggestion ?? ''}），或者六位数字加它的组织机构代码，两处必有一处填错。`,
    'code-mismatch': ({ suggestion }) => `这是一个完整的代码，却不是该行政相对人的代码（${suggestion ?? ''}）。`,
    'several-codes': ({ suggestion }) =>
      suggestion === null ? '同一名称有几个代码，次数一样多，请对照证照。' : `同一名称多数填的是 ${suggestion}。`,
    'several-names': ({ suggestion }) =>
      suggestion === null ? '同一代码有几个名称，次数一样多，请对照证照。' : `同一代码多数填的名称是“${suggestion}”。`,
    'repeated-decision': () => '前面已有文书号和代码都相同的记录，属于重复公示，请撤下一条。',
    'not-registered': () => '登记库中没有这个代码，请对照证照。',
    'other-name': ({ suggestion }) => `登记库中这个代码的名称是“${suggestion ?? ''}”：代码或名称填错，或者已经更名。`,
    'category-code': ({ category }) => `个体工商户的代码以 92 开头，其他的不是；这里的类别是${category}。`,
    'category-unknown': () => '类别不是法人及非法人组织、个体工商户、自然人中的一个；代码填了的才检查。',
    'body-authority': () => '机关、事业单位的代码以 1 开头。值得核对，本身不算错误。',
    format: () => '有空格、横线、全角或小写字母，已按规范写法读取。',
  },
  moreRows: (count) => `另有 ${count} 行，见 findings.csv。`,
  hint: '全部问题：--out 文件夹、--html 文件、--xlsx 文件；按机关分发：--send 文件夹',
  written: (paths) => `已写入：${paths}`,
  elapsed: (seconds) => `用时 ${seconds} 秒`,
  sheets: { summary: '汇总', findings: '问题清单' },
  sent: {
    heading: (period) => `${period}双公示数据问题清单`,
    due: '期限',
    contact: '联系人',
    organization: '发出单位',
    body: '机关',
    corrected: '更正后内容',
    remark: '备注',
    file: ' 双公示.xlsx',
    index: '目录.xlsx',
    noBody: '未填机关',
    count: '问题数',
    name: '文件',
  },
};
