import type { en } from './en.ts';

export const zh: typeof en = {
  failed: (path, reason) => `${path}：数据库报告：${reason}`,
  noDriver: (driver) => `要查询这种数据库，请在 uscc-toolkit 旁安装驱动：npm install ${driver}`,
  badUrl: (url) =>
    `${url}：不是数据库地址；地址形如 postgres://用户@主机/库、mysql://用户@主机/库、clickhouse://用户@主机/库、hive2://用户@主机/库 或 duckdb:文件`,
  passwordInUrl: () =>
    '地址中不得写密码，进程列表和报告会把它显示出来；请放入环境变量 USCC_PASSWORD，或用 --password-file 指定密码文件',
  noTable: () => '数据库地址需要用 --table 给出表名',
  noColumn: (path, table, column, columns) => `${path}：表 ${table} 没有列 ${column}；它的列为 ${columns.join('、')}`,
  noCodeColumn: (path, table, columns) =>
    `${path}：表 ${table} 中看不出哪一列是代码；请用 --code-column 指定；它的列为 ${columns.join('、')}`,
  changed: (path, expected, found) =>
    `${path}：读取期间表有变化：先有 ${expected} 行，后有 ${found} 行；请在无人写入时重新检查`,
};
