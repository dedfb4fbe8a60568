import type { Report } from '../check/report.ts';
import { describeProblemSum } from '../messages/problem-sum/index.ts';

/** One line that says how problems, listed rows and duplicates come together; nothing where there is nothing. */
export function explainProblemSum({ counts, rates, duplicates }: Report, lang: 'zh' | 'en'): string[] {
  const problems = rates.literal.numerator ?? 0;
  const { erroneous, unconverted, missing } = counts;
  if (problems + unconverted + missing === 0) return [];
  const excess = problems - erroneous;
  return [
    describeProblemSum(
      { problems, erroneous, excess, unconverted, missing, duplicateRecords: duplicates.records },
      lang,
    ),
  ];
}
