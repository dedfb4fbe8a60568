import type { ledgerHelpEn } from './en.ts';

export const ledgerHelpZh: typeof ledgerHelpEn = {
  group: {
    usage: '<命令> [选项]',
    summary: '月度闭环台账：从本月清单到下月清零',
    footer: `
一个月的工作：
  $ uscc ledger record 2026-11.csv --period 2026-11      本月问题
  $ uscc ledger feedback 汇总表.xlsx --due 2026-12-10     上级清单
  $ uscc ledger send --out 下发 --due 2026-12-10          每单位一个工作簿
  $ uscc ledger collect 回传/*.xlsx --registry 2026-11.csv   收回答复
  $ uscc ledger submit -o 回传表.xlsx                     上报
  $ uscc ledger record 2026-12.csv --period 2026-12      办结
  $ uscc ledger status --html 台账.html                   谁欠什么`,
  },
  record: {
    usage: '[选项] <数据...> --period <月份>',
    summary: '检查当月数据，新增、保持、办结问题',
    exports: '当月数据，与 uscc check 相同',
    footer: `
行的次序、文件名变了，名称加了括号，问题的编号都不变。主体换成另一个合规
代码，办结为“已更正”；主体和代码都没有了，为“已删除”；标识位 2 被接受，为
“保留原码”。
有疑问的先询问：该月已有记录、月份倒退、口径改变、文件或单位的记录减少一成
以上。无人应答时，不加 --yes 就不写入。

例：
  $ uscc ledger record 数据.csv --period 2026-11
  $ uscc ledger record 各县/*.xlsx --period 2026-11 --suspect --yes
  $ uscc ledger record XK.xlsx CF.xlsx --period 2026-11 --licences`,
  },
  feedback: {
    usage: '[选项] <清单...>',
    summary: '录入上级清单：对上已有问题，其余新增',
    lists: '任何有代码列的表；问题描述、问题类型说明错在哪里',
    footer: `
例：
  $ uscc ledger feedback 重错码汇总表.xlsx --due 2026-12-10`,
  },
  send: {
    usage: '[选项] --out <文件夹>',
    summary: '给每个有待办问题的单位一份回传表',
    footer: `
单位只填黄色单元格：标识位（0 新赋码，1 删除，2 保持原码不变）、新代码、备注。
答复凭“编号”列对回原问题。

例：
  $ uscc ledger send --out 下发 --due 2026-12-10
  $ uscc ledger send --out 下发 --template 表样.xlsx --unit 某区市场监管局`,
  },
  collect: {
    usage: '[选项] <回传表...>',
    summary: '收回回传表：逐条接受，或退回并说明原因',
    returned: '回传的工作簿或 CSV，可以多个，也可以是文件夹',
    footer: `
退回的一条也不存。有退回的，退出码为 1。

例：
  $ uscc ledger collect 回传/ --registry 2026-11.csv
  $ uscc ledger collect 甲.xlsx 乙.ods --flags 0,1 --refused 退回.xlsx`,
  },
  submit: {
    usage: '[选项] -o <文件>',
    summary: '上报的回传表；有一行会被退回就不写出',
    footer: `
各行为上级清单中的问题及其答复；没有上级清单的，为全部已答复的问题。只要有一
行会被退回，就列出这些行，不写出，退出码为 1。

例：
  $ uscc ledger submit -o 回传表.xlsx
  $ uscc ledger submit -o 回传表.xlsx --template 上级表样.xlsx --flags 1`,
  },
  status: {
    usage: '[选项]',
    summary: '谁欠什么、何时到期，各月比率，纠正率',
    footer: `
例：
  $ uscc ledger status
  $ uscc ledger status --html 台账.html --xlsx 台账.xlsx
  $ uscc ledger status --period 2026-10 --format json`,
  },
  show: {
    usage: '[选项] <编号...>',
    summary: '问题的经过',
    numbers: '问题编号：P-000123，或 123',
    footer: '',
  },
  exempt: {
    usage: '[选项] <编号...>',
    summary: '问题免于整改并说明理由，或恢复整改',
    numbers: '问题编号：P-000123，或 123',
    footer: `
例：
  $ uscc ledger exempt P-000123 --reason 主体正在注销
  $ uscc ledger exempt P-000123 --undo`,
  },
  export: {
    usage: '[选项]',
    summary: '全部内容，成表或 JSON',
    footer: '',
  },
  merge: {
    usage: '[选项] <县级台账...>',
    summary: '把各县台账并入市级台账',
    counties: '各县的台账，或其 ledger export --format json 写出的文件',
    footer: `
可以反复执行：已有的只更新。几个县的主体共用一个代码的，成为市级台账自己的问
题。

例：
  $ uscc ledger merge 各县/*.db --ledger 市.db`,
  },
  check: {
    usage: '[选项]',
    summary: '台账是否完好',
    footer: `
不完好时退出码为 1。`,
  },
};
