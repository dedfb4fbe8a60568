import type { en } from './en.ts';

export const zh: typeof en = {
  sheets: {
    summary: '汇总表',
    problems: '重错码汇总表',
    suspects: '疑似重码',
    index: '回传表目录',
    others: '其他单位',
    noUnit: '未注明单位',
    noAuthority: '无法识别部门',
  },
  cut: '…（过长，已截断）',

  columns: {
    number: '序号',
    file: '来源文件',
    line: '行号',
    name: '机构名称',
    code: '统一社会信用代码',
    normalized: '规范化后',
    kind: '问题类型',
    description: '问题描述',
    suggestion: '建议更正代码',
    authority: '登记管理部门',
    region: '行政区划',
    unit: '责任单位',
    action: '数据操作标识位',
    corrected: '更正后代码',
    remark: '备注',
  },
  suspectColumns: {
    group: '组号',
    kind: '疑点',
    confidence: '把握',
    code: '统一社会信用代码',
    name: '机构名称',
    file: '来源文件',
    sheet: '工作表',
    line: '行号',
    checked: '核实结果',
  },
  kind: (partition, issue) => (partition === issue ? partition : `${partition}：${issue}`),
  duplicate: (kind) => (kind === null ? '重码' : `重码：${kind === 'conflicting' ? '一码多赋' : '重复记录'}`),
  duplicateAdvice: (kind, group) =>
    `第 ${group} 组重码${
      kind === 'conflicting'
        ? '，同一代码下的机构名称不同。请核实代码属于哪一家，其余的重新赋码。'
        : kind === 'repeated'
          ? '，同一代码、同一名称出现多次。请核实后只保留一条。'
          : '。请核实是同一机构重复登记，还是一码多赋。'
    }`,

  other: (name, unit, place) => `${name === '' ? '（无名称）' : name}（${unit === '' ? '' : `${unit}，`}${place}）`,
  sum: '合计',
  others: (others, hasMore) => `同一代码还有：${others.join('；')}${hasMore ? '等' : ''}。`,

  unitTitle: (unit) => `重错码处理回传表 — ${unit}`,
  instructions:
    '请逐条核实，填写黄色三列后返回。数据操作标识位只填一个数字：0 新赋码，1 删除，2 保持原码不变。填 0 的，请在“更正后代码”填写 18 位新代码。“建议更正代码”由程序推算，仅供参考，以证照为准。',
  authorityCaution:
    '本表按代码第 1 位的登记管理部门分发。第 1 位不一定就是该处理的单位（审批局既赋 5 字头也赋 9 字头的码，第 1 位录错时更会指错部门），请核对后再转办。',
  othersCaution: (sheets) => `单位超过 ${sheets} 个，其余单位的记录都在这张表里，可按“责任单位”列筛选后分发。`,
  signature:
    '填报单位（盖章）：　　　　　　　　　填报人：　　　　　　　联系电话：　　　　　　　　　填报日期：　　　　年　　月　　日',
  action: {
    title: '数据操作标识位',
    prompt: '0 新赋码；1 删除；2 保持原码不变。只填数字。',
    error: '只能填 0、1 或 2：0 新赋码，1 删除，2 保持原码不变。',
  },
  corrected: {
    title: '更正后代码',
    prompt: '标识位填 0 时填写：18 位统一社会信用代码，字母大写，没有空格。',
    error:
      '不是校验正确的 18 位统一社会信用代码，请对照证照核对：字母大写，没有空格，不含 I、O、S、V、Z。证照上确实如此（如福建试点时期的代码），才选“是”。',
  },

  summaryTitle: '统一社会信用代码重错码检查汇总表',
  groupTitles: { authority: '按登记管理部门', region: '按行政区划', unit: '按责任单位' },
  groupColumns: {
    authority: '登记管理部门',
    region: '行政区划',
    unit: '责任单位',
    code: '代码',
    conversion: '换码率',
    records: '记录',
    conforming: '合规',
    erroneous: '错码',
    unconverted: '未换码',
    missing: '缺码',
    excess: '多余重码',
    problems: '重错码',
    rate: '重错码率',
  },
  count: '数量',
  advice: '怎么办',
  codes: '代码数',
  excess: '多出的记录',
  definition: '口径',
  numerator: '有问题的',
  denominator: '代码总量',
  rate: '比率',
  conclusion: '结论',
  judges: (conclusion) => `${conclusion}（本报告按此判定）`,
  total: '总数',
  codeTotal: '代码总量（合规 + 错码）',
  encoding: '编码',
  codeColumn: '代码列',
  nameColumn: '名称列',
  causes: '成批问题的共同原因',
  causeColumns: { message: '原因', count: '涉及记录', total: '同类记录' },
  assessments: '考核得分测算',
  assessmentColumns: { title: '考核办法', met: '是否达到', points: '得分', away: '还须改正', message: '说明' },
  notJudged: '无分值',
  moreRows: (count) => `另有 ${count} 行排在后面，未列出。`,

  indexTitle: '回传表目录',
  indexRemark: '每个单位一张表，问题多的在前。点表名打开；分发时右键点表名标签，选“移动或复制”，另存为新工作簿。',
  indexColumns: {
    number: '序号',
    unit: '责任单位',
    authority: '登记管理部门',
    all: '问题记录',
    duplicates: '重码',
    sheets: '工作表',
  },
};
