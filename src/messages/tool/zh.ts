import type { en } from './en.ts';

export const zh: typeof en = {
  tooManyRows: (most) => `--rows 最多 ${most}，再多代码就不够用了。`,
  tooManyProblems: '--errors、--duplicates 与 --suspects 之和不能超过 100%。',
  onlyErrors: '双公示表只能用 --errors，至多 25%，不能用 --duplicates 和 --suspects。',
  samePath: (path) => `--truth 与 --output 是同一个文件：${path}。请分别给出文件名。`,
  generate: {
    usage: '[选项]',
    summary: '生成虚构的登记数据，用于测试和测速',
    footer:
      '\n示例：\n  $ uscc generate --rows 1e6 --errors 0.01% --duplicates 0.01% -o 登记.csv\n  $ uscc generate --seed 7 --errors 1% --truth 答案.csv -o 登记.csv',
  },
  bench: {
    usage: '[选项]',
    summary: '测量本机速度：每秒行数和字节数',
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
