import { formatNumber } from '../numbers.ts';

/** What only some forms of the report say: SARIF, JUnit, Markdown. */
export const en = {
  /** One finding in one sentence or two. */
  result: (code: string, explanation: string, suggestion: string | null) =>
    `${code === '' ? '' : `${code}: `}${explanation}${suggestion === null ? '' : ` Perhaps ${suggestion}.`}`,
  duplicate: (code: string, number: number, kind: 'conflicting' | 'repeated' | null) =>
    `${code} stands on several records (duplicate ${formatNumber(number)})${kind === 'conflicting' ? ' under different names: ask the issuing department whose it is.' : kind === 'repeated' ? ' under one name: keep one of them.' : ': look into these records.'}`,
  duplicateTitles: {
    duplicate: 'duplicate code',
    'duplicate-conflicting': 'conflicting duplicate',
    'duplicate-repeated': 'repeated record',
  },
  duplicateAdvice:
    'one code on several records: under different names ask the issuing department, under one name keep one record',
  /** How many results there are, and that none is left out. */
  results: (count: number) => `${formatNumber(count)} results, all of them listed.`,
  many: (limit: number) =>
    `More than ${formatNumber(limit)} results: services for such files may take only some. The full lists are findings.csv and duplicates.csv in the folder of --out.`,
  target: 'target',
  issues: 'issues',
  /** A plan that was not named with --assess and is missed. */
  notChosen: 'Missed; not named with --assess, so it does not decide.',
  firstExamples: (shown: number, count: number) =>
    shown < count
      ? `${formatNumber(count)} in all, the first ${formatNumber(shown)}:`
      : `${formatNumber(count)} in all:`,
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
