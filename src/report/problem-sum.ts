import type { Report } from '../check/report.ts';
import { describeCharge, describeProblemSum } from '../messages/problem-sum/index.ts';

/** How problems, listed rows and duplicates come together, and who is charged with a duplicate; nothing where there is nothing. */
export function explainProblemSum({ counts, rates, duplicates }: Report, lang: 'zh' | 'en'): string[] {
  const problems = rates.literal.numerator ?? 0;
  const { erroneous, unconverted, missing } = counts;
  if (problems + unconverted + missing === 0) return [];
  const excess = problems - erroneous;
  const charge = duplicates.records > 0 ? [describeCharge(lang)] : [];
  return [
    describeProblemSum(
      { problems, erroneous, excess, unconverted, missing, duplicateRecords: duplicates.records },
      lang,
    ),
    ...charge,
  ];
}
