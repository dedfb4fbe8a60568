import { BUILT_IN_ASSESSMENTS } from '../check/assess/assessments.ts';
import type { AssessmentRow, Report } from '../check/report.ts';

/** Of the built-in ones, what any plan may ask; the others are the rules of one county. */
const GENERIC: readonly string[] = ['taian-2023', 'zero-errors'];
const BUILT_IN: readonly string[] = BUILT_IN_ASSESSMENTS.map(({ name }) => name);

/**
 * The assessments that a report for readers shows: those that were asked for and those of one's own; without any asked for, the generic
 * ones. JSON holds all of them.
 */
export function listShownAssessments({ assessments }: Pick<Report, 'assessments'>): AssessmentRow[] {
  const isChosen = assessments.some(({ chosen }) => chosen);
  return assessments.filter(({ name, chosen }) => {
    if (chosen || !BUILT_IN.includes(name)) return true;
    return !isChosen && GENERIC.includes(name);
  });
}
