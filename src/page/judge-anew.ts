import { assess, type Target } from '../check/assess/target.ts';
import type { RateDefinition, Report } from '../check/report.ts';

/** The same report held against another target or by another definition: nothing has to be counted again. */
export function judgeAnew(report: Report, target: Target, definition: RateDefinition): Report {
  const judged = assess(report.rates[definition], target);
  return { ...report, target: { value: target.value, definition, ...judged } };
}
