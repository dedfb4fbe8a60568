import type { Flag } from './flag.ts';

/** Where results are written. */
export const OUTPUTS = [
  {
    name: 'out',
    commands: ['check'],
    type: 'output-folder',
    help: {
      zh: '写入该文件夹：report.html、lists.xlsx、summary.json、findings.csv、duplicates.csv，加 --suspect 还有 suspects.csv',
      en: 'write into this folder: report.html, lists.xlsx, summary.json, findings.csv, duplicates.csv; with --suspect suspects.csv too',
    },
    guide: {
      zh: '写入 `report.html`、`lists.xlsx`、`summary.json`、`findings.csv`、`duplicates.csv`，加 `--suspect` 还有 `suspects.csv`；其中以往的报告会被替换',
      en: 'write `report.html`, `lists.xlsx`, `summary.json`, `findings.csv`, `duplicates.csv`, with `--suspect` also `suspects.csv`; an earlier report in the folder is replaced',
    },
  },
  {
    name: 'html',
    commands: ['check'],
    type: 'output',
    help: {
      zh: '写成该文件：可直接打开、打印的网页报告',
      en: 'write to this file: a report to open in a browser or print',
    },
    guide: {
      zh: '写一份供阅读、打印的网页报告，见[网页报告](report.md#网页报告)',
      en: 'write the report as a page to read and print, see [Page](report.md#page)',
    },
  },
  {
    name: 'xlsx',
    commands: ['check'],
    type: 'output',
    help: {
      zh: '写成该文件：Excel 工作簿，有汇总表、重错码清单、分发给各单位的回传表',
      en: 'write to this file: an Excel workbook with the summary, all problems, and a sheet for each unit to correct and return',
    },
    guide: {
      zh: '写一份 Excel 工作簿：汇总、全部问题、分发给各单位填报的回传表，见[工作簿](report.md#工作簿)',
      en: 'write an Excel workbook: summary, all problems, a sheet for each unit to correct and return, see [Workbook](report.md#workbook)',
    },
  },
  {
    name: 'send',
    commands: ['check'],
    type: 'output-folder',
    help: {
      zh: '写入该文件夹：每个责任单位一个可打印填报的工作簿、目录、送达说明',
      en: 'write into this folder: a workbook to print and fill in for each unit, an index, a covering note',
    },
    guide: {
      zh: '写入每个责任单位一个工作簿（A4 横向，一码多赋注明对方）、`目录.xlsx`、`送达说明.md` 和 `.html`，见[分发给各单位](check.md#分发给各单位)',
      en: 'write a workbook for each unit (A4, the counterpart of every shared code named), `index.xlsx`, `covering-note.md` and `.html`, see [Sending out](check.md#sending-out)',
    },
  },
  {
    name: 'due',
    commands: ['check', 'licences'],
    type: 'name',
    placeholder: 'date',
    help: {
      zh: '各单位回传的期限，写进分发的表和说明',
      en: 'the day by which units answer, for what is sent out',
    },
  },
  {
    name: 'marked',
    commands: ['check'],
    type: 'output',
    help: {
      zh: '写成该文件（.xlsx）：原来的工作簿，有问题的单元格涂色，右边加说明和建议两列',
      en: 'write to this file (.xlsx): the workbook that was read, with wrong cells coloured, and the reason and a suggestion on the right',
    },
  },
  {
    name: 'annotate',
    commands: ['check'],
    type: 'output',
    help: {
      zh: '写成该文件：每条记录照原样，右边加 partition、issue、normalized、suggestion、duplicate 五列；以 .parquet 结尾的是 Parquet，其余为 CSV',
      en: 'write to this file: every record as it is, with partition, issue, normalized, suggestion and duplicate added on the right; Parquet when it ends in .parquet, else CSV',
    },
  },
  {
    name: 'output',
    short: 'o',
    commands: ['fix'],
    type: 'output',
    help: {
      zh: '写成该文件：改正后的表；以 .xlsx 结尾的是工作簿，保留原来的样子，改动涂色；- 为标准输出',
      en: 'write to this file: the table as it becomes; one that ends in .xlsx is a workbook that keeps its looks, changes coloured; "-": standard output',
    },
    guide: {
      zh: '改正后的表；除 `--dry-run` 外必填；`-` 为标准输出',
      en: 'the table as it becomes; required, but with `--dry-run`; `-` is standard output',
    },
  },
  {
    name: 'log',
    commands: ['fix'],
    type: 'output',
    help: {
      zh: '写成该文件：每一处改动（CSV）；- 为标准输出',
      en: 'write to this file: every change, as CSV; "-": standard output',
    },
    guide: {
      zh: '每一处改动：`file,row,line,column,before,after,reason,why`，其中的身份证号打码',
      en: 'every change: `file,row,line,column,before,after,reason,why`; resident ID numbers are masked',
    },
  },
  {
    name: 'output',
    short: 'o',
    commands: ['dedup'],
    type: 'output',
    help: {
      zh: '写成该文件：去重后的表；以 .xlsx 结尾的是工作簿，保留原来的样子；- 为标准输出',
      en: 'write to this file: the table without them; one that ends in .xlsx is a workbook that keeps its looks; "-": standard output',
    },
    guide: { zh: '去重后的表，必填；`-` 为标准输出', en: 'the table without them; required; `-` is standard output' },
  },
  {
    name: 'removed',
    commands: ['dedup'],
    type: 'output',
    help: {
      zh: '写成该文件：去掉的行，原样，前面加来源、原因和保留的是哪一行',
      en: 'write to this file: the removed rows as they were, behind where they stood, why they went, and which row stays',
    },
    guide: {
      zh: '去掉的行原样写入，前面加 `file,row,line,why,kept_file,kept_row` 几列；去掉这几列，与保留的行合起来就是原文件',
      en: 'removed rows as they were, behind `file,row,line,why,kept_file,kept_row`: without those columns, kept and removed rows make the input again',
    },
  },
  {
    name: 'conflicts-file',
    commands: ['dedup'],
    type: 'output',
    help: {
      zh: '写成该文件：一码多赋的行（separate 时必填）',
      en: 'write to this file: the rows of conflicting duplicates (needed for "separate")',
    },
    guide: {
      zh: '一码多赋的行，前面加 `group,file,row,line`；`separate` 时必填',
      en: 'rows of conflicting duplicates behind `group,file,row,line`; needed for `separate`',
    },
  },
  {
    name: 'output',
    short: 'o',
    commands: ['match'],
    type: 'output',
    help: {
      zh: '写成该文件（.xlsx）：原来的表，右边加比对结果、登记的代码和名称',
      en: 'write to this file (.xlsx): the tables as they are, with what the registry has of each record on the right',
    },
  },
  {
    name: 'out',
    commands: ['match'],
    type: 'output-folder',
    help: { zh: '写入该文件夹：summary.json、match.csv', en: 'write into this folder: summary.json, match.csv' },
    guide: {
      zh: '写入 `summary.json` 和 `match.csv`：列出没有直接匹配上的',
      en: 'write `summary.json` and `match.csv`: all but what is plainly matched',
    },
  },
  {
    name: 'html',
    commands: ['diff'],
    type: 'output',
    help: {
      zh: '写成该文件：可阅读、打印的对比网页',
      en: 'write to this file: the comparison as a page to read or print',
    },
  },
  {
    name: 'xlsx',
    commands: ['diff'],
    type: 'output',
    help: {
      zh: '写成该文件：对比工作簿，有汇总、问题、变更、消失、新增的代码',
      en: 'write to this file: a workbook with the summary, problems, changed, gone and added codes',
    },
  },
  {
    name: 'out',
    commands: ['diff'],
    type: 'output-folder',
    help: {
      zh: '写入该文件夹：summary.json、problems.csv、added.csv、gone.csv、changed.csv',
      en: 'write into this folder: summary.json, problems.csv, added.csv, gone.csv, changed.csv',
    },
  },
  {
    name: 'out',
    commands: ['licences'],
    type: 'output-folder',
    help: { zh: '写入该文件夹：summary.json、findings.csv', en: 'write into this folder: summary.json, findings.csv' },
  },
  {
    name: 'html',
    commands: ['licences'],
    type: 'output',
    help: { zh: '写成该文件：可阅读、打印的网页', en: 'write to this file: a page to read or print' },
  },
  {
    name: 'xlsx',
    commands: ['licences'],
    type: 'output',
    help: {
      zh: '写成该文件：工作簿，有汇总和问题清单',
      en: 'write to this file: a workbook with the summary and all findings',
    },
  },
  {
    name: 'send',
    commands: ['licences'],
    type: 'output-folder',
    help: {
      zh: '写入该文件夹：每个机关一个可填写的工作簿，以及目录',
      en: 'write into this folder: a workbook to fill in for each body, and an index',
    },
  },
] as const satisfies readonly Flag[];
