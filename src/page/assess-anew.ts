import { assess, type Target } from '../check/assess/target.ts';
import type { RateDefinition, Report } from '../check/report.ts';

/**
 * The same report held against another target, by another definition or by an assessment (its name; empty: none): nothing has to be
 * counted again.
 */
export function assessAnew(report: Report, target: Target, definition: RateDefinition, chosenName = ''): Report {
  const judged = assess(report.rates[definition], target);
  const assessments = report.assessments
    .map((row) => ({ ...row, chosen: row.name === chosenName }))
    .sort((a, b) => Number(b.chosen) - Number(a.chosen));
  return { ...report, assessments, target: { value: target.value, definition, ...judged } };
}
