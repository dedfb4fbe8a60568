import type { en } from './en.ts';

export const zh: typeof en = {
  help: {
    usage: '[选项] <文件…> -o <新文件>',
    summary: '去掉重复记录，保留的行一字节不动；一码多赋的行默认全部保留并列出',
    files:
      'CSV、Excel、JSON、Parquet 文件，其 gzip 或 zip 压缩包，或文件夹；- 为标准输入；几个文件的列、编码、分隔符须相同',
    footer: `
重复记录指代码相同、名称也相同（名称为空的不算不同）。错码、未换码和空白不去，
但同一错码重复的同名记录只留一条。没有名称列时，整行逐字节相同才算重复记录。
保留的行按原顺序逐字节照抄，标题、表头、空行也照抄（几个文件时用第一个的表头）。
日期认 2023-07-01、2023/7/1、2023年7月1日、20230701；认不出的排最后。
Excel、JSON、Parquet 写成 CSV（UTF-8）。

示例：
  $ uscc dedup 登记.csv -o 登记-去重.csv --removed 去掉的.csv
  $ uscc dedup 1月.csv 2月.csv -o 合并.csv --keep newest:核准日期
  $ uscc dedup 登记.csv -o 新.csv --conflicts separate --conflicts-file 多赋.csv`,
  },
  needsOutput: '请用 -o 写明去重后的文件（- 为标准输出）。',
  twiceToStandardOutput: '标准输出只能写一样：-o、--removed、--conflicts-file 只能有一个写 -。',
  needsConflictsFile: '--conflicts separate 要把行移到单独的文件，请用 --conflicts-file 写明。',
  needsRemoved: '--conflicts drop 会去掉名称不同的记录，请用 --removed 写明去掉的行记到哪里。',

  title: (paths, output) =>
    `${paths.length > 3 ? `${paths.slice(0, 2).join('、')} 等 ${paths.length} 个文件` : paths.join('、')} → ${output}`,
  kept: (kept, records) => `保留 ${kept} 条记录（原有 ${records} 条）`,
  nothingRemoved: (records) => `没有可去的重复记录（共 ${records} 条记录）`,
  removedRepeated: (count) => `去掉重复记录 ${count} 条`,
  removedConflicting: (count) => `去掉名称不同的记录 ${count} 条（--conflicts drop）`,
  separated: (count) => `移出一码多赋的记录 ${count} 条`,
  skipped: (count) => `有 ${count} 条本应去掉，但紧挨着没有配对的引号，为免影响分行保留未动`,
  conflictsLeft: ({ by, codes, records }) =>
    by === 'organization'
      ? `一码多赋：${codes} 个主体标识码、${records} 条记录，只去掉代码也重复的，须核实`
      : `一码多赋：${codes} 个代码、${records} 条记录，没有去掉，须核实`,
  byRows: '没有名称列：整行不完全相同的按一码多赋处理，没有去掉',
  more: (count) => `……另有 ${count} 个`,
  noName: '（无名称）',
  whatToDo: '核实后可用 --conflicts drop 或 separate 再运行，或在原系统改正；同名的可先用 --by code+name 去重',
  removedTo: (path) => `去掉的行：${path}`,
  conflictsTo: (path) => `一码多赋的行：${path}`,
  converted: '原文件不是 CSV，已写成 CSV（UTF-8，逗号分隔）',
  elapsed: (seconds) => `用时 ${seconds} 秒`,
};
