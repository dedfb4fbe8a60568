import type { en } from './en.ts';

export const zh: typeof en = {
  help: {
    usage: '[选项] <上期> <本期>',
    summary: '比较两期数据：哪些问题已解决、仍在、新增、复现，哪些代码新增、消失、变更，重错码率升降',
    old: '上期：文件、文件夹或 * 匹配的几个文件（合为一期）；- 为标准输入',
    new: '本期：同上',
    footer: `
同一个问题：错码、未换码看规范化后的代码文本，重码看代码，缺码看名称
（名称也没有的只计数，无法比较）。
已解决：本期不再出现，可能是改正了，也可能是记录没有了。
变更：上期的一个代码和本期的一个新代码主体标识码相同，或名称相同，
且各只有一个；变更的不再算新增和消失。

示例：
  $ uscc diff 6月.csv 7月.csv
  $ uscc diff 6月 7月 --earlier 4月.csv 5月.csv --out 7月对比`,
  },

  title: (old, now) => `上期 ${old} → 本期 ${now}`,
  files: (paths) => (paths.length > 1 ? `${paths[0]} 等 ${paths.length} 个文件` : (paths[0] ?? '')),
  rate: ({ old, new: now, trend, met, target }) =>
    `重错码率 ${old} → ${now}${trend === null ? '' : trend === 0 ? '，持平' : trend < 0 ? '，下降' : '，上升'}；本期${met ? '达标' : '未达标'}（目标：${target === '0%' ? '为 0' : `低于 ${target}`}）`,
  definition: (text) => `按「${text}」计`,
  headings: { old: '上期', new: '本期', change: '增减' },
  counts: {
    records: '记录',
    conforming: '合规',
    erroneous: '错码',
    excess: '多余的重码',
    unconverted: '未换码',
    missing: '缺码',
  },
  problems: '问题（按不同的代码计）',
  kinds: { erroneous: '错码', duplicate: '重码', unconverted: '未换码', missing: '缺码' },
  statuses: { resolved: '已解决', remaining: '仍在', new: '新增', reappeared: '复现' },
  unidentified: (old, now) => `代码和名称都空的记录无法比较：上期 ${old} 条，本期 ${now} 条`,
  codes: '合规代码',
  codeCounts: ({ kept, added, gone, changed, byOrganization, byName }) =>
    `不变 ${kept}，新增 ${added}，消失 ${gone}，变更 ${changed}（主体标识码相同 ${byOrganization}，名称相同 ${byName}）`,
  examples: {
    resolved: '已解决',
    new: '新增的问题',
    reappeared: '复现的问题',
    added: '新增的代码',
    gone: '消失的代码',
    changed: '变更的代码',
  },
  by: { organization: '主体标识码相同', name: '名称相同' },
  byAuthority: '按登记管理部门（问题最多的在前）',
  problemsHeading: '问题',
  rateHeading: '比率',
  undecided: '无法确定',
  unlisted: '未列入标准',
  tie: ({ old, resolved, remaining, new: now, fresh }) =>
    `上期问题 ${old} = 已解决 ${resolved} + 仍在 ${remaining}；本期问题 ${now} = 仍在 ${remaining} + 新增和复现 ${fresh}（按不同的代码计，一个重码算一个）。`,
  corrected: (rate, resolved, all) => `纠正率 ${rate}：上期的 ${all} 个问题，本期已不见 ${resolved} 个。`,
  outcomes: ({ corrected, gone, unknown }) =>
    `已解决的当中：主体现有合规代码（改正）${corrected}，主体已不在本期（消失）${gone}${unknown === '0' ? '' : `，没有名称、无从判断 ${unknown}`}。`,
  spoiled: ({ count, byOrganization, byName }) =>
    `好码变坏码：本期新增的问题中，有 ${count} 个的主体上期有合规代码（主体标识码相同 ${byOrganization}，名称相同 ${byName}），请先查是谁改的。`,
  outcomeNames: { corrected: '改正', gone: '消失', unknown: '', spoiled: '上期为好码' },
  byUnit: '按责任单位（问题最多的在前）',
  unit: '责任单位',
  authority: '登记管理部门',
  noUnit: '（未填单位）',
  heading: '统一社会信用代码重错码两期对比',
  sheets: { summary: '对比汇总', problems: '问题', changed: '变更的代码', gone: '消失的代码', added: '新增的代码' },
  columns: {
    status: '状态',
    kind: '类型',
    code: '统一社会信用代码',
    name: '机构名称',
    place: '位置',
    outcome: '去向',
    entity: '对照代码',
    oldCode: '上期代码',
    newCode: '本期代码',
    oldName: '上期名称',
    by: '依据',
  },
  moreRows: (count) => `另有 ${count} 行未列出，全部见 --xlsx 或 --out。`,
  lists: (path) => `清单：${path}`,
  elapsed: (seconds) => `用时 ${seconds} 秒`,
};
