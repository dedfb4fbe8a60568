import type { DuplicateRecord } from '../../check/findings/finding.ts';

/** What only some forms of the report say: SARIF, JUnit, Markdown. */
export interface ReportFormMessages {
  /** One finding in one sentence or two. */
  result(code: string, explanation: string, suggestion: string | null): string;
  duplicate(code: string, group: number, kind: DuplicateRecord['kind']): string;
  duplicateTitles: Record<'duplicate' | 'duplicate-conflicting' | 'duplicate-repeated', string>;
  duplicateAdvice: string;
  /** How many results there are, and that none is left out. */
  results(count: number): string;
  many(limit: number): string;

  target: string;
  issues: string;
  /** A plan that was not named with --assess and is missed. */
  notChosen: string;
  firstExamples(shown: number, count: number): string;
  title: string;
  columns: Record<'file' | 'row' | 'line' | 'code' | 'what' | 'suggestion' | 'name' | 'count', string>;
}

export function formMessagesFor(lang: 'zh' | 'en'): ReportFormMessages {
  return lang === 'zh' ? zh : en;
}

const group = (value: number): string => value.toLocaleString('en-US');

const zh: ReportFormMessages = {
  result: (code, explanation, suggestion) =>
    `${code === '' ? '' : `${code}：`}${explanation}${suggestion === null ? '' : `可能应为 ${suggestion}。`}`,
  duplicate: (code, number, kind) =>
    `${code} 出现在多条记录里（第 ${group(number)} 组重码）${kind === 'conflicting' ? '，名称不同：请向赋码部门核实各属于谁。' : kind === 'repeated' ? '，名称相同：请只留一条。' : '：请核对这些记录。'}`,
  duplicateTitles: {
    duplicate: '重码',
    'duplicate-conflicting': '一码多赋',
    'duplicate-repeated': '重复记录',
  },
  duplicateAdvice: '一个代码出现在多条记录里：名称不同的请向赋码部门核实，名称相同的只留一条',
  results: (count) => `共 ${group(count)} 条结果，全部列出。`,
  many: (limit) =>
    `结果超过 ${group(limit)} 条，代码扫描服务可能只收下其中一部分；完整清单见 --out 文件夹里的 findings.csv 和 duplicates.csv。`,
  target: '目标',
  issues: '问题',
  notChosen: '未达标；没有用 --assess 指定，不影响结果。',
  firstExamples: (shown, count) =>
    shown < count ? `共 ${group(count)} 条，前 ${group(shown)} 条：` : `共 ${group(count)} 条：`,
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

const en: ReportFormMessages = {
  result: (code, explanation, suggestion) =>
    `${code === '' ? '' : `${code}: `}${explanation}${suggestion === null ? '' : ` Perhaps ${suggestion}.`}`,
  duplicate: (code, number, kind) =>
    `${code} stands on several records (duplicate ${group(number)})${kind === 'conflicting' ? ' under different names: ask the issuing department whose it is.' : kind === 'repeated' ? ' under one name: keep one of them.' : ': look into these records.'}`,
  duplicateTitles: {
    duplicate: 'duplicate code',
    'duplicate-conflicting': 'conflicting duplicate',
    'duplicate-repeated': 'repeated record',
  },
  duplicateAdvice:
    'one code on several records: under different names ask the issuing department, under one name keep one record',
  results: (count) => `${group(count)} results, all of them listed.`,
  many: (limit) =>
    `More than ${group(limit)} results: services for such files may take only some. The full lists are findings.csv and duplicates.csv in the folder of --out.`,
  target: 'target',
  issues: 'issues',
  notChosen: 'Missed; not named with --assess, so it does not decide.',
  firstExamples: (shown, count) =>
    shown < count ? `${group(count)} in all, the first ${group(shown)}:` : `${group(count)} in all:`,
  title: 'Check of unified social credit codes',
  columns: {
    file: 'file',
    row: 'row',
    line: 'line',
    code: 'code',
    what: 'problem',
    suggestion: 'suggestion',
    name: 'name',
    count: 'count',
  },
};
