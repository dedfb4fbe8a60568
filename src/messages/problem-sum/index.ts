import { formatCount } from '../numbers.ts';

/** How problems, rows and duplicates come together. */
export interface ProblemSum {
  problems: number;
  erroneous: number;
  /** Records of duplicates beyond the first, of codes that conform. */
  excess: number;
  unconverted: number;
  missing: number;
  /** Every record of every duplicate. */
  duplicateRecords: number;
}

/** One line that says why the numbers of problems and of listed rows differ. */
export function describeProblemSum(facts: ProblemSum, lang: 'zh' | 'en'): string {
  const { problems, erroneous, excess, unconverted, missing, duplicateRecords } = facts;
  const rows = erroneous + unconverted + missing + duplicateRecords;
  const [p, e, x, u, m, d, r] = [problems, erroneous, excess, unconverted, missing, duplicateRecords, rows].map(
    formatCount,
  );
  if (lang === 'zh') {
    return `按记录逐条计，问题 ${p} 个 = 错码 ${e} + 多余的重码 ${x}；清单和各单位的表共列 ${r} 行 = 错码 ${e} + 未换码 ${u} + 缺码 ${m} + 重码记录 ${d}（重码的每条记录都列出）。`;
  }
  return `By records (definition literal), ${p} problems = ${e} erroneous + ${x} excess duplicates; the lists and the sheets of units have ${r} rows = ${e} erroneous + ${u} unconverted + ${m} missing + ${d} records of duplicates (each of them is listed).`;
}

/** Who is charged with a duplicate. */
export function describeCharge(lang: 'zh' | 'en'): string {
  return lang === 'zh'
    ? '重码计入谁：每组重码以文件中最先出现的一条为原记录，其余各条计入各自的责任单位；一码多赋的每一条都列出并注明对方，由各方一起核实代码归谁。'
    : 'Who is charged: of every duplicate the record that comes first in the files is the original, each other one counts against its own unit. Every record of one code with several names is listed with the others, for all of them to find out whose it is.';
}
