/** What `uscc generate` and `uscc bench` say. */
export interface ToolMessages {
  notCount(flag: string, text: string): string;
  notRate(flag: string, text: string): string;
  tooManyRows(most: string): string;
  tooManyProblems: string;
  samePath(path: string): string;

  generate: Record<
    | 'usage'
    | 'summary'
    | 'rows'
    | 'seed'
    | 'errors'
    | 'duplicates'
    | 'suspects'
    | 'shape'
    | 'encoding'
    | 'columns'
    | 'truth'
    | 'output'
    | 'footer',
    string
  >;
  bench: Record<'usage' | 'summary' | 'rows' | 'footer', string>;

  benchWriting(rows: string): string;
  benchRows: Record<'generate' | 'check' | 'checkBytes' | 'validate' | 'isValid', string>;
  benchThreads(count: number): string;
  rowsPerSecond: string;
  codesPerSecond: string;
}

export function toolMessagesFor(lang: 'zh' | 'en'): ToolMessages {
  return lang === 'zh' ? zh : en;
}

const zh: ToolMessages = {
  notCount: (flag, text) => `${flag}：${text} 不是可用的整数。请写成 1000、1_000_000 或 1e6。`,
  notRate: (flag, text) => `${flag}：${text} 不是 0 到 100% 之间的比例。请写成 0.01%、1% 或 0.0001。`,
  tooManyRows: (most) => `--rows 最多 ${most}，再多代码就不够用了。`,
  tooManyProblems: '--errors、--duplicates 与 --suspects 之和不能超过 100%。',
  samePath: (path) => `--truth 与 --output 是同一个文件：${path}。请分别给出文件名。`,
  generate: {
    usage: '[选项]',
    summary: '生成虚构的登记数据，用于测试和测速',
    rows: '记录条数',
    seed: '种子：种子和选项相同，输出的字节就相同',
    errors: '代码被改坏的记录比例，如 0.01%、1%、0.0001',
    duplicates: '重复前面某条代码的记录比例',
    suspects: '疑似重复的记录比例：前面某个主体换了代码或名称再登记一次',
    shape: '各行的写法',
    encoding: '编码',
    columns: '八列，或只有代码和名称两列',
    truth: '写成该文件：哪些记录被怎样改动（CSV）',
    output: '写成该文件（默认写到标准输出）',
    footer:
      '\n示例：\n  $ uscc generate --rows 1e6 --errors 0.01% --duplicates 0.01% -o 登记.csv\n  $ uscc generate --seed 7 --errors 1% --truth 答案.csv -o 登记.csv',
  },
  bench: {
    usage: '[选项]',
    summary: '测量本机速度：每秒行数和字节数',
    rows: '测试用的记录条数',
    footer: '\n示例：\n  $ uscc bench --rows 1e5',
  },
  benchWriting: (rows) => `正在生成 ${rows} 条测试记录…`,
  benchRows: {
    generate: '生成',
    check: '核查',
    checkBytes: '核查（字节）',
    validate: 'validate 单个代码',
    isValid: 'isValid 单个代码',
  },
  benchThreads: (count) => `${count} 线程`,
  rowsPerSecond: '条/秒',
  codesPerSecond: '个/秒',
};

const en: ToolMessages = {
  notCount: (flag, text) => `${flag}: ${text} is not a whole number to work with. Write 1000, 1_000_000 or 1e6.`,
  notRate: (flag, text) => `${flag}: ${text} is not a share between 0 and 100%. Write 0.01%, 1% or 0.0001.`,
  tooManyRows: (most) => `--rows goes up to ${most}; more would run out of codes.`,
  tooManyProblems: '--errors, --duplicates and --suspects together must not exceed 100%.',
  samePath: (path) => `--truth and --output name the same file: ${path}. Give each its own.`,
  generate: {
    usage: '[options]',
    summary: 'write a made-up registry export to test and measure with',
    rows: 'records to write',
    seed: 'the same seed and options give the same bytes',
    errors: 'share of records with a damaged code: 0.01%, 1%, 0.0001',
    duplicates: 'share of records that repeat the code of an earlier one',
    suspects: 'share of records that enter an earlier entity once more under another code or name',
    shape: 'how the rows are written',
    encoding: 'encoding of the text',
    columns: 'eight columns, or only code and name',
    truth: 'write to this file: which records were changed, and how, as CSV',
    output: 'write to this file (default: standard output)',
    footer:
      '\nExamples:\n  $ uscc generate --rows 1e6 --errors 0.01% --duplicates 0.01% -o registry.csv\n  $ uscc generate --seed 7 --errors 1% --truth truth.csv -o registry.csv',
  },
  bench: {
    usage: '[options]',
    summary: 'measure this machine: rows and bytes a second',
    rows: 'records to measure with',
    footer: '\nExamples:\n  $ uscc bench --rows 1e5',
  },
  benchWriting: (rows) => `writing ${rows} test records…`,
  benchRows: {
    generate: 'generate',
    check: 'check',
    checkBytes: 'check (bytes)',
    validate: 'validate one code',
    isValid: 'isValid one code',
  },
  benchThreads: (count) => `${count} ${count === 1 ? 'thread' : 'threads'}`,
  rowsPerSecond: 'rows/s',
  codesPerSecond: 'codes/s',
};
