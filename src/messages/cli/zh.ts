import type { en } from './en.ts';

export const zh: typeof en = {
  error: '错误：',
  interrupted: '已中断，临时文件已清除',
  internal: (reason) => `程序内部出错：${reason}`,
  debugHint: '设置 USCC_DEBUG=1 可查看出错位置，欢迎反馈。',
  moreHelp: (command) => `用法和示例见 ${command} --help。`,
  parserErrors: {
    'commander.unknownOption': '没有选项 $1。',
    'commander.unknownCommand': '没有命令 $1。',
    'commander.optionMissingArgument': '选项 $1 缺少取值。',
    'commander.missingArgument': '缺少参数 <$1>。',
    'commander.excessArguments': '$1 的参数过多。文件名中有空格的，请加引号。',
    'commander.invalidArgument': '选项 $1 的取值 $2 无效。$3',
    'commander.conflictingOption': '选项 $1 与 $2 不能同时使用。',
    'commander.missingMandatoryOptionValue': '缺少必需的选项 $1。',
  },

  allowedChoices: (choices) => `可用：${choices.join('、')}。`,
  didYouMean: (names) => `是不是 ${names.join('、')}？`,

  referenceCountsOnly:
    '--scanner reference 只计数、不列清单，不能与 --out 等列出问题的输出同用；可用 --format text 或 json。',
  sameFileTwice: (path) => `${path} 给了两次，其中的记录会重复计算。请只写一次。`,
  standardInputTwice: '标准输入（-）只能读一次，不能同时当作两个文件。请把其中一个换成文件名。',
  insideOutputFolder: (path, folder) =>
    `${path} 在 --out 文件夹 ${folder} 里，而该文件夹会被整个替换。请换一个文件夹。`,
  outputIsInput: (flag, path) => `${flag} ${path} 就是要检查的文件，写入会把它覆盖。请换一个文件名。`,
  outputIsStandard: (flag) => `${flag} 要写成文件，不能用 -。请给出文件名。`,
  needsTablePath: (flag: string, path: string) =>
    `${flag} 写的是 CSV 或 Parquet，文件名请以 .csv 或 .parquet 结尾（现在是 ${path}）。要在工作簿里标出问题，请用 --marked。`,
  needsWorkbookPath: (flag, path) => `${flag} ${path}：这里写出的是 Excel 工作簿，文件名请以 .xlsx 结尾。`,
  sameOutputTwice: (path) => `两个输出都要写到 ${path}。请分别给出文件名。`,

  noCodes: '没有给出代码。请在命令行写出代码，或从标准输入传入，每行一个。',
  lineTooLong: (line, bytes) => `标准输入第 ${line} 行超过 ${bytes} 字节。请每行一个代码；表格文件请用 uscc check。`,
  tally: (codes, conforming) => `共 ${codes} 个代码：合规 ${conforming} 个，不合规 ${codes - conforming} 个`,
  unknownPart: '（未收录）',
  note: '提示',
  suggestion: '建议',

  progress: {
    spool: '解压转换',
    query: '查询数据库',
    registry: '读取登记数据',
    scan: '读取',
    group: '查找重码',
    duplicates: '列出重码',
    suspects: '查找疑似重复',
    compare: '比对',
    write: '写出',
  },
  progressRecords: (records) => `${records} 条`,

  help: {
    usage: '[选项] [命令]',
    headings: {
      'Usage:': '用法：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Global Options:': '通用选项：',
      'Commands:': '命令：',
    },
    placeholders: {
      host: '地址',
      file: '文件',
      code: '代码',
      old: '上期',
      new: '本期',
      column: '列',
      columns: '列',
      encoding: '编码',
      character: '字符',
      sheet: '工作表',
      share: '比例',
      name: '名称',
      count: '数',
      number: '数',
      size: '大小',
      folder: '文件夹',
      format: '形式',
      rule: '规则',
      what: '依据',
      registry: '登记数据',
      language: '语言',
      port: '端口',
      date: '日期',
      month: '月份',
      day: '日期',
      flags: '标识位',
      text: '文字',
      list: '清单',
      returned: '回传表',
      export: '数据',
      county: '县级台账',
      topic: '主题',
      shell: '外壳',
    },
    remark: (choices, unlessNamed) => {
      const parts = choices.length === 0 ? [] : [`可选 ${choices.join('、')}`];
      if (unlessNamed !== null) parts.push(`默认 ${unlessNamed}`);
      return parts.length === 0 ? '' : `（${parts.join('；')}）`;
    },
    reading: '读取表格',
    heading: (title) => `${title}：`,
    exitCodes: '\n退出码：0 完成 · 2 命令行有误 · 3 输入无法读取或输出无法写入 · 130 已中断',
    program: '校验统一社会信用代码（GB 32100）：逐个校验，或整批检查登记数据，统计重错码率是否低于 0.01%。',
    footer: `
示例：
  $ uscc check 导出.csv --out 报告
  $ uscc validate 91350211M00013FA1N
  $ uscc <命令> --help

退出码：0 完成 · 1 完成，但未达标或有代码不合规 · 2 命令行有误
        3 输入无法读取或输出无法写入 · 130 已中断`,
    showHelp: '显示帮助',
    showVersion: '显示版本',
    validate: {
      usage: '[选项] [代码…]',
      summary: '校验单个代码，说明错在哪里',
      codes: '代码；不写或写 - 则读标准输入，每行一个（跳过空行）',
      footer: `
示例：
  $ uscc validate 91350211M00013FA1N
  $ uscc validate 91350211M00013FA1N --against 登记.csv
  $ uscc validate --format json < 代码.txt > 结果.json

登记数据写在最后，否则后面的代码会被当成文件。输出中的身份证号一律打码。

退出码：0 全部合规 · 1 有不合规的 · 2 没有给出代码或命令行有误
        3 输入无法读取 · 130 已中断`,
    },
    check: {
      usage: '[选项] <文件…>',
      summary: '检查登记数据：错码、重码，以及重错码率是否达标',
      files: 'CSV、Excel、JSON、Parquet 文件，其 gzip 或 zip 压缩包，或文件夹；- 为标准输入；重码跨全部文件查找',
      footer: `
口径：literal           错码 + 每个重码除首条外的记录
      assignment        按代码与名称的组合：错码 + 一码多赋 + 重复赋码；
                        选此口径或用 --suspect 时统计
      conflicting       错码 + 名称不同的重码（一码多赋）的全部记录
      all-duplicates    错码 + 重码的全部记录
      erroneous         仅错码
      check-digit       错码，主体标识码的校验码错误不计
      with-unconverted  literal + 未换码，未换码同时计入代码总量

示例：
  $ uscc check 导出.csv
  $ uscc check 台账.xlsx 归档.zip --sheet 2
  $ uscc check 全市.csv 各县/*.csv --out 报告 --target 0
  $ uscc check 本县.xlsx --unit-column auto --xlsx 回传.xlsx
  $ uscc check 本县.xlsx --unit-column auto --assess pingyin-2022
  $ uscc check 导出.txt --encoding gb18030 --delimiter tab --code-column 3

退出码：0 达标 · 1 未达标（用 --assess 时按所选的考核规则）· 2 命令行有误
        3 输入无法读取或输出无法写入 · 130 已中断`,
    },
  },
};
