import { formatNumber } from '../numbers.ts';
import type { en } from './en.ts';

export const zh: typeof en = {
  result: (code, explanation, suggestion) =>
    `${code === '' ? '' : `${code}：`}${explanation}${suggestion === null ? '' : `可能应为 ${suggestion}。`}`,
  duplicate: (code, number, kind) =>
    `${code} 出现在多条记录里（第 ${formatNumber(number)} 组重码）${kind === 'conflicting' ? '，名称不同：请向赋码部门核实各属于谁。' : kind === 'repeated' ? '，名称相同：请只留一条。' : '：请核对这些记录。'}`,
  duplicateTitles: {
    duplicate: '重码',
    'duplicate-conflicting': '一码多赋',
    'duplicate-repeated': '重复记录',
  },
  duplicateAdvice: '一个代码出现在多条记录里：名称不同的请向赋码部门核实，名称相同的只留一条',
  results: (count) => `共 ${formatNumber(count)} 条结果，全部列出。`,
  many: (limit) =>
    `结果超过 ${formatNumber(limit)} 条，代码扫描服务可能只收下其中一部分；完整清单见 --out 文件夹里的 findings.csv 和 duplicates.csv。`,
  target: '目标',
  issues: '问题',
  notChosen: '未达标；没有用 --assess 指定，不影响结果。',
  firstExamples: (shown, count) =>
    shown < count ? `共 ${formatNumber(count)} 条，前 ${formatNumber(shown)} 条：` : `共 ${formatNumber(count)} 条：`,
  title: '统一社会信用代码检查报告',
  columns: {
    file: '文件',
    row: '记录',
    line: '行',
    code: '代码',
    what: '问题',
    suggestion: '建议',
    name: '名称',
    count: '数量',
  },
};
