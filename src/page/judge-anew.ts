import type { RateDefinition, Report } from '../registry/report.ts';
import { assess, type Target } from '../registry/target.ts';

/** The same report held against another target or by another definition: nothing has to be counted again. */
export function judgeAnew(report: Report, target: Target, definition: RateDefinition): Report {
  const judged = assess(report.rates[definition], target);
  return { ...report, target: { value: target.value, definition, ...judged } };
}
