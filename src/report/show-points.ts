import type { AssessmentRow } from '../check/report.ts';
import { assessmentMessagesFor } from '../messages/assessment/index.ts';

/** What a plan gives or takes, for a table: of a rule per unit what the units lose; a dash where it gives nothing. */
export function showPoints({ points, mostPoints, units }: AssessmentRow, lang: 'zh' | 'en'): string {
  if (points === null || mostPoints === null) return '–';
  const messages = assessmentMessagesFor(lang);
  const scored = (units ?? []).flatMap((unit) => (unit.unit === '?' || unit.points === null ? [] : [unit.points]));
  if (units === null || scored.length === 0) return messages.points(points, mostPoints);
  // They are sorted: the first unit loses most.
  const [most = 0] = scored;
  return messages.unitPoints({ units: scored.length, least: scored.at(-1) ?? most, most, mostPoints });
}
