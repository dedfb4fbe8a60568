import { assessmentMessagesFor } from '../../messages/assessment/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import { alignColumns } from '../../write/table.ts';
import { wrapText } from '../../write/wrap.ts';
import { showPoints } from '../show-points.ts';
import { listShownAssessments } from '../shown-assessments.ts';
import type { Summary } from './summary.ts';

const MOST_COLUMNS = 92;

/** What plans make of the report; for those that were chosen, how the result was reached. */
export function listAssessments({ report, lang, style }: Summary): string[] {
  const shown = listShownAssessments(report);
  if (shown.length === 0) return [];
  const messages = assessmentMessagesFor(lang);
  const { columns } = messages;
  const rows = shown.map((row) => [
    row.chosen ? '>' : ' ',
    escapeControls(row.name),
    escapeControls(row.title),
    row.met ? style.good(messages.met) : style.bad(messages.missed),
    showPoints(row, lang),
    row.away === 0 ? '–' : formatCount(row.away),
  ]);
  const head = ['', columns.name, columns.title, columns.met, columns.points, columns.away];
  const [heading = '', ...lines] = alignColumns([head, ...rows], ['left', 'left', 'left', 'left', 'left', 'right'], '');
  const explained = shown
    .filter(({ chosen }) => chosen)
    .flatMap(({ name, message }) => [
      `  ${escapeControls(name)}`,
      ...wrapText(escapeControls(message), MOST_COLUMNS).map((line) => `    ${line}`),
    ]);
  return [style.strong(messages.heading), style.faint(heading), ...lines, ...explained];
}
