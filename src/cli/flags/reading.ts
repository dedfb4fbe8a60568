import { READERS } from './commands.ts';
import type { Flag } from './flag.ts';

/** How tables are read. */
export const READING = [
  {
    name: 'code-column',
    commands: ['check', 'inspect', 'fix', 'dedup', 'diff', 'licences', 'ledger record', 'serve'],
    type: 'column',
    reading: true,
    help: {
      zh: '代码列：列名，或列号（从 1 数起；默认按表头和内容识别）',
      en: 'column of the codes: its name, or its number from 1 (default: found by header and content)',
    },
  },
  {
    name: 'code-column',
    commands: ['match'],
    type: 'columns',
    reading: true,
    help: {
      zh: '代码列：列名或列号，几列用逗号隔开；auto（默认）为全部“行政相对人代码_1 … _6”，没有则自动识别',
      en: 'columns of the codes: names or numbers, several with commas; "auto" (default): all of 行政相对人代码_1 … _6, else found',
    },
  },
  {
    name: 'name-column',
    commands: READERS,
    type: 'column',
    reading: true,
    help: {
      zh: '名称列：列名，或列号（从 1 数起；默认按表头识别）',
      en: 'column of the entity names: its name, or its number from 1 (default: found by header)',
    },
    guide: {
      zh: '名称列：列名，或从 1 数起的列号；默认按表头识别。没有名称列，就无法区分一码多赋和重复记录',
      en: 'column of the entity names: its name, or its number from 1; by default found by its header. Without names, duplicates cannot be told into conflicting and repeated',
    },
  },
  {
    name: 'encoding',
    commands: READERS,
    type: 'encoding',
    default: 'auto',
    reading: true,
    help: {
      zh: 'utf-8、gb18030（GBK 也用它）、utf-16le、utf-16be 或 auto（自动识别）',
      en: 'utf-8, gb18030 (also for GBK), utf-16le, utf-16be or auto (detected)',
    },
  },
  {
    name: 'delimiter',
    commands: READERS,
    type: 'delimiter',
    reading: true,
    help: {
      zh: '一至三个字符，制表符写 tab，控制字符写 \\x01（默认自动识别）',
      en: 'one to three characters, "tab", or \\x01 for a control character (default: detected)',
    },
  },
  {
    name: 'escape',
    commands: READERS,
    type: 'switch',
    reading: true,
    help: {
      zh: '所有记录都按反斜杠转义（\\"）读取（默认逐条判断）',
      en: 'read \\" as a quote inside a cell in every record (default: decided record by record)',
    },
  },
  {
    name: 'records',
    commands: READERS,
    type: 'name',
    reading: true,
    help: {
      zh: 'JSON 中记录数组的位置，如 data.list（默认自动识别）',
      en: 'where the array of records stands in JSON, such as data.list (default: found)',
    },
  },
  {
    name: 'skip-damaged',
    commands: READERS,
    type: 'switch',
    reading: true,
    help: {
      zh: '略过无法读取的文件，只检查其余的，并列出略过的',
      en: 'leave out inputs that cannot be read, with a warning, and go on with the others',
    },
  },
  {
    name: 'no-header',
    commands: READERS,
    type: 'switch',
    reading: true,
    help: { zh: '第一行就是数据，没有表头', en: 'the first record is data, not a header' },
  },
  {
    name: 'sheet',
    commands: READERS,
    type: 'sheet',
    reading: true,
    help: {
      zh: 'Excel 文件的工作表：表名，或序号（从 1 数起；默认全部未隐藏的）',
      en: 'sheet of Excel files: its name, or its number from 1 (default: all that are not hidden)',
    },
    guide: {
      zh: '只读 Excel 文件的一个工作表，隐藏的也可以：表名，或从 1 数起的序号；默认全部未隐藏的',
      en: 'one sheet of Excel files, hidden ones too: its name, or its number from 1; by default all that are not hidden',
    },
  },
  {
    name: 'workers',
    commands: READERS,
    type: 'workers',
    reading: true,
    help: { zh: '线程数（默认每个核心一个）', en: 'threads (default: one per core)' },
  },
  {
    name: 'memory',
    commands: READERS,
    type: 'memory',
    reading: true,
    help: {
      zh: '代码占用的内存，如 512MiB（默认为空闲内存的一半，至多 4GiB）',
      en: 'memory for codes, such as 512MiB (default: half of what is free, at most 4GiB)',
    },
  },
  {
    name: 'max-expand',
    commands: READERS,
    type: 'size',
    reading: true,
    help: {
      zh: '压缩文件解压后最多多大（默认 64GiB，且每个不超过原大小的 250 倍）',
      en: 'most that packed files may unpack to (default: 64GiB, and 250 times its size for each)',
    },
  },
  {
    name: 'temp-dir',
    commands: READERS,
    type: 'folder',
    reading: true,
    help: {
      zh: '临时文件所在的文件夹（默认为系统的）',
      en: 'folder for temporary files (default: that of the system)',
    },
  },
] as const satisfies readonly Flag[];
