import type { en } from './en.ts';

export const zh: typeof en = {
  help: {
    usage: '[选项]',
    summary: '把对一张表的核查写成 SQL，在数据所在处运行',
    footer:
      '\n示例：\n  $ uscc sql --dialect spark --table dw.licence --code-column code -o 第一轮\n  $ spark-sql -f 1-counts.sql   （在该文件夹中，其余脚本同样）\n  $ uscc sql merge 第一轮',
  },
  written: (folder, commands, merge) =>
    `已写入 ${folder}。请在该处用数据库自带的客户端运行：\n${indent(commands)}\n然后在这里运行：\n${indent([merge])}\n`,
};

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
